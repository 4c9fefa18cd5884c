/// What happened at this station: journal entries and their marks. An entry is on the disk before
/// anything follows from it.
///
/// The desk appends a [org.libstation.journal.JournalEntry], an ask or a fact, which never changes.
/// [org.libstation.journal.Mark]s add evidence and give its state
/// ([org.libstation.journal.EntryState]). Only the card number of an entry, sealed separately, is
/// ever erased.
///
/// Does not belong here: storage in a file (`journal.sqlite`), who asks for what, and what is sent
/// (`sync`).
@NullMarked
package org.libstation.journal;

import org.jspecify.annotations.NullMarked;
