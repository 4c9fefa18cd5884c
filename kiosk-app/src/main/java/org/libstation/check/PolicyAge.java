package org.libstation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether the rules were confirmed by their feed lately: G22 where they were not. It clears by
/// itself with the next confirmation.
public final class PolicyAge {
  /// Under what name the running station tells the moment, in [HealthFile.Health#more()].
  public static final String CONFIRMED = "policy.confirmed";

  private PolicyAge() {}

  /// @param confirmed when the feed last said that they are the newest; empty before it ever did
  /// @param oldAfter zero for never
  public static Optional<Finding> finding(
      Optional<Instant> confirmed, Duration oldAfter, Instant now) {
    boolean old =
        oldAfter.isPositive() && confirmed.filter(at -> at.plus(oldAfter).isAfter(now)).isEmpty();
    return old
        ? Optional.of(
            Finding.attention(
                "G22",
                confirmed
                    .map(
                        at ->
                            CheckPhrase.of(
                                "told.policy.confirmed", Duration.between(at, now).toHours()))
                    .orElseGet(() -> CheckPhrase.of("told.policy.never"))))
        : Optional.empty();
  }

  /// The moment as a station told it that runs, or ran.
  public static Optional<Instant> told(Optional<HealthFile.Health> health) {
    try {
      return health
          .flatMap(it -> Optional.ofNullable(it.more().get(CONFIRMED)))
          .map(Instant::parse);
    } catch (java.time.DateTimeException _) {
      return Optional.empty();
    }
  }
}
