package org.libstation.circulation;

/// The number on a patron's card. [#toString()] is masked, so that the number cannot slip into a
/// log.
public record PatronId(String value) {
  /// @throws IllegalArgumentException if the number has not 1 to 64 characters
  public PatronId {
    value = value.strip();
    if (!fits(value)) {
      throw new IllegalArgumentException("a card number has 1 to 64 characters");
    }
  }

  /// Whether a text can be a card number: 1 to 64 characters.
  public static boolean fits(String text) {
    String value = text.strip();
    return !value.isEmpty() && value.length() <= 64;
  }

  /// Four bullets and the last four characters, the only part that a screen may show. Of a number
  /// with fewer than eight characters at least half stays hidden.
  public String masked() {
    return "•••• " + value.substring(value.length() - Math.min(4, value.length() / 2));
  }

  /// Form of the number for comparison, without regard to case: two numbers are equal exactly if
  /// their keys are equal.
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
