package org.libstation.check;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.numbered;
import static org.libstation.file.table.FieldTable.prefixed;
import static org.libstation.file.table.FieldTable.text;
import static org.libstation.file.table.FieldText.TEXT;
import static org.libstation.file.table.FieldText.names;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libstation.device.SelfNote;
import org.libstation.file.table.FieldProperties;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;

/// Reports the state of a running station to other programs on its machine. The station holds a
/// lock while it runs and rewrites a small file every few seconds. The file names no person.
public final class HealthFile {
  static final String FILE = "health.properties";
  static final String LOCK = "station.lock";

  /// Keys of [Health#more()]: which of the installed program versions runs, since when, and the
  /// code of *out of service* while that is shown.
  public static final String PROGRAM = "program";

  public static final String BEGUN = "begun";
  public static final String OUT_OF_SERVICE = "out-of-service";

  /// Age after which the file counts as outdated.
  public static final Duration FRESH = Duration.ofSeconds(30);

  private HealthFile() {}

  /// Path of the file in a data directory.
  public static Path in(Path data) {
    return data.resolve(FILE);
  }

  /// Whether a device answers, and whether it needs a person.
  public enum HealthCondition {
    READY,
    /// The device answers, but a person must see to it: cover open, paper near its end.
    NEEDS_HAND,
    /// Not connected yet, or waiting to try again.
    CONNECTING
  }

  /// State of the link to the central system.
  public enum LinkHealth {
    ONLINE,
    SILENT
  }

  /// State of one device.
  ///
  /// @param code the driver's code
  /// @param reason in the driver's words, or the device's report about itself if it is ready
  /// @param says that report in a form for any language
  public record DeviceState(
      HealthCondition condition, String code, String reason, List<SelfNote> says, Instant since) {
    public DeviceState {
      says = List.copyOf(says);
    }
  }

  /// @param journal GOOD, or the journal's fault
  /// @param more figures by name, such as `link.p95`
  public record Health(
      Instant at,
      LinkHealth link,
      String journal,
      Map<String, DeviceState> devices,
      Map<String, String> more) {
    public Health {
      devices = new TreeMap<>(devices);
      more = new TreeMap<>(more);
    }
  }

  private static final String DEVICES = "device.";
  private static final String DEVICE_CONDITION = "condition";
  private static final String NOTE_ENGLISH = ".english";

  /// Values separated by tabs.
  private static final FieldText<List<String>> VALUES =
      new FieldText<>(
          values -> String.join("\t", values),
          text -> text.isEmpty() ? List.of() : List.of(text.split("\t", -1)));

  private static final FieldTable<SelfNote> NOTE =
      FieldTable.of(
          SelfNote::new,
          component(".name", SelfNote::name, TEXT, ""),
          component(".values", SelfNote::values, VALUES, List.of()),
          text(NOTE_ENGLISH, SelfNote::english));

  private static final FieldTable<DeviceState> DEVICE =
      FieldTable.of(
          DeviceState::new,
          component(
              DEVICE_CONDITION,
              DeviceState::condition,
              names(HealthCondition.values(), HealthCondition.NEEDS_HAND)),
          component("code", DeviceState::code, TEXT, ""),
          component("reason", DeviceState::reason, TEXT, ""),
          component(DeviceState::says, numbered("says.", NOTE_ENGLISH, NOTE)),
          component("since", DeviceState::since, FieldText.of(Instant::parse)));

  private static final FieldProperties<Health> PROPERTIES =
      new FieldProperties<>(
          FieldTable.of(
              Health::new,
              component("at", Health::at, FieldText.of(Instant::parse)),
              component(
                  "link",
                  Health::link,
                  names(LinkHealth.values(), LinkHealth.SILENT),
                  LinkHealth.SILENT),
              component("journal", Health::journal, TEXT, ""),
              component(
                  Health::devices,
                  FieldTable.of(HealthFile::writeDevices, HealthFile::readDevices)),
              component(Health::more, prefixed("more.", FieldTable.map(TEXT)))));

  private static void writeDevices(Map<String, DeviceState> devices, Map<String, String> out) {
    devices.forEach((name, device) -> device(name).write(device, out));
  }

  private static Map<String, DeviceState> readDevices(Map<String, String> in) {
    String end = "." + DEVICE_CONDITION;
    return in.keySet().stream()
        .filter(key -> key.startsWith(DEVICES) && key.endsWith(end))
        .map(key -> key.substring(DEVICES.length(), key.length() - end.length()))
        .collect(Collectors.toMap(Function.identity(), name -> device(name).read(in)));
  }

  private static FieldTable<DeviceState> device(String name) {
    return prefixed(DEVICES + name + ".", DEVICE);
  }

  /// Takes the lock of the station that runs with this data directory.
  ///
  /// @return empty if another process holds it
  public static Optional<FileChannel> hold(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (held(channel)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      // Another part of this program holds it.
      return false;
    }
  }

  /// Whether a station runs with this data directory.
  public static boolean isRunning(Path data) {
    if (!Files.isRegularFile(data.resolve(LOCK))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.WRITE)) {
      return !held(channel);
    } catch (IOException _) {
      // This user, or this disk, allows only reading.
      return isHeldByAnother(data.resolve(LOCK));
    }
  }

  private static boolean isHeldByAnother(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ)) {
      FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
      return shared == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      // The file belongs to another user, who runs the station.
      return true;
    }
  }

  /// Writes the file completely or not at all.
  public static void write(Path data, Health health) throws IOException {
    StringWriter text = new StringWriter();
    PROPERTIES.write(health).store(text, null);
    Path draft = data.resolve(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
      writer.write(text.toString());
    }
    Files.move(
        draft,
        data.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Reads the file; empty if there is none that can be read.
  public static Optional<Health> read(Path data) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve(FILE), StandardCharsets.UTF_8)) {
      properties.load(reader);
      return Optional.of(PROPERTIES.read(properties));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
