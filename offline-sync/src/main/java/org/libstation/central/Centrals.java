package org.libstation.central;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The protocols to central systems that this program has.
public final class Centrals {
  private static final List<CentralProvider> ALL =
      ServiceLoader.load(CentralProvider.class, Centrals.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(CentralProvider::protocol))
          .toList();

  private Centrals() {}

  /// All of them, in the order of their words.
  public static List<CentralProvider> all() {
    return ALL;
  }

  /// Their words, in order.
  public static List<String> protocols() {
    return ALL.stream().map(CentralProvider::protocol).toList();
  }

  public static Optional<CentralProvider> of(String protocol) {
    return ALL.stream().filter(each -> each.protocol().equals(protocol)).findFirst();
  }

  /// The one of a site that names none.
  public static CentralProvider usual() {
    return ALL.stream().filter(CentralProvider::usual).findFirst().orElseThrow();
  }
}
