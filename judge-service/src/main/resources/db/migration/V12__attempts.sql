-- How often a run was claimed since its last verdict was stored: one that ends every process that
-- works on it is not worked on for ever.
alter table evaluation add column attempts integer not null default 0;
