package org.libstation.screen.borrow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.libstation.circulation.DueDate;
import org.libstation.flow.state.BorrowRow;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.widget.SteadyRows;
import org.libstation.screen.kit.words.Voice;

/// Folds all lent items into one row: how many, and until when. If the dates differ it lists each
/// of them, and its stamp shows the first.
final class LentFold extends Saying {
  /// Most titles by name; the others are only counted.
  private static final int MOST_TITLES = 3;

  private final boolean hidden;
  private List<BorrowRow> seen = List.of();
  private Duration since = Duration.ZERO;

  LentFold(Voice voice, boolean hidden) {
    super(voice);
    this.hidden = hidden;
  }

  /// Whether rows fold now: nothing is being processed and hands were at rest, so that no row
  /// disappears while it is read.
  boolean folds(List<BorrowRow> pile, Duration at) {
    if (!pile.equals(seen)) {
      since = seen.isEmpty() ? at.minus(SteadyRows.QUIET) : at;
      seen = List.copyOf(pile);
    }
    boolean quiet =
        at.minus(since).compareTo(SteadyRows.QUIET) >= 0
            && pile.stream().noneMatch(row -> row.state().working());
    return quiet && lent(pile).size() > 1 && pile.stream().anyMatch(BorrowRows::needsHand);
  }

  private static List<BorrowRow> lent(List<BorrowRow> pile) {
    return pile.stream()
        .filter(row -> row.state() instanceof BorrowRow.BorrowRowState.Borrowed)
        .toList();
  }

  /// Returns the row; empty if nothing is lent.
  Optional<ItemRow.ItemRowWords> of(List<BorrowRow> pile, boolean confirmed) {
    List<BorrowRow> rows = lent(pile);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Ink ink = confirmed ? Ink.DONE : Ink.WAIT;
    Map<DueDate, Integer> dates = dates(rows);
    DueDate first = dates.keySet().iterator().next();
    return Optional.of(
        ItemRow.ItemRowWords.told(
            0,
            Optional.of(count(confirmed ? "borrow.lent" : "borrow.lateropen", rows.size())),
            Say.cover(rows.getFirst().item(), rows.getFirst().number()),
            dates.size() > 1 ? Optional.of(each(dates)) : titles(rows),
            Ink.TEXT_2,
            Optional.of(
                dates.size() > 1
                    ? earliest(ink, first, confirmed)
                    : Say.due(voice, ink, Icon.CHECK, first, confirmed)),
            Optional.empty()));
  }

  /// Counts the items of each due date, earliest first; due dates that are no dates come last.
  private static Map<DueDate, Integer> dates(List<BorrowRow> rows) {
    Map<LocalDate, Map<DueDate, Integer>> days = new TreeMap<>();
    for (BorrowRow row : rows) {
      DueDate due = row.loan().orElseThrow().due();
      days.computeIfAbsent(due.day().orElse(LocalDate.MAX), _ -> new LinkedHashMap<>())
          .merge(
              due.day().isPresent() ? DueDate.of(due.day().get().atTime(23, 59)) : due,
              1,
              Integer::sum);
    }
    Map<DueDate, Integer> all = new LinkedHashMap<>();
    days.values().forEach(all::putAll);
    return all;
  }

  private String each(Map<DueDate, Integer> dates) {
    return dates.entrySet().stream()
        .map(date -> count("borrow.dueon", date.getValue(), day(date.getKey())))
        .collect(Collectors.joining(say("list.comma")));
  }

  private Stamp.StampWords earliest(Ink ink, DueDate due, boolean confirmed) {
    return new Stamp.StampWords(
        ink,
        Optional.of(Icon.CHECK),
        day(due),
        Optional.of(say(confirmed ? "stamp.firstdue" : "stamp.unconfirmed")),
        !confirmed);
  }

  private String day(DueDate due) {
    return due.day().map(voice.words()::stampDate).orElseGet(due::verbatim);
  }

  private Optional<String> titles(List<BorrowRow> rows) {
    if (hidden) {
      return Optional.empty();
    }
    String named =
        rows.stream()
            .limit(MOST_TITLES)
            .map(row -> Say.title(voice, row.title(), row.item()))
            .collect(Collectors.joining(say("list.comma")));
    int more = rows.size() - MOST_TITLES;
    return Optional.of(more > 0 ? count("borrow.andmore", more, named) : named);
  }
}
