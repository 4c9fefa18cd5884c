package org.libstation.circulation;

import java.util.Locale;

/// The library's own barcode of one copy. Compared trimmed and without regard to case, as central
/// systems do; leading zeros count.
public record ItemId(String value) {
  public ItemId {
    value = value.strip();
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("an item barcode has 1 to 64 characters");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemId that && value.equalsIgnoreCase(that.value);
  }

  @Override
  public int hashCode() {
    return value.toUpperCase(Locale.ROOT).hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
