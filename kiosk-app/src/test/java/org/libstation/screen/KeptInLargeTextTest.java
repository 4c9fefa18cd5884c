package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ShownCodes;
import org.libstation.flow.state.StationFacts;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.testkit.Needs;

/// What a person looks for first is at least as large in larger text as in usual text, and there at
/// once: the date, the picture of the hand, the open book, what becomes of the books.
class KeptInLargeTextTest {
  /// A picture of the hand is not narrower: as broad as two fingers.
  private static final double LEAST_PICTURE = 140;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  private static <T> T of(PanelKind kind, String name, int step, boolean reach, Look<T> look)
      throws Exception {
    Access access = Access.silent(step, false, false, reach, false);
    return of(kind, States.in(States.named(name), Language.EN, access), look);
  }

  private static <T> T of(PanelKind kind, FlowState state, Look<T> look) throws Exception {
    return Fx.call(
        () -> {
          ScreenHost host = kind.host(ScreensTest.texts);
          host.fit(kind.fit());
          kind.show(host, state);
          return look.at(PanelKind.topmost(host, state));
        });
  }

  private interface Look<T> {
    T at(Node top);
  }

  private static Stream<Node> under(Node node) {
    Stream<Node> below =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(KeptInLargeTextTest::under)
            : Stream.empty();
    return Stream.concat(Stream.of(node), below);
  }

  private static List<String> said(Node top) {
    return ScreensTest.texts(top).stream()
        .filter(LargeTextTest::isSeen)
        .map(ScreensTest::said)
        .toList();
  }

