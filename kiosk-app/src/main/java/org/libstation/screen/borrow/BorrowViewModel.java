package org.libstation.screen.borrow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.EndKey;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.SteadyRows;
import org.libstation.screen.kit.words.Voice;

/// Content of the borrowing screen. It also shows items whose loan a power cut interrupted and that
/// are finished now.
public final class BorrowViewModel extends ListModel {

  /// Number keys while the question is asked; the chosen one is lit.
  public final ModelValue<List<ActionKey>> numbers = new ModelValue<>(List.of());

  private final BorrowRows words;
  private final BorrowHand hands;
  private final LentFold lent;
  private final SteadyRows<Long> places = new SteadyRows<>();

  public BorrowViewModel(Voice voice, Look look) {
    super(voice, look);
    words = new BorrowRows(voice, look);
    hands = new BorrowHand(voice, look.titlesHidden());
    lent = new LentFold(voice, look.titlesHidden());
  }

  @Override
  public boolean oneByOne() {
    return look.slow();
  }

  @Override
  protected void fill(FlowState state) {
    List<BorrowRow> pile = pile(state);
    boolean resumed = state.screen() instanceof Screen.Resume;
    session(state, List.of("step.card", "step.place", "step.done"), 1, !pile.isEmpty());
    notices.set(notices(state, pile));
    head.set(resumed ? resumedHead(pile) : head(state, pile));
    rows.set(rows(pile, state));
    briefs.set(
        pile.stream()
            .filter(row -> look.large() || !inHandBox(row, state))
            .flatMap(row -> words.brief(row, state).stream())
            .toList());
    shownRow.set(shown(rows.get(), pile));
    hand.set(Optional.of(hands.of(state, pile)));
    numbers.set(Counting.asks(state) ? Counting.numbers(state) : List.of());
    actions.set(actions(state, pile));
  }

  /// Returns the rows in order: those that need the patron first, once hands are at rest.
  private List<BorrowRow> pile(FlowState state) {
    List<BorrowRow> sorted =
        state.session().map(Session::borrows).orElse(List.of()).stream()
            .sorted(Comparator.comparingInt(BorrowRows::order))
            .toList();
    List<Long> order = places.order(sorted.stream().map(BorrowRow::number).toList(), state.at());
    return sorted.stream()
        .sorted(Comparator.comparingInt(row -> order.indexOf(row.number())))
        .toList();
  }

