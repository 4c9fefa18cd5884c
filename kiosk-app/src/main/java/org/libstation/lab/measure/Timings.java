package org.libstation.lab.measure;

import java.time.Duration;
import java.util.List;

/// Times of the same work, measured many times.
///
/// @param inOrder as measured, the first one first; never empty
public record Timings(List<Duration> inOrder) {

  /// @throws IllegalArgumentException when there are none
  public Timings {
    inOrder = List.copyOf(inOrder);
    if (inOrder.isEmpty()) {
      throw new IllegalArgumentException("nothing was timed");
    }
  }

  /// The shortest measured time that at least this percentage of times did not exceed (nearest
  /// rank).
  ///
  /// @param percent 0 (the shortest of all) to 100 (the longest)
  public Duration percentile(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("0 to 100, not " + percent);
    }
    List<Duration> sorted = inOrder.stream().sorted().toList();
    int rank = Math.ceilDiv(percent * sorted.size(), 100);
    return sorted.get(Math.max(1, rank) - 1);
  }

  public Duration median() {
    return percentile(50);
  }

  /// The first times, this many.
  public Timings first(int count) {
    return new Timings(inOrder.subList(0, count));
  }

  /// The last times, this many.
  public Timings last(int count) {
    return new Timings(inOrder.subList(inOrder.size() - count, inOrder.size()));
  }

  public int count() {
    return inOrder.size();
  }
}
