package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.Bench;
import org.libstation.lab.scenario.Bench.TagOnPad;
import org.libstation.lab.twin.Twins;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.Fx;
import org.libstation.screen.States;
import org.libstation.site.DeviceName;
import org.libstation.site.StationSettings.DeviceEntry;
import org.libstation.station.driven.StateLines;
import org.libstation.testkit.Needs;

class BenchViewTest {
  static final BenchWords ENGLISH = words(Language.EN);

  static BenchWords words(Language language) {
    return new BenchWords(
        language.ownName(),
        language.tag(),
        language.sans(),
        Texts.load(Path.of("../config/bench"), Optional.empty()).in(language),
        TestTexts.OURS.in(language));
  }

  @TempDir private Path directory;

  @BeforeEach
  void needsTheLibrariesOfScreens() {
    Needs.screens();
  }

  private Bench bench() throws Exception {
    return Bench.plug(
        Map.of(
            DeviceName.PAD,
            new DeviceEntry("feig", "serial:/dev/none?baud=38400", Map.of()),
            DeviceName.PRINTER,
            new DeviceEntry("escpos", "serial:/dev/none?baud=115200", Map.of())),
        directory);
  }

  @Test
  void eachKeyOfTheKeyboardDoesWhatItsButtonSays() throws Exception {
    RecordingStage stage = new RecordingStage(new CountDownLatch(0));
    List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (Bench bench = bench();
        BenchHands hands = new BenchHands(stage, () -> ENGLISH, told::add)) {
      Fx.call(
          () -> {
            new BenchView(bench, hands, ENGLISH, List.of(ENGLISH), _ -> {})
                .keys().entrySet().stream()
                    .filter(key -> !key.getKey().getName().equals("F6"))
                    .forEach(key -> key.getValue().run());
            return true;
          });
      await().until(() -> stage.done.size() == 7);
      String first = Stock.items().getFirst().barcode();
      assertThat(stage.done)
          .containsExactly(
              new Action.ScanAction(DemoPatron.all().getFirst().card()),
              new Action.PlaceItems(List.of(first)),
              new Action.Lift(List.of()),
              new Action.ScanAction(first),
              new Action.Cable(false),
              new Action.Paper(Action.PaperState.OUT),
              new Action.PowerOn());
    }
  }

