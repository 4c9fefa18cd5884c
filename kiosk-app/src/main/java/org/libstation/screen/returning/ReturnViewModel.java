package org.libstation.screen.returning;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Look;
import org.libstation.screen.picture.HandPicture.Scene;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.HandBox;
import org.libstation.screen.widget.Head;
import org.libstation.screen.widget.ListModel;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.widget.Say;
import org.libstation.screen.widget.Sign;
import org.libstation.screen.words.Voice;

/// What a returning patron sees.
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
        new ReturnRows(
            voice, look.titlesHidden(), state.station().suspension().fines().isPresent());
    List<ReturnRow> handed =
        state.session().map(Session::returns).orElse(List.of()).stream()
            .sorted(Comparator.comparing(ReturnRows::needsHand))
            .toList();
    boolean sorted = handed.stream().anyMatch(ReturnRow::counted);
    session(
        state, List.of("step.place", "step.sort", "step.done"), sorted ? 1 : 0, !handed.isEmpty());
    notices.set(notices(state));
    head.set(head(handed));
    rows.set(handed.stream().map(words::words).toList());
    shownRow.set(shown(handed));
    hand.set(Optional.of(hand(state, handed)));
    actions.set(actions(state, handed));
  }

  /// The latest; once all is settled, the first that costs something.
  private int shown(List<ReturnRow> handed) {
    boolean settled = handed.stream().noneMatch(row -> row.working() || ReturnRows.needsHand(row));
    for (int at = 0; at < handed.size() && settled; at++) {
      if (rows.get().get(at).strip().isPresent()) {
        return at;
      }
    }
    return handed.size() - 1;
  }

  private List<NoticeBar.Words> notices(FlowState state) {
    List<NoticeBar.Words> all = new ArrayList<>();
    Say.silent(voice, state, "return").ifPresent(all::add);
    Say.finesStopped(voice, state).ifPresent(all::add);
    warned(state).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Head head(List<ReturnRow> handed) {
    int counted = (int) handed.stream().filter(ReturnRow::counted).count();
    if (handed.isEmpty()) {
      return head("return.empty");
    }
    if (counted == 0) {
      return Head.of(count("borrow.seen", handed.size()), say("return.wait"));
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

  private HandBox.Words hand(FlowState state, List<ReturnRow> handed) {
    Screen.Hands hands =
        state.screen() instanceof Screen.Return screen ? screen.hands() : Screen.Hands.PLACE_ITEMS;
    List<HandBox.PlaceWords> places = places(handed);
    boolean working = handed.stream().anyMatch(ReturnRow::working);
    return switch (hands) {
      case LIFT_FORMER -> pile(Scene.LIFT, state.leftBehind().size(), "lift");
      case WAIT -> pile(Scene.WAIT, handed.size(), "wait");
      case ADD_MISSING_PART -> part(handed);
      case PLACE_AGAIN, SAY_HOW_MANY, PLACE_MISSING -> pile(Scene.PLACE, handed.size(), "give");
      case PLACE_ITEMS, TAKE_ITEMS ->
          places.isEmpty() || working
              ? pile(Scene.PLACE, handed.size(), "give")
              : new HandBox.Words.Places(places);
    };
  }

  /// It can be added; without it the return stands and staff see to the set.
  private HandBox.Words part(List<ReturnRow> handed) {
    String missing =
        handed.stream()
            .map(ReturnRow::setMissing)
            .filter(parts -> !parts.isEmpty())
            .findFirst()
            .map(parts -> Say.missing(voice, parts))
            .orElse("");
    return Say.pile(
        Scene.PLACE, handed.size(), say("hand.part.head"), say("hand.partback.line", missing));
  }

  private HandBox.Words pile(Scene scene, int books, String which) {
    return Say.pile(voice, scene, books, "hand." + which);
  }

  private List<HandBox.PlaceWords> places(List<ReturnRow> handed) {
    List<HandBox.PlaceWords> places = new ArrayList<>();
    for (Sign.Words sign : List.of(ReturnRows.TROLLEY, ReturnRows.RESERVED, ReturnRows.STAFF)) {
      int count =
          (int)
              handed.stream()
                  .map(ReturnRows::place)
                  .filter(place -> Objects.equals(place.orElse(null), sign))
                  .count();
      if (count > 0) {
        places.add(
            new HandBox.PlaceWords(
                sign,
                say("place." + sign.letter() + ".name"),
                count("place." + sign.letter(), count)));
      }
    }
    return List.copyOf(places);
  }

  private List<ActionKey> actions(FlowState state, List<ReturnRow> handed) {
    List<ActionKey> borrow =
        state.session().flatMap(Session::shownCard).isPresent() && state.station().lends()
            ? List.of(plain("return.borrow", Icon.BORROW, new Key.StartBorrow()))
            : List.of();
    if (handed.isEmpty()) {
      return borrow;
    }
    boolean leaving = state.session().filter(Session::leaving).isPresent();
    List<ActionKey> keys = new ArrayList<>(borrow);
    keys.add(onward(leaving ? "borrow.leaving" : "return.finish", Icon.ARROW, new Key.Confirm()));
    return List.copyOf(keys);
  }
}
