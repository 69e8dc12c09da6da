-- Minutes once they are confirmed: locked, with corrections beside them that say why; and the record of one child, which names no other.

-- Why it is corrected. Words typed after the minutes were locked, and not made a correction yet, have none.
alter table meeting_text_beside add column why text check (length(why) between 1 and 2000);

-- Whoever follows a meeting keeps words beside its boxes; only whoever holds it makes a correction of them.
drop policy added on meeting_text_beside;
create policy added on meeting_text_beside for insert to permanence_app
  with check (typed_by = (select viewer_account()) and settled_as is null and exists (select from agenda_item i where i.id = item));
create policy corrected on meeting_text_beside for insert to permanence_app
  with check (organisation = (select viewer_holds()) and typed_by = (select viewer_account()) and settled_by = typed_by and because = 'correction' and settled_as = 'taken' and exists (select from agenda_item i where i.id = item));

-- What the minutes say is what they said when they were confirmed; and what is confirmed stays so.
create policy unlocked on meeting_text as restrictive for insert to permanence_app
  with check (exists (select from meeting m where m.organisation = meeting_text.organisation and m.id = meeting_text.meeting and m.state <> 'confirmed'));
create policy still_unlocked on meeting_text as restrictive for update to permanence_app
  using (exists (select from meeting m where m.organisation = meeting_text.organisation and m.id = meeting_text.meeting and m.state <> 'confirmed'));
create policy stays_confirmed on meeting as restrictive for update to permanence_app using (state <> 'confirmed') with check (true);

-- Words of an item’s record that look like another child of the agenda and are not: which, who said so and when.
alter table agenda_item add column told_apart jsonb not null default '[]';
