package org.libstation.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.libstation.file.BoundedFile;
import org.libstation.flow.state.Language;
import org.libstation.screen.kit.look.Brand;
import org.libstation.screen.kit.picture.BuiltInBrand;

/// A library's own name, logo and start picture, from `library.properties` in its theme.
///
/// A fault in the file never stops a station. The built-in mark is shown instead, and [#problems()]
/// says why, by file and line.
public final class SiteBrand implements Brand {
  public static final String FILE = "library.properties";

  private static final List<String> NAMES =
      Stream.of(Language.values()).map(language -> "name." + language.tag()).toList();
  private static final Set<String> KEYS =
      Stream.concat(NAMES.stream(), Stream.of("logo", "hero"))
          .collect(Collectors.toUnmodifiableSet());

  private final Path directory;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable DoubleFunction<Node> logo;
  private @Nullable Path heroFile;
  private @Nullable Image heroImage;

  private SiteBrand(Path directory) {
    this.directory = directory;
  }

  /// Reads the file. If it does not exist, the built-in brand is used.
  ///
  /// @param directory the site's theme
  public static SiteBrand read(Path directory) {
    SiteBrand brand = new SiteBrand(directory);
    Path file = directory.resolve(FILE);
    if (Files.isRegularFile(file)) {
      brand.read(file, lines(file, brand.problems));
    }
    return brand;
  }

  private static List<String> lines(Path file, List<String> problems) {
    try {
      return BoundedFile.text(file).lines().toList();
    } catch (IOException e) {
      problems.add(file + ": cannot be read: " + BoundedFile.why(e));
      return List.of();
    }
  }

  private void read(Path file, List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = file + ", line " + (at + 1) + ": ";
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      String value = equals < 0 ? "" : line.substring(equals + 1).strip();
      if (equals < 0 || !KEYS.contains(key)) {
        problems.add(
            place
                + key
                + ": expected one of "
                + String.join(", ", KEYS.stream().sorted().toList()));
      } else if (!value.isEmpty()) {
        take(place + key + ": ", key, value);
      }
    }
    if (!names.isEmpty() && names.size() < Language.values().length) {
      problems.add(file + ": expected all of " + String.join(", ", NAMES) + "; none is used");
      names.clear();
    }
  }

  private void take(String place, String key, String value) {
    if (key.startsWith("name.")) {
      names.put(key.substring("name.".length()), value);
      return;
    }
    Path file = directory.resolve(value).normalize();
    if (!file.startsWith(directory.normalize()) || !Files.isRegularFile(file)) {
      problems.add(place + value + ": not found; expected a file in " + directory);
    } else if (key.equals("hero")) {
      heroFile = isPng(place, file) ? file : null;
    } else if (value.toLowerCase(Locale.ROOT).endsWith(".svg")) {
      svg(file);
    } else if (isPng(place, file)) {
      logo = new PngLogo(file)::drawn;
    }
  }

  private boolean isPng(String place, Path file) {
    try {
      @Nullable BufferedImage image =
          file.toString().toLowerCase(Locale.ROOT).endsWith(".png")
              ? ImageIO.read(file.toFile())
              : null;
      if (image != null) {
        return true;
      }
      problems.add(place + file.getFileName() + ": expected a picture as PNG, or a logo as SVG");
    } catch (IOException e) {
      problems.add(place + file.getFileName() + ": is no whole PNG: " + e.getMessage());
    }
    return false;
  }

  private void svg(Path file) {
    switch (SvgLogo.read(String.join("\n", lines(file, problems)))) {
      case SvgLogo.SvgLogoReading.Well(SvgLogo drawing) -> logo = drawing::drawn;
      case SvgLogo.SvgLogoReading.SvgFault(int line, String what) ->
          problems.add(file + ", line " + line + ": " + what);
    }
  }

  /// Returns what cannot be used, one line each; empty when everything is used.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// Returns the library's names by language tag: all three, or none.
  public Map<String, String> names() {
    return Map.copyOf(names);
  }

  @Override
  public boolean own() {
    return logo != null;
  }

  @Override
  public Node mark(double px) {
    DoubleFunction<Node> own = logo;
    if (own == null) {
      return new BuiltInBrand().mark(px);
    }
    StackPane mark = new StackPane(own.apply(px));
    mark.getStyleClass().add("logo");
    mark.setMinSize(px, px);
    mark.setMaxSize(px, px);
    return mark;
  }

  @Override
  public Optional<Node> hero(double width, double height) {
    Path file = heroFile;
    if (file == null) {
      return Optional.empty();
    }
    Image image = heroImage;
    if (image == null) {
      image = new Image(file.toUri().toString());
      heroImage = image;
    }
    double scale = Math.max(width / image.getWidth(), height / image.getHeight());
    ImageView view = new ImageView(image);
    double across = width / scale;
    double down = height / scale;
    view.setViewport(
        new Rectangle2D(
            (image.getWidth() - across) / 2, (image.getHeight() - down) / 2, across, down));
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.setSmooth(true);
    return Optional.of(view);
  }

  /// A PNG logo; the file is read once, when it is first drawn.
  private static final class PngLogo {
    private final Path file;
    private @Nullable Image image;

    PngLogo(Path file) {
      this.file = file;
    }

    Node drawn(double px) {
      Image loaded = image;
      if (loaded == null) {
        loaded = new Image(file.toUri().toString());
        image = loaded;
      }
      ImageView view = new ImageView(loaded);
      view.setPreserveRatio(true);
      view.setFitWidth(px);
      view.setFitHeight(px);
      view.setSmooth(true);
      return view;
    }
  }
}
