-- Why something could not be used, in Vietnamese beside English; older lines have English only.
alter table dead_letter add column reason_vi varchar(2000);
alter table inbound_message add column problem_vi varchar(2000);
