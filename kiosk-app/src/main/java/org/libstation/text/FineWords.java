package org.libstation.text;

import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;

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

  /// `7 days × HK$1.50 = HK$10.50`; a maximum names the sum already.
  public String sum(ByDays fine) {
    return fine.capped() ? times(fine) : times(fine) + " = " + words.money(fine.sum());
  }

  /// All of it with the due date, for one line on paper.
  public String whole(ByDays fine) {
    String whole = words.say("fine.told", sum(fine), leftOut(fine));
    return fine.days().stream()
        .filter(day -> day.verdict() instanceof DayVerdict.NotYetDue)
        .findFirst()
        .map(due -> words.say("fine.whole.due", words.date(due.date()), whole))
        .orElse(whole);
  }

  private Optional<String> reason(Day day) {
    return switch (day.verdict()) {
      case DayVerdict.NotYetDue _, DayVerdict.Counted _ -> Optional.empty();
      case DayVerdict.Closed(ClosedReason why) -> Optional.of(words.say(closed(why)));
      case DayVerdict.Suspended _ -> Optional.of(words.say("fine.why.off"));
      case DayVerdict.Grace _ -> Optional.of(words.say("fine.why.grace"));
      case DayVerdict.DueDateOff _, DayVerdict.FreeDay _, DayVerdict.Forgiven _ ->
          Optional.of(words.say("fine.why.letoff"));
      case DayVerdict.OverMaximum _ -> Optional.of(words.say("fine.why.max"));
    };
  }

  private static String closed(ClosedReason why) {
    return switch (why) {
      case HOLIDAY -> "fine.why.holiday";
      case WEEKLY -> "fine.why.weekly";
      case GALE -> "fine.why.gale";
      case MAINTENANCE -> "fine.why.maintenance";
      case EMERGENCY -> "fine.why.emergency";
    };
  }
}
