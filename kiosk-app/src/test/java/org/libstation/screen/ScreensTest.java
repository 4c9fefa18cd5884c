package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.LineBreaks;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// Every screen in every language lies well in the scene graph.
class ScreensTest {
  private static final Path TEXTS = Path.of("../config/texts");
  private static final Path PICTURES = Path.of("target/screens");

  private static final Set<String> KEPT =
      Set.of(
          "welcome",
          "borrow-stack",
          "borrow-sets",
          "borrow-ask",
          "borrow-missing",
          "borrow-twenty",
          "return-sorted",
          "return-set",
          "return-long-fine",
          "return-estimate",
          "return-suspension",
          "return-suspension-and-fine",
          "done-returned-suspension",
          "account",
          "account-suspended",
          "account-suspended-open",
          "account-unwarned",
          "welcome-suspended",
          "identify-suspended",
          "borrow-suspended",
          "return-suspended",
          "return-suspended-silent",
          "return-suspended-empty",
          "charges-suspended",
          "charges",
          "charges-counter",
          "charges-later",
          "charges-blocked-CARD_EXPIRED",
          "holds",
          "holds-placed",
          "receipt-choice",
          "receipt-titles",
          "receipt-next",
          "borrow-done",
          "done-returned",
          "receipt-no-paper",
          "receipt-twenty",
          "receipt-returned",
          "technician",
          "technician-failing",
          "technician-rules",
          "tray",
          "to-do",
          "to-do-chosen",
          "checks-running",
          "checks-ended",
          "checks-scan",
          "checks-scanned",
          "checks-field",
          "checks-drop",
          "setup",
          "setup-changed",
          "setup-device",
          "setup-typing",
          "setup-number",
          "setup-choice",
          "setup-ports",
          "setup-ports-running",
          "setup-difference",
          "setup-refused",
          "setup-written",
          "setup-list-changed",
          "setup-entry",
          "setup-staff",
          "setup-signs",
          "health",
          "welcome-card",
          "receipt-card",
          "idle-news",
          "idle-closure",
          "idle-demo",
          "idle-drop-full",
          "idle-returns-only",
          "hours-storm",
          "hours-over",
          "hours-closed",
          "crash-again",
          "entry-typed",
          "entry-isbn",
          "out-of-service",
          "help",
          "privacy");

  static Texts texts = Texts.load(TEXTS, Optional.empty());

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  static SiteNames names() {
    return new SiteNames(
        Map.of(
            Language.ZH_HANT_HK, "南堤圖書館",
            Language.ZH_HANS, "南堤图书馆",
            Language.EN, "South Embankment Library"),
        Map.of(
            Language.ZH_HANT_HK, "2 號自助借還機",
            Language.ZH_HANS, "2 号自助借还机",
            Language.EN, "Self-service station 2"),
        IdleStates.surroundings());
  }

  /// Those with the most to say, in the language whose words are longest; the others when all tests
  /// run.
  @Test
  void full_screens_lie_well_in_the_longest_words() throws Exception {
    none(Fx.call(() -> checked(new Language[] {Language.EN}, Access.STANDARD, FULL_SCREENS)));
  }

  @Test
  @Tag("full")
  void full_screens_lie_well_in_three_languages() throws Exception {
    none(Fx.call(() -> checked(Language.values(), Access.STANDARD, FULL_SCREENS)));
  }

  /// Pictures for a person to look at; that every screen lies well is [EveryScreenTest]'s.
  @Test
  @Tag("full")
  void pictures_of_the_usual_screens_are_kept() throws Exception {
    Files.createDirectories(PICTURES);
    for (String name : KEPT) {
      FlowState state = States.in(States.named(name), Language.ZH_HANT_HK, Access.STANDARD);
      byte[] png = Fx.call(() -> PanelKind.UPRIGHT.picture(texts, state));
      assertThat(png).as(name).startsWith(0x89, 'P', 'N', 'G');
      Files.write(PICTURES.resolve(name + ".zh-Hant-HK.1.png"), png);
    }
  }

  /// Those with the most to say.
  static final Set<String> FULL_SCREENS =
      Set.of(
          "welcome",
          "identify-card",
          "identify-pin",
          "identify-problem",
          "borrow-empty",
          "borrow-stack",
          "borrow-ask",
          "borrow-missing",
          "borrow-idle",
          "return-sorted",
          "return-long-fine",
          "return-estimate",
          "account",
          "account-suspended",
          "return-suspended",
          "return-suspended-silent",
          "welcome-suspended",
          "charges",
          "charges-counter",
          "charges-later",
          "holds",
          "holds-placed",
          "receipt-choice",
          "receipt-no-paper",
          "receipt-twenty-titles",
          "done-returned",
          "out-of-service-returns",
          "technician-pin",
          "welcome-demo-left-silent",
          "idle-news",
          "idle-closure",
          "idle-drop-full",
          "help");

