package org.libstation.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.fines.ReaderFine;

/// Checks the rules for groups of readers. Reports rules that match nothing, and patron classes
/// that cannot be distinguished.
final class ReaderChecks {
  private final Section all;
  private final PolicyBundle bundle;

  ReaderChecks(Section all, PolicyBundle bundle) {
    this.all = all;
    this.bundle = bundle;
  }

  void check() {
    bundle
        .classes()
        .forEach(
            (name, rules) -> {
              for (int rule = 0; rule < rules.size(); rule++) {
                readers(name, "[" + (rule + 1) + "]", rules.get(rule).lendingClass().readers());
              }
            });
    Map<String, String> whose = new HashMap<>();
    for (PatronClass one : bundle.patrons().values()) {
      one.central().forEach(word -> twice(whose, one, "central", word));
      one.cards().forEach(card -> twice(whose, one, "cards", card.text()));
    }
  }

  private void readers(String lendingClass, String rule, List<ReaderFine> readers) {
    for (int i = 0; i < readers.size(); i++) {
      ReaderFine one = readers.get(i);
      String[] path = {"classes", lendingClass, rule, "fine", "readers", "[" + (i + 1) + "]"};
      known(one.patrons(), bundle.patrons().keySet(), "patron class", path, "patrons");
      known(one.places(), bundle.places().keySet(), "place", path, "places");
      one.patrons().stream()
          .flatMap(id -> Optional.ofNullable(bundle.patrons().get(id)).stream())
          .filter(known -> known.central().isEmpty() && known.cards().isEmpty())
          .map(PatronClass::id)
          .sorted()
          .forEach(
              id ->
                  fault(
                      "nothing says who belongs to patron class "
                          + id
                          + "; say under patrons."
                          + id
                          + " what the central system calls them (central), or what their card"
                          + " numbers look like (cards)",
                      path,
                      "patrons"));
      if (readers.subList(0, i).stream().anyMatch(before -> covers(before, one))) {
        all.faultAt("it matches nothing: the rules above it already cover all of these", path);
      }
    }
  }

  private static boolean covers(ReaderFine before, ReaderFine one) {
    return covers(before.patrons(), one.patrons())
        && covers(before.places(), one.places())
        && covers(before.media(), one.media());
  }

  private static boolean covers(Set<String> before, Set<String> one) {
    return before.isEmpty() || (!one.isEmpty() && before.containsAll(one));
  }

  private void known(Set<String> names, Set<String> known, String kind, String[] path, String key) {
    names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> fault("it matches nothing: there is no " + kind + " " + name, path, key));
  }

  private void fault(String words, String[] path, String key) {
    String[] whole = Arrays.copyOf(path, path.length + 1);
    whole[path.length] = key;
    all.faultAt(words, whole);
  }

  private void twice(Map<String, String> whose, PatronClass one, String key, String text) {
    String other = whose.putIfAbsent(key + " " + text.strip().toLowerCase(Locale.ROOT), one.id());
    if (other != null) {
      all.faultAt(text + " means patron class " + other + " already", "patrons", one.id(), key);
    }
  }
}
