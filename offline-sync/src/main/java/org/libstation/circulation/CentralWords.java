package org.libstation.circulation;

/// What the free text of a central system's answer (SIP2 AF) came to: the words of the rule that
/// knows the whole of it, or none.
///
/// The text itself is not in here and cannot be had from here. Koha's refusals carry other readers'
/// names, card and borrower numbers, so whatever lies behind this border (journal, screens, paper,
/// logs) is handed this instead of a text.
public final class CentralWords {
  /// No rule knows the whole text, or the rule that does has no words of its own.
  public static final CentralWords NONE = new CentralWords("");

  private final String words;

  private CentralWords(String words) {
    this.words = words;
  }

  /// The words of a rule, as a dialect or this program has them. Only the rules themselves may call
  /// this (ArchitectureTest): what was received never goes in here.
  public static CentralWords ofRule(String words) {
    return words.isBlank() ? NONE : new CentralWords(words.strip());
  }

  /// The rule's words; empty text where there are none.
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
