package org.libstation.screen;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.event.EventType;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.typing.TypingGuard;

/// The window that the kiosk is drawn in, scaled to fit or full screen. F11 changes between the
/// two, F12 asks for the technician's PIN. Input of a scanner that types like a keyboard never
/// presses a key.
///
/// Without a window manager `setFullScreen` alone leaves the window small. An undecorated window
/// with the bounds of the screen and full screen is right with and without one.
public final class KioskWindow {
  private static final double PART_OF_SCREEN = 0.92;

  /// Approximate height of a desktop's title bar, in px.
  private static final double TITLE_BAR = 26;

  private static final Set<EventType<? extends Event>> HANDS =
      Set.of(
          KeyEvent.KEY_PRESSED,
          InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
          MouseEvent.MOUSE_PRESSED,
          TouchEvent.TOUCH_PRESSED);

  /// Background colour where nothing is drawn yet.
  static final String PAPER = "#F5F0E6";

  private final Scene scene;
  private final ScreenHost host;
  private final String title;
  private final Runnable ended;
  private boolean full;
  private boolean kiosk;
  private boolean insists;
  private @Nullable WindowPosition place;

  /// The station's panel if the display has several; empty = the whole display.
  private Optional<Rectangle2D> panel = Optional.empty();

  private @Nullable Stage stage;

  /// Called at each touch, click and key.
  private Runnable hand = () -> {};

  /// A stage that is visible already, until this window takes it over.
  private @Nullable Stage begun;

  /// Whether the first picture is still visible; input is then ignored.
  private boolean waits;

  /// Position of the window while it does not fill the screen, in pixels of the desktop.
  ///
  /// @param height with the frame
  public record WindowPosition(int x, int y, int height) {}

