-- What citizens report, until ninety days after it was answered. A photo is re-encoded: it carries
-- no place or camera of its own.
create table citizen_report (
  id bigint generated always as identity primary key,
  code varchar(20) not null unique,
  kind varchar(20) not null,
  asset varchar(120) not null,
  zone varchar(60) not null,
  latitude double precision not null,
  longitude double precision not null,
  words varchar(500) not null,
  photo bytea,
  device varchar(120),
  reading_id bigint,
  received_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  answered_at timestamp(6) with time zone,
  answered_by varchar(80),
  answer varchar(500)
);
create index citizen_report_by_state on citizen_report (state, id);
