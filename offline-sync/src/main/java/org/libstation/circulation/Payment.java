package org.libstation.circulation;

/// A payment is money that a patron paid at this station.
///
/// @param reference this payment's own number (BK), 1 to 40 characters; no other has it
/// @param amount above nothing
public record Payment(String reference, Money amount) {
  private static final int LONGEST = 40;

  /// @throws IllegalArgumentException when the reference or the amount is out of range
  public Payment {
    if (reference.isBlank() || reference.length() > LONGEST) {
      throw new IllegalArgumentException("a payment's reference has 1 to 40 characters");
    }
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("a payment is above nothing");
    }
  }

  /// What it is settled by in place of an item: payments do not wait for each other.
  public ItemId lane() {
    return new ItemId("payment " + reference);
  }
}
