package org.libstation.lab.link.simulated;

import java.util.function.UnaryOperator;

/// What goes wrong on a line, by call or count, never by time. Shared by every link that is opened
/// through [FaultyLink#over].
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

  /// The next `count` pieces that come are lost.
  public synchronized void dropReads(int count) {
    dropReads = count;
  }

  /// The next `count` writes are lost, though the writer is told they went.
  public synchronized void dropWrites(int count) {
    dropWrites = count;
  }

  /// One bit flips in the middle byte of each of the next `count` pieces that come.
  public synchronized void corruptReads(int count) {
    corruptReads = count;
  }

  /// One bit flips in the middle byte of each of the next `count` writes.
  public synchronized void corruptWrites(int count) {
    corruptWrites = count;
  }

  /// Reads return at most `size` bytes at a time; 0 for no limit.
  public synchronized void split(int size) {
    split = size;
  }

  /// Nothing comes any more until [#resume()], and what is written goes nowhere.
  public synchronized void stall() {
    stalled = true;
  }

  public synchronized void resume() {
    stalled = false;
  }

  /// The plug is pulled after `count` more writes went through.
  public synchronized void unplugAfterWrites(int count) {
    writesUntilUnplug = count;
  }

  public synchronized void plug() {
    unplugged = false;
    writesUntilUnplug = -1;
  }

  /// Rewrites each piece that comes, for a fault no other call here makes.
  public synchronized void rewriteReads(UnaryOperator<byte[]> rewrite) {
    reads = rewrite;
  }
}
