package org.libstation.lab.embedded;

import java.time.LocalDate;

/// A patron of the library, as its ledger knows one.
///
/// @param card 14 digits, Codabar with check digit
/// @param pinDigest what a PIN is compared with; the PIN itself is not kept
/// @param expires last day on which the card is good
record Member(
    String card,
    String pinDigest,
    String name,
    MemberClass kind,
    LocalDate expires,
    MemberState state) {

  enum MemberClass {
    ADULT,
    CHILD
  }

  enum MemberState {
    GOOD,
    LOST,
    BLOCKED
  }

  /// The card is told by its last digits only.
  @Override
  public String toString() {
    return "Member[•••• " + card.substring(card.length() - 4) + "]";
  }
}
