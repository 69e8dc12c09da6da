-- An agency's people know the adopters only where the authority has given it a function that needs it, and after the
-- adoption order only for adoption support (`needsAdopters` in src/domain/agency/functions.ts): held here as well,
-- whatever the program has found.

create function viewer_agency_knows() returns setof uuid language sql stable parallel safe
begin atomic
  select s.record_id from agreement g join child_summary s on s.authority = g.authority
  where g.agency = nullif(current_setting('viewer.agency', true), '')
    and (g.functions && '{matching,adopters,placement-support,adoption-support}' and s.stage <> 'adopted' or g.functions && '{adoption-support}');
end;

create policy of_agency on family_identity as restrictive to permanence_app
  using ((select nullif(current_setting('viewer.agency', true), '')) is null or record_id in (select viewer_agency_knows()))
  with check ((select nullif(current_setting('viewer.agency', true), '')) is null or record_id in (select viewer_agency_knows()));

create policy families_of_agency on finding_term as restrictive for select to permanence_app using (
  type <> 'family' or (select nullif(current_setting('viewer.agency', true), '')) is null
  or record_id in (select viewer_agency_knows()) or record_id in (select viewer_projecting()));
