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

/// This is the window that the kiosk is drawn in: scaled to fit, or the whole screen. F11 changes
/// between the two, F12 asks for the technician's PIN. What a scanner types never presses a key of
/// it.
///
/// Without a window manager `setFullScreen` alone leaves the window small; undecorated, the bounds
/// of the screen and full screen together are right with and without one.
public final class KioskWindow {
  private static final double PART_OF_SCREEN = 0.92;

  /// About what a desktop's title bar takes.
  private static final double TITLE_BAR = 26;

  private static final Set<EventType<? extends Event>> HANDS =
      Set.of(
          KeyEvent.KEY_PRESSED,
          InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
          MouseEvent.MOUSE_PRESSED,
          TouchEvent.TOUCH_PRESSED);

  /// What shows where nothing is drawn yet.
  static final String PAPER = "#F5F0E6";

  private final Scene scene;
  private final ScreenHost host;
  private final String title;
  private final Runnable ended;
  private boolean full;
  private boolean kiosk;
  private boolean insists;
  private @Nullable WindowPosition place;

  /// Where its panel stands among several; empty = it has the whole display.
  private Optional<Rectangle2D> panel = Optional.empty();

  private @Nullable Stage stage;

  /// Called at each touch, press and key.
  private Runnable hand = () -> {};

  /// A stage that shows already, until it is opened as this window's.
  private @Nullable Stage begun;

  /// Whether what it shows is still the first picture: what is touched or typed then is nobody's.
  private boolean waits;

  /// Where the window stands while it does not fill the screen, in pixels of the desktop.
  ///
  /// @param height with its frame
  public record WindowPosition(int x, int y, int height) {}

  /// @param scanned takes all that a scanner typed like a keyboard; it must not block
  /// @param ended called when a person closes the window
  /// @param first a window that is open already: this one goes on in it, and shows what stands
  ///   there until [#reveal]
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

  /// Says that somebody is there, at each touch, press and key: also at those that mean nothing,
  /// and before it is known whose they are.
  public void whenTouched(Runnable heard) {
    hand = heard;
  }

  /// Gives the window a place of its own; takes effect when it is opened.
  public void place(WindowPosition there) {
    place = there;
  }

  /// Fills the screen for good: no key, no gesture and no window manager's wish leaves it, and no
  /// pointer is seen.
  ///
  /// @param insists whether it takes the focus back from who took it
  public void openForGood(boolean insists) {
    kiosk = true;
    this.insists = insists;
    scene.setCursor(Cursor.NONE);
    open(true);
  }

  /// Says where the station's panel stands on a display of several; before it is opened, and when
  /// it changes.
  ///
  /// @param there in px of the display; empty = the whole display
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

  /// What it is seen in; empty before it is opened.
  public Optional<Window> window() {
    return Optional.ofNullable(stage);
  }

  /// Opens the window, or opens it anew in the other size.
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
      // A scene belongs to one window at a time.
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
        // Who else takes the focus, or makes it small, gives it back.
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
      // Before its frame is known, the desktop may move a window that was taller than the screen.
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

  /// Lets it fill the screen.
  ///
  /// @param there the panel among several
  static void fill(Stage window, Optional<Rectangle2D> there) {
    Rectangle2D bounds = there.orElseGet(() -> Screen.getPrimary().getBounds());
    // A compositor that has made it as large as all panels says nothing to a smaller size asked
    // for,
    // and the toolkit would draw as if it were so.
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
    // Escape is the patron's: it leaves the visit, not the full screen.
    window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    window.setFullScreen(true);
  }

  /// From here on the window shows its screens, and no first picture any more. What is touched
  /// before the first of them is seen presses nothing of it.
  ///
  /// @param seen called once it is
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

  /// Takes the window away; it can be opened again.
  public void close() {
    if (stage != null) {
      stage.hide();
    }
  }

  /// The width of a window, with its frame, that shows the screen without bars at its sides.
  public static double widthFor(double height) {
    return Math.ceil((height - TITLE_BAR) * Tokens.WIDTH / Tokens.HEIGHT);
  }
}
