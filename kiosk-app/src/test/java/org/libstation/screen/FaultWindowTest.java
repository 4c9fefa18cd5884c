package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.site.SettingsFile;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.FlowParts;
import org.libstation.testkit.Needs;

/// *Out of service* while no station runs, on a display of one panel or two.
@SuppressWarnings("NullAway.Init")
class FaultWindowTest {
  private static final Rectangle2D STATION = new Rectangle2D(600, 0, 540, 960);
  private static final Rectangle2D DROP = new Rectangle2D(0, 0, 600, 800);

  private FaultWindow window;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void make() throws Exception {
    StationSettings settings = SettingsFile.read(Path.of("../config"), Map.of());
    window =
        Fx.call(
            () ->
                new FaultWindow(
                    ScreensTest.texts,
                    ScreensTest.names(),
                    Optional.empty(),
                    FlowParts.settings(settings, Optional.of(PartsTaken.NONE)),
                    () ->
                        new EventTime(
                            OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                            "",
                            Duration.ofSeconds(9),
                            Optional.empty(),
                            false),
                    true));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(window::hide);
  }

  @Test
  void the_panel_of_the_drop_says_it_too_and_where_it_stands() throws Exception {
    show(Optional.of(DROP));
    assertThat(popups()).hasSize(1);
    Window drop = popups().getFirst();
    assertThat(drop.getX()).isEqualTo(DROP.getMinX());
    assertThat(drop.getWidth()).isEqualTo(DROP.getWidth());
    assertThat(words(drop)).anyMatch(word -> word.contains("K41"));
  }

  @Test
  void each_panel_has_a_language_of_its_own() throws Exception {
    show(Optional.of(DROP));
    Fx.run(() -> press(popups().getFirst(), Language.EN.ownName()));
    assertThat(words(popups().getFirst())).doesNotContain("你的書和款項").contains("K41");
    assertThat(words(station())).contains("你的書和款項", "K41");
  }

  @Test
  void nothing_is_left_on_either_when_the_station_is_back() throws Exception {
    show(Optional.of(DROP));
    show(Optional.of(DROP));
    assertThat(popups()).hasSize(1);
    Fx.run(window::hide);
    assertThat(popups()).isEmpty();
  }

  @Test
  void one_panel_says_it_as_often_as_the_station_ends() throws Exception {
    for (int i = 0; i < 3; i++) {
      show(Optional.empty());
      assertThat(words(station())).anyMatch(word -> word.contains("K41"));
      Fx.run(window::hide);
    }
  }

  @Test
  void a_panel_that_is_gone_is_not_drawn_on() throws Exception {
    show(Optional.of(DROP));
    show(Optional.empty());
    assertThat(popups()).isEmpty();
    assertThat(words(station())).anyMatch(word -> word.contains("K41"));
  }

  private void show(Optional<Rectangle2D> drop) throws Exception {
    Fx.run(() -> window.show(Code.K41, Optional.of(STATION), drop));
  }

  private static List<Window> popups() {
    return Window.getWindows().stream().filter(Popup.class::isInstance).toList();
  }

  private static Window station() {
    return Window.getWindows().stream()
        .filter(each -> !(each instanceof Popup))
        .findFirst()
        .orElseThrow();
  }

  private static void press(Window there, String words) {
    KeyCap.under(there.getScene().getRoot()).stream()
        .filter(cap -> words.equals(cap.getAccessibleText()))
        .findFirst()
        .orElseThrow()
        .fire();
  }

  private static List<String> words(Window there) throws Exception {
    Node root = there.getScene().getRoot();
    return Fx.call(
        () ->
            Tree.seen(root, Text.class::isInstance).stream()
                .map(node -> ScreensTest.said((Text) node))
                .toList());
  }
}
