package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.libstation.file.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The high-water mark of a journal, in a file of one line beside the journal's directory and not
/// in it, so that whoever restores the directory does not restore the mark.
///
/// It is written over in place after each commit and never before it, and brought onto the disk now
/// and then. So a crash of the program or of the machine leaves it behind the journal or level with
/// it, which is no alarm, and never ahead: what the mark says was on the disk before the mark was
/// written at all. A machine that fails may lose what was written of it since it was last synced
/// ([#PAUSE]), and then a journal that is older by less than that is not noticed.
final class HighWaterFile {
  /// How long the mark may lie in the machine's memory only.
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(HighWaterFile.class);

  /// One line of always the same length, well inside a sector.
  private static final int LENGTH = 160;

  private static final Pattern LINE =
      Pattern.compile(
          "libstation high-water mark 1: journal ([0-9a-f]{8}) entries ([0-9]{1,18}) marks"
              + " ([0-9]{1,18}) at (\\S{1,40}) crc ([0-9a-f]{8}) *\n");

  private final Path file;

  HighWaterFile(Path file) {
    this.file = file;
  }

  /// The mark of the journal in this directory.
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

  /// Empty when there is none, and when it cannot be understood.
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
      LOG.warn("{} cannot be understood: how far the journal got is not known", file);
    }
    return read;
  }

  private static Optional<HighWater> parsed(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant at;
    try {
      at = Instant.parse(parts.group(4));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
    HighWater mark =
        new HighWater(
            Integer.parseUnsignedInt(parts.group(1), 16),
            Long.parseLong(parts.group(2)),
            Long.parseLong(parts.group(3)),
            at);
    return line.equals(line(mark)) ? Optional.of(mark) : Optional.empty();
  }

  private static String line(HighWater mark) {
    String words =
        "libstation high-water mark 1: journal %08x entries %d marks %d at %s"
            .formatted(
                mark.identity(),
                mark.entries(),
                mark.marks(),
                mark.at().truncatedTo(ChronoUnit.SECONDS));
    CRC32 crc = new CRC32();
    crc.update(words.getBytes(StandardCharsets.US_ASCII));
    String text = "%s crc %08x".formatted(words, crc.getValue());
    return text + " ".repeat(LENGTH - 1 - text.length()) + "\n";
  }

  private static ByteBuffer bytes(HighWater mark) {
    return ByteBuffer.wrap(line(mark).getBytes(StandardCharsets.US_ASCII));
  }

  /// Makes the file, on the disk and whole when this returns, so that later writes change only what
  /// is in it.
  Writer begin(HighWater mark) throws IOException {
    DurableFiles.write(file, bytes(mark).array());
    return new Writer(FileChannel.open(file, StandardOpenOption.WRITE), mark);
  }

  /// Gone for certain when this returns.
  void delete() throws IOException {
    if (Files.deleteIfExists(file)) {
      DurableFiles.syncDirectory(DurableFiles.directoryOf(file));
    }
  }

  /// Follows one open journal. Trouble with the file is logged once and never stops the journal: a
  /// mark that stays behind is no alarm.
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

    /// Only after the commit.
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

    /// A pause: brings it onto the disk if that was not done for [#PAUSE].
    ///
    /// @param monotonic the station's
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
