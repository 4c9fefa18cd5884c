package org.libstation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// True time, which only the simulation moves; the machine's monotonic time and its wall clock,
/// which may be wrong; and what is to happen later.
public final class SimulatedTime {
  private record Later(Instant at, long order, Runnable what) {}

  private Instant now = Instant.parse("2026-11-25T01:30:00Z");
  private Duration monotonic = Duration.ofMinutes(3);
  private Duration wallError = Duration.ZERO;
  private int boot = 1;
  private long order;
  private final List<Later> agenda = new ArrayList<>();

  /// True time.
  public Instant now() {
    return now;
  }

  /// What the machine's clock says.
  public Instant wall() {
    return now.plus(wallError);
  }

  public Duration monotonic() {
    return monotonic;
  }

  public String bootId() {
    return "boot-" + boot;
  }

  public void setWallError(Duration error) {
    wallError = error;
  }

  public void reboot() {
    boot++;
    monotonic = Duration.ofSeconds(20);
  }

  public void later(Duration after, Runnable what) {
    agenda.add(new Later(now.plus(after), order++, what));
  }

  public void advance(Duration time) {
    Instant end = now.plus(time);
    while (true) {
      Later next =
          agenda.stream()
              .filter(each -> !each.at().isAfter(end))
              .min(Comparator.comparing(Later::at).thenComparingLong(Later::order))
              .orElse(null);
      if (next == null) {
        break;
      }
      agenda.remove(next);
      move(next.at());
      next.what().run();
    }
    move(end);
  }

  private void move(Instant to) {
    if (to.isAfter(now)) {
      monotonic = monotonic.plus(Duration.between(now, to));
      now = to;
    }
  }
}
