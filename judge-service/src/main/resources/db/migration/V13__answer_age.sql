-- Old answers are looked for every minute, the oldest first.
create index chat_answer_created on chat_answer (created);
