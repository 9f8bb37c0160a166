-- What chat models have cost, over all processes.
create table model_spending (
  model varchar(256) primary key,
  spent double precision not null
);

-- What a run's verdicts have cost, and what they may; 0 is no limit.
alter table evaluation
  add column cost double precision not null default 0,
  add column budget double precision not null default 0;
