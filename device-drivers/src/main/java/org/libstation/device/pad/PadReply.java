package org.libstation.device.pad;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// The result of a [PadRequest], for any make.
public sealed interface PadReply {

  /// The command was carried out.
  record CommandDone() implements PadReply {}

  /// An answer to a greeting.
  ///
  /// @param says type and software, if this question gives them
  /// @param identity the same for a technician's report
  /// @param limits the reader's limits, if this question gives them
  /// @param isWhole whether the answer has the length given in the manual
  record Greeted(
      Optional<SelfNote> says, String identity, Optional<PadLimits> limits, boolean isWhole)
      implements PadReply {

    /// A reader is there and gave no details.
    public static final Greeted HELLO = new Greeted(Optional.empty(), "", Optional.empty(), true);
  }

  /// A list of the field, or a part of it.
  ///
  /// @param more whether the reader reports that more follows
  record Listed(List<Seen> tags, boolean more) implements PadReply {}

  /// A tag's system information.
  ///
  /// @param blockSize bytes per block, 1 to 32
  /// @param blockCount 1 to 256
  record TagInfo(int dsfid, TagUid uid, int afi, int blockSize, int blockCount)
      implements PadReply {

    /// Size of the user memory, in bytes.
    int capacity() {
      return blockSize * blockCount;
    }
  }

  /// Blocks as stored in the tag.
  ///
  /// @param locked the numbers of the locked blocks, the first being 0; empty unless locks were
  ///   asked for
  record Blocks(WireBytes bytes, int size, BitSet locked) implements PadReply {
    /// Whether these are that many blocks of that size.
    boolean are(int count, int blockSize) {
      return size == blockSize && bytes.length() == count * blockSize;
    }
  }

  /// The state of the EAS bit. A tag answers only while the bit is on, so an absent tag looks like
  /// one whose bit is off.
  record EasIs(boolean on) implements PadReply {}

  /// An answer about another tag than the requested one: a late answer, or a reader's fault.
  record OfAnotherTag() implements PadReply {}

  /// A refusal by the reader or the tag, or a meaningless answer.
  ///
  /// @param status as the make's protocol numbers it, 0 to 255
  /// @param words the status in words
  /// @param isFinal whether repeating the request is useless
  record PadRefused(PadRefusal why, int status, String words, boolean isFinal) implements PadReply {

    /// An answer whose shape differs from the manual, although the reader carried out the request.
    public static PadRefused misshapen() {
      return new PadRefused(
          PadRefusal.MISSHAPEN, 0, "the reader's answer has a wrong shape", false);
    }
  }

  /// The cause of a refusal.
  enum PadRefusal {
    /// No tag answered.
    GONE,
    /// The data is locked and cannot be changed.
    LOCKED,
    /// The tag refuses for another reason.
    TAG,
    /// The tag did not keep the written data.
    NOT_KEPT,
    /// The reader does not know the command.
    UNKNOWN_COMMAND,
    /// The answer has no meaning.
    MISSHAPEN,
    /// Any other fault of the reader itself.
    READER
  }
}
