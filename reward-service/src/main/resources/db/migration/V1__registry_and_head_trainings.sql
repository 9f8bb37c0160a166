create table reward_model (
    id            bigint generated always as identity primary key,
    name          text        not null,
    version       bigint      not null check (version > 0),
    kind          text        not null,
    encoder        text        not null,
    encoder_digest text        not null,
    configuration text        not null,
    weights       bytea       not null,
    digest        text        not null,
    metrics       text        not null,
    created       timestamptz not null,
    unique (name, version)
);

create table reward_model_alias (
    id      bigint generated always as identity primary key,
    name    text   not null,
    alias   text   not null,
    version bigint not null,
    unique (name, alias),
    foreign key (name, version) references reward_model (name, version)
);

create table head_training (
    id             uuid primary key,
    request_id     text        not null unique,
    request_digest text        not null,
    state          text        not null,
    spec           text        not null,
    phase          text        not null,
    done           bigint      not null,
    total          bigint      not null,
    unit           text        not null,
    error          text,
    model_name     text,
    model_version  bigint,
    owner          uuid,
    lease_until    timestamptz,
    last_position  bigint      not null,
    created        timestamptz not null,
    started        timestamptz,
    ended          timestamptz
);

create index head_training_waiting on head_training (created) where state in ('QUEUED', 'RUNNING');

create table head_training_event (
    id          bigint generated always as identity primary key,
    training_id uuid        not null references head_training (id) on delete cascade,
    position    bigint      not null,
    time        timestamptz not null,
    kind        text        not null,
    body        text        not null,
    unique (training_id, position)
);
