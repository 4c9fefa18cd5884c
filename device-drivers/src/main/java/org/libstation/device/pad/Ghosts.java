package org.libstation.device.pad;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagUid;

/// Tells identifiers that are none from those of tags, and counts what was told of them.
final class Ghosts {
  /// Every UID of ISO/IEC 15693-1 begins so.
  private static final String FIRST_BYTE = "E0";

  /// So few different bits from a tag that answers are a disturbed reading of it: makers number
  /// their tags in sequence, so only an identifier that nobody answers to is held against it.
  private static final int DISTURBED_BITS = 2;

  private int count;
  private String last = "";

  /// Why a vicinity tag's identifier cannot be one at all.
  static Optional<String> atSight(TagUid uid) {
    return uid.hex().startsWith(FIRST_BYTE)
        ? Optional.empty()
        : Optional.of("the identifier does not begin with E0");
  }

  /// Whether an identifier nobody answers to is another tag's, misread.
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

  void tell(TagUid uid, String reason) {
    count++;
    last = uid.hex() + ", " + reason;
  }

  /// What the reader says of them; nothing when there were none.
  List<SelfNote> note() {
    return count == 0
        ? List.of()
        : List.of(SelfNote.of("GHOSTS", "ghost tags: %s, last %s", count, last));
  }
}
