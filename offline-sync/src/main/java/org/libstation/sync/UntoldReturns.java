package org.libstation.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.ReturnOutcome;

/// The newest outcomes of returns that the outbox settled. The desk may ask for one of them a
/// moment later, because a person still stands at the station. An outcome holds no card number. Any
/// thread may use this.
final class UntoldReturns {
  /// Number of outcomes to keep. A visit has at most 100 rows.
  private static final int MOST = 128;

  private final Map<Long, ReturnOutcome> outcomes = new LinkedHashMap<>();

  /// Keeps an outcome. The oldest one is forgotten if there are too many.
  synchronized void keep(ReturnOutcome outcome) {
    outcomes.put(outcome.entry(), outcome);
    if (outcomes.size() > MOST) {
      outcomes.remove(outcomes.keySet().iterator().next());
    }
  }

  /// Removes and returns the outcome of an entry; empty if it is not kept, or was taken before.
  synchronized Optional<ReturnOutcome> take(long entry) {
    return Optional.ofNullable(outcomes.remove(entry));
  }
}
