package org.libstation.circulation;

/// Whether a returned item was on loan.
public enum WasOnLoan {
  YES,
  NO,
  /// Not reported. The station then says nothing about the loan, and staff get no task about it.
  NOT_KNOWN;

  /// [#YES] or [#NO].
  public static WasOnLoan of(boolean onLoan) {
    return onLoan ? YES : NO;
  }
}
