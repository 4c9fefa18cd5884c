package org.libstation.circulation;

/// A patron id is the number on a patron's card. [#toString()] is masked, so that it cannot slip
/// into a log.
public record PatronId(String value) {
  public PatronId {
    value = value.strip();
    if (!fits(value)) {
      throw new IllegalArgumentException("a card number has 1 to 64 characters");
    }
  }

  /// Whether a text can be one.
  public static boolean fits(String text) {
    String value = text.strip();
    return !value.isEmpty() && value.length() <= 64;
  }

  /// The last four characters after four bullets: all that a screen may show.
  public String masked() {
    return "•••• " + value.substring(Math.max(0, value.length() - 4));
  }

  /// What two numbers share exactly when they are equal.
  public String key() {
    return CaseFolding.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatronId that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
