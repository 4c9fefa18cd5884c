/// The journal on SQLite.
///
/// The flow: [org.libstation.journal.sqlite.JournalStore] locks the directory, checks the file and
/// hands out a [org.libstation.journal.sqlite.SqliteJournal] (or sets a corrupt file aside and
/// begins a new one). Which journal should lie there is known by a high-water mark beside the
/// directory ([org.libstation.journal.sqlite.HighWater]); where another, an older one or none does,
/// that is a [org.libstation.journal.sqlite.JournalBreak] until a named person answers it. The
/// journal writes through one class a table (`entry`, `mark`, `sealed`);
/// [org.libstation.journal.sqlite.EventText] and [org.libstation.journal.sqlite.MarkText] spell
/// what is written in words that a person with the `sqlite3` program can read;
/// [org.libstation.journal.sqlite.CardSealer] seals card numbers;
/// [org.libstation.journal.sqlite.JournalSalvage] brings open entries over from a file that was set
/// aside, and [org.libstation.journal.sqlite.RecoveredCards] opens sealed cards of a dead machine.
@NullMarked
package org.libstation.journal.sqlite;

import org.jspecify.annotations.NullMarked;
