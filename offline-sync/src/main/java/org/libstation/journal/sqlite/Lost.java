package org.libstation.journal.sqlite;

/// What is known of rows that could not be read.
public sealed interface Lost {

  /// The file is whole in itself: none that it knows of. What was written later, if the file is an
  /// older copy or its log was taken away, no file can tell.
  record NoneKnown() implements Lost {}

  /// Nobody knows how many.
  ///
  /// @param atLeast so many numbers are known to have been given
  record LossUnknown(long atLeast) implements Lost {}
}
