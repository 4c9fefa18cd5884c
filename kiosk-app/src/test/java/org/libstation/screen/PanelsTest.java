package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// The other anatomies: the usual screens lie well on lying and on small panels. All screens on all
/// panels are [EveryScreenTest]'s.
class PanelsTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final Texts TEXTS = TestTexts.OURS;
  private static final Access LARGEST =
      Access.silent(Access.MOST_TEXT_STEPS, true, false, false, false);
  private static final Access LOW = Access.silent(1, false, true, true, false);

  private static final Set<String> QUICK =
      Set.of("welcome", "borrow-stack", "account", "receipt-choice");

  private static final Set<String> KEPT =
      Set.of(
          "welcome",
          "identify-card",
          "identify-pin",
          "borrow-stack",
          "borrow-ask",
          "account",
          "return-sorted",
          "return-long-fine",
          "charges",
          "holds",
          "receipt-choice",
          "borrow-done",
          "done-returned",
          "idle-news",
          "out-of-service",
          "borrow-idle",
          "help",
          "privacy",
          "entry-isbn");

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void the_usual_screens_lie_well_on_a_wide_and_on_a_small_panel() throws Exception {
    List<String> findings = new ArrayList<>();
    for (PanelKind kind : List.of(PanelKind.LYING, PanelKind.FIFTEEN_INCH)) {
      for (Language language : List.of(Language.ZH_HANT_HK, Language.EN)) {
        for (String name : QUICK) {
          FlowState state = States.in(States.named(name), language, Access.STANDARD);
          String place = kind.name() + "." + name + "." + language.tag() + ": ";
          Fx.call(() -> findings(kind, state)).forEach(finding -> findings.add(place + finding));
        }
      }
    }
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  private static List<String> findings(PanelKind kind, FlowState state) {
    ScreenHost host = kind.host(TEXTS);
    kind.show(host, state);
    return SceneCheck.findings(PanelKind.topmost(host, state), Tokens.TEXT_MIN, kind.leastKey());
  }

  @Test
  void a_narrow_panel_has_larger_keys_in_px() {
    assertThat(PanelKind.TWENTY_ONE_INCH.leastKey())
        .isBetween(Tokens.TARGET_MIN + 1, Tokens.TARGET_MIN_NARROW);
  }

  @Test
  void what_is_wrong_with_a_number_is_told_on_every_kind_of_panel() throws Exception {
    for (PanelKind kind :
        List.of(
            PanelKind.UPRIGHT,
            PanelKind.LYING,
            PanelKind.FIFTEEN_INCH,
            PanelKind.TWENTY_ONE_INCH)) {
      for (Access access : List.of(Access.STANDARD, LOW, LARGEST)) {
        FlowState state = States.in(States.named("entry-isbn"), Language.EN, access);
        List<String> told =
            Fx.call(
                () -> {
                  ScreenHost host = kind.host(TEXTS);
                  kind.show(host, state);
                  return ScreensTest.texts(host).stream()
                      .filter(LargeTextTest::isSeen)
                      .map(ScreensTest::said)
                      .toList();
                });
        assertThat(told)
            .as("%s, step %d", kind.name(), access.textStep())
            .anyMatch(text -> text.contains("H21"));
      }
    }
  }

  @Test
  @Tag("full")
  void pictures_of_lying_and_small_panels_are_kept() throws Exception {
    Files.createDirectories(PICTURES);
    for (PanelKind kind : List.of(PanelKind.LYING, PanelKind.FIFTEEN_INCH)) {
      for (String name : KEPT) {
        FlowState state = States.in(States.named(name), Language.ZH_HANT_HK, Access.STANDARD);
        byte[] png = Fx.call(() -> kind.picture(TEXTS, state));
        assertThat(png).as(name).startsWith(0x89, 'P', 'N', 'G');
        Files.write(PICTURES.resolve(kind.name() + "." + name + ".zh-Hant-HK.1.png"), png);
      }
    }
  }
}
