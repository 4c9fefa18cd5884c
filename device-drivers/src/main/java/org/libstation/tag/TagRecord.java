package org.libstation.tag;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The elements of one record, the primary item identifier first (ISO 28560-2).
///
/// An element that breaks the rules ends the record. Its start is known, and the elements before it
/// are whole.
///
/// @param elements in the order in the memory
/// @param broken the fault of the element that follows them; empty if there is none
/// @param terminated whether a `00` ended the record, not the end of the memory
/// @param used number of bytes of the elements, without the terminator
record TagRecord(List<TagElement> elements, Optional<String> broken, boolean terminated, int used) {
  /// Most bytes of an element before its data: precursor, OID, pad count, length.
  private static final int HEAD = 4;

  TagRecord {
    elements = List.copyOf(elements);
  }

  Optional<TagElement> element(int oid) {
    return elements.stream().filter(e -> e.oid() == oid).findFirst();
  }

  /// Reads elements until a `00` precursor, the end of the memory, or a broken element. An element
  /// is broken if it runs over the end or its padding is not empty.
  ///
  /// @throws MalformedTagException when the first element is broken, or an element that decides
  ///   what the tag is occurs twice with different data
  static TagRecord parse(byte[] memory) throws MalformedTagException {
    List<TagElement> elements = new ArrayList<>();
    Optional<String> broken = Optional.empty();
    int at = 0;
    while (at < memory.length && memory[at] != 0 && broken.isEmpty()) {
      try {
        TagElement element = parseElement(memory, at);
        elements.add(element);
        at += element.encode().length;
      } catch (MalformedTagException e) {
        if (elements.isEmpty()) {
          throw e;
        }
        broken = Optional.of(e.reason());
      }
    }
    requireOne(elements);
    return new TagRecord(elements, broken, broken.isEmpty() && at < memory.length, at);
  }

  private static void requireOne(List<TagElement> elements) throws MalformedTagException {
    Map<Integer, TagElement> seen = new HashMap<>();
    for (TagElement element : elements) {
      TagElement before = seen.putIfAbsent(element.oid(), element);
      boolean mayRepeat =
          element.oid() != TagElement.PRIMARY_ID && (!element.decides() || element.isAs(before));
      if (before != null && !mayRepeat) {
        throw new MalformedTagException("element " + element.oid() + " stands twice");
      }
    }
  }

  /// Whether the record is complete and regular. No element is broken or missing by the content
  /// parameter, and no element that decides what the tag is occurs twice.
  boolean isSound() {
    long deciding = elements.stream().filter(TagElement::decides).count();
    long different =
        elements.stream().filter(TagElement::decides).map(TagElement::oid).distinct().count();
    return broken.isEmpty() && deciding == different && promised().allMatch(this::has);
  }

  /// The reason why the record must not be judged: an element that decides what the tag is may be
  /// cut off or unreadable. Empty if only other elements are missing or faulty.
  Optional<String> cut() {
    TagElement last = elements.getLast();
    boolean lastIsWhole = broken.isPresent() || !last.decides();
    if (last.isEmpty() && last.decides()) {
      return Optional.of("it ends in element " + last.oid() + ", which has no bytes");
    }
    OptionalInt missing =
        promised()
            .filter(oid -> !has(oid) && (!lastIsWhole || oid <= TagElement.TYPE_OF_USAGE))
            .findFirst();
    if (missing.isPresent()) {
      return Optional.of("element " + missing.getAsInt() + " is promised but not there");
    }
    return promised().findAny().isPresent() ? Optional.empty() : broken;
  }

  private boolean has(int oid) {
    return element(oid).isPresent();
  }

  /// The OIDs that the content parameter names: most significant bit first, the first bit is OID 3.
  private IntStream promised() {
    byte[] bitmap =
        element(TagElement.CONTENT_PARAMETER).map(TagElement::bytes).orElseGet(() -> new byte[0]);
    return IntStream.range(0, bitmap.length * 8)
        .filter(bit -> (bitmap[bit / 8] & 0x80 >> bit % 8) != 0)
        .map(bit -> bit + 3);
  }

