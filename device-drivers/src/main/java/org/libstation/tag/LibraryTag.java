package org.libstation.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Judges the content of an HF tag's memory, and makes the record to write (ISO 28560-2, which is
/// also GB/T 35660.2).
///
/// The data storage format identifier (DSFID) decides first, because the bytes alone are ambiguous.
/// A record with an integer identifier and a Danish record both begin with `11`.
public final class LibraryTag {

  /// The DSFID of ISO 28560-2 (no-directory access method, data format 6).
  public static final int DSFID_ISO_28560_2 = 0x06;

  /// The DSFID of ISO 28560-3, the Danish model.
  public static final int DSFID_ISO_28560_3 = 0x3E;

  private static final byte FACTORY_PATTERN = 0x55;
  private static final int FACTORY_BYTES = 24;
  private static final byte CIRCULATING = 0x10;
  private static final byte PATRON_CARD = (byte) 0x80;

  /// Number of zero bytes at the end of an identifier, with no element after it, that count as
  /// blocks never written. A complete number ends like this once in 16 million cases.
  private static final int TORN_BYTES = 3;

  private LibraryTag() {}

  /// Judges the content of a tag.
  ///
  /// @param dsfid its data storage format identifier, 0 to 255
  /// @param memory all user blocks in order, as stored in the tag
  public static TagContent judge(int dsfid, byte[] memory) {
    if (isBlank(memory)) {
      return new TagContent.Blank();
    }
    if (dsfid == DSFID_ISO_28560_2) {
      try {
        return meaning(TagRecord.parse(memory));
      } catch (MalformedTagException e) {
        return new TagContent.Damaged(e.reason());
      }
    }
    Optional<DanishTag> danish = DanishTag.find(memory);
    if (danish.isPresent()) {
      return meaning(danish.get());
    }
    if (dsfid == DSFID_ISO_28560_3) {
      return new TagContent.Damaged("the check sum of the Danish record is wrong");
    }
    return OldLayout.read(memory).<TagContent>map(item -> item).orElseGet(() -> undeclared(memory));
  }

  private static TagContent meaning(DanishTag danish) {
    try {
      return danish.meaning();
    } catch (MalformedTagException e) {
      return new TagContent.Damaged(e.reason());
    }
  }

  /// Number of bytes of a tag, from block 0, that [#judge] needs for its full result. It may be
  /// more than was read so far.
  ///
  /// @param soFar bytes from block 0
  /// @param capacity bytes the tag has
  public static int wanted(int dsfid, byte[] soFar, int capacity) {
    return switch (dsfid) {
      case DSFID_ISO_28560_2 -> TagRecord.wanted(soFar, capacity);
      case DSFID_ISO_28560_3 -> isBlank(soFar) ? capacity : DanishTag.wanted(soFar, capacity);
      default -> capacity;
    };
  }

  /// What to write so that a tag names this item. The tag keeps its format and all other content.
  /// If `to` has no owner, the tag's owner stays. A blank or half-written tag gets a new record.
  ///
  /// @param memory with all bytes of the tag
  public static TagRewrite rewrite(TagMemory memory, TagContent.Item to) {
    byte[] bytes = memory.bytes();
    return switch (judge(memory.dsfid(), bytes)) {
      case TagContent.PatronCard _ ->
          new TagRewrite.TagRewriteRefused("DT18", "it is a patron's card");
      case TagContent.Foreign(String reason) -> new TagRewrite.TagRewriteRefused("DT18", reason);
      case TagContent.Blank _ -> anew(DSFID_ISO_28560_2, memory, to);
      case TagContent.Damaged _ -> anew(memory.dsfid(), memory, to);
      case TagContent.Item _ -> renamed(memory, to);
    };
  }

  private static TagRewrite anew(int dsfid, TagMemory memory, TagContent.Item to) {
    return dsfid == DSFID_ISO_28560_3
        ? encodeDanish(to, memory.capacity())
        : TagRewrite.of(DSFID_ISO_28560_2, encode(to), memory.capacity());
  }

  private static TagRewrite renamed(TagMemory memory, TagContent.Item to) {
    if (memory.dsfid() != DSFID_ISO_28560_2) {
      Optional<DanishTag> danish = DanishTag.find(memory.bytes());
      if (danish.isPresent()) {
        return danish.get().naming(to, memory.capacity());
      }
      if (OldLayout.read(memory.bytes()).isPresent()) {
        return new TagRewrite.TagRewriteRefused("DT18", "the old layout of 3M is only read");
      }
    }
    try {
      return RecordRewrite.naming(TagRecord.parse(memory.bytes()), to, memory);
    } catch (MalformedTagException e) {
      return new TagRewrite.TagRewriteRefused("DT18", e.reason());
    }
  }

  /// Makes a new record of ISO 28560-3 for an item in circulation.
  ///
  /// @param capacity bytes the tag has
  public static TagRewrite encodeDanish(TagContent.Item item, int capacity) {
    return DanishTag.encode(item, capacity);
  }

  /// Judges a tag whose DSFID declares no known format: only a sound record up to its terminator
  /// counts.
  private static TagContent undeclared(byte[] memory) {
    try {
      TagRecord record = TagRecord.parse(memory);
      if (record.terminated() && record.isSound() && restIsEmpty(memory, record.used())) {
        TagContent content = meaning(record);
        if (!(content instanceof TagContent.Damaged)) {
          return content;
        }
      }
    } catch (MalformedTagException e) {
      // Handled below: without a declaration these bytes may be anything.
    }
    return new TagContent.Foreign("no layout of a library tag that this station knows");
  }

