package org.libstation.circulation;

/// The library's own barcode of one copy. Compared trimmed and without regard to case, as central
/// systems do; leading zeros count.
public record ItemId(String value) {
  public ItemId {
    value = value.strip();
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("an item barcode has 1 to 64 characters");
    }
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
