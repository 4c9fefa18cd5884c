package org.libstation.flow.state;

/// How many items the person wants to borrow, by their own count.
public sealed interface Count {

  /// The person has not said a number yet.
  record NotSaid() implements Count {}

  /// The person does not want to count, or confirmed the number that was read.
  record NotWanted() implements Count {}

  record StatedCount(int items) implements Count {}
}
