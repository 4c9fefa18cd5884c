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

/// The frames of a write-ahead log (fileformat2, 4). SQLite takes them up to the last commit before
/// the first that does not fit. Here the others count too where their own checksum, which goes on
/// from the one written in the frame before, shows that they are whole.
final class FrameLog {
  static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int MAGIC = 0x377f0682;

  /// More often a log is not begun anew between two openings.
  private static final int MOST_RUNS = 1_000_000;

  /// A page in the log.
  ///
  /// @param at where its bytes begin
  /// @param unfinished nothing after it says that what was being written then was finished
  @RecordBuilder
  record LogFrame(int page, long at, boolean unfinished) implements FrameLogLogFrameBuilder.With {}

  /// The newest frame of each page that SQLite itself takes.
  private final Map<Integer, LogFrame> committed = new HashMap<>();

  /// Whole frames that SQLite does not take, newest first.
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

  /// The page size that a log's header tells; 0 when it is no such header.
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

  /// Whether frames of its present run are missing, cut, or without their end.
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

  /// Frame by frame.
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
      // The lowest bit tells the order in which checksums are counted; most machines write 0x82.
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

    boolean commits() {
      return frame.getInt(4) != 0;
    }

    boolean follows() {
      return follows;
    }

    /// Whether it is of the run that the header names; a log is written over from its start.
    boolean sameRun() {
      return frame.getInt(8) == header.getInt(16) && frame.getInt(12) == header.getInt(20);
    }

    /// Whether it is left of a run before: each raises the first salt by one (fileformat2, 4.1).
    boolean earlierRun() {
      int runs = header.getInt(16) - frame.getInt(8);
      return headerFits && page() > 0 && runs > 0 && runs < MOST_RUNS;
    }

    /// Whether a piece of a frame of this run, or a piece of which nobody can tell, ends the log.
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
