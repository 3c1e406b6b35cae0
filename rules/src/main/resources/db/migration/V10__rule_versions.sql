-- Facts and bindings that made a rule fire.
alter table firing add column trace_json text default '{"facts":[],"bindings":{}}' not null;

-- Every version of every rule package that was ever written down.
create table rule_version (
  id bigint generated always as identity primary key,
  package varchar(40) not null,
  version varchar(12) not null,
  -- DRAFT, CHECKED, SHADOW, ACTIVE or RETIRED
  status varchar(12) not null,
  author varchar(80) not null,
  reason varchar(2000) not null,
  created_at timestamp(6) with time zone not null,
  active_since timestamp(6) with time zone,
  files_json text not null,
  constraint rule_version_once unique (package, version)
);
create index rule_version_by_status on rule_version (status, package);

-- Who did what to a version, in order.
create table rule_version_step (
  id bigint generated always as identity primary key,
  version_id bigint not null references rule_version (id),
  status varchar(12) not null,
  done_by varchar(80) not null,
  done_at timestamp(6) with time zone not null,
  reason varchar(2000) not null
);
create index rule_version_step_by_version on rule_version_step (version_id, id);

-- What a version in the shadow would have asked for.
create table shadow_ask (
  id bigint generated always as identity primary key,
  version_id bigint not null references rule_version (id),
  rule_name varchar(200) not null,
  zone varchar(80) not null,
  at timestamp(6) with time zone not null,
  request_key varchar(700) not null,
  reason_vi varchar(2000) not null,
  reason_en varchar(2000) not null,
  constraint shadow_ask_once unique (version_id, request_key)
);
