package org.libstation.tools.cases;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.libstation.circulation.Money;
import org.libstation.fines.Interval;
import org.libstation.fines.Stage;

/// Reads and writes reminder stages in one cell, such as `7 days 200; 2 weeks begun open 500
/// replacing letter postage 85 blocks`. Amounts are in minor units.
final class StageCells {
  private static final String EXPECTED =
      "stages like 7 days 200; 2 weeks begun open 500 replacing letter postage 85 blocks";

  private static final int MOST = 60;
  private static final long MOST_MINOR = 10_000_000;

  private StageCells() {}

  static String text(List<Stage> stages) {
    return stages.stream().map(StageCells::text).collect(Collectors.joining("; "));
  }

  private static String text(Stage stage) {
    return stage.after().every()
        + " "
        + unit(stage)
        + (stage.partWeek() ? " begun" : "")
        + (stage.openDays() ? " open" : "")
        + " "
        + stage.fee().minor()
        + (stage.replaces() ? " replacing" : "")
        + (stage.letter() ? " letter" : "")
        + (stage.postage().isZero() ? "" : " postage " + stage.postage().minor())
        + (stage.blocks() ? " blocks" : "");
  }

  /// Reads a cell; empty if it is not valid.
  static Optional<List<Stage>> read(String text, Currency currency) {
    return each(text, currency).filter(stages -> stages.size() <= MOST && early(stages).isEmpty());
  }

  /// Describes what was expected in place of a text that cannot be read.
  static String expected(String text, Currency currency) {
    return each(text, currency)
        .map(
            stages ->
                stages.size() > MOST
                    ? MOST + " stages at most"
                    : early(stages)
                        .map(
                            stage ->
                                "each stage later than the one before it, and %d %s is not"
                                    .formatted(stage.after().every(), unit(stage)))
                        .orElse(EXPECTED))
        .orElse(EXPECTED);
  }

  private static Optional<List<Stage>> each(String text, Currency currency) {
    List<Stage> stages = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      Optional<Stage> stage = stage(new ArrayList<>(List.of(part.strip().split(" +"))), currency);
      if (stage.isEmpty()) {
        return Optional.empty();
      }
      stages.add(stage.get());
    }
    return Optional.of(stages);
  }

  /// The first stage that is not later than the stage before it; empty if there is none.
  private static Optional<Stage> early(List<Stage> stages) {
    return IntStream.range(1, stages.size())
        .filter(at -> stages.get(at).days() <= stages.get(at - 1).days())
        .mapToObj(stages::get)
        .findFirst();
  }

  private static String unit(Stage stage) {
    return stage.after().unit() == Interval.Unit.DAY ? "days" : "weeks";
  }

  private static Optional<Stage> stage(List<String> words, Currency currency) {
    if (words.size() < 3) {
      return Optional.empty();
    }
    Optional<Interval> after =
        CaseValues.length(words.removeFirst() + " " + words.removeFirst(), Interval.Unit.DAY)
            .filter(
                found -> found.unit() == Interval.Unit.DAY || found.unit() == Interval.Unit.WEEK);
    boolean begun = took(words, "begun");
    boolean open = took(words, "open");
    Optional<Money> fee = money(words, currency);
    boolean replaces = took(words, "replacing");
    boolean letter = took(words, "letter");
    Optional<Money> postage =
        took(words, "postage") ? money(words, currency) : Optional.of(new Money(0, currency));
    boolean blocks = took(words, "blocks");
    return after.isEmpty() || fee.isEmpty() || postage.isEmpty() || !words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stage(
                after.get(), begun, open, fee.get(), replaces, letter, postage.get(), blocks));
  }

  private static boolean took(List<String> words, String word) {
    boolean there = !words.isEmpty() && words.getFirst().equals(word);
    if (there) {
      words.removeFirst();
    }
    return there;
  }

  private static Optional<Money> money(List<String> words, Currency currency) {
    return words.isEmpty()
        ? Optional.empty()
        : CaseValues.number(words.removeFirst(), 0, MOST_MINOR)
            .map(minor -> new Money(minor, currency));
  }
}
