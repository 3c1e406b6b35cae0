create table optimization_job (
  id uuid primary key,
  domain varchar(40) not null,
  scope varchar(80) not null,
  status varchar(20) not null,
  severity int not null,
  attempt int not null,
  created_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  score varchar(200),
  checkpoint bytea,
  cancel_requested boolean not null,
  reason_vi varchar(2000),
  reason_en varchar(2000),
  schedule_id uuid,
  -- WAITING|domain|scope or SOLVING|domain|scope, null once the job ended: at most one job of a
  -- scope waits and at most one solves, whoever asks and wherever.
  lane varchar(140),
  constraint job_lane unique (lane)
);
create index job_by_created on optimization_job (created_at);

-- One row a wish: the key makes a replayed rule harmless.
create table optimization_request (
  request_key varchar(400) primary key,
  job_id uuid not null references optimization_job (id),
  received_at timestamp(6) with time zone not null,
  request_json text not null
);
create index request_by_job on optimization_request (job_id);

create table schedule (
  id uuid primary key,
  domain varchar(40) not null,
  scope varchar(80) not null,
  status varchar(20) not null,
  version int not null,
  job_id uuid not null,
  created_at timestamp(6) with time zone not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone not null,
  score varchar(200) not null,
  feasible boolean not null,
  artefact bytea not null,
  artefact_hash char(64) not null,
  proposal_json text not null,
  safety_json text not null,
  cause_json text not null,
  constraint schedule_of_job unique (job_id)
);
create index schedule_by_status on schedule (status, domain, scope);
create index schedule_by_created on schedule (created_at);

create table schedule_decision (
  id bigint generated always as identity primary key,
  schedule_id uuid not null references schedule (id),
  decided_by varchar(80) not null,
  decided_at timestamp(6) with time zone not null,
  decision varchar(20) not null,
  reason varchar(2000) not null
);

-- The outbox: written in the transaction of the approval.
create table publication (
  id uuid primary key,
  schedule_id uuid not null unique references schedule (id),
  domain varchar(40) not null,
  scope varchar(80) not null,
  plan_seq bigint not null,
  artefact_hash char(64) not null,
  status varchar(20) not null,
  attempts int not null,
  created_at timestamp(6) with time zone not null,
  next_attempt_at timestamp(6) with time zone not null,
  acknowledged_at timestamp(6) with time zone,
  last_error varchar(2000),
  target varchar(80),
  constraint publication_sequence unique (domain, scope, plan_seq)
);
create index publication_due on publication (status, next_attempt_at);

create table audit_entry (
  seq bigint primary key,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  action varchar(80) not null,
  subject varchar(200) not null,
  detail text not null,
  previous_hash char(64) not null,
  entry_hash char(64) not null
);

-- The newest entry. Its one row is the lock of all writers, and shows when the log's end was cut off.
create table audit_head (
  id int primary key check (id = 1),
  seq bigint not null,
  entry_hash char(64) not null
);
insert into audit_head (id, seq, entry_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Owned by db-scheduler.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures int,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  state varchar(20),
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
