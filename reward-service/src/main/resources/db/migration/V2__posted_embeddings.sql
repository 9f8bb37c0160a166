-- IEEE 754 single precision, little-endian, one row per pair in the spec's order.
create table head_training_embeddings (
    training_id uuid primary key references head_training (id) on delete cascade,
    chosen      bytea not null,
    rejected    bytea not null
);
