package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.station.driven.ScenarioProblem;

/// Memory of a process by parts: the proportional set size (PSS) of its mappings, in kB, as Linux
/// counts it (proc_pid_smaps(5)).
public record MemoryParts(Map<MemoryPart, Long> kilobytes) {
  private static final Pattern MAPPING =
      Pattern.compile("([0-9a-f]+)-[0-9a-f]+ (\\S{4}) \\S+ \\S+ \\S+\\s*(.*)");

  /// With compressed pointers the heap lies below this address, and no other anonymous memory does.
  private static final long LOW = 1L << 32;

  private static final long KB_PER_MB = 1024;

  /// Parts in the order of the table.
  public enum MemoryPart {
    HEAP("heap"),
    CLASS_DATA("class data (the cache's)"),
    CODE("compiled code"),
    FONTS("fonts and their lists, as files"),
    PICTURES("pictures shared with the X server"),
    LIBRARIES("libraries"),
    NATIVE("what libraries and the virtual machine ask for"),
    OTHER("other files");

    private final String words;

    MemoryPart(String words) {
      this.words = words;
    }
  }

  public MemoryParts {
    kilobytes = Map.copyOf(kilobytes);
  }

  /// @throws ScenarioProblem when the process is gone or the kernel gives no figures
  public static MemoryParts of(long pid) throws ScenarioProblem {
    Path file = Path.of("/proc", Long.toString(pid), "smaps");
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new ScenarioProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  static MemoryParts parse(List<String> smaps) {
    Map<MemoryPart, Long> all = new EnumMap<>(MemoryPart.class);
    MemoryPart part = MemoryPart.OTHER;
    for (String line : smaps) {
      Matcher mapping = MAPPING.matcher(line);
      if (mapping.matches()) {
        part =
            part(Long.parseUnsignedLong(mapping.group(1), 16), mapping.group(2), mapping.group(3));
      } else if (line.startsWith("Pss:")) {
        all.merge(part, Long.parseLong(line.replaceAll("\\D", "")), Long::sum);
      }
    }
    return new MemoryParts(all);
  }

  private static MemoryPart part(long from, String rights, String name) {
    if (name.isEmpty() || name.startsWith("[")) {
      if (rights.contains("x")) {
        return MemoryPart.CODE;
      }
      return name.isEmpty() && from < LOW ? MemoryPart.HEAP : MemoryPart.NATIVE;
    }
    if (name.endsWith(".aot") || name.endsWith(".jsa")) {
      return MemoryPart.CLASS_DATA;
    }
    if (name.startsWith("/SYSV")) {
      return MemoryPart.PICTURES;
    }
    if (name.contains(".so")) {
      return MemoryPart.LIBRARIES;
    }
    return name.contains("/fonts/") || name.contains("/fontconfig/")
        ? MemoryPart.FONTS
        : MemoryPart.OTHER;
  }

  /// Sum of all parts.
  public long total() {
    return kilobytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /// In MiB, for the table: the sum, then each part.
  String words() {
    return mib(total())
        + " MiB: "
        + kilobytes.entrySet().stream()
            .filter(part -> part.getValue() >= KB_PER_MB)
            .sorted(Map.Entry.comparingByKey())
            .map(part -> part.getKey().words + " " + mib(part.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static long mib(long kilobytes) {
    return Math.round(kilobytes / (double) KB_PER_MB);
  }
}
