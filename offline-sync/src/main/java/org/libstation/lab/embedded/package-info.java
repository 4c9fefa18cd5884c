/// Belongs here: a library behind a real socket, for demo, training and tests: a SIP2 server over
/// TCP with a ledger in SQLite, its own rules, calendar and fines.
///
/// The flow: [org.libstation.lab.embedded.EmbeddedLibrary] accepts connections and splits lines.
/// [org.libstation.lab.embedded.LibraryCore] reads one request, asks the desks, and writes one
/// answer. [org.libstation.lab.embedded.LendingDesk] and [org.libstation.lab.embedded.ReturnDesk]
/// decide by [org.libstation.lab.embedded.LibraryRules] and book in the tables of the
/// [org.libstation.lab.embedded.LibraryDatabase]. Each acting request adds a line to the
/// append-only action log. [org.libstation.lab.embedded.LibraryFaults] says which request goes
/// wrong and how. [org.libstation.lab.embedded.LedgerReader] reads a ledger from its file.
///
/// The core has one owner at a time and never waits: a simulation calls it directly.
@NullMarked
package org.libstation.lab.embedded;

import org.jspecify.annotations.NullMarked;
