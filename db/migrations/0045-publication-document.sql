-- The Word document of a publication, byte for byte as whoever published it was given it: a download that fails is made again, and
-- it can be said what a committee had. Null where the document is made of what was told whenever it is asked for, and of reports
-- published before documents were kept.
alter table publication add column document bytea;
-- SHA-256 of what the document was made of: published again with nothing changed, it is the same publication.
alter table publication add column made_of bytea check (length(made_of) = 32);
