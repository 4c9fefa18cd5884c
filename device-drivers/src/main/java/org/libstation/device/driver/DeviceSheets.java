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

/// Finds device sheets: first the site's own `devices/KIND/NAME.yaml`, then those shipped with the
/// program (`config/devices` of the source tree).
public final class DeviceSheets {
  private static final String SHIPPED = "/org/libstation/devices/";
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  private final Optional<Path> site;

  private DeviceSheets(Optional<Path> site) {
    this.site = site;
  }

  /// Makes a set with only the sheets that the program ships.
  public static DeviceSheets shipped() {
    return new DeviceSheets(Optional.empty());
  }

  /// The site's own sheets first, then the shipped ones.
  ///
  /// @param folder the site's `devices`; it need not exist
  public static DeviceSheets of(Path folder) {
    return new DeviceSheets(Optional.of(folder));
  }

  /// The folder of the site's own sheets; empty without a site.
  public Optional<Path> folder() {
    return site;
  }

  /// Reads the sheet of this name.
  ///
  /// @param option the driver's option that names the sheet, for messages
  /// @param kind the folder, such as `scanners`
  /// @throws WrongOptionException if there is no such sheet, or a line of it is wrong
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

  /// The sheet that an option selects among all of a kind. The option lists the existing names.
  ///
  /// @param kind the folder, such as `scanners`
  /// @param fallback the sheet if nothing is configured
  /// @throws WrongOptionException as [#named]
  public DeviceSheet chosen(DriverOptions options, String option, String kind, String fallback) {
    return named(
        option, kind, options.oneOfSheets(option, fallback, names(kind), shipped().names(kind)));
  }

  /// The sheet name in an option that does not accept every sheet of the kind.
  ///
  /// @param words other values that the option accepts
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

  /// The existing names of a kind, sorted.
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

  /// The names of the YAML files in a folder, without their extension. Empty if the folder cannot
  /// be read, because the list only serves as examples in a message.
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
