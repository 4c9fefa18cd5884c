package org.libstation.proof;

/// Planted bugs of the whole station, each another wiring of the same production parts.
public enum Miswiring {
  NONE(1),
  /// A reader that says a tag is cleared as soon as it was asked to clear it.
  CLEARED_WHEN_ASKED(1),
  /// "Released" is written with the loan, before its tag is cleared.
  RELEASED_BEFORE_CLEARED(71),
  /// The tag is cleared when the loan is asked for, whatever the answer will be.
  CLEARED_BEFORE_WRITTEN(568),
  /// The tags that lie on the pad are read anew for each person.
  FORMER_TAGS_LENT(469),
  /// What a pad that does not answer saw before still counts: that it failed is not told, and asked
  /// what lies there, it is taken to say the same again.
  SILENT_READER_COUNTS(158),
  /// Whoever asks what lies on the pad is told at once that all lies there that was seen before.
  LOOK_NOT_AWAITED(12),
  /// A returned item that could not be armed is not told to staff.
  NOT_SECURED_IS_SILENT(224),
  /// What was lent and not taken is known by the running program alone.
  UNTAKEN_IN_MEMORY(243);

  private final int seed;

  Miswiring(int seed) {
    this.seed = seed;
  }

  /// Where the search for a day that catches it begins: the first that did when this was written.
  int firstSeed() {
    return seed;
  }
}
