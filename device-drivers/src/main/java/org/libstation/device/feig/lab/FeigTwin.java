package org.libstation.device.feig.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.device.TagUid;
import org.libstation.device.feig.FeigFrame;
import org.libstation.device.feig.FeigParser;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.twin.TagField;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Plays a FEIG reader (software 03.00, type 50h) with tags that are placed and lifted by call.
///
/// It answers a standard frame in standard form and an advanced one in advanced form, is silent to
/// a damaged frame, and lists at most [#tagsPerReply] tags in one reply. A tag keeps its memory,
/// AFI and DSFID when it is lifted.
public final class FeigTwin implements TagField {
  private static final int BLOCK_SIZE = 4;
  private static final int BLOCK_COUNT = 28;

  /// Turns without a byte until a frame that began is given up (12 ms between characters).
  private static final int SILENT_TURNS = 2;

  private final Map<TagUid, TwinTag> known = new LinkedHashMap<>();
  private final Map<TagUid, WireBytes> cards = new LinkedHashMap<>();
  private final Set<TagUid> inField = new LinkedHashSet<>();
  private final FeigTwinReader reader = new FeigTwinReader(this);
  private final FeigParser parser = new FeigParser();
  private long looks;
  private boolean fieldOn = true;
  private int silentTurns;

  @Override
  public synchronized byte[] exchange(byte[] received) {
    silentTurns = received.length == 0 ? silentTurns + 1 : 0;
    List<FeigFrame> frames =
        silentTurns == SILENT_TURNS ? parser.silence() : parser.parse(received);
    WireBytes out = WireBytes.of();
    for (FeigFrame frame : frames) {
      out = out.plus(reader.answer(frame));
    }
    return out.toArray();
  }

  @Override
  public synchronized void place(
      String uidHex, String itemBarcode, String isil, int setTotal, int setOrdinal, boolean armed) {
    TagContent.Item item =
        new TagContent.Item(itemBarcode, Optional.of(isil), setTotal, setOrdinal);
    int afi = armed ? AFI_IN_STOCK : AFI_ON_LOAN;
    placeRaw(uidHex, BLOCK_COUNT, afi, LibraryTag.DSFID_ISO_28560_2, LibraryTag.encode(item));
  }

  @Override
  public synchronized void placePatronCard(String uidHex, String barcode, String isil) {
    byte[] record = LibraryTag.encode(new TagContent.PatronCard(barcode), Optional.of(isil));
    placeRaw(uidHex, BLOCK_COUNT, AFI_ON_LOAN, LibraryTag.DSFID_ISO_28560_2, record);
  }

  @Override
  public synchronized void placeRaw(
      String uidHex, int blockCount, int afi, int dsfid, byte[] content) {
    TagUid uid = new TagUid(uidHex);
    known.put(uid, new TwinTag(uid, BLOCK_SIZE, blockCount, afi, dsfid, content));
    inField.add(uid);
  }

  /// Places a card of ISO 14443 type A, which has a number and no more.
  ///
  /// @param uidHex 8, 14 or 20 hex digits
  public synchronized void placeProximityCard(String uidHex) {
    TagUid uid = new TagUid(uidHex);
    cards.put(uid, WireBytes.ofHex(uidHex));
    inField.add(uid);
  }

  @Override
  public synchronized void putBack(String uidHex) {
    TagUid uid = new TagUid(uidHex);
    tag(uidHex).quiet = false;
    inField.add(uid);
  }

  @Override
  public synchronized void lift(String uidHex) {
    inField.remove(new TagUid(uidHex));
  }

  @Override
  public synchronized void liftAll() {
    inField.clear();
  }

  @Override
  public synchronized boolean isInField(String uidHex) {
    return inField.contains(new TagUid(uidHex));
  }

  @Override
  public synchronized int afi(String uidHex) {
    return tag(uidHex).afi;
  }

  /// Somebody else (a staff pad, another station) sets the AFI.
  public synchronized void setAfi(String uidHex, int afi) {
    tag(uidHex).afi = afi;
  }

  public synchronized int dsfid(String uidHex) {
    return tag(uidHex).dsfid;
  }

  /// The tag's EAS bit.
  public synchronized boolean eas(String uidHex) {
    return tag(uidHex).eas;
  }

  /// A copy of the tag's memory.
  public synchronized byte[] memory(String uidHex) {
    return tag(uidHex).memory.clone();
  }

  /// The tag is pulled away while a write reaches a block: that block and all after it stay as they
  /// were.
  public synchronized void pullAwayAtBlock(String uidHex, int block) {
    tag(uidHex).goneAtBlock = block;
  }

  /// The next commands to this tag are not heard (a weak tag, a bad angle); inventories are.
  public synchronized void weak(String uidHex, int commands) {
    tag(uidHex).unheard = commands;
  }

  @Override
  public synchronized void deafToAfi(String uidHex, boolean deaf) {
    tag(uidHex).deafToAfi = deaf;
  }

