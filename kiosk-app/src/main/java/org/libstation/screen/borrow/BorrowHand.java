package org.libstation.screen.borrow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.State;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.picture.HandPicture.Scene;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Sign;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// The next thing that the hands do with a pile: the open matter, not the pile. What is not lent
/// goes to its shelf or to staff and never up with the rest.
final class BorrowHand extends Saying {
  private final boolean hidden;

  BorrowHand(Voice voice, boolean hidden) {
    super(voice);
    this.hidden = hidden;
  }

  HandBox.Words of(FlowState state, List<BorrowRow> pile) {
    List<BorrowRow> lying =
        pile.stream()
            .filter(row -> lies(row, state))
            .sorted(Comparator.comparingLong(BorrowRow::number))
            .toList();
    List<Integer> covers = covers(lying);
    Screen.Hands hands =
        state.screen() instanceof Screen.Borrow borrow ? borrow.hands() : Screen.Hands.PLACE_AGAIN;
    return switch (hands) {
      case SAY_HOW_MANY -> simple(state, Scene.PLACE, covers, "place");
      case PLACE_MISSING -> missing(Counting.neverSeen(state), covers);
      case LIFT_FORMER -> Say.lift(voice, state, pile.isEmpty());
      case PLACE_AGAIN -> again(state, covers);
      case ADD_MISSING_PART -> part(pile, covers);
      case WAIT -> simple(state, Scene.WAIT, covers, "wait");
      case PLACE_ITEMS -> settled(state, pile, lying, Scene.PLACE, "place");
      case TAKE_ITEMS -> settled(state, pile, lying, Scene.TAKE, "take");
    };
  }

  static List<Integer> covers(List<BorrowRow> rows) {
    return rows.stream().map(row -> Say.cover(row.item(), row.number())).toList();
  }

  /// The row that the picture is about.
  static Optional<BorrowRow> placedAgain(FlowState state) {
    return state.session().stream()
        .flatMap(session -> session.borrows().stream())
        .filter(row -> row.state() instanceof State.PlaceAgain)
        .findFirst();
  }

  private static boolean lies(BorrowRow row, FlowState state) {
    return !(row.state() instanceof State.PlaceAgain) && Say.lies(state, row.parts().keySet());
  }

  /// Nothing is under way and nothing is to be laid down anew.
  private HandBox.Words settled(
      FlowState state, List<BorrowRow> pile, List<BorrowRow> lying, Scene scene, String which) {
    Optional<Code> unread =
        pile.stream()
            .max(Comparator.comparingLong(BorrowRow::number))
            .flatMap(BorrowHand::readAnew);
    if (unread.isPresent()) {
      return Say.again(
          voice,
          unread.get(),
          covers(lying.stream().filter(row -> readAnew(row).isEmpty()).toList()));
    }
    List<Sign.Words> stay = pile.stream().flatMap(row -> place(row).stream()).toList();
    if (!stay.isEmpty()) {
      return new HandBox.Words.Places(
          Optional.of(count("hand.leave", stay.size())), Say.places(voice, stay));
    }
    return simple(state, scene, covers(lying), which);
  }

  /// Where it goes if it is not taken away.
  static Optional<Sign.Words> place(BorrowRow row) {
    return switch (row.state()) {
      case State.Refused refused ->
          Optional.of(refused.code() == Code.B21 ? Sign.RESERVED : Sign.STAFF);
      case State.ToStaff _ -> Optional.of(Sign.STAFF);
      case State.NotRecognised _ ->
          readAnew(row).isEmpty() ? Optional.of(Sign.STAFF) : Optional.empty();
      case State.Borrowed borrowed ->
          borrowed.unlockByStaff() ? Optional.of(Sign.STAFF) : Optional.empty();
      case State.AtWork _, State.AlreadyYours _, State.PlaceAgain _, State.SetIncomplete _ ->
          Optional.empty();
    };
  }

  /// Why it must be read once more, where that may help; what was read after it is beyond it.
  private static Optional<Code> readAnew(BorrowRow row) {
    return row.state() instanceof State.NotRecognised(Code code, _) && mayBeRead(code)
        ? Optional.of(code)
        : Optional.empty();
  }

  private static boolean mayBeRead(Code code) {
    return code == Code.B12
        || code == Code.B13
        || code == Code.B14
        || code == Code.T13
        || code == Code.T22
        || code == Code.T23;
  }

  private HandBox.Words missing(int neverSeen, List<Integer> lying) {
    return new HandBox.Words.Pile(
        Scene.PLACE,
        lying,
        Optional.empty(),
        Optional.of(Stamp.Words.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
        Optional.empty(),
        count("count.missing", neverSeen),
        say("count.missing.line"));
  }

  private HandBox.Words part(List<BorrowRow> pile, List<Integer> lying) {
    String missing =
        pile.stream()
            .map(BorrowRow::state)
            .filter(State.SetIncomplete.class::isInstance)
            .map(State.SetIncomplete.class::cast)
            .findFirst()
            .map(set -> Say.missing(voice, set.missing()))
            .orElse("");
    return Say.pile(Scene.PLACE, lying, say("hand.part.head"), say("hand.part.line", missing));
  }

  private HandBox.Words simple(FlowState state, Scene scene, List<Integer> lying, String which) {
    return Say.pile(voice, state, scene, lying, "hand." + which);
  }

  private HandBox.Words again(FlowState state, List<Integer> lying) {
    return placedAgain(state)
        .<HandBox.Words>map(
            row ->
                new HandBox.Words.Pile(
                    Scene.PLACE,
                    lying,
                    Optional.of(Say.cover(row.item(), row.number())),
                    Optional.of(Stamp.Words.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
                    hidden
                        ? Optional.empty()
                        : Optional.of(Say.title(voice, row.title(), row.item())),
                    "",
                    againLine(row)))
        .orElseGet(() -> simple(state, Scene.PLACE, lying, "place"));
  }

  private String againLine(BorrowRow row) {
    Code code = row.state() instanceof State.PlaceAgain again ? again.code() : Code.T11;
    return Say.what(voice, code) + say("sentence.gap") + Say.wayOut(voice, code);
  }
}
