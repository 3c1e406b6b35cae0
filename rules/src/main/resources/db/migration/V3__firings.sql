-- Which rule asked for what, and on which readings; the key is that of the request.
create table firing (
  id bigint generated always as identity primary key,
  request_key varchar(400) not null unique,
  domain varchar(40) not null,
  rule_name varchar(200) not null,
  rule_version varchar(80) not null,
  zone varchar(80) not null,
  at timestamp(6) with time zone not null,
  severity int not null,
  reason_vi varchar(2000) not null,
  reason_en varchar(2000) not null,
  reading_ids text not null
);
create index firing_by_zone on firing (zone, at);
