package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.StageFee;
import org.libstation.language.FineWords;
import org.libstation.screen.kit.widget.FineDayStrip.Cell;
import org.libstation.screen.kit.widget.FineDayStrip.DayMark;
import org.libstation.screen.kit.words.Voice;

/// Says in words how the days of a fine were counted.
public record FineStrips(Voice voice) {

  /// Words of the day strip; empty for a fine that the library itself computed, which has no days
  /// to show.
  public Optional<FineDayStrip.DayStripWords> words(FineExplained fine) {
    return switch (fine) {
      case FineExplained.LibrarysOwn _ -> Optional.empty();
      case ByDays days -> Optional.of(words(days));
    };
  }

  /// Returns when the item was due and how many days count.
  public String late(ByDays fine) {
    String due = voice.words().stampDate(fine.days().getFirst().date());
    if (fine.isInDays() && fine.suspends().isPresent()) {
      int days = Math.toIntExact(fine.suspends().get().days());
      return voice.count("return.suspension", days, due);
    }
    if (fine.daysCharged() == 0 && !fine.stages().isEmpty()) {
      return voice.count("return.stages", fine.stages().size(), due);
    }
    return fine.daysCharged() == 0
        ? voice.say("return.late.none", due)
        : voice.count("return.late", fine.daysCharged(), due);
  }

  private FineDayStrip.DayStripWords words(ByDays fine) {
    FineWords said = new FineWords(voice.words());
    String leftOut =
        said.suspension(fine)
            .map(suspension -> voice.say("fine.told", said.leftOut(fine), suspension))
            .orElseGet(() -> said.leftOut(fine));
    List<Cell> cells = fine.days().stream().map(day -> cell(day, fine)).toList();
    String fold = voice.say("fine.fold", FineDayStrip.FOLDED);
    if (fine.isInDays()) {
      return new FineDayStrip.DayStripWords(
          voice.say("suspension.head"), said.length(fine), cells, fold, leftOut, said.times(fine));
    }
    String sum = voice.words().money(fine.sum());
    return new FineDayStrip.DayStripWords(
        voice.say(
            fine.basis().rulesOld()
                ? "fine.head.old"
                : fine.estimate() ? "fine.head.estimate" : "fine.head"),
        fine.estimate() && !fine.sum().isZero()
            ? voice.say(fine.basis().atMost() ? "fine.sum.most" : "fine.sum.estimate", sum)
            : sum,
        cells,
        fold,
        leftOut,
        said.times(fine));
  }

  private Cell cell(Day day, ByDays fine) {
    boolean counts = day.verdict() instanceof DayVerdict.Counted;
    if (counts && fine.isInDays()) {
      return cell(day, voice.say("suspension.counts"), DayMark.COUNTED);
    }
    Money cost =
        fine.stages().stream()
            .filter(stage -> stage.day().equals(day.date()))
            .map(StageFee::whole)
            .reduce(counts ? fine.rate() : new Money(0, fine.rate().currency()), Money::plus);
    boolean free = counts && cost.isZero();
    return cell(
        day,
        free
            ? voice.say("fine.day.free")
            : cost.isZero() ? label(day, fine.rate()) : cost.decimal(),
        free ? DayMark.LEFT_OUT : cost.isZero() ? kind(day) : DayMark.COUNTED);
  }

  private Cell cell(Day day, String label, DayMark kind) {
    return new Cell(
        voice.words().shortWeekday(day.date()),
        String.valueOf(day.date().getDayOfMonth()),
        label,
        kind);
  }

  private String label(Day day, Money rate) {
    return switch (day.verdict()) {
      case DayVerdict.NotYetDue _ -> voice.say("fine.day.due");
      case DayVerdict.Counted _ -> rate.decimal();
      case DayVerdict.PlaceClosed(ClosedReason why) ->
          voice.say(why == ClosedReason.GALE ? "fine.day.gale" : "fine.day.closed");
      case DayVerdict.Suspended _ -> voice.say("fine.day.suspended");
      case DayVerdict.WithinGrace _ -> voice.say("fine.day.grace");
      case DayVerdict.DueDateOff _, DayVerdict.FreeDay _, DayVerdict.Forgiven _ ->
          voice.say("fine.day.letoff");
      case DayVerdict.OverMaximum _ -> voice.say("fine.day.max");
    };
  }

  private static DayMark kind(Day day) {
    return switch (day.verdict()) {
      case DayVerdict.NotYetDue _ -> DayMark.DUE;
      case DayVerdict.Counted _ -> DayMark.COUNTED;
      case DayVerdict.Suspended _ -> DayMark.SUSPENDED;
      case DayVerdict.PlaceClosed _,
          DayVerdict.WithinGrace _,
          DayVerdict.DueDateOff _,
          DayVerdict.FreeDay _,
          DayVerdict.Forgiven _,
          DayVerdict.OverMaximum _ ->
          DayMark.LEFT_OUT;
    };
  }
}