  public synchronized void lockAfi(String uidHex) {
    tag(uidHex).afiLocked = true;
  }

  public synchronized void lockBlock(String uidHex, int block) {
    tag(uidHex).lockedBlocks.set(block);
  }

  /// The field as the reader's own switch stands; a host can switch it too.
  public synchronized void field(boolean on) {
    fieldOn = on;
  }

  /// Tags in one reply until it says "more data" (a CPR lists 4 or 5).
  public synchronized void tagsPerReply(int count) {
    reader.tagsPerReply = count;
  }

  /// The next requests get this status and nothing is done.
  public synchronized void refuse(int status, int requests) {
    reader.faults.refuse(status, requests);
  }

  @Override
  public List<TwinFault> faults() {
    return Arrays.stream(FeigFault.values()).map(FeigFault::fault).toList();
  }

  @Override
  public synchronized Optional<String> bringAbout(String fault, List<String> arguments) {
    Optional<FeigFault> known = FeigFault.named(fault);
    if (known.isEmpty()) {
      return Optional.of("it has no fault '" + fault + "'");
    }
    TwinFault told = known.get().fault();
    if (arguments.size() != told.arguments().size()) {
      return Optional.of("expected, for example: " + told.example());
    }
    try {
      bringAbout(known.get(), arguments);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + "; expected, for example: " + told.example());
    }
  }

  private void bringAbout(FeigFault fault, List<String> arguments) {
    FeigTwinFaults wire = reader.faults;
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    String last = arguments.isEmpty() ? "" : arguments.getLast();
    switch (fault) {
      case PULL_AWAY -> pullAwayAtBlock(first, number(last));
      case WEAK -> weak(first, number(last));
      case DEAF -> deafToAfi(first, true);
      case LOCK_AFI -> lockAfi(first);
      case LOCK_BLOCK -> lockBlock(first, number(last));
      case THIRD_AFI -> setAfi(first, hexByte(last));
      case QUIET -> tag(first).quiet = true;
      case TORN -> tag(first).tearAfter(number(last));
      case GHOST -> wire.ghost(new TagUid(first), number(last));
      case FLIPPED -> wire.flipped(tag(first).uid, number(last));
      case NO_E0 -> wire.noE0(WireBytes.ofHex(first), number(last));
      case TWICE -> wire.twice(tag(first).uid, number(last));
      case REFUSE -> refuse(hexByte(first), number(last));
      case FIELD_OFF -> field(false);
      case ENDLESS,
          SILENT,
          LATE,
          HALF,
          NOISE,
          CORRUPT,
          MISSHAPEN,
          OTHER_ADDRESS,
          OTHER_COMMAND,
          OTHER_TAG ->
          wire.set(fault, number(first));
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static int hexByte(String text) {
    return Integer.parseInt(text, 16) & 0xFF;
  }

  @Override
  public synchronized void heal() {
    reader.faults.heal();
    fieldOn = true;
    known.values().forEach(TwinTag::heal);
  }

  private TwinTag tag(String uidHex) {
    return Optional.ofNullable(known.get(new TagUid(uidHex)))
        .orElseThrow(() -> new IllegalArgumentException("no such tag: " + uidHex));
  }

  @Override
  public synchronized long looks() {
    return looks;
  }

  boolean fieldOn() {
    return fieldOn;
  }

  /// A new field: every tag hears again.
  void switchField(boolean on) {
    fieldOn = on;
    known.values().forEach(tag -> tag.quiet = false);
  }

  /// The tag if it lies in the field.
  Optional<TwinTag> present(TagUid uid) {
    return inField.contains(uid) ? Optional.ofNullable(known.get(uid)) : Optional.empty();
  }

  void leave(TwinTag tag) {
    inField.remove(tag.uid);
  }

  /// One entry of an inventory for each tag and card in the field.
  List<WireBytes> inventory() {
    looks++;
    if (!fieldOn) {
      return List.of();
    }
    List<WireBytes> entries = new ArrayList<>();
    inField.stream().filter(uid -> !isQuiet(uid)).map(this::entry).forEach(entries::add);
    FeigTwinFaults wire = reader.faults;
    entries.addAll(
        wire.alsoListed(inField.contains(wire.twice()), inField.contains(wire.flipped())));
    return entries;
  }

  private boolean isQuiet(TagUid uid) {
    return present(uid).map(tag -> tag.quiet).orElse(false);
  }

  private WireBytes entry(TagUid uid) {
    TwinTag tag = known.get(uid);
    if (tag != null) {
      return WireBytes.of(0x03, tag.dsfid).plus(WireBytes.ofHex(uid.hex()));
    }
    WireBytes number = WireBytes.ofHex(uid.hex());
    int width = number.length() > 7 ? 10 : 7;
    WireBytes fill = WireBytes.of(new byte[width - number.length()]);
    return WireBytes.of(0x04, width == 10 ? 0x0C : 0x08, 0x00).plus(fill).plus(number);
  }
}
