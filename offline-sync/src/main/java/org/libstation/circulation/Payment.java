package org.libstation.circulation;

import java.util.Optional;

/// A payment is money that a patron paid at this station, or the share of it that goes to one
/// charge.
///
/// @param reference this payment's own number (BK), 1 to 40 characters; no other has it. A share is
///   named by that of the whole, a point and its number
/// @param amount above nothing
/// @param charge the one charge it goes to, by the central system's own number (CG); empty: to
///   whatever is owed
public record Payment(String reference, Money amount, Optional<String> charge) {
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

  /// To whatever is owed.
  public static Payment ofWhatIsOwed(String reference, Money amount) {
    return new Payment(reference, amount, Optional.empty());
  }

  /// The part of this payment that goes to one charge.
  ///
  /// @param number of the share, from 1
  public Payment share(int number, PaymentRequest.Share share) {
    return new Payment(reference + '.' + number, share.amount(), Optional.of(share.charge()));
  }

  /// What it is settled by in place of an item: payments do not wait for each other, shares of one
  /// do.
  public ItemId lane() {
    int point = reference.indexOf('.', 1);
    return new ItemId("payment " + (point < 0 ? reference : reference.substring(0, point)));
  }
}
