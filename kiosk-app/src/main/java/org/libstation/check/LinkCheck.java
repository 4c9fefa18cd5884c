package org.libstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.LineFault;
import org.libstation.circulation.Answer;
import org.libstation.sync.Link;

/// Connects to the central system, logs in and requests its status several times. It lends nothing,
/// looks nothing up and changes nothing.
public final class LinkCheck implements Check {
  /// Section of the settings that a remedy names.
  private static final String SECTION = "central";

  private static final int ROUNDS = 10;
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Supplier<CentralSystem> central;
  private final Supplier<Duration> monotonic;
  private final Function<Duration, Optional<Finding>> zone;
  private final CentralRoute way;
  private final Duration limit;

  /// The connection to the central system.
  ///
  /// @param host from the settings
  /// @param look tests the connection without a login; returns what is wrong, empty if nothing is
  public record CentralRoute(String host, int port, Supplier<Optional<LineFault>> look) {}

  /// @param central makes a separate connection, which is closed at the end
  /// @param zone finding for a clock difference that another time zone would explain
  /// @param way tested if the central system does not answer
  /// @param limit longer than one answer may take
  public LinkCheck(
      Supplier<CentralSystem> central,
      Supplier<Duration> monotonic,
      Function<Duration, Optional<Finding>> zone,
      CentralRoute way,
      Duration limit) {
    this.central = central;
    this.monotonic = monotonic;
    this.zone = zone;
    this.way = way;
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
        Answer<CentralSystem.Status> answer = system.status();
        if (!(answer instanceof Answer.Accepted<CentralSystem.Status>(var status))) {
          // The central system may allow only one connection.
          system.hangUp();
          return silent(Link.Silence.of(answer), way);
        }
        last = Optional.of(status);
        // The first round trip includes connecting and logging in.
        if (i > 0) {
          times.add(monotonic.get().minus(begun).toMillis());
        }
      }
    }
    return judged(times, last.orElseThrow());
  }

  /// The verdict if the central system cannot be used.
  public static Verdict silent(Link.Silence silence, CentralRoute way) {
    CheckPhrase seen = CheckPhrase.of("told.plain", silence.reason());
    return switch (silence.kind()) {
      case LOGIN_REFUSED ->
          Verdict.of(CheckPhrase.of("told.link.refused"), List.of(Finding.fault("G62", seen)));
      case OFF_LINE ->
          Verdict.of(CheckPhrase.of("told.link.offline"), List.of(Finding.fault("G64", seen)));
      case NO_ANSWER -> {
        Optional<LineFault> fault = way.look().get();
        String code =
            switch (fault.map(LineFault::side).orElse(LineFault.FaultArea.NETWORK)) {
              case NETWORK -> "G61";
              case CERTIFICATE -> "G60";
              case ENCRYPTION -> "G70";
            };
        yield Verdict.of(
            CheckPhrase.of(fault.isPresent() ? "told.link.down" : "told.link.none"),
            List.of(
                Finding.fault(code, seen)
                    .because(
                        fault.map(LineFault::name).orElse("NO_ANSWER"),
                        SECTION,
                        way.host() + ":" + way.port(),
                        silence.reason(),
                        way.host())));
      }
    };
  }

  private Verdict judged(List<Long> times, CentralSystem.Status status) {
    Collections.sort(times);
    long median = times.get(times.size() / 2);
    long p95 = times.get(Math.min(times.size() - 1, times.size() * 95 / 100));
    long skew = status.difference().map(Duration::toSeconds).orElse(0L);
    CheckPhrase told = CheckPhrase.of("told.link", median, p95, skew);
    List<Finding> findings = new ArrayList<>();
    if (!status.online()) {
      findings.add(Finding.fault("G64", CheckPhrase.of("told.plain", Link.Silence.OFF_LINE)));
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

  /// Key of the clock difference in seconds, in the running station's [HealthFile.Health#more()].
  public static final String APART = "clock.apart-seconds";

  private static final String SILENCE = "link.silence.kind";
  private static final String REASON = "link.silence.reason";

  /// Figures of a silent central system, for [HealthFile.Health#more()]; empty if it is not silent.
  public static Map<String, String> figures(Optional<Link.Silence> silence) {
    return silence
        .map(it -> Map.of(SILENCE, it.kind().name(), REASON, it.reason()))
        .orElse(Map.of());
  }

  /// Reads those figures; empty if there are none.
  public static Optional<Link.Silence> silence(HealthFile.Health health) {
    String told = health.more().getOrDefault(SILENCE, "");
    return Stream.of(Link.Silence.SilenceCause.values())
        .filter(kind -> kind.name().equals(told))
        .map(kind -> new Link.Silence(kind, health.more().getOrDefault(REASON, "")))
        .findFirst();
  }

  /// The finding that one of the two clocks is wrong.
  ///
  /// @param seconds the central system's time minus this machine's
  public static Optional<Finding> apart(long seconds) {
    return Math.abs(seconds) > SKEW.toSeconds()
        ? Optional.of(Finding.attention("G53", CheckPhrase.of("told.skew", seconds)))
        : Optional.empty();
  }

  /// The same finding, from the running station's health file.
  public static Optional<Finding> apart(HealthFile.Health health) {
    String told = health.more().getOrDefault(APART, "0");
    return told.matches("-?\\d{1,12}") ? apart(Long.parseLong(told)) : Optional.empty();
  }
}
