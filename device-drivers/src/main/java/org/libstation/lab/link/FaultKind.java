package org.libstation.lab.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/// What can go wrong with one kind of [Twin], as the constants of an enum: each is known by its
/// name in small letters with hyphens.
public interface FaultKind {
  /// The highest number that is taken.
  int MOST = 9999;

  /// Of the constant.
  String name();

  /// What it does, for a person.
  String words();

  /// An example of its number, for one that happens so many times; empty for one that lasts.
  Optional<String> count();

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As [Twin#faults()] tells them.
  static <F extends Enum<F> & FaultKind> List<TwinFault> all(Class<F> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(it -> new TwinFault(((FaultKind) it).word(), it.words(), it.count().stream().toList()))
        .toList();
  }

  /// As [Twin#bringAbout] does.
  ///
  /// @param does is given the fault and its number, 1 where it takes none
  static <F extends Enum<F> & FaultKind> Optional<String> bringAbout(
      Class<F> kind, String name, List<String> arguments, ObjIntConsumer<F> does) {
    Optional<F> named =
        Arrays.stream(kind.getEnumConstants())
            .filter(it -> ((FaultKind) it).word().equals(name))
            .findFirst();
    if (named.isEmpty()) {
      return Optional.of("it has no fault '" + name + "'");
    }
    boolean counted = named.get().count().isPresent();
    if (arguments.size() != (counted ? 1 : 0)
        || !arguments.stream().allMatch(it -> it.matches("[1-9][0-9]{0,3}"))) {
      return Optional.of(counted ? "how often? a number up to " + MOST : "it takes no argument");
    }
    does.accept(named.get(), arguments.stream().mapToInt(Integer::parseInt).findFirst().orElse(1));
    return Optional.empty();
  }
}
