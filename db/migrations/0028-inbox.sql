-- How many messages somebody has not read is asked with each page: found without reading the others.
create index message_unread on message (account) where read_at is null;
