create table reading (
  id bigint generated always as identity primary key,
  source varchar(80) not null,
  device varchar(80) not null,
  property varchar(80) not null,
  observed_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  zone varchar(80) not null,
  reading_value double precision not null,
  unit varchar(20) not null,
  -- In this order it also finds a device's latest reading.
  constraint reading_once unique (property, device, observed_at, source)
);
create index reading_by_zone on reading (zone, observed_at, id);
create index reading_by_property on reading (property, observed_at, device);
