package org.libstation.lab.embedded;

import java.util.Locale;
import java.util.Optional;

/// The lending section of an item. It has the rules of the policy's lending class of the same name.
public enum ItemClass {
  ADULT,
  CHILDREN,
  /// Discs.
  AV,
  /// New books: a shorter loan, no renewal.
  NEW,
  /// For readers of 18 and over.
  MATURE,
  /// For use in the library only.
  REFERENCE;

  /// The name in the ledger, in the title list and in the policy.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ItemClass> ofWord(String word) {
    for (ItemClass itemClass : values()) {
      if (itemClass.word().equals(word)) {
        return Optional.of(itemClass);
      }
    }
    return Optional.empty();
  }
}
