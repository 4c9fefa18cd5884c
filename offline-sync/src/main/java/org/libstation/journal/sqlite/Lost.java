package org.libstation.journal.sqlite;

/// What is known about rows that could not be read.
public sealed interface Lost {

  /// The file is complete as far as the file itself shows. If it is an older copy, or its log was
  /// removed, it cannot show what was written later.
  record NoneKnown() implements Lost {}

  /// Rows were lost, in an unknown number.
  ///
  /// @param atLeast how many numbers are known to have been given to lost rows
  record LossUnknown(long atLeast) implements Lost {}
}
