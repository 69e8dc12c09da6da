-- Afterwards: rebuild
-- The references of families who may adopt a child are terms of their own (src/domain/access/side.ts): nobody finds a
-- child by them who may not know the adopters.
alter table finding_term drop constraint finding_term_type_check,
  add constraint finding_term_type_check check (type in ('local-id', 'name', 'carer', 'family'));
