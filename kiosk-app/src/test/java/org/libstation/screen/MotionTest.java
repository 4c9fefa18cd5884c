package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.lab.screen.Png;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.picture.Moves;
import org.libstation.screen.kit.picture.Moves.Move;
import org.libstation.testkit.Needs;

/// Motion begins, ends, rests, and leaves the screen as it was drawn.
class MotionTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Access SLOW = Access.silent(1, false, true, false, false);

  private final AtomicLong nanos = new AtomicLong(1);
  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host = drawn(true);
  }

  /// @param on whether it moves; else as it is drawn in pictures
  private ScreenHost drawn(boolean on) throws Exception {
    return Fx.call(
        () -> {
          ScreenHost fresh =
              new ScreenHost(
                  TEXTS,
                  ScreensTest.names(),
                  Duration.ofSeconds(60),
                  _ -> {},
                  Speech.SILENT,
                  nanos::get);
          new Scene(fresh, Tokens.WIDTH, Tokens.HEIGHT);
          if (on) {
            fresh.moving(true);
          }
          return fresh;
        });
  }

  private void show(FlowState state) throws Exception {
    Fx.call(
        () -> {
          ScreensTest.show(host, state);
          host.motion().laid();
          return host;
        });
  }

  /// Lets time pass, with one frame at its end.
  private void after(long ms) throws Exception {
    nanos.addAndGet(ms * 1_000_000);
    Fx.call(
        () -> {
          host.motion().step();
          return host;
        });
  }

  private List<Node> nodes(Predicate<Node> which) {
    return Tree.seen(host, which);
  }

  private List<Node> rows() {
    return nodes(node -> SpeechMark.kind(node).equals(Optional.of(SpeechMark.NodeRole.ROW)));
  }

  private Node marked(Class<? extends Move> move) {
    return nodes(node -> Moves.of(node).filter(mark -> move.isInstance(mark.move())).isPresent())
        .getFirst();
  }

  private boolean isMoved(Node node) {
    return node.getTranslateX() != 0
        || node.getTranslateY() != 0
        || node.getOpacity() != 1
        || node.getScaleX() != 1
        || node.getRotate() != 0;
  }

  private List<Node> moved() {
    return nodes(
        node ->
            (Moves.of(node).isPresent()
                    || SpeechMark.kind(node).equals(Optional.of(SpeechMark.NodeRole.ROW)))
                && isMoved(node));
  }

  private boolean running() throws Exception {
    return Fx.call(() -> host.motion().running());
  }

  @Test
  void theCardGoesItsWayThreeTimesAndThenTheClockStandsStill() throws Exception {
    show(States.named("welcome"));
    Node card = marked(Move.Travel.class);
    after(150);
    assertThat(card.getTranslateX()).isNotZero();
    assertThat(running()).isTrue();
    after(3 * 2800);
    assertThat(card.getTranslateX()).isZero();
    // The boat goes on for a while, slowly.
    after(16_000);
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
  }

  @Test
  void afterAMinuteWithoutAnybodyItIsShownOnceMore() throws Exception {
    FlowState welcome = States.named("welcome");
    show(welcome);
    after(20_000);
    show(States.later(welcome, Duration.ofSeconds(20)));
    assertThat(running()).isFalse();
    after(60_000);
    show(States.later(welcome, Duration.ofSeconds(80)));
    assertThat(running()).isTrue();
    after(150);
    assertThat(marked(Move.Travel.class).getTranslateX()).isNotZero();
  }

  @Test
  void aRowThatIsNewRisesIntoItsPlaceAndThoseThatWereThereStandStill() throws Exception {
    FlowState stack = States.named("borrow-stack");
    BorrowRow[] rows = stack.session().orElseThrow().borrows().toArray(BorrowRow[]::new);
    show(States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows[0], rows[1]));
    assertThat(rows()).hasSize(2).noneMatch(this::isMoved);
    show(States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows[0], rows[1], rows[2]));
    assertThat(rows()).hasSize(3).filteredOn(this::isMoved).hasSize(1);
    // Already seen in the frame in which it comes: somebody waits for it.
    assertThat(rows().getLast().getTranslateY()).isBetween(8.0, 23.0);
    assertThat(rows().getLast().getOpacity()).isBetween(0.15, 0.7);
    after(120);
    assertThat(rows().getLast().getTranslateY()).isBetween(0.1, 12.0);
    after(120);
    assertThat(rows()).noneMatch(this::isMoved);
  }

  @Test
  void aRowOnAPageThatIsTurnedOverRests() throws Exception {
    FlowState stack = States.named("borrow-stack");
    BorrowRow[] rows = stack.session().orElseThrow().borrows().toArray(BorrowRow[]::new);
    show(States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows[0]));
    show(States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows[0], rows[1]));
    Node fresh = rows().getLast();
    assertThat(isMoved(fresh)).isTrue();
    Fx.call(
        () -> {
          fresh.setVisible(false);
          return fresh;
        });
    after(20);
    assertThat(isMoved(fresh)).isFalse();
  }

  @Test
  void aRowThatSinksGoesThereFromWhereItWas() throws Exception {
    FlowState stack = States.named("borrow-stack");
    List<BorrowRow> rows = stack.session().orElseThrow().borrows();
    BorrowRow first = rows.getFirst();
    show(States.borrowing(States.WELL, Hands.PLACE_ITEMS, first, rows.get(1)));
    double before = Motion.y(rows().getFirst());
    // The other one needs the hand now, and comes first.
    FlowState refused =
        States.borrowing(
            States.WELL, Hands.PLACE_ITEMS, first, rows.get(1).withState(rows.get(3).state()));
    show(refused);
    assertThat(Motion.y(rows().getFirst())).as("hands may be there").isEqualTo(before);
    assertThat(SpeechMark.about(rows().getFirst())).isEqualTo("row " + first.number());
    show(States.later(refused, Duration.ofMillis(1300)));
    Node sunk = rows().getLast();
    assertThat(SpeechMark.about(sunk)).isEqualTo("row " + first.number());
    assertThat(Motion.y(sunk) + sunk.getTranslateY()).isEqualTo(before);
    after(240);
    assertThat(rows()).noneMatch(this::isMoved);
  }

  private FlowState asked(BorrowRow.BorrowRowState state) throws Exception {
    BorrowRow row = States.named("borrow-stack").session().orElseThrow().borrows().getFirst();
    return States.borrowing(
        States.WELL,
        Hands.WAIT,
        new BorrowRow(row.number(), row.item(), row.title(), row.parts(), 1, state));
  }

  private BorrowRow.BorrowRowState lent() {
    return States.named("borrow-stack").session().orElseThrow().borrows().stream()
        .map(BorrowRow::state)
        .filter(BorrowRow.BorrowRowState.Borrowed.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static final BorrowRow.BorrowRowState ASKING =
      new BorrowRow.BorrowRowState.Asking(Duration.ZERO);

  @Test
  void theStateOfARowFillsItsCellFromTheLeftAndSwapsItsWord() throws Exception {
    show(asked(ASKING));
    assertThat(moved()).as("came with its state").isEmpty();
    show(asked(lent()));
    Node cell = marked(Move.CellFill.class);
    Node word = marked(Move.Swap.class);
    assertThat(cell.getScaleX()).isLessThan(0.05);
    assertThat(word.getOpacity()).isZero();
    after(20);
    assertThat(cell.getScaleX()).isBetween(0.05, 0.9);
    assertThat(cell.getBoundsInParent().getMinX())
        .as("its left edge stands")
        .isCloseTo(cell.getLayoutX(), within(0.01));
    assertThat(word.getOpacity()).isBetween(0.05, 0.9);
    after(140);
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
  }

  @Test
  void aStateInOtherWordsIsTheSameState() throws Exception {
    FlowState lent = asked(lent());
    show(lent);
    show(States.in(lent, Language.EN, Access.STANDARD));
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
  }

  @Test
  void aStateThatChangedUnderASheetIsThereWhenItIsGone() throws Exception {
    show(States.named("borrow-stack"));
    show(States.named("borrow-idle"));
    show(asked(lent()));
    assertThat(moved()).isEmpty();
  }

  @Tag("full")
  @Test
  void aStateThatTurnedLooksAsIfItHadAlwaysBeenSo() throws Exception {
    show(asked(ASKING));
    show(asked(lent()));
    after(20);
    after(140);
    byte[] rested = picture();
    host = drawn(false);
    show(asked(lent()));
    assertThat(rested).isEqualTo(picture());
  }

  @Test
  void aRowOnItsWayArrivesWhenTheScreenIsDrawnAnew() throws Exception {
    List<BorrowRow> rows = States.named("borrow-stack").session().orElseThrow().borrows();
    FlowState before = States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows.get(0), rows.get(1));
    show(before);
    BorrowRow refused = rows.get(1).withState(rows.get(3).state());
    FlowState sinks = States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows.get(0), refused);
    show(sinks);
    show(States.later(sinks, Duration.ofMillis(1300)));
    after(40);
    double on = rows().getLast().getTranslateY();
    assertThat(on).isNotZero();
    show(States.later(sinks, Duration.ofMillis(1340)));
    assertThat(rows().getLast().getTranslateY()).isEqualTo(on);
    after(200);
    assertThat(rows()).noneMatch(this::isMoved);
  }

  @Test
  void theDateStampFallsOnce() throws Exception {
    show(States.named("receipt-choice"));
    Node stamp = marked(Move.StampFall.class);
    assertThat(stamp.getScaleX()).isEqualTo(1.35);
    after(200);
    assertThat(stamp.getScaleX()).as("over a little").isBetween(0.9, 1.0);
    after(120);
    assertThat(isMoved(stamp)).isFalse();
    show(States.later(States.named("receipt-choice"), Duration.ofSeconds(1)));
    assertThat(isMoved(marked(Move.StampFall.class))).isFalse();
  }

  @Test
  void nothingMovesWhereASiteSaysSo() throws Exception {
    host = drawn(false);
    Fx.call(
        () -> {
          host.moving(false);
          return host;
        });
    for (String each : List.of("welcome", "identify-card", "borrow-stack", "receipt-choice")) {
      show(States.named(each));
      after(150);
      assertThat(moved()).as(each).isEmpty();
      assertThat(running()).as(each).isFalse();
    }
  }

  @Test
  void nothingMovesForWhoeverAskedForTimeNorUnderASheet() throws Exception {
    show(States.named("welcome"));
    after(150);
    assertThat(moved()).isNotEmpty();
    show(States.in(States.named("welcome"), Language.EN, SLOW));
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
    show(States.named("borrow-idle"));
    after(280);
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
  }

  private List<Bounds> keyPlaces() throws Exception {
    return Fx.call(
        () ->
            ScreensTest.keys(host).stream()
                .map(key -> key.localToScene(key.getLayoutBounds()))
                .toList());
  }

  @Test
  void ofASheetOnlyTheUpperEdgeRisesAndItsKeysAreInTheirPlacesAtOnce() throws Exception {
    show(States.named("borrow-stack"));
    show(States.named("borrow-idle"));
    Node edge = marked(Move.Rise.class);
    List<Bounds> places = keyPlaces();
    assertThat(edge.getTranslateY()).isEqualTo(32);
    assertThat(moved()).containsExactly(edge);
    after(40);
    assertThat(edge.getTranslateY()).isBetween(1.0, 31.0);
    assertThat(keyPlaces()).isEqualTo(places);
    after(240);
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
    assertThat(keyPlaces()).isEqualTo(places);
  }

  @Test
  void aSheetThatIsThereDoesNotComeAgain() throws Exception {
    FlowState stack = States.named("borrow-stack");
    show(States.over(stack, new Overlay.IdleWarning(23, 9)));
    after(100);
    double on = marked(Move.Rise.class).getTranslateY();
    show(States.over(stack, new Overlay.IdleWarning(22, 9)));
    assertThat(marked(Move.Rise.class).getTranslateY()).isEqualTo(on);
    after(180);
    show(States.over(stack, new Overlay.ConfirmLeave(2)));
    show(States.in(States.named("borrow-leave"), Language.EN, Access.STANDARD));
    assertThat(moved()).isEmpty();
  }

  @Test
  void aSheetThatGoesIsGoneAtOnceWithItsWords() throws Exception {
    show(States.named("borrow-stack"));
    show(States.named("borrow-idle"));
    Node sheet = marked(Move.Rise.class).getParent().getParent();
    assertThat(ScreensTest.texts(sheet)).isNotEmpty();
    show(States.named("borrow-stack"));
    assertThat(ScreensTest.texts(sheet)).allMatch(text -> text.getText().isEmpty());
    assertThat(nodes(node -> node.equals(sheet))).isEmpty();
    assertThat(moved()).noneMatch(node -> node.getParent().getParent().equals(sheet));
  }

  @Test
  void aSheetDoesNotRiseForWhoeverAskedForTime() throws Exception {
    FlowState idle = States.named("borrow-idle");
    show(States.in(idle, Language.EN, SLOW));
    assertThat(moved()).isEmpty();
    assertThat(running()).isFalse();
  }

  @Tag("full")
  @Test
  void whatCameToRestLooksAsIfItHadNeverMoved() throws Exception {
    show(States.named("welcome"));
    after(700);
    after(20_000);
    byte[] rested = picture();
    host = drawn(false);
    show(States.named("welcome"));
    assertThat(rested).isEqualTo(picture());
  }

  private byte[] picture() throws Exception {
    return Fx.call(() -> Png.of(host.snapshot(null, null)));
  }

  @Tag("full")
  @Test
  void aSheetThatCameLooksAsIfItHadAlwaysBeenThere() throws Exception {
    show(States.named("borrow-idle"));
    after(40);
    after(240);
    byte[] rested = picture();
    host = drawn(false);
    show(States.named("borrow-idle"));
    assertThat(rested).isEqualTo(picture());
  }

  @Test
  void whenTheScreenIsTakenAwayNothingRuns() throws Exception {
    show(States.named("welcome"));
    assertThat(running()).isTrue();
    Fx.call(
        () -> {
          host.clear();
          return host;
        });
    assertThat(running()).isFalse();
  }

  @Test
  void keysStandWhereTheyArePressedWhoeverAsksForTheirPlaces() throws Exception {
    show(States.named("welcome"));
    after(150);
    Fx.call(
        () -> {
          host.motion().rest();
          return host;
        });
    assertThat(moved()).isEmpty();
  }
}
