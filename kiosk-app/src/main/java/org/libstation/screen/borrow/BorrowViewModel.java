package org.libstation.screen.borrow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.picture.HandPicture.Scene;
import org.libstation.screen.picture.Spine;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.HandBox;
import org.libstation.screen.widget.Head;
import org.libstation.screen.widget.ItemRow;
import org.libstation.screen.widget.ListModel;
import org.libstation.screen.widget.ModelValue;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.widget.Say;
import org.libstation.screen.widget.Stamp;
import org.libstation.screen.widget.SteadyRows;
import org.libstation.screen.words.Voice;

/// What the pile of a borrowing patron looks like; also a pile whose loan was cut short by a power
/// cut and is finished now.
public final class BorrowViewModel extends ListModel {

  /// The numbers to tap, where the question is asked; the chosen one is primary.
  public final ModelValue<List<ActionKey>> numbers = new ModelValue<>(List.of());

  private final BorrowRows words;
  private final SteadyRows<Long> places = new SteadyRows<>();

  public BorrowViewModel(Voice voice, Look look) {
    super(voice, look);
    words = new BorrowRows(voice, look.titlesHidden());
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
    notices.set(notices(state));
    head.set(resumed ? resumedHead(pile) : head(state, pile));
    rows.set(rows(pile, state));
    shownRow.set(shown(pile));
    hand.set(hand(state, pile));
    numbers.set(Counting.asks(state) ? Counting.numbers(state) : List.of());
    actions.set(actions(state, pile));
  }

  /// What is done rises, what needs the hand sinks, when hands are at rest.
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

