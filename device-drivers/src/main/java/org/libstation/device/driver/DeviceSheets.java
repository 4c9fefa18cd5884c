package org.libstation.device.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.libstation.device.WrongOptionException;

/// Where the sheets of devices lie: a site's own `devices/KIND/NAME.yaml`, then those that come
/// with the program (`config/devices` of the source tree).
public final class DeviceSheets {
  private static final String SHIPPED = "/org/libstation/devices/";
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  private final Optional<Path> site;

  private DeviceSheets(Optional<Path> site) {
    this.site = site;
  }

  /// Those that come with the program.
  public static DeviceSheets shipped() {
    return new DeviceSheets(Optional.empty());
  }

  /// A site's own first.
  ///
  /// @param folder the site's `devices`; it need not be there
  public static DeviceSheets of(Path folder) {
    return new DeviceSheets(Optional.of(folder));
  }

  /// Where a site's own lie; empty where there is no site.
  public Optional<Path> folder() {
    return site;
  }

  /// The sheet an option names.
  ///
  /// @param kind the folder, such as `scanners`
  /// @throws WrongOptionException when there is none, or a line of it cannot be
  public DeviceSheet named(String option, String kind, String name) {
    String file = kind + "/" + name + ".yaml";
    Optional<DeviceSheet.ParsedDeviceSheet> found =
        name.matches(NAME) ? own(file).or(() -> shipped(file)) : Optional.empty();
    return switch (found.orElse(null)) {
      case DeviceSheet.ParsedDeviceSheet.SheetParsed(DeviceSheet sheet) -> sheet;
      case DeviceSheet.ParsedDeviceSheet.Wrong(int line, String expected) ->
          throw new WrongOptionException(
              option,
              WrongOptionException.OptionRule.SHEET_LINE,
              List.of(place(file), String.valueOf(line)),
              expected,
              place(file) + ", line " + line + ": expected " + expected);
      case null -> throw missing(option, kind, name);
    };
  }

  /// The sheet that an option chooses among all of a kind; the option tells which there are.
  ///
  /// @param kind the folder, such as `scanners`
  /// @param fallback the sheet where nothing is configured
  /// @throws WrongOptionException as [#named]
  public DeviceSheet chosen(DriverOptions options, String option, String kind, String fallback) {
    return named(
        option, kind, options.oneOfSheets(option, fallback, names(kind), shipped().names(kind)));
  }

  /// The name that an option gives where not all of a kind will do.
  ///
  /// @param words what else it may be
  public String typed(
      DriverOptions options, String option, String kind, String fallback, String... words) {
    List<String> own = Stream.concat(shipped().names(kind).stream(), Stream.of(words)).toList();
    return options.oneOfSheets(option, fallback, List.of(), own);
  }

  private WrongOptionException missing(String option, String kind, String name) {
    String expected = "one of " + String.join(", ", names(kind));
    return new WrongOptionException(
        option,
        WrongOptionException.OptionRule.NO_SHEET,
        names(kind),
        expected,
        "option '%s' is '%s', and there is no devices/%s/%s.yaml; expected: %s"
            .formatted(option, name, kind, name, expected));
  }

  /// The names of a kind there are, in order.
  public List<String> names(String kind) {
    TreeSet<String> names = new TreeSet<>();
    read(SHIPPED + "index.txt")
        .ifPresent(
            index ->
                index
                    .lines()
                    .filter(line -> line.startsWith(kind + "/"))
                    .map(line -> line.substring(kind.length() + 1))
                    .forEach(names::add));
    site.map(at -> at.resolve(kind)).map(DeviceSheets::named).ifPresent(names::addAll);
    return List.copyOf(names);
  }

  /// The names of the YAML files in a folder, without their ending; none where it cannot be read,
  /// for it is only a list of examples for a message.
  public static List<String> named(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private String place(String file) {
    return site.map(at -> at.resolve(file))
        .filter(Files::isRegularFile)
        .map(Path::toString)
        .orElse("devices/" + file);
  }

  private Optional<DeviceSheet.ParsedDeviceSheet> own(String file) {
    Optional<Path> path = site.map(at -> at.resolve(file)).filter(Files::isRegularFile);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(path.get()) > 4L * DeviceSheet.LONGEST) {
        return Optional.of(
            new DeviceSheet.ParsedDeviceSheet.Wrong(
                1, "at most " + DeviceSheet.LONGEST + " characters"));
      }
      return Optional.of(DeviceSheet.parse(place(file), Files.readString(path.get())));
    } catch (IOException e) {
      return Optional.of(
          new DeviceSheet.ParsedDeviceSheet.Wrong(1, "a readable text in UTF-8 (" + e + ")"));
    }
  }

  private static Optional<DeviceSheet.ParsedDeviceSheet> shipped(String file) {
    return read(SHIPPED + file).map(text -> DeviceSheet.parse("devices/" + file, text));
  }

  private static Optional<String> read(String resource) {
    try (InputStream in = DeviceSheets.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(resource + " of this program cannot be read", e);
    }
  }
}
