-- Stays empty: a row that is written here and rolled back gives H2 something to write, and so a
-- reason to wait until everything before it is in the file.
create table flush_mark (
  id bigint generated always as identity primary key
);