  @Test
  void letters_that_cannot_be_told_from_their_ground_are_found() throws Exception {
    FlowState state = States.named("borrow-stack");
    List<String> findings =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              show(host, state);
              Text pale = texts(host).stream().filter(ScreensTest::seen).findFirst().orElseThrow();
              pale.setStyle("-fx-fill: #C9C2B2;");
              host.applyCss();
              return SceneCheck.findings(topmost(host, state), Tokens.TEXT_MIN);
            });
    assertThat(findings).singleElement().asString().contains("a contrast of 1.");
  }

  private static void none(List<String> findings) {
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  @Test
  void a_picture_is_a_png_of_the_whole_screen() throws Exception {
    byte[] png =
        Fx.call(
            () ->
                new ScreenPictures(texts, names(), Duration.ofSeconds(60), Optional.empty())
                    .of(States.named("borrow-stack")));
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(png.length).isGreaterThan(20_000);
  }

  @Test
  void a_press_comes_out_as_an_event_and_nothing_else_happens() throws Exception {
    List<FlowEvent> out = new ArrayList<>();
    Fx.call(
        () -> {
          ScreenHost host = host(out);
          show(host, States.named("welcome"));
          keys(host).stream()
              .filter(key -> "歸還".equals(key.getAccessibleText()))
              .forEach(KeyCap::fire);
          return host;
        });
    assertThat(out).containsExactly(new FlowEvent.Pressed(new Key.StartReturn()));
  }

  @Test
  void the_keys_that_a_person_could_press_are_told_and_asking_presses_none() throws Exception {
    List<FlowEvent> out = new ArrayList<>();
    List<List<Key>> drawn =
        Fx.call(
            () -> {
              ScreenHost host = host(out);
              show(host, States.named("welcome"));
              List<Key> welcome = host.drawnKeys();
              show(host, States.named("borrow-twenty"));
              String before = words(host);
              List<Key> borrow = host.drawnKeys();
              assertThat(words(host)).as("no page was turned").isEqualTo(before);
              show(host, States.named("borrow-idle"));
              return List.of(welcome, borrow, host.drawnKeys());
            });
    assertThat(out).isEmpty();
    assertThat(drawn.get(0)).contains(new Key.StartReturn(), new Key.SwitchLanguage(Language.EN));
    assertThat(drawn.get(1)).contains(new Key.Leave()).doesNotContain(new Key.StartReturn());
    assertThat(drawn.get(2))
        .as("under a sheet")
        .contains(new Key.Stay())
        .doesNotContain(new Key.NextCard());
  }

  @Test
  void a_decoder_that_is_not_ours_reads_the_code_of_the_help_sheet() throws Exception {
    byte[] png =
        Fx.call(
            () ->
                new ScreenPictures(texts, names(), Duration.ofSeconds(60), Optional.empty())
                    .of(States.named("help")));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    Result read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))));
    assertThat(read.getText()).isEqualTo("https://library.example/help");
  }

  @Test
  @Tag("full")
  void every_page_of_the_privacy_notice_is_whole_in_every_size() throws Exception {
    List<String> findings = new ArrayList<>();
    for (Language language : Language.values()) {
      for (int step = 1; step <= Access.MOST_TEXT_STEPS; step++) {
        Access access = Access.silent(step, false, false, false, false);
        FlowState state = States.in(States.named("privacy"), language, access);
        findings.addAll(Fx.call(() -> leafed(state)));
      }
    }
    none(findings);
  }

  /// Turns to the last page.
  private static List<String> leafed(FlowState state) {
    ScreenHost host = host(new ArrayList<>());
    show(host, state);
    String on = texts.in(state.language()).say("privacy.on");
    List<String> findings = new ArrayList<>();
    String before = "";
    StringBuilder read = new StringBuilder();
    for (String now = words(host); !now.equals(before); now = words(host)) {
      SceneCheck.findings(topmost(host, state), Tokens.TEXT_MIN)
          .forEach(finding -> findings.add(state.language() + ": " + finding));
      before = now;
      read.append(now);
      keys(topmost(host, state)).stream()
          .filter(key -> on.equals(key.getAccessibleText()))
          .forEach(KeyCap::fire);
      show(host, state);
    }
    for (int part = 1; part <= 6; part++) {
      assertThat(read).contains(texts.in(state.language()).say("privacy." + part + ".head"));
    }
    return findings;
  }

  /// What can be read now.
  private static String words(ScreenHost host) {
    return texts(host).stream()
        .filter(ScreensTest::seen)
        .map(ScreensTest::said)
        .collect(Collectors.joining(" "));
  }

  private static boolean seen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void a_tick_of_the_clock_leaves_the_keys_where_they_are() throws Exception {
    List<List<KeyCap>> seen =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              FlowState state = States.named("borrow-stack");
              show(host, state);
              List<KeyCap> before = keys(host);
              show(host, States.later(state, Duration.ofSeconds(9)));
              return List.of(before, keys(host));
            });
    assertThat(seen.get(1)).isEqualTo(seen.get(0));
  }

  @Test
  void nothing_personal_stays_in_the_nodes_of_a_session_that_ended() throws Exception {
    List<String> left =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              show(host, States.named("borrow-stack"));
              List<Text> old = texts(host);
              show(host, States.named("welcome"));
              List<String> words = new ArrayList<>();
              old.forEach(text -> words.add(said(text)));
              texts(host).stream()
                  .map(ScreensTest::said)
                  .filter(text -> text.contains("6788") || text.contains("渡輪"))
                  .forEach(words::add);
              return words.stream().filter(text -> !text.isEmpty()).toList();
            });
    assertThat(left).isEmpty();
  }

  @Test
  void without_paper_the_end_says_so_and_asks_nothing_about_a_receipt() throws Exception {
    List<List<String>> seen =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              show(host, States.named("done-no-paper"));
              return List.of(
                  texts(host).stream().map(ScreensTest::said).toList(),
                  keys(host).stream().map(KeyCap::getAccessibleText).toList());
            });
    assertThat(seen.getFirst()).anyMatch(text -> text.contains("收據紙用完了"));
    assertThat(seen.get(1)).noneMatch(key -> key != null && key.contains("列印"));
  }

  @Test
  void titles_are_bars_while_the_idle_sheet_is_up() throws Exception {
    List<String> words =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              show(host, States.named("borrow-idle"));
              return texts(host).stream().map(ScreensTest::said).toList();
            });
    assertThat(words).contains("23").noneMatch(text -> text.contains("植物學家"));
  }

  @Test
  void a_smaller_window_shows_the_whole_screen_scaled_evenly() throws Exception {
    BoundingBox box =
        Fx.call(
            () -> {
              ScreenHost host = host(new ArrayList<>());
              host.show(States.named("welcome"));
              host.resize(540, 1200);
              host.layout();
              return (BoundingBox) host.getChildrenUnmodifiable().getFirst().getBoundsInParent();
            });
    assertThat(box.getWidth()).isEqualTo(540);
    assertThat(box.getHeight()).isEqualTo(960);
    assertThat(box.getMinY()).isEqualTo(120);
  }

  static List<String> checked(Language[] languages, Access access, Set<String> which) {
    return checked(host(new ArrayList<>()), languages, access, which);
  }

  static List<String> checked(
      ScreenHost host, Language[] languages, Access access, Set<String> which) {
    List<String> findings = new ArrayList<>();
    for (Language language : languages) {
      for (String name : which) {
        FlowState state = States.in(States.named(name), language, access);
        show(host, state);
        double least = StaffStates.forTechnicians(name) ? Tokens.TECH_TEXT_MIN : Tokens.TEXT_MIN;
        SceneCheck.findings(topmost(host, state), least)
            .forEach(finding -> findings.add(name + "." + language.tag() + ": " + finding));
      }
    }
    return findings;
  }

  /// What lies under a sheet is not read.
  private static Node topmost(ScreenHost host, FlowState state) {
    return PanelKind.topmost(host, state);
  }

  static ScreenHost host(List<FlowEvent> out) {
    ScreenHost host = SilentHost.of(texts, out::add);
    Scene scene = new Scene(host, Tokens.WIDTH, Tokens.HEIGHT);
    assertThat(scene.getRoot()).isSameAs(host);
    return host;
  }

  static void show(ScreenHost host, FlowState state) {
    host.show(state);
    host.resize(Tokens.WIDTH, Tokens.HEIGHT);
    for (int pass = 0; pass < 4; pass++) {
      host.applyCss();
      host.layout();
    }
  }

  static List<KeyCap> keys(Node node) {
    List<KeyCap> all = new ArrayList<>();
    collect(node, KeyCap.class, all);
    return all;
  }

  /// Its words as the text files have them, without what keeps its lines together.
  static String said(Text text) {
    return LineBreaks.plain(text.getText());
  }

  static List<Text> texts(Node node) {
    List<Text> all = new ArrayList<>();
    collect(node, Text.class, all);
    return all;
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> into) {
    if (type.isInstance(node)) {
      into.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, into));
    }
  }
}
