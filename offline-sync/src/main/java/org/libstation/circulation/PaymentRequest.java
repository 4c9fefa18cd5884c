package org.libstation.circulation;

import java.util.List;

/// What a patron wishes to pay of what is owed.
///
/// @param owed the sum that the account was shown to owe
/// @param amount what shall be paid of it: above nothing, no more than is owed
/// @param shares the charges it shall go to, each with what it is paid; together they are the
///   amount. Empty: to whatever is owed, as the central system spreads it
public record PaymentRequest(Money owed, Money amount, List<Share> shares) {

  /// More charges than a person can choose by touch.
  public static final int MOST_SHARES = 99;

  /// @param charge the central system's own number of it (CG)
  public record Share(String charge, Money amount) {}

  /// @throws IllegalArgumentException when the sums do not agree
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

  /// All that is owed.
  public static PaymentRequest all(Money owed) {
    return new PaymentRequest(owed, owed, List.of());
  }

  /// Whether something stays owed.
  public boolean isPart() {
    return amount.minor() < owed.minor();
  }
}
