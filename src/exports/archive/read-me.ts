import type { ArchivedRecord } from "./archive.ts";

/** What somebody needs to know who has this folder and nothing else, a hundred years on. Lines of at most 100 characters. */
export const readMe = ({ authority, localId, recordId, entries, erased, kept, madeBy, madeOn, madeAt }: ArchivedRecord): string => `ARCHIVE OF ONE CHILD’S RECORD

Child             ${localId} (the authority’s own id; names are in the chronology where they were recorded)
Authority         ${authority.name} (${authority.code})
Made by           ${madeBy}
Made on           ${madeOn}, London time (${madeAt} in UTC)
Entries           ${entries.length}${erased.length === 0 ? "" : `, and ${erased.length} whose words were erased by law`}
How long kept     ${kept}

CONFIDENTIAL. It is about a child, and may be about the child’s adoption. Keep it as the law on adoption
records asks. That it was made is written down in the record’s log of access.

WHAT THIS IS
The record holds what was known of the child’s way to a permanent family, from coming into care, or before,
to an adoption order or another home. It is a chronology: each entry says what happened, on what
day, how sure that was, who wrote it down, when, and from what source. Nothing in it was ever written
over: a correction stands in the place of what it corrects, and both are here.

The child’s name and address after an adoption, and who the adopters are, are not in this archive. They
are kept apart, behind a wall of their own.

THE FILES
README.txt        this text
chronology.txt    the whole record in words, to be read from top to bottom
chronology.csv    the same, one line for each entry, to be sorted and counted
clocks.csv        what had to be done by when, under which rule, and when it was done
audit.csv         which commands changed the record, by whom and when
access.csv        who opened the record or was refused it, when and how
proof.csv         for each entry, the numbers by which it can be proved that it was not changed
manifest.sha256   the SHA-256 of each of the other files

HOW TO READ THEM
All are plain text in UTF-8. Those ending in .csv are tables: the first line names the columns, commas
divide the cells, and a cell in double quotes may hold commas and lines of its own (RFC 4180). A cell
that a spreadsheet might take for a formula has an apostrophe before it. Days are written year-month-day
(2026-03-05 is 5 March 2026); instants are in UTC.

IS ANYTHING MISSING OR CHANGED?
In this folder, on any machine with the usual tools:  sha256sum -c manifest.sha256
Each file is then said to be OK, or not. SHA-256 is defined in FIPS 180-4.

HOW TO PROVE AN ENTRY
Each line of proof.csv has the hash of the entry before it in the authority’s chain (“before”), a random
salt, the entry as text (“payload”: JSON with its keys in order and nothing between its parts), and two
hashes, all in hexadecimal but the payload:

    payload hash = SHA-256 of the salt’s 16 bytes followed by the payload in UTF-8
    hash         = SHA-256 of the 32 bytes of “before” followed by the 32 bytes of the payload hash

The chain runs through every entry of the authority, so entries of other children stand between those
here. Its latest hash was written down outside the system each day: an entry that was changed since
would no longer lead to it. Of an erased entry the salt and the payload are empty; its hashes stand.

This record’s own id, as the payloads have it: ${recordId}
`;