  private static TagContent meaning(TagRecord record) throws MalformedTagException {
    Optional<TagElement> primary = record.element(TagElement.PRIMARY_ID);
    if (primary.isEmpty() || record.elements().getFirst().oid() != TagElement.PRIMARY_ID) {
      return new TagContent.Damaged("it does not begin with a primary item identifier");
    }
    if (isTorn(record, primary.get())) {
      return new TagContent.Damaged("the identifier ends in blocks that were never written");
    }
    String id = primary.get().text();
    if (id.isBlank() || InvisibleCharacters.isIn(id)) {
      return new TagContent.Damaged("the identifier is empty or not printable");
    }
    Optional<String> cut = record.cut();
    if (cut.isPresent()) {
      return new TagContent.Damaged(cut.get());
    }
    if (isPatronCard(record)) {
      return new TagContent.PatronCard(id);
    }
    Optional<String> isil = owner(record);
    Optional<TagElement> set =
        record.element(TagElement.SET_INFORMATION).filter(element -> !element.saysNothing());
    if (set.isEmpty()) {
      return new TagContent.Item(id, isil, 1, 1);
    }
    return inSet(id, isil, set.get().text());
  }

  /// The owner; empty if the record names none. An unreadable owner does not make the identifier
  /// invalid.
  private static Optional<String> owner(TagRecord record) {
    Optional<TagElement> owner =
        record.element(TagElement.OWNER).filter(element -> !element.saysNothing());
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    try {
      String isil = owner.get().text();
      boolean odd = isil.isBlank() || InvisibleCharacters.isIn(isil);
      return Optional.of(odd ? TagContent.UNREADABLE_OWNER : isil);
    } catch (MalformedTagException e) {
      return Optional.of(TagContent.UNREADABLE_OWNER);
    }
  }

  private static boolean isTorn(TagRecord record, TagElement primary) {
    byte[] data = primary.bytes();
    int empty = 0;
    while (empty < data.length && data[data.length - 1 - empty] == 0) {
      empty++;
    }
    return record.elements().size() == 1 && empty >= TORN_BYTES;
  }

  /// Whether the high nibble of OID 5 is 8, which marks a patron's card.
  private static boolean isPatronCard(TagRecord record) {
    return record
        .element(TagElement.TYPE_OF_USAGE)
        .filter(usage -> !usage.isEmpty())
        .map(usage -> (usage.bytes()[0] & 0xF0) == (PATRON_CARD & 0xF0))
        .orElse(false);
  }

  /// Reads set information: total, then ordinal, in 2, 4 or 6 digits. A zero means that the item is
  /// no set.
  private static TagContent inSet(String id, Optional<String> isil, String set) {
    if (!set.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}")) {
      return new TagContent.Damaged("set information is not 2, 4 or 6 digits");
    }
    int half = set.length() / 2;
    int total = Integer.parseInt(set.substring(0, half));
    int ordinal = Integer.parseInt(set.substring(half));
    if (total == 0 || ordinal == 0) {
      return new TagContent.Item(id, isil, 1, 1);
    }
    if (ordinal > total) {
      return new TagContent.Damaged("part " + ordinal + " of a set of " + total);
    }
    return new TagContent.Item(id, isil, total, ordinal);
  }

  /// Makes the record of an item in circulation: identifier, content parameter, owner, set, usage
  /// 10h.
  public static byte[] encode(TagContent.Item item) {
    List<TagElement> others = new ArrayList<>();
    item.owner().ifPresent(isil -> others.add(TagElement.text(TagElement.OWNER, isil)));
    if (item.setTotal() > 1) {
      others.add(TagElement.text(TagElement.SET_INFORMATION, setInformation(item)));
    }
    others.add(usage(CIRCULATING));
    return record(item.primaryId(), others);
  }

  /// Total, then ordinal, in 4 digits; in 6 digits for more than 99 parts. Validators of other
  /// writers accept the longer form; we have not seen the standard's own text on it.
  static String setInformation(TagContent.Item item) {
    String digits = item.setTotal() > 99 ? "%03d%03d" : "%02d%02d";
    return digits.formatted(item.setTotal(), item.setOrdinal());
  }

  /// Makes the record of a patron's card: identifier, content parameter, owner, usage 80h.
  public static byte[] encode(TagContent.PatronCard card, Optional<String> owner) {
    List<TagElement> others = new ArrayList<>();
    owner.ifPresent(isil -> others.add(TagElement.text(TagElement.OWNER, isil)));
    others.add(usage(PATRON_CARD));
    return record(card.primaryId(), others);
  }

  private static byte[] record(String primaryId, List<TagElement> others) {
    TagElement primary = TagElement.text(TagElement.PRIMARY_ID, primaryId);
    return TagRecord.encode(TagRecord.withContentParameter(primary, others));
  }

  private static TagElement usage(byte value) {
    return TagElement.of(TagElement.TYPE_OF_USAGE, Compaction.OCTETS, new byte[] {value});
  }

  /// Whether nothing is written: only zeros, or the factory pattern at the start.
  static boolean isBlank(byte[] memory) {
    int factory = Math.min(FACTORY_BYTES, memory.length);
    byte[] start = Arrays.copyOf(memory, factory);
    boolean pattern = IntStream.range(0, factory).allMatch(i -> start[i] == FACTORY_PATTERN);
    return restIsEmpty(memory, 0) || (factory > 0 && pattern);
  }

  private static boolean restIsEmpty(byte[] memory, int from) {
    return IntStream.range(from, memory.length).allMatch(i -> memory[i] == 0);
  }
}