  @Test
  void everyFaultOfEveryDeviceIsOffered() throws Exception {
    try (Bench bench = bench()) {
      List<String> offered = FaultsPart.all(ENGLISH, bench).stream().map(Object::toString).toList();
      int padFaults = new FeigTwin().faults().size();
      int printerFaults = Twins.of("escpos").orElseThrow().faults().size();
      assertThat(offered)
          .hasSize(padFaults + printerFaults)
          .contains("RFID pad: pull-away", "RFID pad: ghost")
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void what_a_fault_does_and_what_the_station_shows_is_said_in_chinese(Language language) {
    BenchWords words = words(language);
    for (String model : Twins.models()) {
      Twins.of(model).orElseThrow().faults().stream()
          .map(fault -> words.say("fault." + fault.name()))
          .forEach(said -> assertThat(said.replace("E0", "")).doesNotContainPattern("[A-Za-z]"));
    }
    for (Map.Entry<String, FlowState> each : States.all().entrySet()) {
      assertThat(words.say("screen." + StateLines.name(each.getValue().screen())))
          .as(each.getKey())
          .doesNotContainPattern("[A-Za-z]");
    }
  }

  @Test
  void itShowsWhatWasSeenAtTheDevices() throws Exception {
    try (Bench bench = bench();
        BenchHands hands =
            new BenchHands(new RecordingStage(new CountDownLatch(0)), () -> ENGLISH, _ -> {})) {
      List<String> words =
          Fx.call(
              () -> {
                BenchView view = new BenchView(bench, hands, ENGLISH, List.of(ENGLISH), _ -> {});
                view.show(
                    new BenchSight(
                        true,
                        Optional.of("borrow"),
                        Optional.of("silent"),
                        false,
                        List.of(
                            new TagOnPad("38801000002151", 1, 1, false),
                            new TagOnPad("38801000003050", 2, 3, true)),
                        true,
                        false,
                        0,
                        List.of("printer"),
                        Map.of()));
                new javafx.scene.Scene(view.node());
                view.node().applyCss();
                view.node().layout();
                return words(view.node());
              });
      assertThat(words)
          .contains(
              "The time machine",
              "cleared",
              "Bear's three little books (3 volumes)  (2 of 3)",
              "armed",
              "locked",
              "it shows: borrow",
              "link: silent",
              "1",
              "Show a card",
              "2",
              "Type its PIN",
              "PIN 4821",
              "3",
              "Lay down books",
              "Plug the cable in",
              "Cut the power",
              "Put a roll in",
              "Receipt printer: out",
              "RFID pad");
    }
  }

  /// Beside a kiosk on a desktop of 1366 × 768 no word is cut.
  @ParameterizedTest
  @EnumSource(Language.class)
  void nothing_is_cut_on_a_small_desktop(Language language) throws Exception {
    BenchWords words = words(language);
    try (Bench bench = bench();
        BenchHands hands =
            new BenchHands(new RecordingStage(new CountDownLatch(0)), () -> words, _ -> {})) {
      List<String> cut =
          Fx.call(
              () -> {
                BenchView view = new BenchView(bench, hands, words, List.of(words), _ -> {});
                view.show(
                    new BenchSight(
                        true,
                        Optional.of("out-of-service"),
                        Optional.of("silent"),
                        false,
                        List.of(new TagOnPad("38801000002151", 1, 1, false)),
                        true,
                        false,
                        0,
                        List.of("printer"),
                        Map.of()));
                javafx.scene.Scene scene = new javafx.scene.Scene(view.node(), 911, 744);
                scene
                    .getStylesheets()
                    .add(BenchWindow.class.getResource("bench.css").toExternalForm());
                for (int pass = 0; pass < 3; pass++) {
                  view.node().applyCss();
                  view.node().layout();
                }
                return cut(view.node());
              });
      assertThat(cut).isEmpty();
    }
  }

  private static List<String> cut(Node node) {
    List<String> cut = new ArrayList<>();
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && labeled.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .anyMatch(drawn -> !drawn.getText().equals(labeled.getText()))) {
      cut.add(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cut.addAll(cut(child)));
    }
    return cut;
  }

  /// Nothing of the bench is left in English but titles, names and the words of a scenario.
  @ParameterizedTest
  @Tag("full")
  @EnumSource(Language.class)
  void it_speaks_three_languages_and_switches_between_them(Language language) throws Exception {
    List<String> wished = new ArrayList<>();
    List<BenchWords> all = Stream.of(Language.values()).map(BenchViewTest::words).toList();
    try (Bench bench = bench();
        BenchHands hands =
            new BenchHands(new RecordingStage(new CountDownLatch(0)), () -> ENGLISH, _ -> {})) {
      List<String> shown =
          Fx.call(
              () -> {
                BenchView view =
                    new BenchView(
                        bench, hands, shownIn(language, all), all, it -> wished.add(it.tag()));
                new javafx.scene.Scene(view.node());
                view.node().applyCss();
                view.node().layout();
                buttons(view.node()).stream()
                    .filter(button -> button.getText().equals(Language.ZH_HANS.ownName()))
                    .forEach(Button::fire);
                return words(view.node());
              });
      for (String key : List.of("step.card", "step.pin", "step.books", "cards", "items", "pad")) {
        assertThat(shown).contains(words(language).say(key));
      }
      assertThat(shown).contains(words(language).purpose(DemoPatron.all().getFirst()));
      assertThat(wished).isEqualTo(language == Language.ZH_HANS ? List.of() : List.of("zh-Hans"));
    }
  }

  private static BenchWords shownIn(Language language, List<BenchWords> all) {
    return all.stream()
        .filter(words -> words.tag().equals(language.tag()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("full")
  void each_reader_has_words_in_each_language() {
    for (Language language : Language.values()) {
      for (DemoPatron reader : DemoPatron.all()) {
        assertThat(words(language).purpose(reader)).isNotBlank();
      }
    }
  }

  private static List<Button> buttons(Node node) {
    List<Button> all = new ArrayList<>();
    if (node instanceof Button button) {
      all.add(button);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.addAll(buttons(child)));
    }
    return all;
  }

  private static List<String> words(Node node) {
    List<String> words = new ArrayList<>();
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      words.add(labeled.getText());
    } else if (node instanceof Text text) {
      words.add(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
    }
    return words;
  }
}
