package org.libstation.journal.sqlite.pages;

/// One value of a record (fileformat2, 2.1). Our tables hold no floating-point numbers.
public sealed interface ColumnValue {
  /// NULL, which also stands for the row's own number.
  record NullColumn() implements ColumnValue {}

  record ColumnInteger(long value) implements ColumnValue {}

  record ColumnText(String value) implements ColumnValue {}

  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record ColumnBytes(byte[] value) implements ColumnValue {}
}
