create table leaderboard (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  name varchar(128) not null unique,
  spec_digest varchar(64) not null,
  spec bytea not null,
  created timestamptz not null,
  -- Counts publications.
  version bigint not null,
  judgments bigint not null
);

-- The primary key adds judgments exactly once, however often they were sent.
create table leaderboard_publication (
  leaderboard_id uuid not null references leaderboard (id) on delete cascade,
  request_id varchar(128) not null,
  request_digest varchar(64) not null,
  position bigint not null,
  created timestamptz not null,
  judgments bigint not null,
  excluded bigint not null,
  payload bytea not null,
  primary key (leaderboard_id, request_id),
  unique (leaderboard_id, position)
);

-- What was computed of one version with one set of options; it can be computed again at any time.
create table leaderboard_result (
  leaderboard_id uuid not null references leaderboard (id) on delete cascade,
  options_digest varchar(64) not null,
  version bigint not null,
  computed timestamptz not null,
  payload bytea not null,
  json text not null,
  csv text not null,
  markdown text not null,
  html text not null,
  plain text not null,
  primary key (leaderboard_id, options_digest)
);
