/// Belongs here: what happened at this station: entries and marks; journal.sqlite keeps them.
///
/// Does not belong here: who asked for it, and what is sent (sync).
///
/// What happened at this station, on disk before anything follows from it.
///
/// The flow: the desk appends an [org.libstation.journal.JournalEntry] (an ask or a fact, never
/// changed), evidence is added as [org.libstation.journal.Mark]s, and the state of an entry is
/// derived from its marks ([org.libstation.journal.EntryState]). The card number of an entry is
/// sealed apart and is the only thing ever erased.
@NullMarked
package org.libstation.journal;

import org.jspecify.annotations.NullMarked;
