package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.FlowTests;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.drop.DropView;
import org.libstation.testkit.Needs;

/// The panel of a book drop lies well in three languages: 1024 × 600, nothing under 48 px.
@Tag("full")
class DropScreensTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final double LEAST_TEXT = 48;

  private static final Texts TEXTS = TestTexts.OURS;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void every_state_of_a_drop_lies_well_in_three_languages() throws Exception {
    List<String> findings = Fx.call(DropScreensTest::checked);
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  @Test
  void high_contrast_lies_well_too() throws Exception {
    Access contrast = Access.silent(1, true, false, false, false);
    List<String> findings = Fx.call(() -> checked(contrast, ".contrast"));
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
  }

  @Test
  void a_panel_of_another_shape_has_the_same_ground_all_over() throws Exception {
    FlowState state =
        Objects.requireNonNull(
            DropStates.all(FlowTests.role(StationFacts.StationRole.BOOK_DROP)).get("drop-ready"));
    for (Access access : List.of(Access.STANDARD, Access.silent(1, true, false, false, false))) {
      PanelKind upright = PanelKind.even(600, 1024);
      FlowState shown = States.in(state, Language.EN, access);
      List<Integer> grounds =
          Fx.call(
              () -> {
                ScreenHost host = upright.host(TEXTS);
                upright.show(host, shown);
                WritableImage picture = host.getScene().snapshot(null);
                return IntStream.of(0, 200, 512, 800, 1023)
                    .mapToObj(y -> picture.getPixelReader().getArgb(1, y) & 0xFFFFFF)
                    .distinct()
                    .toList();
              });
      assertThat(grounds).as("%s", access).containsExactly(access.contrast() ? 0 : 0x0E161F);
    }
  }

  private static List<String> checked() throws Exception {
    return checked(Access.STANDARD, "");
  }

  private static List<String> checked(Access access, String suffix) throws Exception {
    List<String> findings = new ArrayList<>();
    ScreenHost host = SilentHost.of(TEXTS, _ -> {});
    Scene scene = new Scene(host, DropView.WIDTH, DropView.HEIGHT);
    assertThat(scene.getRoot()).isSameAs(host);
    Files.createDirectories(PICTURES);
    ScreenPictures pictures =
        new ScreenPictures(TEXTS, ScreensTest.names(), Duration.ofSeconds(60), Optional.empty());
    for (Language language : Language.values()) {
      for (Map.Entry<String, FlowState> each :
          DropStates.all(FlowTests.role(StationFacts.StationRole.BOOK_DROP)).entrySet()) {
        FlowState state = States.in(each.getValue(), language, access);
        host.show(state);
        host.resize(DropView.WIDTH, DropView.HEIGHT);
        for (int pass = 0; pass < 4; pass++) {
          host.applyCss();
          host.layout();
        }
        String place = each.getKey() + "." + language.tag() + suffix;
        Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
        SceneCheck.findings(canvas, LEAST_TEXT)
            .forEach(finding -> findings.add(place + ": " + finding));
        ScreensTest.texts(canvas).stream()
            .filter(DropScreensTest::isOff)
            .forEach(text -> findings.add(place + ": off the panel: " + ScreensTest.said(text)));
        Files.write(PICTURES.resolve(place + ".png"), pictures.of(state));
      }
    }
    return findings;
  }

  private static boolean isOff(Text text) {
    Bounds box = text.localToScene(text.getBoundsInLocal());
    return box.getMaxX() > DropView.WIDTH + 2
        || box.getMaxY() - text.getFont().getSize() * 0.3 > DropView.HEIGHT;
  }
}
