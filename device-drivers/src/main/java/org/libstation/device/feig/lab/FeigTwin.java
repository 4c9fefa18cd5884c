package org.libstation.device.feig.lab;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.TagUid;
import org.libstation.device.feig.FeigFrame;
import org.libstation.device.feig.FeigParser;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.device.pad.lab.TagFieldTwin;

/// Simulates a FEIG reader (software 03.00, type 50h). Method calls place and lift its tags.
///
/// It answers each frame in the same form, standard or advanced, and does not answer a damaged
/// frame. One reply lists at most [#tagsPerReply] tags. A tag keeps its memory, AFI and DSFID when
/// it is lifted.
public final class FeigTwin extends TagFieldTwin<FeigFrame> {
  private final Map<TagUid, WireBytes> cards = new LinkedHashMap<>();
  private final FeigTwinReader reader = new FeigTwinReader(field, this::entries);

  public FeigTwin() {
    super(FeigParser.framing(), EnumSet.allOf(PadFault.class));
  }

  @Override
  protected WireBytes answer(FeigFrame frame) {
    return reader.answer(frame);
  }

  /// Places a card of ISO 14443 type A, of which only the number can be read.
  ///
  /// @param uidHex 8, 14 or 20 hex digits
  public synchronized void placeProximityCard(String uidHex) {
    TagUid uid = new TagUid(uidHex);
    cards.put(uid, WireBytes.ofHex(uidHex));
    field.lay(uid);
  }

  /// Sets how many tags one reply lists before it reports "more data" (a CPR lists 4 or 5).
  public synchronized void tagsPerReply(int count) {
    reader.tagsPerReply = count;
  }

  /// One entry of an inventory for each tag and card in the field.
  private List<WireBytes> entries() {
    return field.listed().stream().map(this::entry).toList();
  }

  private WireBytes entry(TagUid uid) {
    WireBytes number = WireBytes.ofHex(uid.hex());
    if (!cards.containsKey(uid)) {
      return WireBytes.of(0x03, field.dsfid(uid)).plus(number);
    }
    int width = number.length() > 7 ? 10 : 7;
    WireBytes fill = WireBytes.of(new byte[width - number.length()]);
    return WireBytes.of(0x04, width == 10 ? 0x0C : 0x08, 0x00).plus(fill).plus(number);
  }
}
