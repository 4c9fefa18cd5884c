package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.site.SiteFiles;
import org.libstation.testkit.Needs;

/// The first picture, and the screen that comes after it in the same window.
@SuppressWarnings("NullAway.Init")
class FirstWindowTest {
  private static final int LONG = 60;

  private final List<FlowEvent> out = new CopyOnWriteArrayList<>();
  private FirstWindow first;
  private KioskWindow window;
  private ScreenHost host;

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @BeforeEach
  void open() throws Exception {
    Map<Language, String> words = new LinkedHashMap<>(SiteFiles.moment(Path.of("../config")));
    Fx.run(
        () -> {
          first = FirstWindow.open(words, Optional.empty(), Optional.empty());
          host = SilentHost.of(ScreensTest.texts, out::add);
          window =
              new KioskWindow(host, "Library", out::add, _ -> {}, () -> {}, Optional.of(first));
          window.openForGood(true);
        });
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> first.stage().close());
  }

  /// On the FX thread.
  private void technician() {
    Event.fireEvent(
        first.scene(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F12, false, false, false, false));
  }

  /// A finger on the panel. On the FX thread.
  private void touch() {
    Fx.mouse(first.scene().getRoot(), MouseEvent.MOUSE_PRESSED, 40, 40);
  }

  /// What of the panel is another colour than the paper, along its middle. On the FX thread.
  private static int drawn() {
    Rectangle2D panel = Screen.getPrimary().getBounds();
    PixelReader pixels =
        new Robot()
            .getScreenCapture(
                null, panel.getMinX(), panel.getMinY(), panel.getWidth(), panel.getHeight())
            .getPixelReader();
    int x = (int) panel.getWidth() / 2;
    return (int)
        IntStream.range(0, (int) panel.getHeight())
            .filter(
                y ->
                    pixels.getArgb(x, y) != pixels.getArgb(0, y)
                        || pixels.getArgb(0, y) != pixels.getArgb(0, 0))
            .count();
  }

  @Test
  void the_screen_is_seen_when_it_is_said_to_be_and_only_then_pressed() throws Exception {
    List<MouseEvent> touched = new CopyOnWriteArrayList<>();
    host.addEventFilter(MouseEvent.MOUSE_PRESSED, touched::add);
    CompletableFuture<Integer> picture = new CompletableFuture<>();
    Fx.run(() -> NextFrame.then(first.scene(), () -> picture.complete(drawn())));
    assertThat(picture.get(LONG, TimeUnit.SECONDS)).isPositive();
    CompletableFuture<Integer> screen = new CompletableFuture<>();
    Fx.run(
        () -> {
          technician();
          window.reveal(() -> screen.complete(drawn()));
          host.show(States.named("welcome"));
          technician();
          touch();
        });
    assertThat(screen.get(LONG, TimeUnit.SECONDS)).isGreaterThan(2 * picture.join());
    assertThat(out).isEmpty();
    assertThat(touched).isEmpty();
    Fx.run(this::technician);
    Fx.run(this::touch);
    assertThat(touched).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(LONG))
        .until(() -> out.equals(List.of(new FlowEvent.Pressed(new Key.Technician()))));
  }

  @Test
  void somebody_is_there_at_each_key_and_touch_also_at_such_as_press_nothing() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    Fx.run(
        () -> {
          window.whenTouched(() -> heard.add("hand"));
          technician();
        });
    assertThat(heard).hasSize(1);
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    Fx.run(
        () -> {
          window.reveal(() -> seen.complete(true));
          host.show(States.named("welcome"));
        });
    assertThat(seen.get(LONG, TimeUnit.SECONDS)).isTrue();
    int before = heard.size();
    Fx.run(
        () ->
            Event.fireEvent(
                first.scene(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false)));
    assertThat(heard).hasSize(before + 1);
    Fx.run(this::touch);
    assertThat(heard).hasSize(before + 2);
  }

  /// A compositor for one program makes its window as large as all panels together.
  @Test
  void on_one_panel_of_two_the_screen_stands_there_alone() throws Exception {
    CompletableFuture<List<Long>> halves = new CompletableFuture<>();
    Fx.run(
        () -> {
          Rectangle2D all = Screen.getPrimary().getBounds();
          double half = all.getWidth() / 2;
          window.within(
              Optional.of(new Rectangle2D(half, 0, all.getWidth() - half, all.getHeight())));
          first.stage().setX(0);
          first.stage().setWidth(all.getWidth());
          host.show(States.named("welcome"));
          window.reveal(() -> halves.complete(List.of(colours(0, half), colours(half, half))));
        });
    assertThat(halves.get(LONG, TimeUnit.SECONDS).getFirst()).isEqualTo(1);
    assertThat(halves.join().getLast()).isGreaterThan(10);
  }

  /// How many colours a part of the display has. On the FX thread.
  private static long colours(double from, double width) {
    double height = Screen.getPrimary().getBounds().getHeight();
    PixelReader pixels =
        new Robot().getScreenCapture(null, from, 0, width, height).getPixelReader();
    return IntStream.range(0, (int) height)
        .flatMap(y -> IntStream.range(0, (int) width).map(x -> pixels.getArgb(x, y)))
        .distinct()
        .count();
  }
}
