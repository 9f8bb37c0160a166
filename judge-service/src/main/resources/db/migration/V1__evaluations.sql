create table evaluation (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  request_id varchar(128) not null unique,
  spec_digest varchar(64) not null,
  name text not null,
  state varchar(16) not null,
  done bigint not null,
  total bigint not null,
  level double precision not null,
  created timestamptz not null,
  started timestamptz,
  ended timestamptz,
  error_code integer not null,
  error_message text not null,
  events bigint not null,
  worker uuid,
  lease_until timestamptz
);

create index evaluation_open on evaluation (created) where state in ('QUEUED', 'RUNNING');

create table evaluation_judge (
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  judge integer not null,
  payload bytea not null,
  primary key (evaluation_id, judge)
);

create table evaluation_comparison (
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  comparison integer not null,
  cluster text not null,
  -- One character per null judge: 1, 2, or = for a tie.
  null_winners varchar(16) not null,
  payload bytea not null,
  primary key (evaluation_id, comparison)
);

-- The primary key makes results exactly-once, however often a comparison was judged.
create table evaluation_verdict (
  evaluation_id uuid not null,
  judge integer not null,
  comparison integer not null,
  state varchar(16) not null,
  winner varchar(8),
  probability double precision,
  both_readable boolean not null,
  payload bytea not null,
  primary key (evaluation_id, judge, comparison),
  foreign key (evaluation_id, judge) references evaluation_judge on delete cascade,
  foreign key (evaluation_id, comparison) references evaluation_comparison on delete cascade
);

create table evaluation_event (
  evaluation_id uuid not null references evaluation (id) on delete cascade,
  position bigint not null,
  payload bytea not null,
  primary key (evaluation_id, position)
);
