package org.libstation.fines;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.libstation.circulation.Money;

/// The facts of one sentence about a fine ("3 days × HKD 1.50; 2 public holidays not counted"), for
/// screens and receipts to say in their own language.
///
/// @param daysCounted days for one item
/// @param perDay the rate for one item
/// @param excluded how many days were left out, by reason; reasons without a day are not in it
public record Explanation(
    int daysCounted,
    int items,
    Money perDay,
    Money amount,
    Map<Excluded, Integer> excluded,
    boolean capped,
    boolean estimate,
    String calendarVersion,
    String policyVersion) {

  /// Why days were left out; [#key()] is the key of its words in the text files.
  public enum Excluded {
    HOLIDAY("fine.excluded.holiday"),
    WEEKLY("fine.excluded.weekly"),
    GALE("fine.excluded.gale"),
    MAINTENANCE("fine.excluded.maintenance"),
    EMERGENCY("fine.excluded.emergency"),
    SUSPENDED("fine.excluded.suspended"),
    FORGIVEN("fine.excluded.forgiven");

    private final String key;

    Excluded(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    static Excluded of(ClosedReason reason) {
      return switch (reason) {
        case HOLIDAY -> HOLIDAY;
        case WEEKLY -> WEEKLY;
        case GALE -> GALE;
        case MAINTENANCE -> MAINTENANCE;
        case EMERGENCY -> EMERGENCY;
      };
    }
  }

  public Explanation {
    excluded = Collections.unmodifiableMap(copy(excluded));
  }

  /// `EnumMap`'s own copying constructor refuses an empty map of another kind.
  private static Map<Excluded, Integer> copy(Map<Excluded, Integer> from) {
    Map<Excluded, Integer> to = new EnumMap<>(Excluded.class);
    to.putAll(from);
    return to;
  }

  public static Explanation of(Assessment assessment) {
    Map<Excluded, Integer> excluded = new EnumMap<>(Excluded.class);
    int counted = 0;
    for (JudgedDay day : assessment.days()) {
      switch (day) {
        case JudgedDay.Counted _ -> counted++;
        case JudgedDay.Closed closed ->
            excluded.merge(Excluded.of(closed.reason()), 1, Integer::sum);
        case JudgedDay.Suspended _ -> excluded.merge(Excluded.SUSPENDED, 1, Integer::sum);
        case JudgedDay.Forgiven _ -> excluded.merge(Excluded.FORGIVEN, 1, Integer::sum);
      }
    }
    return new Explanation(
        counted,
        assessment.items(),
        assessment.perDay(),
        assessment.amount(),
        excluded,
        assessment.capped(),
        assessment.estimate(),
        assessment.calendarVersion(),
        assessment.policyVersion());
  }
}
