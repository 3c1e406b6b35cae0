-- How often what an alarm is about happened while it lasts.
alter table alarm add column times int default 1 not null;
