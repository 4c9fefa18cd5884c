package org.libstation.device.pad.lab;

import java.util.Arrays;
import java.util.BitSet;
import org.libstation.device.TagUid;

/// A simulated tag of ISO 15693 with memory, locks, AFI, DSFID, EAS bit and faults. Changed only
/// under the twin's lock.
public final class TwinTag {
  static final int NEVER = -1;

  public final TagUid uid;
  public final int blockSize;
  public final byte[] memory;
  public final BitSet lockedBlocks = new BitSet();
  public int afi;
  public int dsfid;
  public boolean afiLocked;
  public boolean eas;
  public boolean quiet;
  public boolean deafToAfi;
  public boolean deafToEas;
  public int unheard;
  public int goneAtBlock = NEVER;

  TwinTag(TagUid uid, int blockSize, int blockCount, int afi, int dsfid, byte[] content) {
    this.uid = uid;
    this.blockSize = blockSize;
    this.memory = Arrays.copyOf(content, blockSize * blockCount);
    this.afi = afi;
    this.dsfid = dsfid;
  }

  public int blockCount() {
    return memory.length / blockSize;
  }

  /// Clears the memory after the first blocks, as if it had never been written.
  void tearAfter(int blocks) {
    Arrays.fill(
        memory, Math.clamp((long) blocks * blockSize, 0, memory.length), memory.length, (byte) 0);
  }

  /// Ends the faults; locks and memory stay.
  void heal() {
    deafToAfi = false;
    deafToEas = false;
    unheard = 0;
    goneAtBlock = NEVER;
    quiet = false;
  }
}