  private List<NoticeBar.NoticeBarWords> notices(FlowState state, List<BorrowRow> pile) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    if (state.screen() instanceof Screen.Resume && look.step() > 1) {
      all.add(cutShort(pile));
    }
    Say.silent(voice, state, "borrow").ifPresent(all::add);
    warned(state).ifPresent(all::add);
    return List.copyOf(all);
  }

  /// In larger text the line does not fit under its heading, so both get a page.
  private NoticeBar.NoticeBarWords cutShort(List<BorrowRow> pile) {
    Head words = resumedHead(pile);
    return NoticeBar.NoticeBarWords.of(
        Ink.ASK, Icon.WARNING, words.head(), words.line().orElse(""));
  }

  private Head resumedHead(List<BorrowRow> pile) {
    return Head.of(say("resume.head"), count("resume.line", pile.size()));
  }

  private Head head(FlowState state, List<BorrowRow> pile) {
    if (pile.isEmpty() && Say.former(state)) {
      return head("hand.lift");
    }
    if (pile.isEmpty()) {
      return Counting.said(state)
          .map(number -> Head.of(count("count.place", number), say("count.change")))
          .orElseGet(
              () -> Counting.asks(state) ? head("count") : head(Say.here(state, "borrow.empty")));
    }
    int open = (int) pile.stream().filter(BorrowRows::needsHand).count();
    int borrowed = Say.borrowed(state);
    long working = pile.stream().filter(row -> row.state().working()).count();
    long again =
        pile.stream()
            .filter(row -> row.state() instanceof BorrowRow.BorrowRowState.PlaceAgain)
            .count();
    long missing = again + Counting.neverSeen(state);
    Optional<Head.Shelf> shelf = Optional.of(new Head.Shelf(shelved(pile), (int) missing));
    String head =
        working == 0 && open == 0 && missing == 0 && borrowed > 0
            ? count(allConfirmed(pile) ? "borrow.lent" : "borrow.takelater", borrowed)
            : missing > 0
                ? count(
                    "borrow.missing", (int) (pile.size() - again), pile.size() - again + missing)
                : count("borrow.seen", pile.size());
    String line =
        working == 0 && open == 0 && missing > 0 && borrowed > 0
            ? count(allConfirmed(pile) ? "borrow.lent" : "borrow.takelater", borrowed)
            : line(state, open, borrowed, working, pile);
    return new Head(head, Optional.of(line), shelf);
  }

  private static List<Integer> shelved(List<BorrowRow> pile) {
    return BorrowHand.covers(
        pile.stream()
            .filter(row -> !(row.state() instanceof BorrowRow.BorrowRowState.PlaceAgain))
            .sorted(Comparator.comparingLong(BorrowRow::number))
            .toList());
  }

  private String line(FlowState state, int open, int borrowed, long working, List<BorrowRow> pile) {
    if (working > 0) {
      long done = pile.size() - working;
      return done == 0
          ? say(Say.here(state, "borrow.working"))
          : say(Say.here(state, "borrow.progress"), done, pile.size());
    }
    if (open > 0) {
      return borrowed > 0
          ? say(
              "borrow.both",
              count(allConfirmed(pile) ? "borrow.lent" : "borrow.lateropen", borrowed),
              count("borrow.open", open))
          : count("borrow.open", open);
    }
    return say("borrow.more");
  }

  private static boolean allConfirmed(List<BorrowRow> pile) {
    return pile.stream()
        .noneMatch(
            row ->
                row.state() instanceof BorrowRow.BorrowRowState.Borrowed borrowed
                    && !borrowed.loan().confirmed());
  }

  private List<ItemRow.ItemRowWords> rows(List<BorrowRow> pile, FlowState state) {
    boolean folds = lent.folds(pile, state.at()) || look.large() || look.slow();
    List<ItemRow.ItemRowWords> all = new ArrayList<>();
    pile.stream()
        .filter(row -> !folds || !(row.state() instanceof BorrowRow.BorrowRowState.Borrowed))
        .filter(row -> look.large() || !inHandBox(row, state))
        .map(row -> words.words(row, state))
        .forEach(all::add);
    if (folds) {
      // In slow mode what is done comes first.
      lent.of(pile, allConfirmed(pile))
          .ifPresent(row -> all.add(look.slow() ? 0 : all.size(), row));
    }
    return List.copyOf(all);
  }

  private boolean inHandBox(BorrowRow row, FlowState state) {
    return look.layouts().account().borrow().againInHand()
        && row.state() instanceof BorrowRow.BorrowRowState.PlaceAgain
        && BorrowHand.placedAgain(state).filter(row::equals).isPresent();
  }

  /// Returns the first open row. Otherwise it is the first row still being processed, so that the
  /// list follows the progress; if there is none, the latest row.
  private static int shown(List<ItemRow.ItemRowWords> rows, List<BorrowRow> pile) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).open()) {
        return at;
      }
    }
    Set<Long> working =
        pile.stream()
            .filter(row -> row.state().working())
            .map(BorrowRow::number)
            .collect(Collectors.toSet());
    for (int at = 0; at < rows.size(); at++) {
      if (working.contains(rows.get(at).number())) {
        return at;
      }
    }
    return rows.size() - 1;
  }

  private List<ActionKey> actions(FlowState state, List<BorrowRow> pile) {
    ActionKey account = plain("borrow.account", Icon.ACCOUNT, new Key.StartAccount());
    boolean resumed = state.screen() instanceof Screen.Resume;
    if (Counting.asks(state)) {
      ActionKey skip = plain("count.skip", new Key.AsSeen());
      return look.layouts().account().borrow().account() ? List.of(account, skip) : List.of(skip);
    }
    if (pile.isEmpty()) {
      return List.of(account);
    }
    boolean leaving = state.session().filter(Session::leaving).isPresent();
    if (!resumed && !leaving && Counting.neverSeen(state) > 0) {
      // The next act is to place the missing item.
      return List.of(ActionKey.plain(count("count.only", pile.size()), new Key.AsSeen()));
    }
    int borrowed = Say.borrowed(state);
    boolean done = borrowed > 0 || pile.stream().anyMatch(BorrowViewModel::yours);
    ActionKey end =
        EndKey.of(
            voice,
            state,
            done,
            borrowed > 0 ? count("borrow.finish", borrowed) : say("key.done"),
            say(resumed ? "resume.staff" : "borrow.nothing"));
    // This key leaves unfinished items to staff.
    ActionKey finish = resumed ? end.losing() : end;
    // Keys of rows, and several destinations, stand beside these keys.
    boolean crowded =
        look.layouts().account().borrow().rowKeysCrowd()
            && (look.large() || briefs.get().size() > 1)
            && rows.get().stream().anyMatch(row -> row.key().isPresent());
    if (resumed || leaving || crowded || !look.layouts().account().borrow().account()) {
      return List.of(finish);
    }
    boolean settled =
        pile.stream().noneMatch(row -> row.state().working() || BorrowRows.needsHand(row));
    // Three keys fit side by side only without icons and in the smallest text.
    return borrowed > 0 && settled && look.step() == 1
        ? List.of(
            plain("borrow.account", new Key.StartAccount()),
            plain("borrow.nextcard", new Key.NextCard()),
            finish.wordsOnly())
        : List.of(account, finish);
  }

  private static boolean yours(BorrowRow row) {
    return row.state() instanceof BorrowRow.BorrowRowState.AlreadyBorrowed;
  }
}
