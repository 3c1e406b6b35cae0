-- What came in and could not be used, each with its reason.
create table dead_letter (
  id bigint generated always as identity primary key,
  received_at timestamp(6) with time zone not null,
  source varchar(80) not null,
  place varchar(400) not null,
  reason varchar(2000) not null,
  payload varchar(4000) not null
);
create index dead_letter_by_received on dead_letter (received_at);
