package org.libstation.lab.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.libstation.flow.state.FlowState;
import org.libstation.language.Texts;
import org.libstation.screen.SiteNames;
import org.libstation.screen.SiteTheme;
import org.libstation.station.driven.StateLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves a PNG of every screen of a demo or training station: one each time the place, the
/// language, the sheet over it or the state of a row changed.
public final class ScreenAlbum implements Consumer<FlowState> {
  private static final Logger log = LoggerFactory.getLogger(ScreenAlbum.class);

  private final Path directory;
  private final ScreenPictures pictures;
  private List<String> last = List.of();
  private int number;

  /// To be called on the FX thread.
  public ScreenAlbum(
      Path directory, Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme) {
    this.directory = directory;
    this.pictures = new ScreenPictures(texts, names, idle, theme);
    this.number = taken(directory);
  }

  /// Counts the pictures that are there; a restarted station goes on after them.
  private static int taken(Path directory) {
    try {
      Files.createDirectories(directory);
      try (var files = Files.list(directory)) {
        return (int) files.filter(file -> file.toString().endsWith(".png")).count();
      }
    } catch (IOException e) {
      log.warn("no pictures: {}", e.getMessage());
      return 0;
    }
  }

  @Override
  public void accept(FlowState state) {
    Platform.runLater(() -> take(state));
  }

  private void take(FlowState state) {
    List<String> seen = StateLines.of(state);
    if (seen.equals(last)) {
      return;
    }
    last = seen;
    number++;
    Path file =
        directory.resolve(
            String.format(Locale.ROOT, "%03d-%s.png", number, StateLines.name(state.screen())));
    try {
      Files.write(file, pictures.of(state));
    } catch (IOException e) {
      log.warn("{} was not left: {}", file, e.getMessage());
    }
  }
}
