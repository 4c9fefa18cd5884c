package org.libstation.circulation;

/// What parts of a debt a central system books.
///
/// @param amounts any amount up to what is owed, of the whole account or of a charge that is named
/// @param charges a charge that is named (CG)
/// @param oldestFirst what names no charge is known to go to the oldest first
public record PartsTaken(boolean amounts, boolean charges, boolean oldestFirst) {
  /// Only all that is owed.
  public static final PartsTaken NONE = new PartsTaken(false, false, false);

  public boolean any() {
    return amounts || charges;
  }
}