  /// Height on the panel: a stamp is a picture, which may be scaled.
  private static double largest(Node top, String words) {
    return under(top)
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(text -> text.getText().contains(words) && LargeTextTest.isSeen(text))
        .mapToDouble(
            text ->
                text.getFont().getSize()
                    * text.getLocalToSceneTransform().getMyy()
                    / top.getLocalToSceneTransform().getMyy())
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.99", "4, 0.99"})
  void the_date_due_is_no_smaller_at_the_end_of_a_visit(int step, double part) throws Exception {
    for (String name : List.of("receipt-choice", "done-no-paper")) {
      double usual = of(PanelKind.UPRIGHT, name, 1, false, top -> largest(top, "8"));
      double here = of(PanelKind.UPRIGHT, name, step, false, top -> largest(top, "8"));
      assertThat(here).as("%s at step %d", name, step).isGreaterThanOrEqualTo(usual * part);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void the_hand_has_its_picture(int step) throws Exception {
    for (String name : List.of("borrow-stack", "borrow-done", "return-sorted", "borrow-ask")) {
      Optional<Double> width =
          of(
              PanelKind.UPRIGHT,
              name,
              step,
              false,
              top ->
                  under(top)
                      .filter(node -> node.getStyleClass().contains("hand"))
                      .flatMap(KeptInLargeTextTest::under)
                      .filter(node -> node.getClass().getSimpleName().equals("Drawing"))
                      .filter(LargeTextTest::isSeen)
                      .map(node -> node.getBoundsInParent().getWidth())
                      .findFirst());
      assertThat(width).as("%s at step %d", name, step).isPresent();
      assertThat(width.orElseThrow())
          .as("%s at step %d", name, step)
          .isGreaterThanOrEqualTo(LEAST_PICTURE);
    }
  }

  /// A notice says that it was no card; the picture says how one is held.
  @ParameterizedTest
  @EnumSource(Language.class)
  void the_card_has_its_picture_beside_a_notice(Language language) throws Exception {
    Access largest = Access.silent(Access.MOST_TEXT_STEPS, false, false, false, false);
    FlowState demo = States.in(States.named("identify-card-problem"), language, largest);
    FlowState live =
        StateBuilder.like(demo)
            .at(
                States.station(
                    StationFacts.StationBanner.NONE,
                    StationFacts.LinkState.ONLINE,
                    StationFacts.JournalHealth.GOOD))
            .build();
    for (FlowState state : List.of(demo, live)) {
      for (PanelKind kind :
          List.of(
              PanelKind.UPRIGHT,
              PanelKind.LYING,
              PanelKind.FIFTEEN_INCH,
              PanelKind.TWENTY_FOUR_INCH)) {
        assertThat(of(kind, state, KeptInLargeTextTest::drawn))
            .as("%s, %s", kind.name(), state.station().site().banner())
            .isEqualTo(!LeftOut.cardPicture(kind, language));
      }
    }
  }

  private static boolean drawn(Node top) {
    return under(top)
        .filter(node -> node.getClass().getSimpleName().equals("Drawing"))
        .anyMatch(LargeTextTest::isSeen);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void the_open_book_is_on_the_first_page_whatever_else_is_told(int step) throws Exception {
    for (PanelKind kind : List.of(PanelKind.UPRIGHT, PanelKind.FIFTEEN_INCH)) {
      assertThat(of(kind, "borrow-silent", step, false, KeptInLargeTextTest::said))
          .as("%s at step %d", kind.name(), step)
          .contains("No loan");
      assertThat(of(kind, "return-silent", step, false, KeptInLargeTextTest::said))
          .as("%s at step %d", kind.name(), step)
          .contains("Unknown");
    }
    assertThat(of(PanelKind.UPRIGHT, "charges", step, false, KeptInLargeTextTest::said))
        .contains("Overdue fine");
  }

  /// In the largest text, under the banner of a demonstration.
  private static FlowState demo(String name, Language language) {
    Access largest = Access.silent(Access.MOST_TEXT_STEPS, false, false, false, false);
    return StateBuilder.like(States.in(States.named(name), language, largest))
        .at(
            States.station(
                StationFacts.StationBanner.DEMO,
                StationFacts.LinkState.ONLINE,
                StationFacts.JournalHealth.GOOD))
        .build();
  }

  /// Also where a banner says that nothing is real.
  @ParameterizedTest
  @EnumSource(Language.class)
  void what_became_of_a_payment_is_said_in_the_largest_text_under_a_banner(Language language)
      throws Exception {
    Words words = TestTexts.OURS.in(language);
    for (String name : List.of("pay-declined", "pay-doubt", "pay-doubt-other", "pay-given-back")) {
      FlowState demo = demo(name, language);
      for (PanelKind kind : List.of(PanelKind.UPRIGHT, PanelKind.FIFTEEN_INCH)) {
        Code code = ShownCodes.of(demo).iterator().next();
        assertThat(of(kind, demo, KeptInLargeTextTest::said))
            .as("%s, %s, %s", kind.name(), name, language)
            .anyMatch(said -> said.startsWith(words.say("code." + code + ".what").substring(0, 4)));
      }
    }
  }

  /// Nobody shall pay twice: that stands before what became of the slip.
  @ParameterizedTest
  @EnumSource(Language.class)
  void of_two_things_that_went_otherwise_the_graver_is_said_first(Language language)
      throws Exception {
    FlowState doubt = demo("done-doubt", language);
    Screen.Done done = (Screen.Done) doubt.screen();
    FlowState both =
        StateBuilder.like(doubt)
            .showing(new Screen.Done(done.summary().with(Code.P01), done.until(), done.limit()))
            .build();
    Words words = TestTexts.OURS.in(language);
    for (PanelKind kind : PanelKind.DESIGNED) {
      assertThat(of(kind, both, KeptInLargeTextTest::said))
          .as("%s, %s", kind.name(), language)
          .anyMatch(said -> said.startsWith(words.say("code.M24.what").substring(0, 4)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void between_which_sums_is_said_in_the_largest_text_under_a_banner(Language language)
      throws Exception {
    FlowState demo = demo("pay-amount", language);
    for (PanelKind kind : PanelKind.DESIGNED) {
      assertThat(of(kind, demo, KeptInLargeTextTest::said))
          .as("%s, %s", kind.name(), language)
          .anyMatch(said -> said.contains("5.00") && said.contains("126.50"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void the_question_whether_anybody_is_there_says_all_of_the_books(int step) throws Exception {
    for (PanelKind kind : PanelKind.DESIGNED) {
      String said =
          String.join(" ", of(kind, "borrow-idle", step, false, KeptInLargeTextTest::said));
      assertThat(said)
          .as("%s at step %d", kind.name(), step)
          .contains("3 books are borrowed")
          .contains("2 books are not finished");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void the_dots_of_the_step_lie_in_their_key(int step) throws Exception {
    for (PanelKind kind : PanelKind.DESIGNED) {
      List<String> cut =
          of(
              kind,
              "borrow-done",
              step,
              false,
              top -> {
                List<String> out = new ArrayList<>();
                for (KeyCap key : ScreensTest.keys(top)) {
                  Bounds edge = key.localToScene(key.getLayoutBounds());
                  under(key)
                      .filter(Circle.class::isInstance)
                      .filter(dot -> !edge.contains(dot.localToScene(dot.getLayoutBounds())))
                      .forEach(dot -> out.add(key.getAccessibleText()));
                }
                return out;
              });
      assertThat(cut).as("%s at step %d", kind.name(), step).isEmpty();
    }
  }

  /// Why an account is not shown has a page that holds it, with its heading.
  @Test
  void a_notice_of_half_a_lying_panel_ends_above_the_middle() throws Exception {
    List<Double> ends =
        Fx.call(
            () -> {
              List<Double> all = new ArrayList<>();
              FlowState state =
                  States.in(
                      States.named("account-closed"),
                      Language.EN,
                      Access.silent(2, false, false, true, false));
              new SmallPages(PanelKind.LYING.host(ScreensTest.texts), state, PanelKind.LYING)
                  .each(
                      page ->
                          under(page)
                              .filter(node -> node.getStyleClass().contains("notice"))
                              .filter(LargeTextTest::isSeen)
                              .map(node -> node.localToScene(node.getLayoutBounds()).getMaxY())
                              .forEach(all::add));
              return all;
            });
    assertThat(ends).isNotEmpty().allMatch(end -> end <= PanelKind.LYING.panel().middle());
  }

  /// Beside a number of open books on 15 inch too, where two of them are told in short.
  @Test
  void why_a_book_is_not_lent_stands_in_its_short_form() throws Exception {
    assertThat(of(PanelKind.FIFTEEN_INCH, "borrow-none-lent", 1, false, KeptInLargeTextTest::said))
        .contains("Reserved by another reader.", "It is still on another card.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void no_key_lies_over_the_margin_of_its_column(int step) throws Exception {
    for (String name : List.of("borrow-silent", "borrow-stack")) {
      List<String> over =
          of(
              PanelKind.LYING,
              name,
              step,
              false,
              top ->
                  ScreensTest.keys(top).stream()
                      .filter(LargeTextTest::isSeen)
                      .filter(
                          key ->
                              key.localToScene(key.getLayoutBounds()).getMaxX()
                                  > PanelKind.LYING.panel().width()
                                      - PanelKind.LYING.panel().margin()
                                      + 1)
                      .map(KeyCap::getAccessibleText)
                      .toList());
      assertThat(over).as("%s at step %d", name, step).isEmpty();
    }
  }

  /// *Renew 2* would be two books: the number is in a ring, as in its row.
  @Test
  void the_number_of_a_row_is_no_count_on_its_key() throws Exception {
    List<String> said = of(PanelKind.UPRIGHT, "account", 1, true, KeptInLargeTextTest::said);

    assertThat(said).contains("Renew", "1", "2").doesNotContain("Renew 1", "Renew 2");
  }

  /// What is read is read: the card may be put away, and no hand holds it there.
  @Test
  void while_a_card_is_checked_no_hand_holds_one() throws Exception {
    assertThat(parts("identify-checking")).isLessThan(parts("identify-card"));
  }

  private static long parts(String name) throws Exception {
    return of(
        PanelKind.UPRIGHT,
        name,
        1,
        false,
        top ->
            under(top)
                .filter(node -> node.getClass().getSimpleName().equals("Drawing"))
                .filter(LargeTextTest::isSeen)
                .flatMap(KeptInLargeTextTest::under)
                .count());
  }
}
