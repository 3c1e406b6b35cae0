-- What the figures of a schedule rest on, place by place. Older schedules have none.
alter table schedule add column expected_json text;
