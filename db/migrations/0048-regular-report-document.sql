-- The Word document of a regular report, byte for byte as it was made: what the meeting got can be had again. Null of what was done
-- to the register otherwise, and of reports made before documents were kept.
alter table regular_report_change add column document bytea check (document is null or what = 'made');
