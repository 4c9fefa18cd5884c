package org.libstation.device.threem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.Framing;
import org.libstation.device.pad.PadFrame;
import org.libstation.device.pad.PadLimits;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.PadRequest;
import org.libstation.device.pad.PadWire;
import org.libstation.device.pad.Seen;

/// The protocol of the 3M pads (3M model 210 specification 1.0.0; the start of an 810 as
/// Biblio-RFID saw it on the wire). Block data are in natural order. A reply to a tag's command
/// repeats the UID after the status.
final class ThreemWire implements PadWire {
  private static final String MAKER = "3M";
  private static final int UID_BYTES = 8;

  /// 1 byte of type, 3 of version.
  private static final int VERSION_BYTES = 4;

  private static final int INFO_BYTES = 7;

  /// The bits for DSFID, AFI and memory size in a tag info.
  private static final int TOLD = 0x07;

  private static final ThreemFrame VERSION = request(ThreemCommand.VERSION);

  /// Asks which pad is there.
  private static final ThreemFrame PROBE =
      new ThreemFrame(ThreemFrame.START, ThreemCommand.PROBE, WireBytes.of(0x00, 0x11));

  private static final ThreemFrame RADIO =
      request(ThreemCommand.RADIO, 0x04, 0x01, 0x00, 0x02, 0x00, 0x03, 0x00, 0x04, 0x00);

  private final ThreemOptions options;
  private final List<ThreemFrame> greeting;

  ThreemWire(ThreemOptions options) {
    this.options = options;
    this.greeting = options.starts() ? List.of(PROBE, RADIO) : List.of(VERSION);
  }

  private static ThreemFrame request(int command, int... data) {
    return new ThreemFrame(ThreemFrame.REQUEST, command, WireBytes.of(data));
  }

  private static ThreemFrame toTag(int command, TagUid uid, int... tail) {
    WireBytes data = WireBytes.ofHex(uid.hex()).plus(WireBytes.of(tail));
    return new ThreemFrame(ThreemFrame.REQUEST, command, data);
  }

  @Override
  public String maker() {
    return MAKER;
  }

  @Override
  public Duration reply() {
    return options.reply();
  }

  @Override
  public Duration gap() {
    return options.gap();
  }

  @Override
  public Framing<ThreemFrame> framing() {
    return ThreemFrame.FRAMING;
  }

  @Override
  public int greetings() {
    return greeting.size();
  }

  @Override
  public boolean mustGreet(int step) {
    return step == 0;
  }

  @Override
  public PadLimits usualLimits() {
    return options;
  }

  /// Empty: no command that resets the field is known.
  @Override
  public Optional<Duration> resetPause() {
    return Optional.empty();
  }

  @Override
  public boolean readsEas() {
    return true;
  }

  @Override
  public WireBytes encode(PadRequest request) {
    return of(request).encode();
  }

  @Override
  public int command(PadRequest request) {
    return of(request).command();
  }

  private ThreemFrame of(PadRequest request) {
    return switch (request) {
      case PadRequest.Greet(int step) -> greeting.get(step);
      case PadRequest.Inventory _ ->
          request(ThreemCommand.INVENTORY, 0x00, ThreemCommand.LIST_UIDS);
      case PadRequest.SystemInfo(var uid) ->
          toTag(ThreemCommand.TAG_INFO, uid, ThreemCommand.ALL_INFO);
      case PadRequest.ReadBlocks(var uid, int first, int count, boolean _) ->
          toTag(ThreemCommand.READ_BLOCKS, uid, first, count);
      case PadRequest.WriteBlocks(var uid, int first, int size, WireBytes blocks) -> {
        ThreemFrame head =
            toTag(ThreemCommand.WRITE_BLOCKS, uid, first, blocks.length() / size, 0x00);
        yield new ThreemFrame(head.head(), head.code(), head.body().plus(blocks));
      }
      case PadRequest.WriteAfi(var uid, int afi) -> toTag(ThreemCommand.WRITE_AFI, uid, afi);
      case PadRequest.WriteDsfid(var uid, int dsfid) ->
          toTag(ThreemCommand.WRITE_DSFID, uid, dsfid);
      case PadRequest.Eas(var uid, boolean on) -> toTag(ThreemCommand.SET_EAS, uid, on ? 1 : 0);
      case PadRequest.ReadEas(var uid) -> toTag(ThreemCommand.CHECK_EAS, uid);
      case PadRequest.FieldOn _, PadRequest.FieldReset _ ->
          throw new IllegalArgumentException("the field cannot be switched");
    };
  }

  @Override
  public boolean isOurs(PadFrame frame) {
    return true;
  }

  @Override
  public void answered(PadFrame frame) {
    // There is one pad on a line.
  }

  @Override
  public Optional<PadReply> reply(PadRequest request, PadFrame frame) {
    return frame instanceof ThreemFrame(int _, int _, WireBytes body)
            && frame.command() == command(request)
            && body.length() > 0
        ? Optional.of(meaning(request, body.at(0), body.from(1)))
        : Optional.empty();
  }

