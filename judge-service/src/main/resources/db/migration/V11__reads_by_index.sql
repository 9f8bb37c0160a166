-- Reads that go by an index whatever the planner believes. The client prepares a statement once,
-- and PostgreSQL then keeps its plan until the tables are analysed, a minute later or more. Where
-- the tables were small when it was planned, that plan reads all of them again and again while they
-- grow by thousands of rows a second.

-- Answers by their keys.
create function chat_answers(keys varchar[])
  returns table (key varchar, payload bytea)
  language sql stable
  set enable_seqscan = off
  as $$ select a.key, a.payload from chat_answer a where a.key = any (keys) $$;

-- What is still to be judged of a run's comparisons between two positions, the second not included.
create function pending_verdicts(run uuid, first integer, beyond integer)
  returns table (comparison integer, judge integer, payload bytea)
  language sql stable
  set enable_seqscan = off
  as $$
    select c.comparison, j.judge, c.payload
    from evaluation_comparison c
    join evaluation_judge j on j.evaluation_id = c.evaluation_id
    where c.evaluation_id = run and c.comparison >= first and c.comparison < beyond
      -- The offset keeps the planner from a join over all verdicts of the run.
      and not exists (
        select from evaluation_verdict v
        where v.evaluation_id = run and v.judge = j.judge and v.comparison = c.comparison offset 0)
  $$;
