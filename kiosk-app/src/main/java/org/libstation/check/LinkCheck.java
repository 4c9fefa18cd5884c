package org.libstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;

/// Connects to the central system, logs in and asks how it is, several times over: nothing is lent,
/// looked up or changed.
public final class LinkCheck implements Check {
  private static final int ROUNDS = 10;
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Supplier<CentralSystem> central;
  private final Supplier<Duration> monotonic;
  private final Function<Duration, Optional<Finding>> zone;
  private final Duration limit;

  /// @param central a connection of its own, closed at the end
  /// @param zone what is found of a difference of the clocks that another zone would explain
  /// @param limit longer than one answer may take
  public LinkCheck(
      Supplier<CentralSystem> central,
      Supplier<Duration> monotonic,
      Function<Duration, Optional<Finding>> zone,
      Duration limit) {
    this.central = central;
    this.monotonic = monotonic;
    this.zone = zone;
    this.limit = limit;
  }

  @Override
  public String id() {
    return "link";
  }

  @Override
  public Duration limit() {
    return limit;
  }

  @Override
  public Verdict run() throws InterruptedException {
    List<Long> times = new ArrayList<>();
    Optional<CentralSystem.Status> last = Optional.empty();
    try (CentralSystem system = central.get()) {
      for (int i = 0; i < ROUNDS; i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        Duration begun = monotonic.get();
        switch (system.status()) {
          case Answer.Accepted<CentralSystem.Status>(CentralSystem.Status status) -> {
            last = Optional.of(status);
            // The first includes connecting and logging in.
            if (i > 0) {
              times.add(monotonic.get().minus(begun).toMillis());
            }
          }
          case Answer.Refused<CentralSystem.Status>(var refusal) -> {
            return fault("G62", String.valueOf(refusal.reason()));
          }
          case Answer.NotSent<CentralSystem.Status>(String reason, boolean login) -> {
            return fault(login ? "G62" : "G61", reason);
          }
          case Answer.Unknown<CentralSystem.Status> unknown -> {
            return fault("G61", unknown.reason());
          }
        }
      }
    }
    return judged(times, last.orElseThrow());
  }

  private static Verdict fault(String code, String why) {
    return Verdict.of(
        CheckPhrase.of("told.link.none"),
        List.of(Finding.fault(code, CheckPhrase.of("told.plain", why))));
  }

  private Verdict judged(List<Long> times, CentralSystem.Status status) {
    Collections.sort(times);
    long median = times.get(times.size() / 2);
    long p95 = times.get(Math.min(times.size() - 1, times.size() * 95 / 100));
    long skew = status.difference().map(Duration::toSeconds).orElse(0L);
    CheckPhrase told = CheckPhrase.of("told.link", median, p95, skew);
    List<Finding> findings = new ArrayList<>();
    if (!status.online()) {
      findings.add(Finding.fault("G64", CheckPhrase.of("seen.nothing")));
    }
    if (p95 > SLOW.toMillis()) {
      findings.add(Finding.attention("G63", told));
    }
    Optional<Finding> another = status.difference().flatMap(zone);
    if (another.isPresent()) {
      findings.add(another.get());
    } else {
      apart(skew).ifPresent(findings::add);
    }
    return Verdict.of(told, findings);
  }

  /// Under what name the running station tells how far the clocks are apart, in
  /// [HealthFile.Health#more()]; in seconds.
  public static final String APART = "clock.apart-seconds";

  /// One of the two clocks is wrong.
  ///
  /// @param seconds central system's less this machine's
  public static Optional<Finding> apart(long seconds) {
    return Math.abs(seconds) > SKEW.toSeconds()
        ? Optional.of(Finding.attention("G53", CheckPhrase.of("told.skew", seconds)))
        : Optional.empty();
  }

  /// The same, as a station told it that runs.
  public static Optional<Finding> apart(HealthFile.Health health) {
    String told = health.more().getOrDefault(APART, "0");
    return told.matches("-?\\d{1,12}") ? apart(Long.parseLong(told)) : Optional.empty();
  }
}
