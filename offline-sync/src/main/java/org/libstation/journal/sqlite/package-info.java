/// The journal in one SQLite file, and what repairs, copies or restores that file.
///
/// [org.libstation.journal.sqlite.JournalStore] locks the directory, checks the file and opens a
/// [org.libstation.journal.sqlite.SqliteJournal]. It sets a corrupt file aside and begins a new
/// one. A high-water mark beside the directory ([org.libstation.journal.sqlite.HighWater]) says
/// which journal should be there. A missing, different or older journal is a
/// [org.libstation.journal.sqlite.JournalBreak] until a named person answers it.
///
/// Each table (`entry`, `mark`, `sealed`) has one class. [org.libstation.journal.sqlite.EventText]
/// and [org.libstation.journal.sqlite.MarkText] write words that a person with the `sqlite3`
/// program can read. [org.libstation.journal.sqlite.CardSealer] seals card numbers.
/// [org.libstation.journal.sqlite.JournalSalvage] brings open entries over from a file that was set
/// aside. [org.libstation.journal.sqlite.RecoveredCards] opens the sealed cards of a dead machine.
///
/// Does not belong here: rules of circulation, and what is sent.
@NullMarked
package org.libstation.journal.sqlite;

import org.jspecify.annotations.NullMarked;
