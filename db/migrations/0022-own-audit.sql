-- What somebody did themselves they see no more of a record that has been walled off since.
drop policy own on audit;
create policy own on audit for select to permanence_app using (
  authority = any ((select viewer_array('viewer.allocated_in'))::text[]) and actor = (select viewer_account())
  and (record_id is null or record_id not in (select w from viewer_walled() as w)));