  private PadReply meaning(PadRequest request, int status, WireBytes data) {
    return switch (request) {
      case PadRequest.Greet(int step) when greeting.get(step).equals(PROBE) ->
          // The reply repeats the second byte of the question.
          greeted(status, data.length() > 0 ? data.from(1) : data);
      case PadRequest.Greet(int step) when greeting.get(step).equals(VERSION) ->
          greeted(status, data);
      case PadRequest.Greet _ ->
          status == ThreemStatus.OK ? PadReply.Greeted.HELLO : ThreemStatus.refused(status);
      case PadRequest.Inventory _ -> status == ThreemStatus.OK ? listed(data) : nothingOr(status);
      case PadRequest.ToTag toTag -> ofTag(toTag, status, data);
      case PadRequest.FieldOn _, PadRequest.FieldReset _ -> ThreemStatus.refused(status);
    };
  }

  private static PadReply greeted(int status, WireBytes version) {
    if (status != ThreemStatus.OK) {
      return ThreemStatus.refused(status);
    }
    if (version.length() < VERSION_BYTES) {
      return new PadReply.Greeted(Optional.empty(), "", Optional.empty(), false);
    }
    String type = "%02Xh".formatted(version.at(0));
    String software = "%d.%d.%d".formatted(version.at(1), version.at(2), version.at(3));
    return new PadReply.Greeted(
        Optional.of(SelfNote.of("READER", "%s reader type %s, software %s", MAKER, type, software)),
        MAKER + " " + type + ", " + software,
        Optional.empty(),
        version.length() == VERSION_BYTES);
  }

  private static PadReply nothingOr(int status) {
    return status == ThreemStatus.NO_TAG
        ? new PadReply.Listed(List.of(), false)
        : ThreemStatus.refused(status);
  }

  /// Reads the list: the filter, the options, the count, then the UIDs.
  private static PadReply listed(WireBytes data) {
    if (data.length() < 3 || data.length() != 3 + data.at(2) * UID_BYTES) {
      return PadReply.PadRefused.misshapen();
    }
    List<Seen> tags = new ArrayList<>();
    for (int at = 3; at < data.length(); at += UID_BYTES) {
      tags.add(new Seen.Vicinity(uid(data, at)));
    }
    return new PadReply.Listed(tags, false);
  }

  private static TagUid uid(WireBytes data, int at) {
    return new TagUid(data.slice(at, at + UID_BYTES).toString().replace(" ", ""));
  }

  private static PadReply ofTag(PadRequest.ToTag request, int status, WireBytes data) {
    if (data.length() < UID_BYTES) {
      return status == ThreemStatus.OK
          ? PadReply.PadRefused.misshapen()
          : ThreemStatus.refused(status);
    }
    if (!uid(data, 0).equals(request.uid())) {
      return new PadReply.OfAnotherTag();
    }
    WireBytes tail = data.from(UID_BYTES);
    if (request instanceof PadRequest.ReadEas && status == ThreemStatus.NO_TAG) {
      // A tag answers this question only while the bit is on.
      return new PadReply.EasIs(false);
    }
    if (status != ThreemStatus.OK) {
      return ThreemStatus.refused(status);
    }
    return switch (request) {
      case PadRequest.SystemInfo(var uid) -> info(uid, tail);
      case PadRequest.ReadBlocks asked -> blocks(asked, tail);
      case PadRequest.ReadEas _ ->
          tail.length() == 1
              ? new PadReply.EasIs(tail.at(0) != 0)
              : PadReply.PadRefused.misshapen();
      case PadRequest.WriteBlocks _,
          PadRequest.WriteAfi _,
          PadRequest.WriteDsfid _,
          PadRequest.Eas _ ->
          new PadReply.CommandDone();
    };
  }

  /// Reads a tag info: flags of the values that are present, DSFID, AFI, both sizes minus 1, the
  /// chip, and a byte of unknown meaning.
  private static PadReply info(TagUid uid, WireBytes tail) {
    if (tail.length() != INFO_BYTES) {
      return PadReply.PadRefused.misshapen();
    }
    if ((tail.at(0) & TOLD) != TOLD) {
      return new PadReply.PadRefused(
          PadReply.PadRefusal.TAG,
          ThreemStatus.OK,
          "the tag does not report its AFI and its size",
          true);
    }
    return new PadReply.TagInfo(
        tail.at(1), uid, tail.at(2), (tail.at(3) & 0x1F) + 1, tail.at(4) + 1);
  }

  /// Reads blocks: the count, then for each block its number, its state (1: locked) and its bytes.
  private static PadReply blocks(PadRequest.ReadBlocks asked, WireBytes tail) {
    int count = tail.length() == 0 ? 0 : tail.at(0);
    int each = count == 0 ? 0 : (tail.length() - 1) / count;
    if (count != asked.count() || each < 3 || tail.length() != 1 + count * each) {
      return PadReply.PadRefused.misshapen();
    }
    WireBytes bytes = WireBytes.of();
    BitSet locked = new BitSet();
    for (int i = 0; i < count; i++) {
      int at = 1 + i * each;
      if (tail.at(at) != asked.first() + i) {
        return PadReply.PadRefused.misshapen();
      }
      if (tail.at(at + 1) > 1) {
        return ThreemStatus.refused(ThreemStatus.READ_FAILED);
      }
      locked.set(i, tail.at(at + 1) == 1);
      bytes = bytes.plus(tail.slice(at + 2, at + each));
    }
    return new PadReply.Blocks(bytes, each - 2, locked);
  }

  @Override
  public boolean beginsAsReply(WireBytes came) {
    return ThreemFrame.FRAMING.length(came) != Framing.NO_FRAME;
  }
}
