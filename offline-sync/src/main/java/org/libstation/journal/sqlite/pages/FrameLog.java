package org.libstation.journal.sqlite.pages;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The frames of a write-ahead log (fileformat2, 4). SQLite uses them up to the last commit before
/// the first frame that does not fit. This class also uses other frames if their checksum shows
/// that they are whole. Each checksum continues from the one written in the previous frame.
final class FrameLog {
  static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int MAGIC = 0x377f0682;

  /// More runs than a log can begin between two openings.
  private static final int MOST_RUNS = 1_000_000;

  /// A page in the log.
  ///
  /// @param at offset in bytes of its content
  /// @param unfinished whether no later frame shows that its transaction was finished
  @RecordBuilder
  record LogFrame(int page, long at, boolean unfinished) implements FrameLogLogFrameBuilder.With {}

  /// The newest frame of each page that SQLite itself uses.
  private final Map<Integer, LogFrame> committed = new HashMap<>();

  /// Whole frames that SQLite does not use, newest first.
  private final List<LogFrame> others = new ArrayList<>();

  private boolean broken;

  /// @param pageSize of the file the log belongs to
  static FrameLog read(FileChannel log, int pageSize) throws IOException {
    FrameLog frames = new FrameLog();
    if (log.size() > 0) {
      frames.read(new FrameLogReader(log, pageSize));
    }
    return frames;
  }

  static FrameLog none() {
    return new FrameLog();
  }

  /// Returns the page size in a log's header; 0 if it is not such a header.
  static int pageSize(FileChannel log) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    return log.read(header, 0) == HEADER && (header.getInt(0) & ~1) == MAGIC ? header.getInt(8) : 0;
  }

  Map<Integer, LogFrame> committed() {
    return committed;
  }

  List<LogFrame> others() {
    return others;
  }

  /// Reports whether frames of the log's present run are missing, cut, or without their end.
  boolean broken() {
    return broken;
  }

  private void read(FrameLogReader log) throws IOException {
    Map<Integer, LogFrame> pending = new HashMap<>();
    List<LogFrame> left = new ArrayList<>();
    List<LogFrame> unfinished = new ArrayList<>();
    boolean taken = log.headerFits();
    broken = !taken;
    while (log.next()) {
      taken &= log.sameRun() && log.follows();
      LogFrame frame = new LogFrame(log.page(), log.at(), false);
      if (taken) {
        pending.put(frame.page(), frame);
        if (log.commits()) {
          committed.putAll(pending);
          pending.clear();
        }
      } else if (log.follows()) {
        unfinished.add(frame);
        if (log.commits()) {
          left.addAll(unfinished);
          unfinished.clear();
        }
      } else {
        unfinished.clear();
      }
      broken |= !taken && !log.earlierRun();
    }
    broken |= !pending.isEmpty() || log.restOfRun();
    pending.values().forEach(frame -> left.add(frame.withUnfinished(true)));
    unfinished.forEach(frame -> left.add(frame.withUnfinished(true)));
    others.addAll(left.reversed());
  }

  /// Reads one frame after the other.
  private static final class FrameLogReader {
    private final FileChannel log;
    private final int pageSize;
    private final ByteBuffer header = ByteBuffer.allocate(HEADER);
    private final boolean headerFits;
    private final ByteOrder order;
    private ByteBuffer frame;
    private long at = HEADER;
    private int[] before;
    private int[] sum = new int[2];
    private boolean follows;

    FrameLogReader(FileChannel log, int pageSize) throws IOException {
      this.log = log;
      this.pageSize = pageSize;
      this.frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
      boolean whole = log.read(header, 0) == HEADER;
      // The lowest bit is the byte order of the checksums; most machines write 0x82.
      order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      before = new int[] {header.getInt(24), header.getInt(28)};
      headerFits =
          whole
              && (header.getInt(0) & ~1) == MAGIC
              && header.getInt(8) == pageSize
              && java.util.Arrays.equals(sum(new int[2], header, 0, 24), before);
      at = HEADER - (long) (FRAME_HEADER + pageSize);
    }

    boolean headerFits() {
      return headerFits;
    }

    boolean next() throws IOException {
      if (at >= HEADER) {
        before = sum;
      }
      at += FRAME_HEADER + pageSize;
      frame = ByteBuffer.allocate(FRAME_HEADER + pageSize);
      boolean whole = Snapshot.fill(log, frame, at);
      if (!whole) {
        return false;
      }
      sum = new int[] {frame.getInt(16), frame.getInt(20)};
      int[] counted = sum(sum(before.clone(), frame, 0, 8), frame, FRAME_HEADER, pageSize);
      follows = page() > 0 && java.util.Arrays.equals(counted, sum);
      return true;
    }

    int page() {
      return frame.getInt(0);
    }

    long at() {
      return at + FRAME_HEADER;
    }

    /// Reports whether the frame ends a transaction.
    boolean commits() {
      return frame.getInt(4) != 0;
    }

    /// Reports whether the frame's checksum continues from the previous frame's.
    boolean follows() {
      return follows;
    }

    /// Reports whether the frame is of the log's present run, which the header names. Each run
    /// overwrites the log from its start.
    boolean sameRun() {
      return frame.getInt(8) == header.getInt(16) && frame.getInt(12) == header.getInt(20);
    }

    /// Reports whether the frame is left from an earlier run; each run raises the first salt by one
    /// (fileformat2, 4.1).
    boolean earlierRun() {
      int runs = header.getInt(16) - frame.getInt(8);
      return headerFits && page() > 0 && runs > 0 && runs < MOST_RUNS;
    }

    /// Reports whether the log ends with part of a frame that is of this run, or of an unknown one.
    boolean restOfRun() throws IOException {
      long rest = log.size() - at;
      return rest > 0 && (rest < 16 || !earlierRun());
    }

    private int[] sum(int[] seed, ByteBuffer bytes, int from, int length) {
      ByteBuffer ordered = bytes.duplicate().order(order);
      for (int i = from; i < from + length; i += 8) {
        seed[0] += ordered.getInt(i) + seed[1];
        seed[1] += ordered.getInt(i + 4) + seed[0];
      }
      return seed;
    }
  }
}
