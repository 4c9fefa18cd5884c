package org.libstation.circulation;

/// Whether a returned item was on loan.
public enum WasOnLoan {
  YES,
  NO,
  /// Nobody told it: then nothing is said of the loan, and staff get no task about it.
  NOT_KNOWN;

  /// Yes or no.
  public static WasOnLoan of(boolean onLoan) {
    return onLoan ? YES : NO;
  }
}
