-- The program of itself asks workers for their updates, and whoever covers for them: the machine's operator sees who covers
-- for whom in its own authority.
create policy operator_seen on cover for select to permanence_app
  using ((select viewer_is('viewer.operator')) and authority = (select viewer_past_walls()));
