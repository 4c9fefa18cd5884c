package org.libstation.central;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;

/// Finds out how a central system behaves, with a test patron and a test item. Restores what it
/// changed. Implementations come in an archive of their own (`tools`), found by
/// [java.util.ServiceLoader].
public interface CentralBehaviourProbe {
  /// The protocol that this probe knows: [CentralProvider#protocol()].
  String protocol();

  /// Tries one behaviour after another. The report names each fault of the connection or of the
  /// central system.
  ProbeReport run(Transport link, Trial trial, Means means);

  /// What a probe needs besides the connection and the test data.
  ///
  /// @param patience longest wait for one answer
  /// @param zones finds the time zones that explain a clock difference (theirs minus ours) at a
  ///   moment
  /// @param dialects all dialects that come with the program, in their order
  record Means(
      InstantSource clock,
      Supplier<Duration> monotonic,
      Duration patience,
      BiFunction<Instant, Duration, Collection<String>> zones,
      List<DialectFile> dialects) {
    public Means {
      dialects = List.copyOf(dialects);
    }
  }
}
