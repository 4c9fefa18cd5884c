package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.Drawing;
import org.libstation.testkit.Needs;

/// What is wrong with a screen is found: each of these plants one fault into a screen that lies
/// well.
class SceneCheckTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void nothing_is_found_where_nothing_is_wrong() throws Exception {
    assertThat(planted("borrow-empty", Language.EN, _ -> {})).isEmpty();
  }

  @Test
  void a_label_that_is_clipped() throws Exception {
    assertThat(
            planted(
                "borrow-empty",
                Language.EN,
                top -> {
                  Node label = key(top, "My account").lookup(".writing");
                  // Half of it beyond the edge of its key, which is as wide as the stage.
                  label.setTranslateX(450);
                }))
        .anyMatch(finding -> finding.contains("My account") && finding.contains("sticks out"));
  }

  @Test
  void a_word_that_is_split() throws Exception {
    assertThat(planted("borrow-empty", Language.EN, top -> narrow(top, "My account", 100)))
        .anyMatch(finding -> finding.contains("ends inside what belongs together"));
    assertThat(planted("borrow-empty", Language.ZH_HANT_HK, top -> narrow(top, "我的帳戶", 50)))
        .anyMatch(finding -> finding.contains("ends inside what belongs together"))
        .anyMatch(finding -> finding.contains("the label of a key is broken"));
  }

  @Test
  void a_last_line_of_one_character() throws Exception {
    assertThat(
            planted(
                "borrow-empty",
                Language.ZH_HANT_HK,
                top -> {
                  // Without what keeps it together.
                  Node flow = label(top, "我的帳戶").getChildrenUnmodifiable().getFirst();
                  ((Text) ((TextFlow) flow).getChildren().getFirst()).setText("我的帳戶");
                  narrow(top, "我的帳戶", 120);
                }))
        .anyMatch(finding -> finding.contains("is one character"));
  }

  @Test
  void a_place_that_was_not_filled_but_no_pattern_of_a_site() throws Exception {
    for (String words : List.of("Loans: {0}", "Loans{1}", "共{0}本", "({2})", "[A-Z]{0}")) {
      assertThat(planted("borrow-empty", Language.EN, top -> say(top, words)))
          .as(words)
          .anyMatch(finding -> finding.contains("a place of the text files"));
    }
    // With what keeps its lines together.
    String pattern = "[A-Z]\uFEFF{3}\uFEFF\\d\uFEFF{6}";
    assertThat(planted("borrow-empty", Language.EN, top -> say(top, pattern)))
        .noneMatch(finding -> finding.contains("a place of the text files"));
  }

  private static void say(Node top, String words) {
    Node flow = label(top, "My account").getChildrenUnmodifiable().getFirst();
    ((Text) ((TextFlow) flow).getChildren().getFirst()).setText(words);
  }

  @Test
  void a_picture_that_is_missing() throws Exception {
    assertThat(
            planted(
                "borrow-empty",
                Language.EN,
                top -> pictures(top).forEach(picture -> picture.setVisible(false))))
        .anyMatch(finding -> finding.startsWith("a hand box shows no picture"));
  }

  @Test
  void a_key_off_the_screen() throws Exception {
    assertThat(
            planted("borrow-empty", Language.EN, top -> key(top, "My account").setTranslateX(-300)))
        .anyMatch(finding -> finding.startsWith("key My account is off the screen"));
  }

  @Test
  void a_key_that_is_hidden_and_a_text_that_is_gone() throws Exception {
    ShownWords.Lines lines = new ShownWords.Lines(TEXTS, Language.EN);
    FlowState state = States.in(States.named("borrow-empty"), Language.EN, Access.STANDARD);
    List<ShownWords> words =
        Fx.call(
            () -> {
              ScreenHost host = PanelKind.UPRIGHT.host(TEXTS);
              PanelKind.UPRIGHT.show(host, state);
              Node top = PanelKind.topmost(host, state);
              ShownWords whole = new ShownWords();
              whole.take(top);
              key(top, "My account").setVisible(false);
              label(top, TEXTS.in(Language.EN).say("borrow.empty.head")).setVisible(false);
              ShownWords less = new ShownWords();
              less.take(top);
              return List.of(whole, less);
            });
    Set<String> texts = words.getFirst().texts(lines);
    assertThat(words.getFirst().keys()).contains("My account");
    assertThat(words.getLast().keys()).doesNotContain("My account");
    assertThat(texts)
        .contains("borrow.empty.head", "borrow.empty.line")
        .allMatch(text -> words.getFirst().shows(lines, text));
    assertThat(texts.stream().filter(text -> !words.getLast().shows(lines, text)))
        .contains("borrow.empty.head")
        .doesNotContain("borrow.empty.line");
  }

  private static List<String> planted(String name, Language language, Consumer<Node> fault)
      throws Exception {
    FlowState state = States.in(States.named(name), language, Access.STANDARD);
    return Fx.call(
        () -> {
          ScreenHost host = PanelKind.UPRIGHT.host(TEXTS);
          PanelKind.UPRIGHT.show(host, state);
          Node top = PanelKind.topmost(host, state);
          fault.accept(top);
          return SceneCheck.findings(top, Tokens.TEXT_MIN);
        });
  }

  private static KeyCap key(Node top, String words) {
    return ScreensTest.keys(top).stream()
        .filter(key -> words.equals(key.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private static Writing label(Node top, String words) {
    return ScreensTest.texts(top).stream()
        .filter(text -> ScreensTest.said(text).equals(words))
        .map(Text::getParent)
        .map(flow -> (Writing) flow.getParent())
        .findFirst()
        .orElseThrow();
  }

  private static void narrow(Node top, String words, double width) {
    TextFlow flow = (TextFlow) label(top, words).getChildrenUnmodifiable().getFirst();
    flow.resize(width, flow.prefHeight(width));
    flow.layout();
  }

  private static List<Node> pictures(Node top) {
    return top.lookupAll(".hand").stream()
        .map(Region.class::cast)
        .flatMap(hand -> hand.lookupAll(".drawing").stream())
        .filter(Drawing.class::isInstance)
        .toList();
  }
}
