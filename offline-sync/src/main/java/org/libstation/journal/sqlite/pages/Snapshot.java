package org.libstation.journal.sqlite.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pages of a file at one page size, with the committed pages of its log applied.
public final class Snapshot {
  private static final int FREE_LIST = 32;
  private static final int RESERVED = 20;

  private final FileChannel file;
  private final Optional<FileChannel> log;
  private final FrameLog frames;
  private final int pageSize;
  private final int count;
  private final int usable;

  Snapshot(FileChannel file, Optional<FileChannel> log, int pageSize, boolean headerSound)
      throws IOException {
    this.file = file;
    this.log = log;
    this.pageSize = pageSize;
    this.frames = log.isPresent() ? FrameLog.read(log.get(), pageSize) : FrameLog.none();
    long inFile = (file.size() + pageSize - 1) / pageSize;
    int inLog = frames.committed().keySet().stream().mapToInt(i -> i).max().orElse(0);
    this.count = (int) Math.max(Math.min(inFile, Integer.MAX_VALUE), inLog);
    int reserved = headerSound ? page(1).map(page -> page[RESERVED] & 0xff).orElse(0) : 0;
    this.usable = pageSize - reserved;
  }

  /// A page as one frame of the log has it.
  ///
  /// @param unfinished whether no later frame shows that its transaction was finished
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  public record Loose(int number, byte[] bytes, boolean unfinished) {}

  public int count() {
    return count;
  }

  /// Returns how many bytes of a page are used.
  int usable() {
    return usable;
  }

  /// Reports whether the log is cut or damaged, so that its further content is unknown.
  public boolean logBroken() {
    return frames.broken();
  }

  /// Returns a page; the missing end of a cut page is zeros. Empty if there is no such page, or the
  /// disk cannot read it.
  public Optional<byte[]> page(int number) {
    if (number < 1 || number > count) {
      return Optional.empty();
    }
    FrameLog.LogFrame frame = frames.committed().get(number);
    return frame == null
        ? bytes(file, (number - 1L) * pageSize)
        : bytes(log.orElseThrow(), frame.at());
  }

  /// Returns the pages in frames of the log that SQLite does not use, newest first.
  public List<Loose> loose() {
    return frames.others().stream()
        .flatMap(
            frame ->
                bytes(log.orElseThrow(), frame.at()).stream()
                    .map(bytes -> new Loose(frame.page(), bytes, frame.unfinished())))
        .toList();
  }

  /// Returns the pages that the file calls free, as far as its list of them can be followed.
  public Set<Integer> free() {
    Set<Integer> free = new HashSet<>();
    int trunk = page(1).map(page -> ByteBuffer.wrap(page).getInt(FREE_LIST)).orElse(0);
    while (trunk > 1 && free.add(trunk)) {
      Optional<byte[]> page = page(trunk);
      if (page.isEmpty()) {
        break;
      }
      ByteBuffer list = ByteBuffer.wrap(page.get());
      int leaves = Math.clamp(list.getInt(4), 0, usable / Integer.BYTES - 2);
      for (int i = 0; i < leaves; i++) {
        free.add(list.getInt(8 + Integer.BYTES * i));
      }
      trunk = list.getInt(0);
    }
    return free;
  }

  private Optional<byte[]> bytes(FileChannel from, long at) {
    ByteBuffer page = ByteBuffer.allocate(pageSize);
    try {
      fill(from, page, at);
    } catch (IOException e) {
      // The disk may still be able to read other pages.
      return Optional.empty();
    }
    return page.position() == 0 ? Optional.empty() : Optional.of(page.array());
  }

  /// @return whether there were as many bytes as the buffer holds
  static boolean fill(FileChannel from, ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining()) {
      int read = from.read(buffer, at + buffer.position());
      if (read < 0) {
        return false;
      }
    }
    return true;
  }
}
