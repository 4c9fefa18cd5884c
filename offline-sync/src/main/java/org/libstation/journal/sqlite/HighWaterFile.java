package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file that holds the high-water mark of a journal, in one line. It is beside the journal's
/// directory and not in it, so that restoring the directory does not restore the mark.
///
/// The line is overwritten in place after each commit, never before it, and synced to the disk now
/// and then. After a crash of the program or the machine, the mark is therefore behind the journal
/// or level with it, which is no alarm. It is never ahead: what it counts was on the disk before
/// the mark was written.
///
/// A machine that fails may lose what was written of the mark since the last sync ([#PAUSE]). A
/// journal that is older by less than that is then not noticed.
final class HighWaterFile {
  /// How long the mark may be in the machine's memory only.
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(HighWaterFile.class);

  /// Length of the line in bytes, always the same and well below a disk sector.
  private static final int LENGTH = 160;

  private static final String HEAD = "libstation high-water mark 1: ";
  private static final String BLANK = " ";

  private static final FieldTable<HighWater> FIELDS =
      HighWater.fields("journal", "entries", "marks", "at");

  private final Path file;

  HighWaterFile(Path file) {
    this.file = file;
  }

  /// Returns the mark of the journal in this directory.
  static HighWaterFile of(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    return new HighWaterFile(absolute.resolveSibling(absolute.getFileName() + ".mark"));
  }

  Path file() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /// Reads the mark; empty if there is none or it is damaged.
  Optional<HighWater> read() throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    byte[] line = new byte[LENGTH];
    int length;
    try (var in = Files.newInputStream(file)) {
      length = in.readNBytes(line, 0, LENGTH);
    }
    Optional<HighWater> read = parsed(new String(line, 0, length, StandardCharsets.US_ASCII));
    if (read.isEmpty()) {
      LOG.warn("cannot parse {}: the last entry of the journal is not known", file);
    }
    return read;
  }

  private static Optional<HighWater> parsed(String line) {
    String[] words = line.substring(Math.min(HEAD.length(), line.length())).split(BLANK, -1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      fields.put(words[i], words[i + 1]);
    }
    try {
      HighWater mark = FIELDS.read(fields);
      return line.equals(line(mark)) ? Optional.of(mark) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String line(HighWater mark) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.write(mark.with(c -> c.at(mark.at().truncatedTo(ChronoUnit.SECONDS))), fields);
    String words =
        HEAD
            + fields.entrySet().stream()
                .map(field -> field.getKey() + BLANK + field.getValue())
                .collect(Collectors.joining(BLANK));
    CRC32 crc = new CRC32();
    crc.update(words.getBytes(StandardCharsets.US_ASCII));
    String text = "%s crc %08x".formatted(words, crc.getValue());
    return text + " ".repeat(LENGTH - 1 - text.length()) + "\n";
  }

  private static ByteBuffer bytes(HighWater mark) {
    return ByteBuffer.wrap(line(mark).getBytes(StandardCharsets.US_ASCII));
  }

  /// Makes the file, complete and on the disk when this returns. Later writes then change only its
  /// content.
  Writer begin(HighWater mark) throws IOException {
    DurableFiles.write(file, bytes(mark).array());
    return new Writer(FileChannel.open(file, StandardOpenOption.WRITE), mark);
  }

  /// Deletes the file; the deletion is on the disk when this returns.
  void delete() throws IOException {
    if (Files.deleteIfExists(file)) {
      DurableFiles.syncDirectory(DurableFiles.directoryOf(file));
    }
  }

  /// Writes the mark of one open journal. A fault of the file is logged once and never stops the
  /// journal, because a mark that stays behind is no alarm.
  static final class Writer implements AutoCloseable {
    private final FileChannel channel;
    private HighWater reached;
    private boolean unsynced;
    private Duration synced = Duration.ZERO;
    private boolean complained;

    private Writer(FileChannel channel, HighWater reached) {
      this.channel = channel;
      this.reached = reached;
    }

    HighWater reached() {
      return reached;
    }

    /// Writes the mark. Call this only after the commit.
    void reached(HighWater now) {
      reached = now;
      try {
        ByteBuffer line = bytes(now);
        channel.write(line, 0);
        unsynced = true;
      } catch (IOException e) {
        complain(e);
      }
    }

    /// Syncs the mark to the disk during a pause, if the last sync was at least [#PAUSE] ago.
    ///
    /// @param monotonic the station's monotonic time
    void pause(Duration monotonic) {
      if (unsynced && monotonic.minus(synced).abs().compareTo(PAUSE) >= 0) {
        sync();
        synced = monotonic;
      }
    }

    private void sync() {
      try {
        channel.force(false);
        unsynced = false;
      } catch (IOException e) {
        complain(e);
      }
    }

    private void complain(IOException e) {
      if (!complained) {
        complained = true;
        LOG.warn("the journal's high-water mark cannot be written: {}", e.getMessage());
      }
    }

    @Override
    public void close() {
      if (unsynced) {
        sync();
      }
      try {
        channel.close();
      } catch (IOException e) {
        complain(e);
      }
    }
  }
}
