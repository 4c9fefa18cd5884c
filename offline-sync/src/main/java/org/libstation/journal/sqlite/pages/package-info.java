/// Our own reader of SQLite's file format (sqlite.org/fileformat2.html), for files that SQLite
/// itself cannot open. Nothing is written, and no page is trusted.
///
/// [DatabaseFile] is the file and its write-ahead log. [Snapshot] is the pages at one page size,
/// with the log applied. [TreePage] is the content of a page. [TableTree] checks whether a table
/// can be walked from its root to every leaf.
///
/// Does not belong here: the meaning of the journal's rows (`journal.sqlite`).
@org.jspecify.annotations.NullMarked
package org.libstation.journal.sqlite.pages;