  /// Number of bytes needed to read the whole record: up to its end mark, or as far as is known
  /// now.
  static int wanted(byte[] soFar, int capacity) {
    if (LibraryTag.isBlank(soFar) || (soFar.length > 0 && soFar[0] == 0)) {
      return capacity;
    }
    int at = 0;
    while (at < soFar.length && soFar[at] != 0) {
      int length = elementLength(soFar, at);
      if (length == 0) {
        // Whatever follows, the record ends at the head of this element.
        return Math.min(at + HEAD, capacity);
      }
      at += length;
    }
    return Math.min(at + 1, capacity);
  }

  /// Length of an element, from the bytes of its head; 0 if the head is invalid. Missing bytes of
  /// the head count as the shortest possible.
  private static int elementLength(byte[] memory, int at) {
    int head = 1;
    head += (memory[at] & 0x0F) == 15 ? 1 : 0;
    int pads = 0;
    if ((memory[at] & 0x80) != 0) {
      pads = at + head < memory.length ? memory[at + head] & 0xFF : 0;
      head++;
    }
    if (at + head >= memory.length) {
      return head + 2;
    }
    int length = memory[at + head] & 0xFF;
    return length > TagElement.LONGEST ? 0 : head + 1 + length + pads;
  }

  private static TagElement parseElement(byte[] memory, int start) throws MalformedTagException {
    int at = start;
    int precursor = memory[at++] & 0xFF;
    int oid = precursor & 0x0F;
    if (oid == 15) {
      oid = 15 + unsigned(memory, at++);
    }
    if (oid == 0) {
      throw new MalformedTagException("an element without an identifier");
    }
    int pads = (precursor & 0x80) == 0 ? -1 : unsigned(memory, at++);
    int length = unsigned(memory, at++);
    if (length > TagElement.LONGEST) {
      throw new MalformedTagException("element " + oid + " says it has " + length + " bytes");
    }
    int padding = at + length;
    int end = padding + Math.max(pads, 0);
    if (end > memory.length) {
      throw new MalformedTagException("element " + oid + " runs over the end of the memory");
    }
    if (IntStream.range(padding, end).anyMatch(i -> memory[i] != 0)) {
      throw new MalformedTagException("the padding of element " + oid + " is not empty");
    }
    byte[] data = Arrays.copyOfRange(memory, at, padding);
    Compaction compaction = Compaction.ofCode(precursor >> 4 & 0x07);
    TagElement element = TagElement.of(oid, compaction, data);
    return new TagElement(oid, compaction, element.data(), pads);
  }

  private static int unsigned(byte[] memory, int at) throws MalformedTagException {
    if (at >= memory.length) {
      throw new MalformedTagException("an element breaks off at the end of the memory");
    }
    return memory[at] & 0xFF;
  }

  /// The elements as stored in the tag, without an end mark.
  static byte[] encode(List<TagElement> elements) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    elements.forEach(e -> out.writeBytes(e.encode()));
    return out.toByteArray();
  }

  /// Inserts a content parameter after the primary identifier if other elements follow.
  static List<TagElement> withContentParameter(TagElement primary, List<TagElement> others) {
    List<TagElement> all = new ArrayList<>();
    all.add(primary);
    if (!others.isEmpty()) {
      all.add(
          TagElement.of(
              TagElement.CONTENT_PARAMETER, Compaction.APPLICATION, contentParameter(others)));
    }
    all.addAll(others);
    return all;
  }

  /// The bitmap of OID 2: most significant bit first, the first bit is OID 3.
  static byte[] contentParameter(List<TagElement> others) {
    int highest = others.stream().mapToInt(TagElement::oid).max().orElse(3);
    byte[] bitmap = new byte[(highest - 3) / 8 + 1];
    others.forEach(e -> bitmap[(e.oid() - 3) / 8] |= (byte) (0x80 >> (e.oid() - 3) % 8));
    return bitmap;
  }
}
