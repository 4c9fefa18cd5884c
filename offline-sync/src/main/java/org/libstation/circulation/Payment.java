package org.libstation.circulation;

import java.util.Optional;

/// Money that a patron paid at this station, or the share of it for one charge.
///
/// @param reference unique number of this payment (BK), 1 to 40 characters. A share has the
///   reference of the whole payment, a point and the number of the share
/// @param amount above zero
/// @param charge the central system's number (CG) of the one charge that is paid; empty if the
///   payment names no charge
public record Payment(String reference, Money amount, Optional<String> charge) {
  private static final int LONGEST = 40;

  /// @throws IllegalArgumentException if the reference or the amount is out of range
  public Payment {
    if (reference.isBlank() || reference.length() > LONGEST) {
      throw new IllegalArgumentException("a payment's reference has 1 to 40 characters");
    }
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("a payment is above nothing");
    }
  }

  /// A payment of whatever is owed, without naming a charge.
  public static Payment ofWhatIsOwed(String reference, Money amount) {
    return new Payment(reference, amount, Optional.empty());
  }

  /// The share of this payment that goes to one charge.
  ///
  /// @param number number of the share, from 1
  public Payment share(int number, PaymentRequest.Share share) {
    return new Payment(reference + '.' + number, share.amount(), Optional.of(share.charge()));
  }

  /// Identifier by which the payment is settled, in place of an item. All shares of a payment have
  /// the same one and so wait for each other; separate payments do not.
  public ItemId lane() {
    int point = reference.indexOf('.', 1);
    return new ItemId("payment " + (point < 0 ? reference : reference.substring(0, point)));
  }
}
