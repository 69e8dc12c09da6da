-- Whoever sees an authority's children in full sees who works in its regional agency: they may be named on a record.
create policy seen_of_agency on account for select to permanence_app using (
  organisation in (select agency from agreement where authority = any (array(select viewer_list('viewer.authorities')))));