  /// @param out takes the key for the technician
  /// @param scanned takes what a keyboard-like scanner typed; must not block
  /// @param ended called when a person closes the window
  /// @param first a window that is open already; this one takes it over, and shows its picture
  ///   until [#reveal]
  public KioskWindow(
      ScreenHost host,
      String title,
      Consumer<FlowEvent> out,
      Consumer<String> scanned,
      Runnable ended,
      Optional<FirstWindow> first) {
    this.host = host;
    this.title = title;
    this.ended = ended;
    this.begun = first.map(FirstWindow::stage).orElse(null);
    this.waits = first.isPresent();
    this.scene =
        first.map(FirstWindow::scene).orElseGet(() -> new Scene(host, Tokens.WIDTH, Tokens.HEIGHT));
    scene.setFill(Color.web(PAPER));
    TypingGuard.before(scene, host::awaited, scanned);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.F11) {
            event.consume();
            if (!kiosk) {
              open(!full);
            }
          } else if (event.getCode() == KeyCode.F12) {
            event.consume();
            out.accept(new FlowEvent.Pressed(new Key.Technician()));
          }
        });
    EventDispatcher inner = scene.getEventDispatcher();
    scene.setEventDispatcher(
        (event, tail) -> {
          if (event instanceof InputEvent && HANDS.contains(event.getEventType())) {
            hand.run();
          }
          return waits && event instanceof InputEvent ? null : inner.dispatchEvent(event, tail);
        });
  }

  /// Sets what is called at each touch, click and key. It is called also for input without a
  /// meaning, and before it is known whether a person or a scanner typed.
  public void whenTouched(Runnable heard) {
    hand = heard;
  }

  /// Sets the window's position; takes effect when it is opened.
  public void place(WindowPosition there) {
    place = there;
  }

  /// Fills the screen permanently and hides the pointer. No key, gesture or window manager can
  /// leave the full screen.
  ///
  /// @param insists whether the window takes the focus back from another program
  public void openForGood(boolean insists) {
    kiosk = true;
    this.insists = insists;
    scene.setCursor(Cursor.NONE);
    open(true);
  }

  /// Sets the station's panel on a display of several, before the window is opened and after each
  /// change.
  ///
  /// @param there the panel, in px of the display; empty = the whole display
  public void within(Optional<Rectangle2D> there) {
    panel = there;
    if (scene.getRoot() instanceof PanelPane placed) {
      placed.at(there);
    } else if (there.isPresent() && host.equals(scene.getRoot())) {
      scene.setRoot(new javafx.scene.layout.Pane());
      scene.setRoot(new PanelPane(host, there));
    }
    if (full && stage != null) {
      fill(stage, there);
    }
  }

  /// Returns the window; empty before it was opened.
  public Optional<Window> window() {
    return Optional.ofNullable(stage);
  }

  /// Opens the window, or opens it again in the other size.
  public void open(boolean fullscreen) {
    full = fullscreen;
    Stage old = stage;
    WindowPosition there = place;
    Stage fresh = fullscreen ? undecorated() : new Stage(StageStyle.DECORATED);
    fresh.setTitle(title);
    fresh.setOnCloseRequest(
        request -> {
          request.consume();
          if (!kiosk) {
            ended.run();
          }
        });
    if (old != null) {
      // A scene can belong to one window only.
      old.setScene(new Scene(new javafx.scene.layout.Pane()));
    }
    if (!scene.equals(fresh.getScene())) {
      fresh.setScene(scene);
    }
    Rectangle2D bounds = Screen.getPrimary().getBounds();
    if (fullscreen) {
      fill(fresh, panel);
      fresh.setAlwaysOnTop(kiosk);
      if (insists) {
        // If another program takes the focus or minimizes the window, take it back.
        fresh.iconifiedProperty().subscribe(small -> backIf(fresh, small));
        fresh.focusedProperty().subscribe(has -> backIf(fresh, !has));
        fresh.fullScreenProperty().subscribe(fills -> backIf(fresh, !fills));
      }
    } else if (there != null) {
      fresh.setX(there.x());
      fresh.setY(there.y());
      fresh.setWidth(widthFor(there.height()));
      fresh.setHeight(there.height());
    } else {
      double factor =
          Math.min(
                  1, Math.min(bounds.getWidth() / Tokens.WIDTH, bounds.getHeight() / Tokens.HEIGHT))
              * PART_OF_SCREEN;
      fresh.setWidth(Tokens.WIDTH * factor);
      fresh.setHeight(Tokens.HEIGHT * factor);
    }
    fresh.show();
    if (!fullscreen && there != null) {
      // Until the frame is known, the desktop may move a window that is taller than the screen.
      javafx.application.Platform.runLater(
          () -> {
            fresh.setX(there.x());
            fresh.setY(there.y());
            fresh.setWidth(widthFor(there.height()));
            fresh.setHeight(there.height());
          });
    }
    stage = fresh;
    if (old != null) {
      old.hide();
    }
  }

  private Stage undecorated() {
    Stage there = begun;
    begun = null;
    return there == null ? new Stage(StageStyle.UNDECORATED) : there;
  }

  /// Makes a window fill the screen.
  ///
  /// @param there the station's panel if the display has several
  static void fill(Stage window, Optional<Rectangle2D> there) {
    Rectangle2D bounds = there.orElseGet(() -> Screen.getPrimary().getBounds());
    // A compositor may have made the window as large as all panels. It then ignores a request for a
    // smaller size, and JavaFX would draw as if the window were smaller.
    boolean covers =
        window.isShowing()
            && new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .contains(bounds);
    if (!covers) {
      window.setX(bounds.getMinX());
      window.setY(bounds.getMinY());
      window.setWidth(bounds.getWidth());
      window.setHeight(bounds.getHeight());
    }
    window.setFullScreenExitHint("");
    // Escape ends the patron's visit, not the full screen.
    window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    window.setFullScreen(true);
  }

  /// Replaces the first picture by the station's screens. Touches are ignored until the first
  /// screen is visible.
  ///
  /// @param seen called once it is visible
  public void reveal(Runnable seen) {
    if (host.getScene() == null) {
      scene.setRoot(panel.isPresent() ? new PanelPane(host, panel) : host);
    }
    NextFrame.then(
        scene,
        () -> {
          waits = false;
          seen.run();
        });
  }

  private void backIf(Stage window, boolean gone) {
    if (!gone || !window.isShowing()) {
      return;
    }
    javafx.application.Platform.runLater(
        () -> {
          if (window.isShowing()) {
            window.setIconified(false);
            window.setFullScreen(true);
            window.toFront();
            window.requestFocus();
          }
        });
  }

  /// Hides the window; it can be opened again.
  public void close() {
    if (stage != null) {
      stage.hide();
    }
  }

  /// Returns the width of a window, with its frame, that shows the screen without bars at the
  /// sides.
  public static double widthFor(double height) {
    return Math.ceil((height - TITLE_BAR) * Tokens.WIDTH / Tokens.HEIGHT);
  }
}
