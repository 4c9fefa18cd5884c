package org.libstation.circulation;

/// An item id is the library's own barcode of one copy. It is compared trimmed and without regard
/// to case, as central systems do; leading zeros count.
public record ItemId(String value) {
  private static final int LONGEST = 64;

  public ItemId {
    value = value.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("an item barcode has 1 to 64 characters");
    }
  }

  /// Whether a text from outside can be an item's number: 1 to 64 characters, all of which can be
  /// seen ([PlainText]).
  public static boolean fits(String text) {
    String value = text.strip();
    return !value.isEmpty() && value.length() <= LONGEST && PlainText.isPlain(value);
  }

  /// What two barcodes share exactly when they are equal.
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
