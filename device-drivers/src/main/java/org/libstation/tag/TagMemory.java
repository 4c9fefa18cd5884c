package org.libstation.tag;

/// What is known of a tag's memory before it is written.
///
/// @param dsfid what it declares, 0 to 255
/// @param bytes from block 0, as far as they were read
/// @param capacity bytes the tag has
/// @param blockSize bytes a block, at least 1
@SuppressWarnings("ArrayRecordComponent") // never compared; a hand-over of bytes
public record TagMemory(int dsfid, byte[] bytes, int capacity, int blockSize) {}
