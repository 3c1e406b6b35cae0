-- Where a schedule comes from: JOB, EDIT of another one, or ROLLBACK to another one's exact plan.
alter table schedule add column origin varchar(20) default 'JOB' not null;
alter table schedule add column origin_schedule uuid;
-- The city's time at which the problem was built; what came later was not known.
alter table schedule add column planned_at timestamp(6) with time zone;

-- The city's time before which an approved plan stays here; null sends it at once.
alter table publication add column not_before timestamp(6) with time zone;

-- What each device of an acknowledged plan says that it carries.
create table device_report (
  domain varchar(40) not null,
  scope varchar(80) not null,
  device varchar(80) not null,
  plan_seq bigint not null,
  artefact_hash varchar(64) not null,
  reported_at timestamp(6) with time zone not null,
  primary key (domain, scope, device)
);

-- Edited plans and suppositions. They touch no schedule until a person offers one.
create table draft (
  id uuid primary key,
  kind varchar(20) not null,
  status varchar(20) not null,
  base_schedule uuid not null references schedule (id),
  domain varchar(40) not null,
  scope varchar(80) not null,
  title varchar(200) not null,
  made_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  asked_json text not null,
  result_json text,
  artefact bytea,
  problem varchar(2000),
  offered_schedule uuid
);
create index draft_by_created on draft (created_at);

-- The course of a job's search.
create table job_progress (
  job_id uuid not null references optimization_job (id),
  elapsed_millis bigint not null,
  score varchar(200) not null,
  primary key (job_id, elapsed_millis)
);

create table alarm (
  id bigint generated always as identity primary key,
  -- kind|asset while it lasts, null once it ended: one lasting alarm of a kind for an asset.
  lane varchar(200),
  kind varchar(40) not null,
  severity int not null,
  domain varchar(40),
  zone varchar(80),
  asset varchar(120) not null,
  text_vi varchar(500) not null,
  text_en varchar(500) not null,
  raised_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  acknowledged_by varchar(80),
  constraint alarm_lane unique (lane)
);
create index alarm_by_raised on alarm (raised_at);

-- What was promised at approval and what was measured once the plan had run.
create table promise (
  schedule_id uuid not null references schedule (id),
  kpi varchar(40) not null,
  domain varchar(40) not null,
  scope varchar(80) not null,
  unit varchar(20) not null,
  label_vi varchar(200) not null,
  label_en varchar(200) not null,
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone not null,
  planned double precision not null,
  unoptimized double precision,
  realised double precision,
  measured_by varchar(500),
  measured_at timestamp(6) with time zone,
  primary key (schedule_id, kpi)
);
create index promise_by_end on promise (valid_to);

-- An answered command: the same key again gets the same answer.
create table command_receipt (
  account varchar(80) not null,
  command_key varchar(120) not null,
  request_hash char(64) not null,
  status int not null,
  content_type varchar(120) not null,
  body bytea not null,
  created_at timestamp(6) with time zone not null,
  primary key (account, command_key)
);
