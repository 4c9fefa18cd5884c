package org.libstation.circulation;

import java.util.List;

/// What a patron wishes to pay of the sum owed.
///
/// @param owed the sum owed, as the patron was shown it
/// @param amount what the patron wants to pay: above zero, at most the sum owed
/// @param shares the charges to pay, each with its amount; together they make the whole amount.
///   Empty if no charge is named; the central system then spreads the amount
public record PaymentRequest(Money owed, Money amount, List<Share> shares) {

  /// Largest number of shares; more charges than a person can choose by touch.
  public static final int MOST_SHARES = 99;

  /// The amount to pay of one charge.
  ///
  /// @param charge the central system's number of the charge (CG)
  public record Share(String charge, Money amount) {}

  /// @throws IllegalArgumentException if the sums do not agree or there are too many shares
  public PaymentRequest {
    shares = List.copyOf(shares);
    boolean within = amount.minor() > 0 && amount.minor() <= owed.minor();
    long shared = shares.stream().mapToLong(share -> share.amount().minor()).sum();
    if (!within || !amount.currency().equals(owed.currency())) {
      throw new IllegalArgumentException("a payment is above nothing and no more than is owed");
    }
    if (!shares.isEmpty() && (shared != amount.minor() || shares.size() > MOST_SHARES)) {
      throw new IllegalArgumentException("the shares are not the amount");
    }
  }

  /// A request to pay everything owed.
  public static PaymentRequest all(Money owed) {
    return new PaymentRequest(owed, owed, List.of());
  }

  /// Whether a part of the sum stays owed.
  public boolean isPart() {
    return amount.minor() < owed.minor();
  }
}
