package org.libstation.tag;

import java.util.ArrayList;
import java.util.List;

/// Changes the item that a record of ISO 28560-2 names. Identifier, owner and set information
/// change. All other elements stay byte for byte and in order, even unknown ones.
///
/// Padding that ended on a block boundary ends on one again. Broken elements, and repetitions of
/// elements that decide what the tag is, are dropped.
final class RecordRewrite {
  private final TagRecord record;
  private final TagMemory memory;
  private final List<TagElement> next;

  private RecordRewrite(TagRecord record, TagMemory memory) {
    this.record = record;
    this.memory = memory;
    this.next = new ArrayList<>();
    for (TagElement element : record.elements()) {
      if (!element.decides() || indexOf(element.oid()) < 0) {
        next.add(element);
      }
    }
  }

  /// The record changed to name another item; refused if it does not fit.
  static TagRewrite naming(TagRecord record, TagContent.Item to, TagMemory memory) {
    RecordRewrite rewrite = new RecordRewrite(record, memory);
    rewrite.put(TagElement.PRIMARY_ID, to.primaryId());
    if (to.owner().isPresent()) {
      rewrite.put(TagElement.OWNER, to.owner().get());
    }
    if (to.setTotal() > 1) {
      if (!rewrite.saysSet(to)) {
        rewrite.put(TagElement.SET_INFORMATION, LibraryTag.setInformation(to));
      }
    } else if (!rewrite.saysSet(to)) {
      rewrite.next.removeIf(element -> element.oid() == TagElement.SET_INFORMATION);
    }
    rewrite.putContentParameter();
    return TagRewrite.of(
        LibraryTag.DSFID_ISO_28560_2, TagRecord.encode(rewrite.padded()), memory.capacity());
  }

  private boolean saysSet(TagContent.Item to) {
    return LibraryTag.judge(LibraryTag.DSFID_ISO_28560_2, memory.bytes())
            instanceof TagContent.Item now
        && now.setTotal() == to.setTotal()
        && now.setOrdinal() == to.setOrdinal();
  }

  private void put(int oid, String text) {
    int at = indexOf(oid);
    if (at < 0) {
      next.add(behindHead(), TagElement.text(oid, text));
    } else if (!says(next.get(at), text)) {
      TagElement fresh = TagElement.text(oid, text);
      int pads = next.get(at).pads();
      next.set(at, fresh.with(c -> c.oid(oid).pads(pads)));
    }
  }

  private static boolean says(TagElement element, String text) {
    try {
      return element.text().equals(text);
    } catch (MalformedTagException e) {
      return false;
    }
  }

  private int indexOf(int oid) {
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).oid() == oid) {
        return i;
      }
    }
    return -1;
  }

  /// The position after the identifier and the content parameter.
  private int behindHead() {
    return Math.max(indexOf(TagElement.PRIMARY_ID), indexOf(TagElement.CONTENT_PARAMETER)) + 1;
  }

  /// Makes the content parameter name the present elements. One that is still right is kept as it
  /// is.
  private void putContentParameter() {
    List<Integer> before = oids(record.elements());
    if (record.isSound() && oids(next).equals(before)) {
      return;
    }
    List<TagElement> others =
        next.stream().filter(element -> element.oid() > TagElement.CONTENT_PARAMETER).toList();
    int at = indexOf(TagElement.CONTENT_PARAMETER);
    if (others.isEmpty()) {
      if (at >= 0) {
        next.remove(at);
      }
      return;
    }
    TagElement fresh =
        TagElement.of(
            TagElement.CONTENT_PARAMETER,
            Compaction.APPLICATION,
            TagRecord.contentParameter(others));
    if (at < 0) {
      next.add(indexOf(TagElement.PRIMARY_ID) + 1, fresh);
    } else {
      next.set(at, fresh.withPads(next.get(at).pads()));
    }
  }

  private static List<Integer> oids(List<TagElement> elements) {
    return elements.stream().map(TagElement::oid).sorted().toList();
  }

  private List<TagElement> padded() {
    List<TagElement> padded = new ArrayList<>();
    int offset = 0;
    for (TagElement element : next) {
      TagElement put =
          element.pads() >= 0 && endedOnBlock(element.oid())
              ? element.paddedFrom(offset, memory.blockSize())
              : element;
      padded.add(put);
      offset += put.encode().length;
    }
    return padded;
  }

  private boolean endedOnBlock(int oid) {
    int offset = 0;
    for (TagElement element : record.elements()) {
      offset += element.encode().length;
      if (element.oid() == oid) {
        return offset % memory.blockSize() == 0;
      }
    }
    return false;
  }
}
