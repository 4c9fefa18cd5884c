package org.libstation.circulation;

/// A patron's card number. [#toString()] is masked, so that it cannot slip into a log.
public record PatronId(String value) {
  public PatronId {
    value = value.strip();
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("a card number has 1 to 64 characters");
    }
  }

  /// The last four characters after four bullets: all that a screen may show.
  public String masked() {
    return "•••• " + value.substring(Math.max(0, value.length() - 4));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatronId that
        && CaseFolding.of(value).equals(CaseFolding.of(that.value));
  }

  @Override
  public int hashCode() {
    return CaseFolding.of(value).hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
