/// SQLite's file format read by our own code (sqlite.org/fileformat2.html), for files that SQLite
/// itself gives up: [DatabaseFile] is the file and its write-ahead log, [Snapshot] its pages of one
/// size with the log laid over them, [TreePage] what stands on a page, [TableTree] whether a table
/// can be walked from its root to every leaf. Nothing is written, and no page is trusted.
@org.jspecify.annotations.NullMarked
package org.libstation.journal.sqlite.pages;
