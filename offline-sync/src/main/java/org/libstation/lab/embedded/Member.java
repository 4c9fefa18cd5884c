package org.libstation.lab.embedded;

import java.time.LocalDate;

/// A patron of the library, as in the ledger.
///
/// @param card 14 digits, Codabar with check digit
/// @param pinDigest digest of the PIN; the PIN itself is not kept
/// @param expires last day on which the card is valid
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

  /// Shows only the last digits of the card.
  @Override
  public String toString() {
    return "Member[•••• " + card.substring(card.length() - 4) + "]";
  }
}
