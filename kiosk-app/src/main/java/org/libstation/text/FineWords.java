package org.libstation.text;

import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.FineExplained.ByDays;
import org.libstation.circulation.FineExplained.Day;
import org.libstation.circulation.FineExplained.Why;

/// Says how a fine was counted, alike on the screen and on paper.
public record FineWords(Words words) {

  /// `7 days × HK$1.50`, and the maximum where it made the sum smaller.
  public String times(ByDays fine) {
    String times = words.count("fine.times", fine.daysCharged(), words.money(fine.rate()));
    return fine.capped() ? words.say("fine.capped", times, words.money(fine.sum())) : times;
  }

  /// Which days were left out and why; where none was, how days are counted.
  public String leftOut(ByDays fine) {
    String reasons =
        fine.days().stream()
            .flatMap(day -> reason(day).stream())
            .distinct()
            .collect(Collectors.joining(words.say("list.comma")));
    return reasons.isEmpty() ? words.say("fine.all") : words.say("fine.not", reasons);
  }

  public String versions(ByDays fine) {
    return words.say("fine.versions", fine.calendarVersion(), fine.policyVersion());
  }

  /// `7 days × HK$1.50 = HK$10.50`; a maximum names the sum already.
  public String sum(ByDays fine) {
    return fine.capped() ? times(fine) : times(fine) + " = " + words.money(fine.sum());
  }

  /// All of it with the due date, for one line on paper.
  public String whole(ByDays fine) {
    String whole = words.say("fine.whole", sum(fine), leftOut(fine), versions(fine));
    return fine.days().stream()
        .filter(day -> day.why() == Why.DUE)
        .findFirst()
        .map(due -> words.say("fine.whole.due", words.date(due.date()), whole))
        .orElse(whole);
  }

  private Optional<String> reason(Day day) {
    return switch (day.why()) {
      case DUE, COUNTED -> Optional.empty();
      case CLOSED_HOLIDAY -> Optional.of(words.say("fine.why.holiday"));
      case CLOSED_WEEKLY -> Optional.of(words.say("fine.why.weekly"));
      case CLOSED_GALE -> Optional.of(words.say("fine.why.gale"));
      case CLOSED_MAINTENANCE -> Optional.of(words.say("fine.why.maintenance"));
      case CLOSED_EMERGENCY -> Optional.of(words.say("fine.why.emergency"));
      case SUSPENDED -> Optional.of(words.say("fine.why.suspended", day.notice().orElse("")));
      case GRACE -> Optional.of(words.say("fine.why.grace"));
      case LET_OFF -> Optional.of(words.say("fine.why.letoff"));
      case OVER_MAXIMUM -> Optional.of(words.say("fine.why.max"));
    };
  }
}
