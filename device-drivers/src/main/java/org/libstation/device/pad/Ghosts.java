package org.libstation.device.pad;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagUid;

/// Recognises false identifiers ("ghosts") in inventories, and counts the reported ones.
final class Ghosts {
  /// First byte of every UID of a tag (ISO/IEC 15693-1).
  private static final String FIRST_BYTE = "E0";

  /// Most bits in which a disturbed reading differs from a tag that answers. Makers number their
  /// tags in sequence, so this counts only against an identifier that does not answer.
  private static final int DISTURBED_BITS = 2;

  private int count;
  private String last = "";

  /// The reason why this cannot be the identifier of a vicinity tag; empty if it can be one.
  static Optional<String> atSight(TagUid uid) {
    return uid.hex().startsWith(FIRST_BYTE)
        ? Optional.empty()
        : Optional.of("the identifier does not begin with E0");
  }

  /// Whether a silent identifier is a misreading of an answering tag; if so, gives the reason.
  static Optional<String> misread(TagUid silent, Collection<TagUid> answering) {
    return answering.stream()
        .filter(tag -> tag.hex().length() == silent.hex().length())
        .filter(tag -> !tag.equals(silent) && bits(tag, silent) <= DISTURBED_BITS)
        .findFirst()
        .map(tag -> bits(tag, silent) + " bit(s) beside " + tag.hex() + ", which lies there");
  }

  private static int bits(TagUid a, TagUid b) {
    return new BigInteger(a.hex(), 16).xor(new BigInteger(b.hex(), 16)).bitCount();
  }

  /// Counts a ghost, and keeps it as the last one for [#note()].
  void tell(TagUid uid, String reason) {
    count++;
    last = uid.hex() + ", " + reason;
  }

  /// Says for the reader's health page how many false identifiers there were, and the last one;
  /// empty if there were none.
  List<SelfNote> note() {
    return count == 0
        ? List.of()
        : List.of(SelfNote.of("GHOSTS", "ghost tags: %s, last %s", count, last));
  }
}
