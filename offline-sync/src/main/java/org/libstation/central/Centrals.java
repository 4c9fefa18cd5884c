package org.libstation.central;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The protocols to central systems that this program has.
public final class Centrals {
  private Centrals() {}

  /// All of them, in the order of their words.
  public static List<CentralProvider> all() {
    return ServiceLoader.load(CentralProvider.class, Centrals.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted((a, b) -> a.protocol().compareTo(b.protocol()))
        .toList();
  }

  /// Their words, in order.
  public static List<String> protocols() {
    return all().stream().map(CentralProvider::protocol).toList();
  }

  public static Optional<CentralProvider> of(String protocol) {
    return all().stream().filter(each -> each.protocol().equals(protocol)).findFirst();
  }

  /// The one of a site that names none.
  public static CentralProvider usual() {
    return all().stream().filter(CentralProvider::usual).findFirst().orElseThrow();
  }
}
