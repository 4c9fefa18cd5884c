package org.libstation.device.pad.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.FrameParser;
import org.libstation.device.pad.Framing;
import org.libstation.device.pad.PadFrame;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.TagField;
import org.libstation.tag.LibraryTag;
import org.libstation.tag.TagContent;

/// Common part of the twins of pads: tags that are placed and lifted by call, and faults. A make's
/// twin adds its reader's answers to frames.
///
/// The twin does not answer a damaged frame. A tag keeps its memory, AFI and DSFID when it is
/// lifted.
///
/// @param <F> a frame of the make
public abstract class TagFieldTwin<F extends PadFrame> implements TagField {
  private static final int BLOCK_SIZE = 4;
  private static final int BLOCK_COUNT = 28;

  /// Number of turns without a byte after which a begun frame is dropped.
  private static final int SILENT_TURNS = 2;

  /// The tags in front of the reader; used under the twin's lock.
  protected final TwinField field;

  private final FrameParser<F> parser;
  private int silentTurns;

  /// @param possible the faults that such a pad can have
  protected TagFieldTwin(Framing<F> framing, Set<PadFault> possible) {
    this.parser = new FrameParser<>(framing);
    this.field = new TwinField(possible);
  }

  /// The bytes of the reader's answer. Runs under the twin's lock.
  protected abstract WireBytes answer(F frame);

  @Override
  public synchronized byte[] exchange(byte[] received) {
    silentTurns = received.length == 0 ? silentTurns + 1 : 0;
    List<F> frames = silentTurns == SILENT_TURNS ? parser.silence() : parser.parse(received);
    WireBytes out = WireBytes.of();
    for (F frame : frames) {
      out = out.plus(answer(frame));
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
    field.lay(new TwinTag(uid, BLOCK_SIZE, blockCount, afi, dsfid, content));
  }

  @Override
  public synchronized void putBack(String uidHex) {
    field.lay(tag(uidHex));
  }

  @Override
  public synchronized void lift(String uidHex) {
    field.lift(new TagUid(uidHex));
  }

  @Override
  public synchronized void liftAll() {
    field.liftAll();
  }

  @Override
  public synchronized boolean isInField(String uidHex) {
    return field.lies(new TagUid(uidHex));
  }

  @Override
  public synchronized int afi(String uidHex) {
    return tag(uidHex).afi;
  }

  /// Sets the AFI as another device would (a staff pad, another station).
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

  /// Makes the tag disappear when a write reaches a block. That block and all after it keep their
  /// content.
  public synchronized void pullAwayAtBlock(String uidHex, int block) {
    tag(uidHex).goneAtBlock = block;
  }

  /// Makes the tag miss the next commands (a weak tag, a bad angle), but not inventories.
  public synchronized void weak(String uidHex, int commands) {
    tag(uidHex).unheard = commands;
  }

  @Override
  public synchronized void deafToAfi(String uidHex, boolean deaf) {
    tag(uidHex).deafToAfi = deaf;
  }

  /// Makes the tag confirm a new EAS bit but keep the old one.
  public synchronized void deafToEas(String uidHex, boolean deaf) {
    tag(uidHex).deafToEas = deaf;
  }

  /// Sets the EAS bit as another device would.
  public synchronized void setEas(String uidHex, boolean on) {
    tag(uidHex).eas = on;
  }

  public synchronized void lockAfi(String uidHex) {
    tag(uidHex).afiLocked = true;
  }

  public synchronized void lockBlock(String uidHex, int block) {
    tag(uidHex).lockedBlocks.set(block);
  }

  /// Switches the field, as the reader's own switch does; a host can switch it too.
  public synchronized void field(boolean on) {
    field.on = on;
  }

  /// Makes the reader refuse the next requests with this status, without acting on them.
  public synchronized void refuse(int status, int requests) {
    field.faults.refuse(status, requests);
  }

  @Override
  public List<TwinFault> faults() {
    return field.faults.standing.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String fault, List<String> arguments) {
    return field.faults.standing.bringAboutWith(fault, arguments, this::happen);
  }

  private void happen(PadFault fault, List<String> arguments) {
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
      case GHOST -> field.faults.ghost(new TagUid(first), number(last));
      case FLIPPED -> field.faults.flipped(tag(first).uid, number(last));
      case NO_E0 -> field.faults.noE0(WireBytes.ofHex(first), number(last));
      case TWICE -> field.faults.twice(tag(first).uid, number(last));
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
          field.faults.standing.set(fault, number(first));
    }
  }

  private static int number(String text) {
    return TwinFaults.number(text, 0);
  }

  private static int hexByte(String text) {
    return Integer.parseInt(text, 16) & 0xFF;
  }

  @Override
  public synchronized void heal() {
    field.heal();
  }

  private TwinTag tag(String uidHex) {
    return field
        .known(new TagUid(uidHex))
        .orElseThrow(() -> new IllegalArgumentException("no such tag: " + uidHex));
  }

  @Override
  public synchronized long looks() {
    return field.looks;
  }
}
