package org.libstation.lab.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.libstation.device.DeviceAddress;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// Finds the twins of this laboratory.
public final class Twins {
  private Twins() {}

  /// The models that have a twin, in order.
  public static List<String> models() {
    return List.copyOf(byModel().keySet());
  }

  /// Makes a new twin of a model; empty if the model has none.
  public static Optional<Twin> of(String model) {
    return of(model, Map.of());
  }

  /// Makes a new twin of a model with these options; empty if the model has none.
  ///
  /// @param options of `station.yaml`; see [TwinProvider#kinds]
  public static Optional<Twin> of(String model, Map<String, String> options) {
    return Optional.ofNullable(byModel().get(model)).map(it -> it.make(kind(it, options)));
  }

  /// The options under which devices of a model speak another protocol, see [TwinProvider#kinds].
  ///
  /// @throws IllegalStateException if the model has no twin
  public static List<Map<String, String>> kinds(String model) {
    return provider(model).kinds();
  }

  private static Map<String, String> kind(TwinProvider provider, Map<String, String> options) {
    return provider.kinds().stream()
        .filter(kind -> !kind.isEmpty() && options.entrySet().containsAll(kind.entrySet()))
        .findFirst()
        .orElse(Map.of());
  }

  /// Makes a new twin of a model that must exist.
  ///
  /// @param role the role that the twin must have
  /// @throws IllegalStateException if the model has no twin, or the twin does not have the role
  public static <T extends Twin> T of(String model, Class<T> role) {
    return of(model)
        .filter(role::isInstance)
        .map(role::cast)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no twin of the model " + model + " is a " + role.getSimpleName()));
  }

  /// The usual address of a model on a line, see [TwinProvider#usual].
  ///
  /// @throws IllegalStateException if the model has no twin
  public static DeviceAddress usual(String model) {
    return usual(model, Map.of());
  }

  /// The usual address of a model with these options.
  public static DeviceAddress usual(String model, Map<String, String> options) {
    return provider(model).usual(kind(provider(model), options));
  }

  /// Plugs a twin of a model in at a port of this computer, see [TwinProvider#atPort].
  ///
  /// @throws IllegalStateException if the model has no twin
  public static PluggedTwin atPort(String model, Twin twin, int port) {
    return provider(model).atPort(twin, port);
  }

  /// Options that make a driver wait longer for a twin, see [TwinProvider#patience].
  ///
  /// @throws IllegalStateException if the model has no twin
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
