-- Answers of chat models, by the digest of everything that was asked.
create table chat_answer (
  key varchar(64) primary key,
  created timestamptz not null,
  payload bytea not null
);
