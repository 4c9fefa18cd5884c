package org.libstation.tag;

/// The known content of a tag's memory before it is written.
///
/// @param dsfid the tag's data storage format identifier, 0 to 255
/// @param bytes from block 0, as far as they were read
/// @param capacity bytes the tag has
/// @param blockSize bytes per block, at least 1
@SuppressWarnings("ArrayRecordComponent") // never compared; a hand-over of bytes
public record TagMemory(int dsfid, byte[] bytes, int capacity, int blockSize) {}
