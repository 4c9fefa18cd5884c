package org.libstation.journal.sqlite;

/// Names of the files in a journal's directory.
public final class JournalFiles {
  public static final String FILE = "journal.db";
  static final String LOCK = "journal.lock";
  static final String BALLAST = "ballast";

  private JournalFiles() {}
}
