package org.libstation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Finds rules that their feed has not confirmed lately (G22). The finding disappears with the next
/// confirmation.
public final class PolicyAge {
  /// Key of the moment of confirmation, in the running station's [HealthFile.Health#more()].
  public static final String CONFIRMED = "policy.confirmed";

  private PolicyAge() {}

  /// @param confirmed when the feed last confirmed that the rules are the newest; empty if never
  /// @param oldAfter age at which rules count as old; zero for never
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

  /// Reads the moment from the health file of a running or ended station.
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
