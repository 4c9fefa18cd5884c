package org.libstation.lab.bench;

import java.net.URL;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.libstation.lab.scenario.Bench;
import org.libstation.screen.kit.look.Tokens;

/// The window of the bench, in one of three languages. It stays when the demo starts again. All
/// methods on the FX thread except [#words()].
final class BenchWindow {
  static final String TITLE = "Libstation bench";

  private final Scene scene = new Scene(new Pane());
  private final List<BenchWords> languages;
  private volatile BenchWords words;
  private @Nullable BenchView view;
  private BenchSight seen = BenchSight.NOTHING;

  private final Stage stage = new Stage();
  private final Rectangle2D place;
  private boolean shown;

  private BenchWindow(List<BenchWords> languages, Rectangle2D place) {
    this.languages = List.copyOf(languages);
    this.place = place;
    this.words = languages.getFirst();
  }

  /// Opens the window. It becomes visible only with its first content: an empty bench would lose
  /// what is typed.
  ///
  /// @param languages the first one first
  /// @param closed called when a person closes it
  static BenchWindow open(List<BenchWords> languages, Places places, Runnable closed) {
    BenchWindow window = new BenchWindow(languages, places.bench());
    Scene scene = window.scene;
    scene.setFill(Color.web("#F5F0E6"));
    scene.getStylesheets().add(sheet(Tokens.class, "theme.css"));
    scene.getStylesheets().add(sheet(BenchWindow.class, "bench.css"));
    // A filter, because a list takes F2 for itself.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, window::key);
    window.stage.setTitle(TITLE);
    window.stage.setScene(scene);
    window.put();
    window.stage.setOnHidden(_ -> closed.run());
    return window;
  }

  private void put() {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  private void key(KeyEvent event) {
    BenchView open = view;
    if (open != null) {
      open.keys().entrySet().stream()
          .filter(key -> key.getKey().match(event))
          .findFirst()
          .ifPresent(
              key -> {
                event.consume();
                key.getValue().run();
              });
    }
  }

  /// Words in the present language, on any thread.
  BenchWords words() {
    return words;
  }

  /// Shows this bench from now on.
  void lay(Bench bench, BenchHands hands) {
    Consumer<BenchWords> switched =
        language -> {
          words = language;
          lay(bench, hands);
        };
    BenchView fresh = new BenchView(bench, hands, words, languages, switched);
    fresh.show(seen);
    scene.setRoot(fresh.node());
    view = fresh;
    // Once only: a person who closed it meanwhile does not see it again.
    if (!shown) {
      shown = true;
      stage.show();
      Platform.runLater(this::put);
    }
  }

  /// Disables all controls until [#lay] is called again.
  void clear() {
    BenchView open = view;
    if (open != null) {
      open.tell(words.say("reset"));
      open.node().setDisable(true);
    }
    view = null;
    seen = BenchSight.NOTHING;
  }

  void show(BenchSight sight) {
    seen = sight;
    BenchView open = view;
    if (open != null) {
      open.show(sight);
    }
  }

  void tell(String line) {
    BenchView open = view;
    if (open != null) {
      open.tell(line);
    }
  }

  private static String sheet(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not in the program");
    }
    return url.toExternalForm();
  }
}
