package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.Bench;
import org.libstation.lab.scenario.Bench.OnPad;
import org.libstation.lab.twin.Twins;
import org.libstation.screen.Fx;
import org.libstation.site.DeviceName;
import org.libstation.site.StationSettings.DeviceEntry;
import org.libstation.testkit.Needs;

class BenchViewTest {
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
        BenchHands hands = new BenchHands(stage, told::add)) {
      Fx.call(
          () -> {
            new BenchView(bench, hands)
                .keys().entrySet().stream()
                    .filter(key -> !key.getKey().getName().equals("F6"))
                    .forEach(key -> key.getValue().run());
            return true;
          });
      await().until(() -> stage.done.size() == 7);
      String first = Stock.items().getFirst().barcode();
      assertThat(stage.done)
          .containsExactly(
              new Action.Scan(DemoPatron.all().getFirst().card()),
              new Action.Place(List.of(first)),
              new Action.Lift(List.of()),
              new Action.Scan(first),
              new Action.Cable(false),
              new Action.Paper(Action.PaperState.OUT),
              new Action.PowerOn());
    }
  }

  @Test
  void everyFaultOfEveryDeviceIsOffered() throws Exception {
    try (Bench bench = bench()) {
      List<String> offered = FaultsPart.all(bench).stream().map(Object::toString).toList();
      int padFaults = new FeigTwin().faults().size();
      int printerFaults = Twins.of("escpos").orElseThrow().faults().size();
      assertThat(offered)
          .hasSize(padFaults + printerFaults)
          .contains("pad: pull-away", "pad: ghost")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void itShowsWhatWasSeenAtTheDevices() throws Exception {
    try (Bench bench = bench();
        BenchHands hands = new BenchHands(new RecordingStage(new CountDownLatch(0)), _ -> {})) {
      List<String> words =
          Fx.call(
              () -> {
                BenchView view = new BenchView(bench, hands);
                view.show(
                    new BenchSight(
                        true,
                        Optional.of("borrow"),
                        Optional.of("silent"),
                        false,
                        List.of(
                            new OnPad("38801000002151", 1, 1, false),
                            new OnPad("38801000003050", 2, 3, true)),
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
              "for the station: silent",
              "Plug the cable in",
              "Cut the power",
              "Put a roll in",
              "printer: out",
              "pad");
    }
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
