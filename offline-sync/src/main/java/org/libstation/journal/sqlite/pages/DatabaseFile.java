package org.libstation.journal.sqlite.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A SQLite file and its write-ahead log, opened for reading only.
public final class DatabaseFile implements AutoCloseable {
  private static final String MAGIC = "SQLite format 3\0";
  private static final int PAGE_SIZE = 16;
  private static final int SMALLEST = 512;
  private static final int LARGEST = 65_536;

  private final FileChannel file;
  private final Optional<FileChannel> log;

  private DatabaseFile(FileChannel file, Optional<FileChannel> log) {
    this.file = file;
    this.log = log;
  }

  /// @param log its write-ahead log; need not exist
  public static DatabaseFile open(Path file, Path log) throws IOException {
    FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new DatabaseFile(
          opened,
          Files.exists(log)
              ? Optional.of(FileChannel.open(log, StandardOpenOption.READ))
              : Optional.empty());
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /// Returns the file at each possible page size. That is the size in its header if this is
  /// plausible, else each valid size, the log's first.
  public List<Snapshot> snapshots() throws IOException {
    int told = toldPageSize();
    if (told > 0) {
      return List.of(new Snapshot(file, log, told, true));
    }
    Set<Integer> sizes = new TreeSet<>();
    for (int size = SMALLEST; size <= LARGEST; size *= 2) {
      sizes.add(size);
    }
    List<Snapshot> snapshots = new ArrayList<>();
    int ofLog = log.isPresent() ? FrameLog.pageSize(log.get()) : 0;
    if (sizes.remove(ofLog)) {
      snapshots.add(new Snapshot(file, log, ofLog, false));
    }
    for (int size : sizes) {
      snapshots.add(new Snapshot(file, log, size, false));
    }
    return snapshots;
  }

  /// Returns the page size in the header; 0 if there is no header or the size is impossible.
  private int toldPageSize() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(PAGE_SIZE + 2);
    if (!Snapshot.fill(file, header, 0)) {
      return 0;
    }
    String magic = new String(header.array(), 0, MAGIC.length(), StandardCharsets.ISO_8859_1);
    int size = header.getShort(PAGE_SIZE) & 0xffff;
    size = size == 1 ? LARGEST : size;
    boolean possible = size >= SMALLEST && Integer.bitCount(size) == 1;
    return magic.equals(MAGIC) && possible ? size : 0;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (log.isPresent()) {
        log.get().close();
      }
    }
  }
}
