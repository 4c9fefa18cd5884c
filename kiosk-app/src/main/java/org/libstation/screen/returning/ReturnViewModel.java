package org.libstation.screen.returning;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.HandPicture.Scene;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.EndKey;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.words.Voice;

/// Content of the screen for returns.
public final class ReturnViewModel extends ListModel {
  public ReturnViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  @Override
  public boolean oneByOne() {
    return look.slow();
  }

  @Override
  protected void fill(FlowState state) {
    ReturnRows words =
        new ReturnRows(voice, look, state.station().suspension().fines().isPresent());
    List<ReturnRow> handed =
        state.session().map(Session::returns).orElse(List.of()).stream()
            .sorted(Comparator.comparing(row -> !ReturnRows.needsHand(row)))
            .toList();
    boolean sorted = handed.stream().anyMatch(ReturnRow::counted);
    session(
        state, List.of("step.place", "step.sort", "step.done"), sorted ? 1 : 0, !handed.isEmpty());
    HandBox.HandBoxWords next = hand(state, handed);
    notices.set(notices(state, next));
    head.set(head(state, handed));
    rows.set(handed.stream().map(words::words).toList());
    shownRow.set(shown(handed));
    hand.set(Optional.of(next));
    actions.set(actions(state, handed, next));
  }

  /// Returns the first row still being processed, so that the list follows the progress. Once
  /// nothing is being processed, it is the first row that is open or has a fine.
  private int shown(List<ReturnRow> handed) {
    for (int at = 0; at < handed.size(); at++) {
      if (handed.get(at).working()) {
        return at;
      }
    }
    List<ItemRow.ItemRowWords> all = rows.get();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).open() || all.get(at).strip().isPresent()) {
        return at;
      }
    }
    return all.size() - 1;
  }

  /// @param next what the hands do next; in large text its picture has no room for a second line,
  ///   so matters about a former patron's items or an incomplete set become a notice
  private List<NoticeBar.NoticeBarWords> notices(FlowState state, HandBox.HandBoxWords next) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    Screen.Hands hands =
        state.screen() instanceof Screen.Return screen ? screen.hands() : Screen.Hands.PLACE_ITEMS;
    boolean matters = hands == Screen.Hands.LIFT_FORMER || hands == Screen.Hands.ADD_MISSING_PART;
    if (look.large()
        && matters
        && next instanceof HandBox.HandBoxWords.PileWords pile
        && !pile.line().isEmpty()) {
      all.add(NoticeBar.NoticeBarWords.of(Ink.ASK, Icon.HAND, pile.head(), pile.line()));
    }
    Say.silent(voice, state, "return").ifPresent(all::add);
    Say.finesStopped(voice, state).ifPresent(all::add);
    warned(state).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Head head(FlowState state, List<ReturnRow> handed) {
    int counted = (int) handed.stream().filter(ReturnRow::counted).count();
    if (handed.isEmpty()) {
      return head(Say.former(state) ? "hand.lift" : Say.here(state, "return.empty"));
    }
    if (counted == 0) {
      boolean working = handed.stream().anyMatch(ReturnRow::working);
      return Head.of(
          count("borrow.seen", handed.size()),
          working ? say(Say.here(state, "return.wait")) : count("borrow.open", handed.size()));
    }
    OffsetDateTime last =
        handed.stream()
            .filter(ReturnRow::counted)
            .map(row -> row.handedOver().wall())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Head.of(
        count("return.done", counted),
        say(
            "return.moment",
            voice.words().stampDate(last.toLocalDate()),
            voice.words().time(last.toLocalTime())));
  }

  private HandBox.HandBoxWords hand(FlowState state, List<ReturnRow> handed) {
    Screen.Hands hands =
        state.screen() instanceof Screen.Return screen ? screen.hands() : Screen.Hands.PLACE_ITEMS;
    List<ReturnRow> lying =
        handed.stream()
            .filter(row -> Say.lies(state, row.tags()))
            .sorted(Comparator.comparingLong(ReturnRow::number))
            .toList();
    return switch (hands) {
      case LIFT_FORMER -> Say.lift(voice, state, handed.isEmpty());
      case WAIT -> pile(state, Scene.WAIT, lying, "wait");
      case ADD_MISSING_PART -> part(handed, lying);
      case PLACE_AGAIN, SAY_HOW_MANY, PLACE_MISSING -> pile(state, Scene.PLACE, lying, "give");
      case PLACE_ITEMS, TAKE_ITEMS -> settled(state, handed, lying);
    };
  }

  private HandBox.HandBoxWords settled(
      FlowState state, List<ReturnRow> handed, List<ReturnRow> lying) {
    Optional<Code> unread =
        handed.stream()
            .max(Comparator.comparingLong(ReturnRow::number))
            .flatMap(ReturnRows::readAnew);
    if (unread.isPresent()) {
      return Say.again(
          voice,
          unread.get(),
          covers(lying.stream().filter(row -> ReturnRows.readAnew(row).isEmpty()).toList()));
    }
    List<HandBox.PlaceWords> places =
        Say.places(voice, handed.stream().flatMap(row -> ReturnRows.goesTo(row).stream()).toList());
    return places.isEmpty() || handed.stream().anyMatch(ReturnRow::working)
        ? pile(state, Scene.PLACE, lying, "give")
        : new HandBox.HandBoxWords.DestinationWords(Optional.empty(), places);
  }

  private static List<Integer> covers(List<ReturnRow> rows) {
    return rows.stream().map(row -> Say.cover(row.item(), row.number())).toList();
  }

  /// Asks for the missing part. Without it the return stands, and staff take care of the set.
  private HandBox.HandBoxWords part(List<ReturnRow> handed, List<ReturnRow> lying) {
    String missing =
        handed.stream()
            .map(ReturnRow::setMissing)
            .filter(parts -> !parts.isEmpty())
            .findFirst()
            .map(parts -> Say.missing(voice, parts))
            .orElse("");
    return Say.pile(
        Scene.PLACE, covers(lying), say("hand.part.head"), say("hand.partback.line", missing));
  }

  private HandBox.HandBoxWords pile(
      FlowState state, Scene scene, List<ReturnRow> lying, String which) {
    return Say.pile(voice, state, scene, covers(lying), "hand." + which);
  }

  /// @param next what the hands do next; *done* is the primary key once it says where each item
  ///   goes, but not while an item must be read again, added or lifted
  private List<ActionKey> actions(
      FlowState state, List<ReturnRow> handed, HandBox.HandBoxWords next) {
    List<ActionKey> borrow =
        state.session().flatMap(Session::shownCard).isPresent() && state.station().lends()
            ? List.of(plain("return.borrow", Icon.BORROW, new Key.StartBorrow()))
            : List.of();
    if (handed.isEmpty()) {
      return borrow;
    }
    boolean counted = handed.stream().anyMatch(ReturnRow::counted);
    List<ActionKey> keys = new ArrayList<>(borrow);
    boolean sorts = counted && next instanceof HandBox.HandBoxWords.DestinationWords;
    String wayOut = say(counted ? "key.done" : "return.nothing");
    keys.add(EndKey.of(voice, state, sorts, say("return.finish"), wayOut));
    return List.copyOf(keys);
  }
}
