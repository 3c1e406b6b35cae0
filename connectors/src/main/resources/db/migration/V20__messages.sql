-- A dead letter can be corrected and sent again: it keeps the whole payload and what became of it.
alter table dead_letter add column kind varchar(20) default 'TEXT' not null;
alter table dead_letter add column raw bytea;
alter table dead_letter add column headers_json varchar(4000) default '{}' not null;
alter table dead_letter add column status varchar(20) default 'OPEN' not null;
alter table dead_letter add column attempts int default 0 not null;
alter table dead_letter add column settled_at timestamp(6) with time zone;
alter table dead_letter add column settled_by varchar(80);
create index dead_letter_open on dead_letter (status, source, id);

-- The way of each message of the last day: what came, what it became. Written a moment after the
-- readings are committed; under overload its oldest parts are dropped first, never a reading.
create table inbound_message (
  id bigint generated always as identity primary key,
  source varchar(80) not null,
  received_at timestamp(6) with time zone not null,
  bytes int not null,
  payload bytea not null,
  headers_json varchar(4000) not null,
  accepted int not null,
  duplicates int not null,
  rejected int not null,
  problem varchar(2000),
  -- Ids of the accepted readings: first and last bound the search, the text holds them all.
  first_reading bigint,
  last_reading bigint,
  readings text not null
);
create index inbound_message_by_source on inbound_message (source, id);
create index inbound_message_by_reading on inbound_message (first_reading, last_reading);
