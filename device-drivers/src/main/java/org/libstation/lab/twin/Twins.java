package org.libstation.lab.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.libstation.device.DeviceAddress;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// The twins this laboratory has.
public final class Twins {
  private Twins() {}

  /// The models that have one, in order.
  public static List<String> models() {
    return List.copyOf(byModel().keySet());
  }

  /// A new twin of a model; empty when the model has none.
  public static Optional<Twin> of(String model) {
    return of(model, Map.of());
  }

  /// A new twin of a device of a model that is set up so; empty when the model has none.
  ///
  /// @param options of `station.yaml`; see [TwinProvider#kinds]
  public static Optional<Twin> of(String model, Map<String, String> options) {
    return Optional.ofNullable(byModel().get(model)).map(it -> it.make(kind(it, options)));
  }

  /// The options by which devices of a model speak otherwise, see [TwinProvider#kinds].
  ///
  /// @throws IllegalStateException when it has no twin
  public static List<Map<String, String>> kinds(String model) {
    return provider(model).kinds();
  }

  private static Map<String, String> kind(TwinProvider provider, Map<String, String> options) {
    return provider.kinds().stream()
        .filter(kind -> !kind.isEmpty() && options.entrySet().containsAll(kind.entrySet()))
        .findFirst()
        .orElse(Map.of());
  }

  /// A new twin of a model that is known to be here.
  ///
  /// @param role what it is needed for
  /// @throws IllegalStateException when there is none, or it cannot be that
  public static <T extends Twin> T of(String model, Class<T> role) {
    return of(model)
        .filter(role::isInstance)
        .map(role::cast)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no twin of the model " + model + " is a " + role.getSimpleName()));
  }

  /// The address of a model that has a twin, on a line, see [TwinProvider#usual].
  ///
  /// @throws IllegalStateException when it has none
  public static DeviceAddress usual(String model) {
    return usual(model, Map.of());
  }

  /// As above, of one that is set up so.
  public static DeviceAddress usual(String model, Map<String, String> options) {
    return provider(model).usual(kind(provider(model), options));
  }

  /// A twin of a model at a port of this computer, see [TwinProvider#atPort].
  ///
  /// @throws IllegalStateException when the model has none
  public static PluggedTwin atPort(String model, Twin twin, int port) {
    return provider(model).atPort(twin, port);
  }

  /// How a driver waits longer for a twin, see [TwinProvider#patience].
  ///
  /// @throws IllegalStateException when the model has none
  public static Map<String, String> patience(String model) {
    return provider(model).patience();
  }

  private static TwinProvider provider(String model) {
    return Optional.ofNullable(byModel().get(model))
        .orElseThrow(() -> new IllegalStateException("no twin of the model " + model));
  }

  private static Map<String, TwinProvider> byModel() {
    Map<String, TwinProvider> found = new TreeMap<>();
    for (TwinProvider provider :
        ServiceLoader.load(TwinProvider.class, Twins.class.getClassLoader())) {
      found.put(provider.model(), provider);
    }
    return found;
  }
}
