package org.libstation.language;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.StageFee;
import org.libstation.fines.SuspensionDays;

/// Words that explain how a fine was counted, the same on screen and paper.
public record FineWords(Words words) {

  /// Returns `7 days × HK$1.50`, or each reminder fee with its day. The maximum is added if it
  /// reduced the sum, and the part that an amnesty leaves.
  public String times(ByDays fine) {
    if (fine.isInDays()) {
      return inDays(fine.suspension().orElseThrow(), fine.percent());
    }
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

  /// Returns `5 days × 2 days`, with its maximum and the part that an amnesty leaves.
  private String inDays(SuspensionDays suspension, int percent) {
    BorrowingSuspension rule = suspension.rule();
    String each =
        rule.every() == 1
            ? days(rule.days())
            : words.say("suspension.rate", days(rule.days()), days(rule.every()));
    String times = words.count("fine.times", Math.toIntExact(suspension.counted()), each);
    String most =
        suspension.capped()
            ? words.say("fine.capped", times, days(rule.maximum().orElse(0)))
            : times;
    return percent < WHOLE ? words.say("fine.part", most, percent) : most;
  }

  private String days(long days) {
    return words.count("suspension.days", Math.toIntExact(days));
  }

  /// Returns how long borrowing is suspended, such as `about 10 days`.
  public String length(ByDays fine) {
    return fine.suspends()
        .map(
            one ->
                words.say(
                    fine.basis().atMost() ? "suspension.most" : "suspension.about",
                    days(one.days())))
        .orElseGet(() -> words.say("suspension.none"));
  }

  /// Returns from when to when borrowing is suspended, and that the library system decides. Empty
  /// if it is not suspended.
  public Optional<String> suspension(ByDays fine) {
    return fine.suspends()
        .map(
            one ->
                words.say(
                    "fine.told",
                    words.say(
                        fine.basis().atMost() ? "suspension.told.most" : "suspension.told",
                        days(one.days()),
                        words.stampDate(one.from()),
                        words.stampDate(one.to())),
                    words.say(one.rule().cumulative() ? "suspension.added" : "suspension.beside")));
  }

  private String stage(StageFee stage) {
    return words.say(
        "fine.stage", stage.number(), words.stampDate(stage.day()), words.money(stage.whole()));
  }

  /// Returns which days were left out and why; if none was, how days are counted.
  public String leftOut(ByDays fine) {
    String reasons =
        fine.days().stream()
            .flatMap(day -> reason(day).stream())
            .distinct()
            .collect(Collectors.joining(words.say("list.comma")));
    if (!reasons.isEmpty()) {
      return words.say("fine.not", reasons);
    }
    boolean staged = fine.rate().isZero() && !fine.isInDays();
    return words.say(staged ? "fine.stages" : "fine.all");
  }

  /// Returns `7 days × HK$1.50 = HK$10.50`; a text with a maximum contains the sum already.
  public String sum(ByDays fine) {
    if (fine.isInDays()) {
      return times(fine) + " = " + length(fine);
    }
    return fine.capped() ? times(fine) : times(fine) + " = " + words.money(fine.sum());
  }

  /// Returns everything with the due date, for one line on paper.
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
      case DayVerdict.PlaceClosed(ClosedReason why) -> Optional.of(words.say(closed(why)));
      case DayVerdict.Suspended _ -> Optional.of(words.say("fine.why.off"));
      case DayVerdict.WithinGrace _ -> Optional.of(words.say("fine.why.grace"));
      case DayVerdict.DueDateOff _, DayVerdict.FreeDay _, DayVerdict.Forgiven _ ->
          Optional.of(words.say("fine.why.letoff"));
      case DayVerdict.OverMaximum _ -> Optional.of(words.say("fine.why.max"));
    };
  }

  private static final int WHOLE = 100;

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
