package org.libstation.policy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.Interval;
import org.libstation.fines.Stage;

/// Reads the reminder stages of a fine.
final class StageReader {
  private static final int MOST = 60;

  /// Whether a week that is not over is charged.
  private enum StageCost {
    FREE,
    CHARGED
  }

  private static final int WEEK = 7;

  /// Which days count until a stage.
  private enum Days {
    CALENDAR,
    OPEN
  }

  /// Whether a fee is added to earlier fees or replaces them.
  private enum Fee {
    ADDED,
    REPLACING
  }

  /// What one fee is for.
  private enum Per {
    LOAN,
    LETTER
  }

  private StageReader() {}

  static List<Stage> stages(Section fine, Currency currency) {
    List<Stage> stages = new ArrayList<>();
    for (Section section : fine.sections("stages")) {
      Stage stage = stage(section, currency);
      int times =
          section
              .optional(
                  "times", "a number from 1 to " + MOST, text -> PolicyValues.number(text, 1, MOST))
              .orElse(1);
      if (!stages.isEmpty() && stages.getLast().days() >= stage.days()) {
        section.fault("after", "it matches nothing: a stage comes later than the one before it");
      }
      Optional<Stage> before = stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
      stages.add(stage);
      for (int i = 1; i < times; i++) {
        When again = again(before, stage, i);
        stages.add(stage.at(again.after(), again.partWeek()));
      }
    }
    if (stages.isEmpty() || stages.size() > MOST) {
      fine.fault("stages", "expected 1 to " + MOST + " stages, or none");
      return List.of();
    }
    return stages;
  }

  /// A repeated stage comes again after the same time that lay between it and the stage before. The
  /// time is in weeks if both are in weeks or whole weeks lie between them, otherwise in days.
  private static When again(Optional<Stage> before, Stage stage, int time) {
    Interval after = stage.after();
    if (before.isEmpty() || before.get().after().unit() == after.unit()) {
      int last = before.map(one -> one.after().every()).orElse(0);
      int step = Math.max(1, after.every() - last);
      return new When(new Interval(after.every() + time * step, after.unit()), stage.partWeek());
    }
    int days = Math.max(1, stage.days() - before.get().days());
    return after.unit() == Interval.Unit.WEEK && days % WEEK == 0
        ? new When(
            new Interval(after.every() + time * (days / WEEK), after.unit()), stage.partWeek())
        : new When(Interval.days(stage.days() + time * days), false);
  }

  /// When a repeated stage comes.
  private record When(Interval after, boolean partWeek) {}

  private static Stage stage(Section section, Currency currency) {
    Money nothing = new Money(0, currency);
    return new Stage(
        section.needed(
            "after",
            "days or weeks like 7 days",
            text ->
                PolicyValues.length(text)
                    .filter(
                        length ->
                            length.unit() == Interval.Unit.DAY
                                || length.unit() == Interval.Unit.WEEK),
            Interval.days(1)),
        one(section, "partWeek", StageCost.class, StageCost.FREE) == StageCost.CHARGED,
        one(section, "days", Days.class, Days.CALENDAR) == Days.OPEN,
        section.needed("fee", PolicyValues.AN_AMOUNT, text -> money(text, currency), nothing),
        one(section, "mode", Fee.class, Fee.ADDED) == Fee.REPLACING,
        one(section, "per", Per.class, Per.LOAN) == Per.LETTER,
        section
            .optional("postage", PolicyValues.AN_AMOUNT, text -> money(text, currency))
            .orElse(nothing),
        section.optional("blocks", PolicyValues.YES_OR_NO, PolicyValues::yesOrNo).orElse(false));
  }

  private static Optional<Money> money(String text, Currency currency) {
    return PolicyValues.money(text, currency);
  }

  private static <E extends Enum<E>> E one(Section section, String key, Class<E> type, E own) {
    return section
        .optional(key, PolicyValues.words(type), text -> PolicyValues.name(type, text))
        .orElse(own);
  }
}
