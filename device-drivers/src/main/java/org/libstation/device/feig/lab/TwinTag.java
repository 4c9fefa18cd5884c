package org.libstation.device.feig.lab;

import java.util.Arrays;
import java.util.BitSet;
import org.libstation.device.TagUid;

/// A tag of ISO 15693 as [FeigTwin] plays it: memory with locks, AFI, DSFID, EAS bit, and its
/// moods. Changed under the twin's lock only.
final class TwinTag {
  private static final int NEVER = -1;

  final TagUid uid;
  final int blockSize;
  final byte[] memory;
  final BitSet lockedBlocks = new BitSet();
  int afi;
  int dsfid;
  boolean afiLocked;
  boolean eas;
  boolean quiet;
  boolean deafToAfi;
  int unheard;
  int goneAtBlock = NEVER;

  TwinTag(TagUid uid, int blockSize, int blockCount, int afi, int dsfid, byte[] content) {
    this.uid = uid;
    this.blockSize = blockSize;
    this.memory = Arrays.copyOf(content, blockSize * blockCount);
    this.afi = afi;
    this.dsfid = dsfid;
  }

  int blockCount() {
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
    unheard = 0;
    goneAtBlock = NEVER;
    quiet = false;
  }
}
