-- Old answers are looked for every minute. They lie in the order of their creation, for which this
-- index needs next to nothing.
create index chat_answer_created on chat_answer using brin (created) with (autosummarize = on);
