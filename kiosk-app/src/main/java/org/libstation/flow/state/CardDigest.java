package org.libstation.flow.state;

import org.libstation.circulation.PatronId;

/// Stands for a card for a few seconds after its visit, without being it.
@FunctionalInterface
public interface CardDigest {

  /// Equal for equal cards as long as the program runs, and for no longer; the number cannot be
  /// read from it.
  String of(PatronId patron);
}
