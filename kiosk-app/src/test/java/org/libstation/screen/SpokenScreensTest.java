package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.language.speech.Spoken;
import org.libstation.language.speech.SpokenWords;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.SpeechMark;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.speech.SceneReader;
import org.libstation.screen.speech.SpokenLine;
import org.libstation.testkit.Needs;
import org.libstation.testkit.Sample;

/// Everything that is seen is spoken: all of it, in words, by the voice of its language.
class SpokenScreensTest {
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}{2}");
  private static final Pattern FIGURE = Pattern.compile("\\d|[$%×=•●]");

  /// What only an eye can find.
  private static final Pattern FOR_THE_EYE =
      Pattern.compile(
          "red light|lit square|\\bdots?\\b|紅光|红光|發光|发光|亮燈|亮灯|圓點|圆点", Pattern.CASE_INSENSITIVE);

  private static final Pattern TWO_PAUSES = Pattern.compile("[，、。：；！？,.:;!?] *[，、,]");
  private static final Set<String> A_FEW =
      Set.of("identify-pin", "borrow-idle", "borrow-stack", "return-long-fine");

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void what_is_seen_is_heard() throws Exception {
    none(Fx.call(() -> checked(A_FEW, Access.STANDARD)));
  }

  @Tag("full")
  @Test
  void what_is_seen_is_heard_on_every_screen() throws Exception {
    none(Fx.call(() -> checked(States.all().keySet(), Access.STANDARD)));
  }

  @Tag("full")
  @Test
  void what_is_seen_is_heard_in_large_text_and_in_the_low_layout() throws Exception {
    List<String> findings = new ArrayList<>();
    Set<String> some = Set.copyOf(Sample.third(States.all().keySet()));
    for (Access access :
        List.of(
            Access.silent(2, true, false, false, false),
            Access.silent(3, false, false, false, false),
            Access.silent(4, false, false, false, false),
            Access.silent(1, false, true, true, true))) {
      findings.addAll(Fx.call(() -> checked(some, access)));
    }
    none(findings);
  }

  @Test
  void titles_that_are_hidden_are_not_spoken() throws Exception {
    Access hidden = Access.silent(1, false, false, false, true);
    List<SpokenLine> reading =
        Fx.call(() -> reading(States.in(States.named("borrow-stack"), Language.EN, hidden)));
    String all = reading.toString();
    assertThat(all).doesNotContain("植物學家").doesNotContain("Lighthouse").contains("Title hidden");
    List<SpokenLine> veiled =
        Fx.call(
            () -> reading(States.in(States.named("borrow-idle"), Language.EN, Access.STANDARD)));
    assertThat(veiled.toString()).doesNotContain("植物學家").doesNotContain("Lighthouse");
  }

  @Test
  void a_digit_of_a_pin_has_no_name() throws Exception {
    for (Language language : Language.values()) {
      FlowState asked = States.in(States.named("identify-pin"), language, Access.STANDARD);
      List<SpokenLine> keys =
          Fx.call(() -> reading(asked)).stream().filter(line -> line.key().isPresent()).toList();
      String digit = TEXTS.in(language).say("speech.key.digit");
      assertThat(keys.stream().filter(line -> line.parts().equals(List.of(digit)))).hasSize(10);
    }
  }

  @Test
  void the_task_comes_first_and_the_bars_come_last() throws Exception {
    List<SpokenLine> reading =
        Fx.call(
            () -> reading(States.in(States.named("borrow-stack"), Language.EN, Access.STANDARD)));
    assertThat(reading.getFirst().kind()).isEqualTo(SpokenLine.LineKind.HEADING);
    List<SpokenLine.LineKind> kinds = reading.stream().map(SpokenLine::kind).toList();
    assertThat(kinds.indexOf(SpokenLine.LineKind.HAND))
        .isLessThan(kinds.indexOf(SpokenLine.LineKind.ROW));
    List<SpokenLine.SpokenScreenPart> parts = reading.stream().map(SpokenLine::part).toList();
    assertThat(parts.lastIndexOf(SpokenLine.SpokenScreenPart.STAGE))
        .isLessThan(parts.indexOf(SpokenLine.SpokenScreenPart.ACTIONS));
    assertThat(parts.lastIndexOf(SpokenLine.SpokenScreenPart.ACTIONS))
        .isLessThan(parts.indexOf(SpokenLine.SpokenScreenPart.BARS));
  }

  @Test
  void a_key_says_its_state_and_whose_row_it_is() throws Exception {
    List<SpokenLine> reading =
        Fx.call(() -> reading(States.in(States.named("account"), Language.EN, Access.STANDARD)));
    List<List<String>> keys =
        reading.stream().filter(line -> line.key().isPresent()).map(SpokenLine::parts).toList();
    assertThat(keys).contains(List.of("Text", "step 1 of 4"), List.of("Slow", "off"));
    assertThat(keys).contains(List.of("Speech", "on"), List.of("English", "chosen"));
    assertThat(keys).anyMatch(key -> key.getFirst().equals("Renew") && key.size() == 2);
  }

  @Test
  void roles_are_set_for_who_asks_the_scene_graph() throws Exception {
    Set<AccessibleRole> roles =
        Fx.call(
            () -> {
              ScreenHost host = host(States.named("account"));
              Set<AccessibleRole> seen = new TreeSet<>();
              collect(host, seen);
              return seen;
            });
    assertThat(roles)
        .contains(
            AccessibleRole.BUTTON,
            AccessibleRole.TOGGLE_BUTTON,
            AccessibleRole.TEXT,
            AccessibleRole.LIST_VIEW,
            AccessibleRole.LIST_ITEM);
  }

  private static void collect(Node node, Set<AccessibleRole> into) {
    into.add(node.getAccessibleRole());
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private static void none(List<String> findings) {
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  private static ScreenHost host(FlowState state) {
    ScreenHost host = SilentHost.of(TEXTS, _ -> {});
    var _ = new Scene(host, Tokens.WIDTH, Tokens.HEIGHT);
    host.resize(Tokens.WIDTH, Tokens.HEIGHT);
    ScreensTest.show(host, aloud(state));
    return host;
  }

  static FlowState aloud(FlowState state) {
    Access access = state.access();
    return States.in(
        state,
        state.language(),
        new Access(
            access.textStep(),
            access.contrast(),
            access.slow(),
            access.reach(),
            access.titlesHidden(),
            new Access.Aloud(true, 3)));
  }

  private static List<SpokenLine> reading(FlowState state) {
    return SceneReader.read(host(state), TEXTS.in(state.language()));
  }

  private static List<String> checked(Set<String> which, Access access) {
    List<String> findings = new ArrayList<>();
    ScreenHost host = host(States.named("welcome"));
    for (Map.Entry<String, FlowState> each : States.all().entrySet()) {
      if (which.contains(each.getKey()) && !forStaff(each.getValue().screen())) {
        for (Language language : Language.values()) {
          FlowState state = States.in(each.getValue(), language, access);
          String place = each.getKey() + "." + language.tag() + "." + access.textStep() + ": ";
          check(host, state).forEach(finding -> findings.add(place + finding));
        }
      }
    }
    return findings;
  }

  private static boolean forStaff(Screen screen) {
    return screen instanceof Screen.TechnicianPin
        || screen instanceof Screen.Technician
        || screen instanceof Screen.Tray
        || screen instanceof Screen.ToDo
        || screen instanceof Screen.Emptying
        || screen instanceof Screen.Service;
  }

  private static List<String> check(ScreenHost host, FlowState state) {
    List<String> findings = new ArrayList<>();
    ScreensTest.show(host, aloud(state));
    Words words = TEXTS.in(state.language());
    List<SpokenLine> reading = SceneReader.read(host, words);
    String heard =
        reading.stream().flatMap(line -> line.parts().stream()).collect(Collectors.joining("\n"));
    List<String> seen = new ArrayList<>();
    seen(host, seen);
    for (String text : seen) {
      if (!heard.contains(words.spoken(text))) {
        findings.add("seen and not heard: " + text);
      }
    }
    for (SpokenLine line : reading) {
      for (String part : line.parts()) {
        Language language = line.language().orElse(state.language());
        SpokenWords.of(language, part).forEach(piece -> wellSpoken(piece, part, findings));
      }
    }
    return findings;
  }

  private static void wellSpoken(Spoken piece, String of, List<String> findings) {
    if (FOR_THE_EYE.matcher(piece.words()).find()) {
      findings.add("only an eye finds it: " + piece.words());
    }
    if (TWO_PAUSES.matcher(piece.words()).find()) {
      findings.add("two pauses in a row: " + piece.words() + " (of " + of + ")");
    }
    if (FIGURE.matcher(piece.words()).find()) {
      findings.add("a figure is left: " + piece.words() + " (of " + of + ")");
    }
    boolean wrong =
        piece.language() == Language.EN
            ? HAN.matcher(piece.words()).find()
            : LATIN_WORD.matcher(piece.words()).find();
    if (wrong) {
      findings.add("for another voice: " + piece + " (of " + of + ")");
    }
  }

  /// What stands there in letters and figures, apart from what must not be spoken, and from days
  /// and activities, which are spoken as whole sentences.
  private static void seen(Node node, List<String> into) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    Optional<SpeechMark.NodeRole> kind = SpeechMark.kind(node);
    boolean otherwise =
        kind.filter(
                one ->
                    one == SpeechMark.NodeRole.DIGIT
                        || one == SpeechMark.NodeRole.MASKED
                        || one == SpeechMark.NodeRole.COUNT_DOWN)
            .isPresent();
    if (otherwise || isNumberOfAPicture(node)) {
      return;
    }
    if (node instanceof Writing || !(node instanceof Parent parent)) {
      for (Text text : ScreensTest.texts(node)) {
        String shown = ScreensTest.said(text).strip();
        String whole = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
        if (whole.codePoints().anyMatch(Character::isLetterOrDigit)) {
          into.add(whole.strip());
        }
      }
    } else if (node.getAccessibleText() != null && !(node instanceof KeyCap)) {
      // It speaks for what lies in it.
      into.add(node.getAccessibleText());
    } else {
      parent.getChildrenUnmodifiable().forEach(child -> seen(child, into));
    }
  }

  /// Of three numbered pictures of one way: for the eye alone.
  private static boolean isNumberOfAPicture(Node node) {
    return node instanceof Writing
        && node.getAccessibleText() == null
        && ScreensTest.texts(node).stream().allMatch(text -> text.getText().matches("[123]"));
  }
}
