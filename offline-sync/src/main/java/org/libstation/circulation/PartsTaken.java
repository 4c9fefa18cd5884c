package org.libstation.circulation;

/// Which parts of a debt a central system books as a payment.
///
/// @param amounts any amount up to the sum owed, for the whole account or for one named charge
/// @param charges one charge, named by its number (CG)
/// @param oldestFirst a payment that names no charge is known to go to the oldest charge first
public record PartsTaken(boolean amounts, boolean charges, boolean oldestFirst) {
  /// The central system books the whole sum owed only.
  public static final PartsTaken NONE = new PartsTaken(false, false, false);

  /// Whether the patron can pay less than everything owed.
  public boolean any() {
    return amounts || charges;
  }
}
