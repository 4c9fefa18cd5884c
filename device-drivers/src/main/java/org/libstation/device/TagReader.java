package org.libstation.device;

import java.util.List;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Reads and writes HF tags. Reports [DeviceEvent.TagArrived] and [DeviceEvent.TagLeft], and
/// [DeviceEvent.FieldListed] after each connection, once the contents of the field are known.
///
/// False tags never arrive: disturbed answers, and tags of another kind that cannot be spoken to.
/// The reader names them in its health. A reader that is not [DeviceHealth.Ready] reports nothing
/// about the field. Once it is ready, it reports all contents anew.
public interface TagReader extends Device {

  /// The tags that have arrived and not left, in the order of their arrival, each with its security
  /// as last read or written. Callable from any thread; never blocks.
  List<LyingTag> lying();

  /// Asks for a look at the whole field that begins after this call, because the caller is about to
  /// act on the tags.
  ///
  /// [DeviceEvent.FieldListed] follows once each tag that had arrived was seen by such a look or
  /// reported by [DeviceEvent.TagLeft]. A tag that is not seen at once may be missed by a few looks
  /// before it counts as gone. A reader that does not answer sends the event after it is
  /// [DeviceHealth.Ready] again; requests made meanwhile get one common answer. Callable from any
  /// thread; never blocks, never refused.
  void lookAnew();

  /// Asks to read the security byte anew, for staff who doubt the state of an item on the pad.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.SecurityRead]
  /// @return false when the bounded queue is full; then no event follows
  boolean readSecurity(long command, TagUid uid);

  /// Asks to set the security byte and read it back. The byte is read first; if it already has the
  /// wanted value, it is not written. A wrong byte can therefore be repaired by the same command. A
  /// byte with a third value is not touched; the command then ends with [TagOutcome.NotOurs].
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
  /// @param dsfid the data storage format identifier that the tag shall have
  /// @param bytes the record; padded to whole blocks with `00`
  /// @return false when the bounded queue is full; then no event follows
  boolean write(long command, TagUid uid, int dsfid, byte[] bytes);

  /// Asks to change the item that a tag names. The tag keeps its format and all other content. A
  /// blank tag gets a record of ISO 28560-2; a half-written one is written anew.
  ///
  /// @param command the caller's number, returned in [DeviceEvent.TagWritten]
  /// @return false when the bounded queue is full; then no event follows
  boolean rewrite(long command, TagUid uid, TagContent.Item to);
}
