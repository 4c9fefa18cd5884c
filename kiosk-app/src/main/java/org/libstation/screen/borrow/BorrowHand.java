package org.libstation.screen.borrow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.picture.HandPicture.Scene;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.PlaceSign;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// Chooses what the patron's hands do next with the items: the open matter, not the whole pile. An
/// item that is not lent goes to its shelf or to staff, never away with the others.
final class BorrowHand extends Saying {
  private final boolean hidden;

  BorrowHand(Voice voice, boolean hidden) {
    super(voice);
    this.hidden = hidden;
  }

  HandBox.HandBoxWords of(FlowState state, List<BorrowRow> pile) {
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

  /// Returns the row of the item that the picture shows.
  static Optional<BorrowRow> placedAgain(FlowState state) {
    return state.session().stream()
        .flatMap(session -> session.borrows().stream())
        .filter(row -> row.state() instanceof BorrowRowState.PlaceAgain)
        .findFirst();
  }

  private static boolean lies(BorrowRow row, FlowState state) {
    return !(row.state() instanceof BorrowRowState.PlaceAgain)
        && Say.lies(state, row.parts().keySet());
  }

  /// Chooses the picture when nothing is being processed and nothing must be laid down again.
  private HandBox.HandBoxWords settled(
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
    List<PlaceSign.PlaceSignWords> stay =
        pile.stream().flatMap(row -> place(row).stream()).toList();
    if (!stay.isEmpty()) {
      return new HandBox.HandBoxWords.DestinationWords(
          Optional.of(count("hand.leave", stay.size())), Say.places(voice, stay));
    }
    return simple(state, scene, covers(lying), which);
  }

  /// Returns where an item goes that the patron does not take away.
  static Optional<PlaceSign.PlaceSignWords> place(BorrowRow row) {
    return switch (row.state()) {
      case BorrowRowState.BorrowRefused refused ->
          Optional.of(refused.code() == Code.B21 ? PlaceSign.RESERVED : PlaceSign.STAFF);
      case BorrowRowState.ToStaff _ -> Optional.of(PlaceSign.STAFF);
      case BorrowRowState.NotRecognised _ ->
          readAnew(row).isEmpty() ? Optional.of(PlaceSign.STAFF) : Optional.empty();
      case BorrowRowState.Borrowed borrowed ->
          borrowed.unlockByStaff() ? Optional.of(PlaceSign.STAFF) : Optional.empty();
      case BorrowRowState.AtWork _,
          BorrowRowState.AlreadyBorrowed _,
          BorrowRowState.PlaceAgain _,
          BorrowRowState.SetIncomplete _ ->
          Optional.empty();
    };
  }

  /// Returns the code why an item must be read again, if that may help. It counts only until
  /// another item is read.
  private static Optional<Code> readAnew(BorrowRow row) {
    return row.state() instanceof BorrowRowState.NotRecognised(Code code, _) && mayBeRead(code)
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

  private HandBox.HandBoxWords missing(int neverSeen, List<Integer> lying) {
    return new HandBox.HandBoxWords.PileWords(
        Scene.PLACE,
        lying,
        Optional.empty(),
        Optional.of(Stamp.StampWords.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
        Optional.empty(),
        count("count.missing", neverSeen),
        say("count.missing.line"));
  }

  private HandBox.HandBoxWords part(List<BorrowRow> pile, List<Integer> lying) {
    String missing =
        pile.stream()
            .map(BorrowRow::state)
            .filter(BorrowRowState.SetIncomplete.class::isInstance)
            .map(BorrowRowState.SetIncomplete.class::cast)
            .findFirst()
            .map(set -> Say.missing(voice, set.missing()))
            .orElse("");
    return Say.pile(Scene.PLACE, lying, say("hand.part.head"), say("hand.part.line", missing));
  }

  private HandBox.HandBoxWords simple(
      FlowState state, Scene scene, List<Integer> lying, String which) {
    return Say.pile(voice, state, scene, lying, "hand." + which);
  }

  private HandBox.HandBoxWords again(FlowState state, List<Integer> lying) {
    return placedAgain(state)
        .<HandBox.HandBoxWords>map(
            row ->
                new HandBox.HandBoxWords.PileWords(
                    Scene.PLACE,
                    lying,
                    Optional.of(Say.cover(row.item(), row.number())),
                    Optional.of(Stamp.StampWords.plain(Ink.ASK, Icon.PLACE, say("stamp.again"))),
                    hidden
                        ? Optional.empty()
                        : Optional.of(Say.title(voice, row.title(), row.item())),
                    "",
                    againLine(row)))
        .orElseGet(() -> simple(state, Scene.PLACE, lying, "place"));
  }

  private String againLine(BorrowRow row) {
    Code code = row.state() instanceof BorrowRowState.PlaceAgain again ? again.code() : Code.T11;
    return Say.what(voice, code) + say("sentence.gap") + Say.wayOut(voice, code);
  }
}
