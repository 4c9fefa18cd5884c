package org.libstation.device.pad.lab;

import java.util.Arrays;
import java.util.BitSet;
import org.libstation.device.TagUid;

/// A tag of ISO 15693 as twins of pads play it: memory with locks, AFI, DSFID, EAS bit, and its
/// moods. Changed under the twin's lock only.
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

  /// The rest of its memory was never written.
  void tearAfter(int blocks) {
    Arrays.fill(
        memory, Math.clamp((long) blocks * blockSize, 0, memory.length), memory.length, (byte) 0);
  }

  /// Ends its moods; locks and bytes stay.
  void heal() {
    deafToAfi = false;
    deafToEas = false;
    unheard = 0;
    goneAtBlock = NEVER;
    quiet = false;
  }
}
