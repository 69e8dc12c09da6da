-- Governance packs print rounded numbers, which need no protection against those before: what a pack was made of is no longer
-- kept. Packs made until now told more than is told of children, and are given out no longer.
truncate region_pack;
alter table region_pack drop column tables, drop column told;
-- Its numbers in the words in which they were printed, by their keys (src/domain/region/tables.ts): made of sums, and of no child.
alter table region_pack add column said jsonb not null;
