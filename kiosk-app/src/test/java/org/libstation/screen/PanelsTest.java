package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.screen.look.Panel;
import org.libstation.screen.look.Tokens;
import org.libstation.testkit.Needs;
import org.libstation.text.Texts;

/// The lying anatomies: every patron's screen lies well on wide and on small panels.
class PanelsTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final Access LARGEST =
      new Access(Access.MOST_TEXT_STEPS, true, false, false, false);
  private static final Access LOW = new Access(1, false, true, true, false);

  private static final Texts TEXTS = Texts.load(Path.of("../config/texts"), Optional.empty());

  private static final Set<String> QUICK =
      Set.of("welcome", "borrow-stack", "account", "receipt-choice");

  /// A panel by its pixels and, where the site tells it, its size.
  record Kind(String name, double width, double height, ScreenFit fit) {
    static Kind even(double width, double height) {
      return new Kind((int) width + "x" + (int) height, width, height, ScreenFit.EVEN);
    }

    static Kind sized(double width, double height, double widthMm) {
      return new Kind(
          (int) width + "x" + (int) height + "-" + (int) widthMm + "mm",
          width,
          height,
          new ScreenFit(OptionalDouble.of(width / widthMm), OptionalDouble.empty(), false));
    }

    /// 20 mm in px of the canvas, where the size is told.
    double leastKey() {
      return fit.pxPerMm().isPresent()
          ? Tokens.TARGET_MM * fit.pxPerMm().getAsDouble() / fit.of(width, height).scale()
          : Tokens.TARGET_MIN;
    }
  }

  private static final Kind UPRIGHT = Kind.even(1080, 1920);

  private static final Kind LYING = Kind.even(1920, 1080);
  private static final Kind FIFTEEN_INCH = Kind.sized(1024, 768, 304.8);

  private static final Kind TWENTY_FOUR_INCH = Kind.sized(1080, 1920, 299);

  private static final Kind TWENTY_ONE_INCH = Kind.sized(1080, 1920, 268);

  private static final List<Kind> OTHERS =
      List.of(
          Kind.even(1024, 768),
          Kind.even(1280, 1024),
          Kind.even(1366, 768),
          Kind.sized(1366, 768, 410),
          Kind.sized(1280, 1024, 376),
          Kind.sized(3840, 2160, 598));

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void the_usual_screens_lie_well_on_a_wide_and_on_a_small_panel() throws Exception {
    List<String> findings = new ArrayList<>();
    for (Kind kind : List.of(LYING, FIFTEEN_INCH)) {
      findings.addAll(checked(kind, Access.STANDARD, QUICK, Language.ZH_HANT_HK, Language.EN));
    }
    none(findings);
  }

  @Tag("full")
  @Test
  void every_screen_lies_well_on_a_wide_panel() throws Exception {
    List<String> findings = new ArrayList<>();
    findings.addAll(checked(LYING, Access.STANDARD, patrons(), Language.values()));
    for (Access access : List.of(LARGEST, LOW, step(2), step(3))) {
      findings.addAll(checked(LYING, access, ScreensTest.FULL_SCREENS, Language.values()));
    }
    none(findings);
  }

  @Test
  @Tag("full")
  void the_letters_of_a_number_lie_well_on_every_kind_of_panel() throws Exception {
    Set<String> entries = new TreeSet<>(States.all().keySet());
    entries.removeIf(name -> !name.startsWith("entry-"));
    assertThat(entries).hasSizeGreaterThanOrEqualTo(3);
    List<String> findings = new ArrayList<>();
    for (Kind kind : List.of(UPRIGHT, LYING, FIFTEEN_INCH, TWENTY_ONE_INCH)) {
      findings.addAll(checked(kind, Access.STANDARD, entries, Language.values()));
      for (Access access : List.of(step(2), step(3), LOW, LARGEST)) {
        findings.addAll(checked(kind, access, entries, Language.EN));
      }
      findings.addAll(above(kind, LOW, entries, Language.EN, Language.ZH_HANT_HK));
    }
    none(findings);
  }

  @Test
  void what_is_wrong_with_a_number_is_told_on_every_kind_of_panel() throws Exception {
    for (Kind kind : List.of(UPRIGHT, LYING, FIFTEEN_INCH, TWENTY_ONE_INCH)) {
      for (Access access : List.of(Access.STANDARD, LOW, LARGEST)) {
        FlowState state = States.in(States.named("entry-isbn"), Language.EN, access);
        List<String> told =
            Fx.call(
                () -> {
                  ScreenHost host = host(kind);
                  show(host, kind, state);
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

  @Tag("full")
  @Test
  void every_screen_lies_well_on_a_small_panel() throws Exception {
    List<String> findings = new ArrayList<>();
    findings.addAll(checked(FIFTEEN_INCH, Access.STANDARD, patrons(), Language.values()));
    for (Access access : List.of(LARGEST, LOW, step(2), step(3))) {
      findings.addAll(checked(FIFTEEN_INCH, access, ScreensTest.FULL_SCREENS, Language.values()));
    }
    none(findings);
  }

  /// The least upright canvas: what lies well here has more room at 24 inch.
  @Tag("full")
  @Test
  void every_screen_has_keys_of_20_mm_and_lies_well_on_an_upright_panel_of_21_inch()
      throws Exception {
    Kind kind = TWENTY_ONE_INCH;
    assertThat(kind.leastKey()).isBetween(Tokens.TARGET_MIN + 1, Tokens.TARGET_MIN_NARROW);
    List<String> findings = new ArrayList<>();
    findings.addAll(checked(kind, Access.STANDARD, patrons(), Language.values()));
    for (Access access : List.of(LARGEST, LOW, step(2), step(3))) {
      findings.addAll(checked(kind, access, ScreensTest.FULL_SCREENS, Language.values()));
    }
    none(findings);
  }

  @Tag("full")
  @Test
  void the_fullest_screens_lie_well_on_an_upright_panel_of_24_inch() throws Exception {
    List<String> findings = new ArrayList<>();
    for (Access access : List.of(Access.STANDARD, LARGEST)) {
      findings.addAll(
          checked(TWENTY_FOUR_INCH, access, ScreensTest.FULL_SCREENS, Language.values()));
    }
    none(findings);
  }

  @Tag("full")
  @Test
  void other_panels_lie_well_too() throws Exception {
    List<String> findings = new ArrayList<>();
    for (Kind kind : OTHERS) {
      findings.addAll(
          checked(kind, Access.STANDARD, ScreensTest.FULL_SCREENS, Language.EN, Language.ZH_HANS));
    }
    none(findings);
  }

  @Tag("full")
  @Test
  void in_reach_mode_everything_that_can_be_pressed_lies_below_the_middle() throws Exception {
    List<String> findings = new ArrayList<>();
    for (Kind kind : List.of(Kind.even(1080, 1920), LYING, FIFTEEN_INCH)) {
      for (int step = 1; step <= Access.MOST_TEXT_STEPS; step++) {
        Access access = new Access(step, false, false, true, false);
        findings.addAll(above(kind, access, patrons(), Language.EN, Language.ZH_HANT_HK));
      }
    }
    none(findings);
  }

  private static final Kind DROP = Kind.even(1024, 600);

  /// A technician stands 450 mm away: least text 22 px of the canvas.
  @Tag("full")
  @Test
  void the_pages_behind_the_pin_lie_well_on_lying_and_on_small_panels() throws Exception {
    Set<String> pages = new java.util.TreeSet<>(States.all().keySet());
    pages.removeAll(patrons());
    pages.removeIf(name -> name.startsWith("entry-"));
    List<String> findings = new ArrayList<>();
    for (Kind kind : List.of(LYING, FIFTEEN_INCH, DROP)) {
      findings.addAll(
          checked(kind, Access.STANDARD, pages, Tokens.TECH_TEXT_MIN, Language.values()));
    }
    none(findings);
  }

  private static Access step(int step) {
    return new Access(step, false, false, false, false);
  }

  /// Those of patrons.
  private static Set<String> patrons() {
    Set<String> names = new TreeSet<>(States.all().keySet());
    names.removeIf(name -> States.forTechnicians(name) || name.startsWith("entry-"));
    return names;
  }

  private static void none(List<String> findings) {
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  private static List<String> checked(
      Kind kind, Access access, Set<String> which, Language... languages) throws Exception {
    return checked(kind, access, which, Tokens.TEXT_MIN, languages);
  }

  private static List<String> checked(
      Kind kind, Access access, Set<String> which, double least, Language... languages)
      throws Exception {
    return Fx.call(
        () -> {
          List<String> findings = new ArrayList<>();
          ScreenHost host = host(kind);
          for (Language language : languages) {
            for (Map.Entry<String, FlowState> each : States.all().entrySet()) {
              if (which.contains(each.getKey())) {
                FlowState state = States.in(each.getValue(), language, access);
                show(host, kind, state);
                String place =
                    kind.name()
                        + "."
                        + each.getKey()
                        + "."
                        + language.tag()
                        + (access.reach() ? ".low." : ".")
                        + access.textStep();
                SceneCheck.findings(topmost(host, state), least, kind.leastKey())
                    .forEach(finding -> findings.add(place + ": " + finding));
                if (!which.equals(QUICK)) {
                  keep(kind, place, state);
                }
              }
            }
          }
          return findings;
        });
  }

  private static List<String> above(
      Kind kind, Access access, Set<String> which, Language... languages) throws Exception {
    return Fx.call(
        () -> {
          List<String> findings = new ArrayList<>();
          ScreenHost host = host(kind);
          Panel panel = kind.fit().of(kind.width(), kind.height()).panel();
          for (Language language : languages) {
            for (String name : which) {
              if (panel.wide() && name.equals("technician-pin")) {
                // Staff stand; half a lying panel has no room for the digits and all bars.
                continue;
              }
              FlowState state = States.in(States.named(name), language, access);
              show(host, kind, state);
              SceneCheck.pressableAbove(topmost(host, state), panel.middle())
                  .forEach(
                      finding ->
                          findings.add(
                              kind.name()
                                  + "."
                                  + name
                                  + "."
                                  + language.tag()
                                  + "."
                                  + access.textStep()
                                  + ": "
                                  + finding));
            }
          }
          return findings;
        });
  }

  private static ScreenHost host(Kind kind) {
    ScreenHost host = new ScreenHost(TEXTS, ScreensTest.names(), Duration.ofSeconds(60), _ -> {});
    host.fit(kind.fit());
    Scene scene = new Scene(host, kind.width(), kind.height());
    assertThat(scene.getRoot()).isSameAs(host);
    return host;
  }

  private static void show(ScreenHost host, Kind kind, FlowState state) {
    host.resize(kind.width(), kind.height());
    host.show(state);
    for (int pass = 0; pass < 4; pass++) {
      host.applyCss();
      host.layout();
    }
  }

  private static Node topmost(ScreenHost host, FlowState state) {
    Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
    return state.overlay().isPresent() ? canvas.getChildrenUnmodifiable().getLast() : canvas;
  }

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

  private static void keep(Kind kind, String place, FlowState state) throws Exception {
    boolean kept = KEPT.stream().anyMatch(name -> place.contains("." + name + "."));
    if (!DROP.equals(kind)
        && (!kept || !List.of(LYING, FIFTEEN_INCH, TWENTY_FOUR_INCH).contains(kind))) {
      return;
    }
    Files.createDirectories(PICTURES);
    ScreenPictures pictures =
        new ScreenPictures(
            TEXTS,
            ScreensTest.names(),
            Duration.ofSeconds(60),
            Optional.empty(),
            kind.width(),
            kind.height());
    pictures.fit(kind.fit());
    Files.write(PICTURES.resolve(place + ".png"), pictures.of(state));
  }
}