  private List<NoticeBar.Words> notices(FlowState state) {
    List<NoticeBar.Words> all = new ArrayList<>();
    Say.silent(voice, state, "borrow").ifPresent(all::add);
    warned(state).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Head resumedHead(List<BorrowRow> pile) {
    return Head.of(say("resume.head"), count("resume.line", pile.size()));
  }

  private Head head(FlowState state, List<BorrowRow> pile) {
    if (pile.isEmpty()) {
      return Counting.said(state)
          .map(number -> Head.of(count("count.place", number), say("count.change")))
          .orElseGet(() -> Counting.asks(state) ? head("count") : head("borrow.empty"));
    }
    int open = (int) pile.stream().filter(BorrowRows::needsHand).count();
    int borrowed = Say.borrowed(state);
    long working = pile.stream().filter(row -> row.state().working()).count();
    long again =
        pile.stream().filter(row -> row.state() instanceof BorrowRow.State.PlaceAgain).count();
    long missing = again + Counting.neverSeen(state);
    Optional<Head.Shelf> shelf =
        Optional.of(new Head.Shelf((int) (pile.size() - again), (int) missing));
    String head =
        working == 0 && open == 0 && missing == 0 && borrowed > 0
            ? count(allConfirmed(pile) ? "borrow.lent" : "borrow.takelater", borrowed)
            : missing > 0
                ? count("borrow.missing", (int) (pile.size() - again), missing)
                : count("borrow.seen", pile.size());
    String line =
        working == 0 && open == 0 && missing > 0 && borrowed > 0
            ? count(allConfirmed(pile) ? "borrow.lent" : "borrow.takelater", borrowed)
            : line(open, borrowed, working, pile);
    return new Head(head, Optional.of(line), shelf);
  }

  private String line(int open, int borrowed, long working, List<BorrowRow> pile) {
    if (working > 0) {
      return say("borrow.working");
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
                row.state() instanceof BorrowRow.State.Borrowed borrowed
                    && !borrowed.loan().confirmed());
  }

  private List<ItemRow.Words> rows(List<BorrowRow> pile, FlowState state) {
    if (!look.large() && !look.slow()) {
      return pile.stream()
          .filter(row -> !inHandBox(row, state))
          .map(row -> words.words(row, state))
          .toList();
    }
    List<ItemRow.Words> folded = new ArrayList<>();
    folded(pile).ifPresent(folded::add);
    pile.stream()
        .filter(row -> !(row.state() instanceof BorrowRow.State.Borrowed))
        .filter(row -> look.large() || !inHandBox(row, state))
        .map(row -> words.words(row, state))
        .forEach(folded::add);
    return List.copyOf(folded);
  }

  /// At the largest text steps and in slow mode finished rows fold into one.
  private Optional<ItemRow.Words> folded(List<BorrowRow> pile) {
    List<BorrowRow.State.Borrowed> done =
        pile.stream()
            .map(BorrowRow::state)
            .filter(BorrowRow.State.Borrowed.class::isInstance)
            .map(BorrowRow.State.Borrowed.class::cast)
            .toList();
    if (done.isEmpty()) {
      return Optional.empty();
    }
    boolean confirmed = allConfirmed(pile);
    Ink ink = confirmed ? Ink.DONE : Ink.WAIT;
    return Optional.of(
        ItemRow.Words.told(
            0,
            Optional.of(count(confirmed ? "borrow.lent" : "borrow.takelater", done.size())),
            Spine.cover("folded"),
            Optional.empty(),
            Ink.TEXT_2,
            Optional.of(Say.due(voice, ink, Icon.CHECK, done.getFirst().loan().due(), confirmed)),
            Optional.empty()));
  }

  private boolean inHandBox(BorrowRow row, FlowState state) {
    return look.arrangement().spare()
        && row.state() instanceof BorrowRow.State.PlaceAgain
        && handRow(state).filter(row::equals).isPresent();
  }

  private Optional<BorrowRow> handRow(FlowState state) {
    return state.session().stream()
        .flatMap(session -> session.borrows().stream())
        .filter(row -> row.state() instanceof BorrowRow.State.PlaceAgain)
        .findFirst();
  }

  private int shown(List<BorrowRow> pile) {
    for (int at = 0; at < pile.size(); at++) {
      if (BorrowRows.needsHand(pile.get(at))) {
        return !look.large() ? at : 1;
      }
    }
    return pile.size() - 1;
  }

  private Optional<HandBox.Words> hand(FlowState state, List<BorrowRow> pile) {
    Screen.Hands hands =
        state.screen() instanceof Screen.Borrow borrow ? borrow.hands() : Screen.Hands.PLACE_AGAIN;
    int lying =
        (int)
            pile.stream()
                .filter(row -> !(row.state() instanceof BorrowRow.State.PlaceAgain))
                .count();
    return Optional.of(
        switch (hands) {
          case PLACE_ITEMS, SAY_HOW_MANY -> simple(Scene.PLACE, lying, "place");
          case PLACE_MISSING -> missing(Counting.neverSeen(state), lying);
          case LIFT_FORMER -> simple(Scene.LIFT, state.leftBehind().size(), "lift");
          case PLACE_AGAIN -> again(state, lying);
          case ADD_MISSING_PART -> part(pile, lying);
          case TAKE_ITEMS -> simple(Scene.TAKE, lying, "take");
          case WAIT -> simple(Scene.WAIT, lying, "wait");
        });
  }

  private HandBox.Words missing(int neverSeen, int lying) {
    return new HandBox.Words.Pile(
        Scene.PLACE,
        lying,
        Optional.of(Stamp.Words.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
        Optional.empty(),
        count("count.missing", neverSeen),
        say("count.missing.line"));
  }

  private HandBox.Words part(List<BorrowRow> pile, int lying) {
    String missing =
        pile.stream()
            .map(BorrowRow::state)
            .filter(BorrowRow.State.SetIncomplete.class::isInstance)
            .map(BorrowRow.State.SetIncomplete.class::cast)
            .findFirst()
            .map(set -> Say.missing(voice, set.missing()))
            .orElse("");
    return Say.pile(Scene.PLACE, lying, say("hand.part.head"), say("hand.part.line", missing));
  }

  private HandBox.Words simple(Scene scene, int books, String which) {
    return Say.pile(voice, scene, books, "hand." + which);
  }

  private HandBox.Words again(FlowState state, int lying) {
    return handRow(state)
        .<HandBox.Words>map(
            row ->
                new HandBox.Words.Pile(
                    Scene.PLACE,
                    lying,
                    Optional.of(Stamp.Words.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
                    look.titlesHidden()
                        ? Optional.empty()
                        : Optional.of(Say.title(voice, row.title(), row.item())),
                    "",
                    againLine(row)))
        .orElseGet(() -> simple(Scene.PLACE, lying, "place"));
  }

  private String againLine(BorrowRow row) {
    Code code = row.state() instanceof BorrowRow.State.PlaceAgain again ? again.code() : Code.T11;
    return Say.what(voice, code) + say("sentence.gap") + Say.wayOut(voice, code);
  }

  private List<ActionKey> actions(FlowState state, List<BorrowRow> pile) {
    ActionKey account = plain("borrow.account", Icon.ACCOUNT, new Key.StartAccount());
    boolean resumed = state.screen() instanceof Screen.Resume;
    if (Counting.asks(state)) {
      ActionKey skip = plain("count.skip", new Key.AsSeen());
      return look.arrangement().keysBelow() ? List.of(skip) : List.of(account, skip);
    }
    if (pile.isEmpty()) {
      return List.of(account);
    }
    int borrowed = Say.borrowed(state);
    boolean leaving = state.session().filter(Session::leaving).isPresent();
    String words =
        leaving
            ? say("borrow.leaving")
            : borrowed > 0
                ? count("borrow.finish", borrowed)
                : say(resumed ? "resume.staff" : "borrow.nothing");
    ActionKey end = ActionKey.primary(words, Icon.ARROW, true, new Key.Confirm());
    // What lies unfinished goes to staff by it.
    ActionKey finish = resumed ? end.losing() : end;
    if (!resumed && !leaving && Counting.neverSeen(state) > 0) {
      String only = count("count.only", pile.size());
      return List.of(ActionKey.primary(only, new Key.AsSeen()));
    }
    if (resumed || leaving || look.arrangement().keysBelow()) {
      return List.of(finish);
    }
    boolean settled =
        pile.stream().noneMatch(row -> row.state().working() || BorrowRows.needsHand(row));
    // Three keys stand side by side without icons, and only while the text is small.
    return borrowed > 0 && settled && look.step() == 1
        ? List.of(
            plain("borrow.account", new Key.StartAccount()),
            plain("borrow.nextcard", new Key.NextCard()),
            ActionKey.primary(words, new Key.Confirm()))
        : List.of(account, finish);
  }
}
