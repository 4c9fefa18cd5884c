package org.libstation.device.pad;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// What came of a [PadRequest], whatever the make.
public sealed interface PadReply {

  /// It was done.
  record CommandDone() implements PadReply {}

  /// An answer to a greeting.
  ///
  /// @param says type and software, where this question tells them
  /// @param identity the same for a technician's report
  /// @param limits what the reader can carry, where this question tells it
  /// @param isWhole whether the answer has the length the manual gives it
  record Greeted(
      Optional<SelfNote> says, String identity, Optional<PadLimits> limits, boolean isWhole)
      implements PadReply {

    /// Somebody is there.
    public static final Greeted HELLO = new Greeted(Optional.empty(), "", Optional.empty(), true);
  }

  /// A list of the field, or a part of it.
  ///
  /// @param more whether the reader says that more follows
  record Listed(List<Seen> tags, boolean more) implements PadReply {}

  /// What a tag says of itself.
  ///
  /// @param blockSize bytes a block, 1 to 32
  /// @param blockCount 1 to 256
  record TagInfo(int dsfid, TagUid uid, int afi, int blockSize, int blockCount)
      implements PadReply {

    /// Bytes of its user memory.
    int capacity() {
      return blockSize * blockCount;
    }
  }

  /// Blocks as they lie in the tag.
  ///
  /// @param locked which of them are locked, the first being 0; none unless it was asked for
  record Blocks(WireBytes bytes, int size, BitSet locked) implements PadReply {
    boolean are(int count, int blockSize) {
      return size == blockSize && bytes.length() == count * blockSize;
    }
  }

  /// How the EAS bit stands. A tag answers only while it is on: one that left looks as if it were
  /// off.
  record EasIs(boolean on) implements PadReply {}

  /// An answer about another tag than the one that was asked: a late one, or a reader's fault.
  record OfAnotherTag() implements PadReply {}

  /// The reader or the tag refused, or said what has no meaning.
  ///
  /// @param status as the make's protocol numbers it, 0 to 255
  /// @param words the status in words
  /// @param isFinal whether it will be said however often it is asked
  record PadRefused(PadRefusal why, int status, String words, boolean isFinal) implements PadReply {

    /// The reader did as asked and its answer is not of the shape that the manual gives it.
    public static PadRefused misshapen() {
      return new PadRefused(
          PadRefusal.MISSHAPEN, 0, "the reader's answer has a wrong shape", false);
    }
  }

  /// Who refused, and what.
  enum PadRefusal {
    /// No tag answers.
    GONE,
    /// Locked, it cannot be changed.
    LOCKED,
    /// The tag refuses for another reason.
    TAG,
    /// The tag did not keep what was written.
    NOT_KEPT,
    /// The reader does not know the command.
    UNKNOWN_COMMAND,
    /// The answer has no meaning.
    MISSHAPEN,
    /// Anything else of the reader itself.
    READER
  }
}
