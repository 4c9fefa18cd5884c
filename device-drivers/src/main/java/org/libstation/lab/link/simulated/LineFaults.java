package org.libstation.lab.link.simulated;

import java.util.function.UnaryOperator;

/// The faults of a line, by call or count, never by time. All links that are opened through one
/// [FaultyLink#over] share them.
public final class LineFaults {
  int dropReads;
  int dropWrites;
  int corruptReads;
  int corruptWrites;
  int split;
  int writesUntilUnplug = -1;
  boolean stalled;
  boolean unplugged;
  UnaryOperator<byte[]> reads = UnaryOperator.identity();

  /// Loses the next `count` received pieces.
  public synchronized void dropReads(int count) {
    dropReads = count;
  }

  /// Loses the next `count` writes, although they seem to succeed.
  public synchronized void dropWrites(int count) {
    dropWrites = count;
  }

  /// Flips one bit in the middle byte of each of the next `count` received pieces.
  public synchronized void corruptReads(int count) {
    corruptReads = count;
  }

  /// Flips one bit in the middle byte of each of the next `count` writes.
  public synchronized void corruptWrites(int count) {
    corruptWrites = count;
  }

  /// Limits each read to `size` bytes; 0 for no limit.
  public synchronized void split(int size) {
    split = size;
  }

  /// Loses all received and written bytes until [#resume()].
  public synchronized void stall() {
    stalled = true;
  }

  public synchronized void resume() {
    stalled = false;
  }

  /// Pulls the plug after `count` more writes.
  public synchronized void unplugAfterWrites(int count) {
    writesUntilUnplug = count;
  }

  public synchronized void plug() {
    unplugged = false;
    writesUntilUnplug = -1;
  }

  /// Changes each received piece, for faults that no other method causes.
  public synchronized void rewriteReads(UnaryOperator<byte[]> rewrite) {
    reads = rewrite;
  }
}
