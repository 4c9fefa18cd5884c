package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.testkit.Needs;
import org.libstation.testkit.Sample;

/// What did not change is not drawn anew: without a graphics card each part of the screen that is
/// painted is waited for.
class RedrawTest {
  private static final int PILE = 8;

  private ScreenHost host;
  private final List<BorrowRow> pile = new ArrayList<>();

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    host =
        Fx.call(
            () -> {
              ScreenHost fresh = ScreensTest.host(new ArrayList<>());
              fresh.moving(true);
              return fresh;
            });
    FlowState stack = States.named("borrow-stack");
    List<BorrowRow> rows = stack.session().orElseThrow().borrows();
    for (int number = 1; number <= PILE; number++) {
      BorrowRow like = rows.get(number % rows.size());
      pile.add(row(number, like, new BorrowRow.BorrowRowState.Asking(stack.at())));
    }
    show();
  }

  private static BorrowRow row(int number, BorrowRow like, BorrowRow.BorrowRowState state) {
    return new BorrowRow(number, like.item(), like.title(), like.parts(), 1, state);
  }

  private void lent(int place) throws Exception {
    BorrowRow.BorrowRowState lent =
        States.named("borrow-stack").session().orElseThrow().borrows().stream()
            .map(BorrowRow::state)
            .filter(BorrowRow.BorrowRowState.Borrowed.class::isInstance)
            .findFirst()
            .orElseThrow();
    BorrowRow before = pile.get(place);
    pile.set(place, row((int) before.number(), before, lent));
    show();
  }

  private void show() throws Exception {
    Fx.call(
        () -> {
          BorrowRow[] rows = pile.toArray(BorrowRow[]::new);
          ScreensTest.show(host, States.borrowing(States.WELL, Hands.PLACE_ITEMS, rows));
          host.motion().laid();
          return host;
        });
  }

  private List<Node> all(Predicate<Node> which) {
    return Tree.all(host, which);
  }

  private List<Node> kind(SpeechMark.NodeRole kind) {
    return all(node -> SpeechMark.kind(node).equals(Optional.of(kind)));
  }

  @Test
  void only_the_row_that_changed_is_drawn_anew() throws Exception {
    List<Node> rows = kind(SpeechMark.NodeRole.ROW);
    List<Node> hand = kind(SpeechMark.NodeRole.HAND);
    List<Node> bars =
        all(node -> SpeechMark.kind(node).equals(Optional.of(SpeechMark.NodeRole.BARS)));
    List<Node> header = ((Parent) bars.getFirst()).getChildrenUnmodifiable().stream().toList();
    assertThat(rows).hasSize(PILE);
    lent(2);
    List<Node> after = kind(SpeechMark.NodeRole.ROW);
    for (int place = 0; place < PILE; place++) {
      if (place == 2) {
        assertThat(after.get(place)).isNotSameAs(rows.get(place));
      } else {
        assertThat(after.get(place)).isSameAs(rows.get(place));
      }
    }
    assertThat(kind(SpeechMark.NodeRole.HAND)).isEqualTo(hand);
    assertThat(((Parent) bars.getFirst()).getChildrenUnmodifiable().getFirst())
        .isSameAs(header.getFirst());
  }

  @Test
  void no_row_moves_because_another_one_got_its_date() throws Exception {
    List<Node> rows = kind(SpeechMark.NodeRole.ROW);
    int first = rows.indexOf(rows.stream().filter(Node::isVisible).findFirst().orElseThrow());
    double below = Motion.y(rows.get(first + 1));
    assertThat(below).isGreaterThan(Motion.y(rows.get(first)));
    lent(first);
    assertThat(Motion.y(kind(SpeechMark.NodeRole.ROW).get(first + 1))).isEqualTo(below);
  }

  @Test
  void everyPlaceOfAnEighthIsFoundAtOnce() throws Exception {
    assertThat(late(() -> List.of(Language.EN), 8)).as(LATE).isEmpty();
  }

  /// Each screen in one of two languages, by a seed that stays; the long test takes both.
  @Test
  @Tag("full")
  void everyPlaceIsFoundAtOnce() throws Exception {
    List<Language> both = List.of(Language.ZH_HANT_HK, Language.EN);
    Random random = new Random(Sample.SEED);
    assertThat(late(() -> Sample.WHOLE ? both : List.of(both.get(random.nextInt(2))), 1))
        .as("%s, -Dlibstation.seed=%d", LATE, Sample.SEED)
        .isEmpty();
  }

  private static final String LATE = "a second frame would put these elsewhere";

  private static Map<String, List<String>> late(Supplier<List<Language>> languages, int everyNth)
      throws Exception {
    Map<String, List<String>> late = new TreeMap<>();
    int nth = 0;
    for (Map.Entry<String, FlowState> each : States.all().entrySet()) {
      if (nth++ % everyNth != 0) {
        continue;
      }
      for (Language language : languages.get()) {
        List<String> moved = movedAfterwards(States.in(each.getValue(), language, Access.STANDARD));
        if (!moved.isEmpty()) {
          late.put(each.getKey() + " " + language, moved);
        }
      }
    }
    return late;
  }

  /// What a second layout puts elsewhere than the first.
  private static List<String> movedAfterwards(FlowState state) throws Exception {
    return Fx.call(
        () -> {
          ScreenHost fresh = ScreensTest.host(new ArrayList<>());
          fresh.show(state);
          fresh.applyCss();
          fresh.layout();
          IdentityHashMap<Node, Bounds> first = new IdentityHashMap<>();
          Tree.all(fresh, _ -> true).forEach(node -> first.put(node, node.getBoundsInParent()));
          fresh.layout();
          return Tree.all(fresh, node -> !node.getBoundsInParent().equals(first.get(node))).stream()
              .map(node -> node + " " + first.get(node) + " to " + node.getBoundsInParent())
              .toList();
        });
  }
}
