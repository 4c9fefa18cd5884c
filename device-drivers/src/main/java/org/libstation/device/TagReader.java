package org.libstation.device;

/// Reads and writes HF tags; says [DeviceEvent.TagArrived] and [DeviceEvent.TagLeft].
public interface TagReader extends Device {

  /// Asks to set the security byte and read it back.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.SecuritySet]
  /// @param to ARMED or CLEARED
  /// @return false when the bounded queue is full; then no event follows
  boolean setSecurity(long command, TagUid uid, Security to);

  /// Asks to write a whole content record from block 0 and read it back.
  ///
  /// @param bytes the record; padded to whole blocks with `00`
  /// @return false when the bounded queue is full; then no event follows
  boolean write(long command, TagUid uid, byte[] bytes);
}
