package org.libstation.central;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// Lists the protocols to central systems that this program has.
public final class Centrals {
  private static final List<CentralProvider> ALL =
      ServiceLoader.load(CentralProvider.class, Centrals.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(CentralProvider::protocol))
          .toList();

  private Centrals() {}

  /// All protocols, sorted by their words.
  public static List<CentralProvider> all() {
    return ALL;
  }

  /// The words of all protocols, sorted.
  public static List<String> protocols() {
    return ALL.stream().map(CentralProvider::protocol).toList();
  }

  /// Finds a protocol by its word.
  public static Optional<CentralProvider> of(String protocol) {
    return ALL.stream().filter(each -> each.protocol().equals(protocol)).findFirst();
  }

  /// The protocol of a site that names none.
  public static CentralProvider usual() {
    return ALL.stream().filter(CentralProvider::usual).findFirst().orElseThrow();
  }
}
