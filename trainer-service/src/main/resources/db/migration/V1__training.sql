create table data_set (
  id text primary key,
  request_id text not null unique,
  name text not null,
  kind text not null,
  row_count bigint not null,
  digest text,
  created timestamptz not null
);

create table data_set_row (
  data_set_id text not null references data_set (id),
  position bigint not null,
  content bytea not null,
  primary key (data_set_id, position)
);

-- What training runs and recipe runs have in common.
create table run (
  id text primary key,
  kind text not null,
  request_id text not null,
  spec bytea not null,
  state text not null,
  progress bytea,
  error bytea,
  cancel_requested timestamptz,
  event_count bigint not null,
  created timestamptz not null,
  started timestamptz,
  ended timestamptz,
  unique (kind, request_id)
);

create index run_unfinished on run (kind, id) where ended is null;

create table run_event (
  run_id text not null references run (id),
  position bigint not null,
  content bytea not null,
  primary key (run_id, position)
);

create table training_run (
  id text primary key references run (id),
  output_data_set_id text references data_set (id),
  checkpoint text,
  last_metrics bytea,
  attempts integer not null
);

create table attempt (
  run_id text not null references run (id),
  number integer not null,
  token_digest text not null,
  handle text,
  state text not null,
  launched timestamptz not null,
  last_report timestamptz,
  stored_sequence bigint not null,
  detail text,
  primary key (run_id, number)
);

create table recipe_stage (
  run_id text not null references run (id),
  ordinal integer not null,
  outcome bytea not null,
  started timestamptz not null,
  child_position bigint not null,
  primary key (run_id, ordinal)
);
