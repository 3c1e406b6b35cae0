-- What other systems must be told of published schedules, until they have taken it.
create table announcement (
  id uuid not null,
  target varchar(80) not null,
  schedule_id uuid not null references schedule (id),
  created_at timestamp(6) with time zone not null,
  next_attempt_at timestamp(6) with time zone not null,
  attempts int default 0 not null,
  status varchar(20) not null,
  last_error varchar(2000),
  primary key (id, target)
);
create index announcement_due on announcement (status, next_attempt_at);
create index announcement_by_schedule on announcement (schedule_id);
