package org.libstation.flow.state;

/// How many items the person says to hold.
public sealed interface Count {

  /// Nothing was said yet.
  record NotSaid() implements Count {}

  /// The person does not want to count, or what is seen is right.
  record NotWanted() implements Count {}

  record StatedCount(int items) implements Count {}
}
