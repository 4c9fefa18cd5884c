package org.libstation.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.ReaderClasses;

/// Finds a patron's class among the classes of a policy, in their order. The central system's word
/// is tried first, then the card number.
record PatronClasses(List<PatronClass> all) implements ReaderClasses {

  @Override
  public Optional<String> of(Optional<PatronId> card, Optional<String> told) {
    Optional<String> named =
        told.map(PatronClasses::folded)
            .flatMap(
                word ->
                    first(one -> one.central().stream().anyMatch(it -> folded(it).equals(word))));
    if (named.isPresent()) {
      return named;
    }
    Optional<String> byCard =
        card.flatMap(number -> first(one -> one.cards().stream().anyMatch(it -> it.fits(number))));
    if (byCard.isPresent()) {
      return byCard;
    }
    boolean fieldAsked = all.stream().anyMatch(one -> !one.central().isEmpty());
    boolean cardAsked = all.stream().anyMatch(one -> !one.cards().isEmpty());
    boolean untold = (fieldAsked && told.isEmpty()) || (cardAsked && card.isEmpty());
    return untold ? Optional.empty() : Optional.of("");
  }

  private Optional<String> first(Predicate<PatronClass> which) {
    return all.stream().filter(which).findFirst().map(PatronClass::id);
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
