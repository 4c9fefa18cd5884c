package org.libstation.tag;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The elements of one record, the primary item identifier first (ISO 28560-2).
///
/// @param elements in the order in which they lie in the memory
/// @param terminated whether a `00` ended them, not the end of the memory
/// @param used bytes of the memory that belong to them, without the terminator
record TagRecord(List<TagElement> elements, boolean terminated, int used) {
  TagRecord {
    elements = List.copyOf(elements);
  }

  Optional<TagElement> element(int oid) {
    return elements.stream().filter(e -> e.oid() == oid).findFirst();
  }

  /// Reads elements until a `00` precursor or the end of the memory.
  ///
  /// @throws MalformedTagException when an element runs over the end, is repeated, or its padding
  ///   is no padding
  static TagRecord parse(byte[] memory) throws MalformedTagException {
    List<TagElement> elements = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    int at = 0;
    while (at < memory.length && memory[at] != 0) {
      TagElement element = parseElement(memory, at);
      if (!seen.add(element.oid())) {
        throw new MalformedTagException("element " + element.oid() + " stands twice");
      }
      elements.add(element);
      at += element.encode().length;
    }
    return new TagRecord(elements, at < memory.length, at);
  }

  /// How many bytes tell the whole record: as far as its end mark, or as far as can be known now.
  static int wanted(byte[] soFar, int capacity) {
    if (LibraryTag.isBlank(soFar) || (soFar.length > 0 && soFar[0] == 0)) {
      return capacity;
    }
    int at = 0;
    while (at < soFar.length && soFar[at] != 0) {
      int length = elementLength(soFar, at);
      if (length == 0) {
        // Whatever follows, it is damaged already.
        return at;
      }
      at += length;
    }
    return Math.min(at + 1, capacity);
  }

  /// From the bytes of its head; a head that is not there yet is taken for as short as it can be.
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
    return length == 0 || length > TagElement.LONGEST ? 0 : head + 1 + length + pads;
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
    if (length == 0 || length > TagElement.LONGEST) {
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

  static byte[] encode(List<TagElement> elements) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    elements.forEach(e -> out.writeBytes(e.encode()));
    return out.toByteArray();
  }

  /// Puts a content parameter behind the primary identifier when anything else follows.
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
