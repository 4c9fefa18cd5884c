package org.libstation.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.central.Centrals;
import org.libstation.central.DialectFile;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.site.StrictYaml.YamlText;

/// Finds dialect files: a site's own `dialects/NAME.yaml`, then those shipped with the program
/// (`config/dialects` of the source tree), or any file by its path.
public final class DialectFiles {
  /// The dialect of the embedded library.
  public static final String EMBEDDED = "embedded";

  private static final String PROGRAM = "/org/libstation/";
  private static final String ROOT = "dialect";
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  private final Path site;
  private final String folder;

  /// @param site the site's configuration directory; it need not contain dialects
  /// @param folder folder of a protocol's dialects, in the site and among the program's resources
  public DialectFiles(Path site, String folder) {
    this.site = site;
    this.folder = folder;
  }

  /// Finds dialects of the usual protocol.
  ///
  /// @param site the site's configuration directory
  public static DialectFiles usual(Path site) {
    return new DialectFiles(site, Centrals.usual().dialects().orElseThrow());
  }

  /// Reads a dialect and the dialects that it is based on.
  ///
  /// @param name name of a dialect, or a path ending in `.yaml`, relative to the site
  /// @throws SiteProblem if there is no such dialect; methods of the result throw it for a wrong
  ///   key or value
  public DialectFile read(String name) {
    return new DialectLayers(nameOf(name), layers(name));
  }

  private record DialectLayers(String name, List<YamlText> texts) implements DialectFile {
    @Override
    public <R extends Record> R switches(Class<R> kind) {
      return new StrictYaml<>(ROOT, kind).read(texts, Map.of());
    }

    @Override
    public <R extends Record> List<R> items(String list, Class<R> kind) {
      return texts.stream()
          .flatMap(text -> StrictYaml.items(text, ROOT + "." + list, kind).stream())
          .toList();
    }
  }

  private List<YamlText> layers(String name) {
    List<YamlText> layers = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        throw new SiteProblem(
            layers.getLast().place() + ": dialect.based-on: " + name + " is based on itself");
      }
      YamlText text = text(next.get());
      layers.add(text);
      next = StrictYaml.value(text, ROOT + ".based-on").filter(base -> !base.isBlank());
    }
    return layers;
  }

  private YamlText text(String name) {
    if (name.endsWith(".yaml")) {
      return YamlText.of(site.resolve(name));
    }
    Path own = site.resolve(folder).resolve(name + ".yaml");
    if (name.matches(NAME)) {
      Optional<YamlText> found =
          Files.isRegularFile(own)
              ? Optional.of(YamlText.of(own))
              : shipped(name + ".yaml")
                  .map(text -> new YamlText(folder + "/" + name + ".yaml", text));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new SiteProblem(
        Reason.of(Reason.Word.NO_DIALECT, "", name)
            .withOneOf(names())
            .refusal(
                "",
                0,
                "station.central.dialect",
                "there is no %s/%s.yaml; expected one of %s, or the path of a file that ends in .yaml"
                    .formatted(folder, name, String.join(", ", names()))));
  }

  /// Names of the dialects shipped with the program, in order.
  public List<String> shipped() {
    return shipped("index.txt").map(index -> index.lines().toList()).orElse(List.of());
  }

  /// Names of all available dialects, in order.
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    shipped("index.txt").ifPresent(index -> index.lines().forEach(names::add));
    names.addAll(DeviceSheets.named(site.resolve(folder)));
    return List.copyOf(names);
  }

  private static String nameOf(String name) {
    String file = String.valueOf(Path.of(name).getFileName());
    return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
  }

  private Optional<String> shipped(String file) {
    try (InputStream in = DialectFiles.class.getResourceAsStream(PROGRAM + folder + "/" + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of this program cannot be read", e);
    }
  }
}
