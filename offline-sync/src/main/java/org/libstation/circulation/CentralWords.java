package org.libstation.circulation;

/// The words of the rule that recognised the whole free text of a central system's answer (SIP2
/// AF), or none.
///
/// The received text is not kept here. Koha's refusals contain other patrons' names, card numbers
/// and borrower numbers. Journal, screens, paper and logs therefore get these words instead of the
/// text.
public final class CentralWords {
  /// No rule recognises the whole text, or the rule that does has no words.
  public static final CentralWords NONE = new CentralWords("");

  private final String words;

  private CentralWords(String words) {
    this.words = words;
  }

  /// The words of a rule, as a dialect or this program has them. Only the rules may call this
  /// (ArchitectureTest); a received text must never be passed.
  public static CentralWords ofRule(String words) {
    return words.isBlank() ? NONE : new CentralWords(words.strip());
  }

  /// The rule's words; empty text if there are none.
  public String text() {
    return words;
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CentralWords that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return words;
  }
}
