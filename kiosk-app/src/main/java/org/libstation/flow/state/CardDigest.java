package org.libstation.flow.state;

import org.libstation.circulation.PatronId;

/// Computes a value by which a card is recognised shortly after its visit, without keeping its
/// number.
@FunctionalInterface
public interface CardDigest {

  /// Returns the same value for the same card during one run of the program. The card number cannot
  /// be derived from it.
  String of(PatronId patron);
}
