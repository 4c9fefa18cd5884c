package org.libstation.central;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;

/// Finds out how a central system behaves, with a test patron and a test item, and puts back what
/// it changed. It comes in an archive of its own (`tools`), found by [java.util.ServiceLoader].
public interface CentralProbe {
  /// What such a system speaks: [CentralProvider#protocol()].
  String protocol();

  /// Asks one thing after another. What goes wrong with the line or the system is in the report.
  ProbeReport run(Transport link, Trial trial, Means means);

  /// What a probe needs besides.
  ///
  /// @param patience the longest for one answer
  /// @param zones those that explain a difference (theirs minus ours) of a clock at a moment
  /// @param dialects all that come with the program, in their order
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
