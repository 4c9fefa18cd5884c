package org.libstation.text;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.StageFee;

/// Says how a fine was counted, alike on the screen and on paper.
public record FineWords(Words words) {

  /// `7 days × HK$1.50`, each reminder with its day, the maximum where it made the sum smaller, and
  /// what an amnesty leaves.
  public String times(ByDays fine) {
    Stream<String> days =
        fine.rate().isZero() && !fine.stages().isEmpty()
            ? Stream.empty()
            : Stream.of(words.count("fine.times", fine.daysCharged(), words.money(fine.rate())));
    String times =
        Stream.concat(days, fine.stages().stream().map(this::stage))
            .reduce((one, next) -> words.say("fine.plus", one, next))
            .orElseThrow();
    if (fine.isReduced()) {
      return words.say("fine.part", times, fine.percent());
    }
    return fine.capped() ? words.say("fine.capped", times, words.money(fine.sum())) : times;
  }

  private String stage(StageFee stage) {
    return words.say(
        "fine.stage", stage.number(), words.stampDate(stage.day()), words.money(stage.whole()));
  }

  /// Which days were left out and why; where none was, how days are counted.
  public String leftOut(ByDays fine) {
    String reasons =
        fine.days().stream()
            .flatMap(day -> reason(day).stream())
            .distinct()
            .collect(Collectors.joining(words.say("list.comma")));
    if (!reasons.isEmpty()) {
      return words.say("fine.not", reasons);
    }
    return words.say(fine.rate().isZero() ? "fine.stages" : "fine.all");
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
