package org.libstation.circulation;

/// The library's barcode of one copy. Barcodes are compared trimmed and without regard to case, as
/// central systems do; leading zeros count.
public record ItemId(String value) {
  private static final int LONGEST = 64;

  /// @throws IllegalArgumentException if the barcode has not 1 to 64 characters
  public ItemId {
    value = value.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("an item barcode has 1 to 64 characters");
    }
  }

  /// Whether a text from outside can be a barcode: 1 to 64 characters, none of them harmful
  /// ([PlainText]).
  public static boolean fits(String text) {
    String value = text.strip();
    return !value.isEmpty() && value.length() <= LONGEST && PlainText.isPlain(value);
  }

  /// Form of the barcode for comparison: two barcodes are equal exactly if their keys are equal.
  public String key() {
    return CaseFolding.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemId that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
