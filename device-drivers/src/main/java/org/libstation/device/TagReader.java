package org.libstation.device;

import java.util.List;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Reads and writes HF tags; says [DeviceEvent.TagArrived] and [DeviceEvent.TagLeft], after each
/// connection, once it knows what lies there, [DeviceEvent.FieldListed]. A tag that is none, or
/// none that can be spoken to (a disturbed answer, a tag of another kind), never arrives: a reader
/// names such ghosts in its health. A reader that is not [DeviceHealth.Ready] says nothing about
/// what lies there, and says all of it anew when it is.
public interface TagReader extends Device {

  /// The tags that have arrived and not left, in the order of their arrival, each with its security
  /// as last read or written. From any thread; never blocks.
  List<LyingTag> lying();

  /// Asks for a look at the whole field that begins after this: somebody is about to act on what
  /// lies there. [DeviceEvent.FieldListed] follows once each tag that had arrived was named by such
  /// a look or said by [DeviceEvent.TagLeft]: for one that is not named at once, after the looks
  /// for which it may be missed. A reader that cannot be asked answers by that event after it is
  /// [DeviceHealth.Ready] again; looks asked for meanwhile have one answer. From any thread; never
  /// blocks, never refused.
  void lookAnew();

  /// Asks to read the security byte anew: staff wonder at a book that lies there.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.SecurityRead]
  /// @return false when the bounded queue is full; then no event follows
  boolean readSecurity(long command, TagUid uid);

  /// Asks to set the security byte and read it back. It is read first, so that a byte which stands
  /// as asked is not written again; that makes it the repair of a wrong byte too. A third value is
  /// not touched and ends with [TagOutcome.NotOurs].
  ///
  /// @param command the caller's number, returned in [DeviceEvent.SecuritySet]
  /// @param to ARMED or CLEARED
  /// @return false when the bounded queue is full; then no event follows
  boolean setSecurity(long command, TagUid uid, TagSecurity to);

  /// Asks to write a whole content record of ISO 28560-2 from block 0 and read it back.
  ///
  /// @param bytes the record; padded to whole blocks with `00`
  /// @return false when the bounded queue is full; then no event follows
  default boolean write(long command, TagUid uid, byte[] bytes) {
    return write(command, uid, LibraryTag.DSFID_ISO_28560_2, bytes);
  }

  /// Asks to write a whole content record of any format from block 0 and read it back.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.TagWritten]
  /// @param dsfid what the tag is to declare
  /// @param bytes the record; padded to whole blocks with `00`
  /// @return false when the bounded queue is full; then no event follows
  boolean write(long command, TagUid uid, int dsfid, byte[] bytes);

  /// Asks to make a tag say that it is this item, in the format it has and with all else it holds
  /// kept; a blank tag gets a record of ISO 28560-2, a half-written one is written anew.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.TagWritten]
  /// @return false when the bounded queue is full; then no event follows
  boolean rewrite(long command, TagUid uid, TagContent.Item to);
}
