/// A library of its own behind a real socket, for demo, training and tests: a SIP2 server over TCP
/// with a ledger in SQLite, its own rules, calendar and fines.
///
/// The flow: [org.libstation.central.embedded.EmbeddedLibrary] accepts connections and cuts lines;
/// [org.libstation.central.embedded.LibraryCore] reads one request, asks the desks, and writes one
/// answer; [org.libstation.central.embedded.LendingDesk] and
/// [org.libstation.central.embedded.ReturnDesk] decide by
/// [org.libstation.central.embedded.LibraryRules] and books in the tables of the
/// [org.libstation.central.embedded.LibraryDatabase], each acting request with a line in the
/// append-only action log. [org.libstation.central.embedded.Faults] says which request shall go
/// wrong and how. [org.libstation.central.embedded.LedgerReader] reads a ledger from its file.
///
/// The core has one owner at a time and never waits: a simulation calls it directly.
@NullMarked
package org.libstation.central.embedded;

import org.jspecify.annotations.NullMarked;
