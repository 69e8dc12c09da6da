-- Whoever offered a child sees what came of it once the child’s record is closed to them: the offer, as they made it, and its answer.
create policy taken_over on transfer for select to permanence_app
  using (authority = (select viewer_moves()) and state = 'taken-over' and offered_by = (select viewer_account()));
