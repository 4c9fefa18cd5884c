package org.libstation.device.threem.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.lab.PadFault;
import org.libstation.device.pad.lab.TagFieldTwin;
import org.libstation.device.pad.lab.TwinTag;
import org.libstation.device.threem.ThreemCommand;
import org.libstation.device.threem.ThreemFrame;
import org.libstation.device.threem.ThreemStatus;

/// Simulates a 3M pad (version 5.0.2). Method calls place and lift its tags. It also answers the
/// start of an 810, and lists all tags in one reply.
public final class ThreemTwin extends TagFieldTwin<ThreemFrame> {
  private static final WireBytes NOTHING = WireBytes.of();
  private static final WireBytes VERSION = WireBytes.ofHex("0A 05 00 02");
  private static final WireBytes RADIO_OK = WireBytes.ofHex("02 01 01 03 02 02 03 00");
  private static final int UID_BYTES = 8;
  private static final int ANOTHER_COMMAND = 0x72;
  private static final int CHIP = 0x01;

  /// Faults that cannot happen: the pad is alone on its line, lists in one reply and cannot switch
  /// its field.
  private static final EnumSet<PadFault> IMPOSSIBLE =
      EnumSet.of(PadFault.OTHER_ADDRESS, PadFault.ENDLESS, PadFault.FIELD_OFF);

  public ThreemTwin() {
    super(ThreemFrame.FRAMING, EnumSet.complementOf(IMPOSSIBLE));
  }

  /// A reply: status and data.
  private record ThreemTwinAnswer(int status, WireBytes data) {
    static ThreemTwinAnswer ok(WireBytes data) {
      return new ThreemTwinAnswer(ThreemStatus.OK, data);
    }
  }

  @Override
  protected WireBytes answer(ThreemFrame frame) {
    ThreemTwinAnswer said =
        field
            .faults
            .refusal()
            .map(status -> new ThreemTwinAnswer(status, uid(frame.body())))
            .orElseGet(() -> frame.head() == ThreemFrame.START ? started(frame) : said(frame));
    return field.faults.sent(() -> misled(frame, said));
  }

  private WireBytes misled(ThreemFrame asked, ThreemTwinAnswer said) {
    int command = field.faults.strikes(PadFault.OTHER_COMMAND) ? ANOTHER_COMMAND : asked.code();
    WireBytes data = said.data();
    boolean speaksOfTag = asked.body().length() >= UID_BYTES && data.length() >= UID_BYTES;
    if (speaksOfTag && field.faults.strikes(PadFault.OTHER_TAG)) {
      byte[] other = data.toArray();
      other[UID_BYTES - 1] ^= 0x55;
      data = WireBytes.of(other);
    }
    if (data.length() > 1 && field.faults.strikes(PadFault.MISSHAPEN)) {
      data = data.slice(0, data.length() - 1);
    }
    WireBytes body = WireBytes.of(said.status()).plus(data);
    return new ThreemFrame(asked.head(), command, body).encode();
  }

  /// The UID that a reply repeats.
  private static WireBytes uid(WireBytes body) {
    return body.length() >= UID_BYTES ? body.slice(0, UID_BYTES) : NOTHING;
  }

  private static ThreemTwinAnswer started(ThreemFrame frame) {
    return frame.code() == ThreemCommand.PROBE
        ? ThreemTwinAnswer.ok(WireBytes.of(0x11).plus(VERSION))
        : new ThreemTwinAnswer(ThreemStatus.NOT_IMPLEMENTED, NOTHING);
  }

  private ThreemTwinAnswer said(ThreemFrame frame) {
    return switch (frame.code()) {
      case ThreemCommand.VERSION -> ThreemTwinAnswer.ok(VERSION);
      case ThreemCommand.RADIO -> ThreemTwinAnswer.ok(RADIO_OK);
      case ThreemCommand.INVENTORY -> listed(frame.body());
      case ThreemCommand.QUIET,
          ThreemCommand.READ_BLOCKS,
          ThreemCommand.CHECK_EAS,
          ThreemCommand.WRITE_BLOCKS,
          ThreemCommand.WRITE_AFI,
          ThreemCommand.GET_AFI,
          ThreemCommand.WRITE_DSFID,
          ThreemCommand.SET_EAS,
          ThreemCommand.TAG_INFO,
          ThreemCommand.GET_DSFID ->
          ofTag(frame);
      default -> new ThreemTwinAnswer(ThreemStatus.NOT_IMPLEMENTED, NOTHING);
    };
  }

  /// Lists tags: the filter (0: all), the options, the count, then each tag with the values that
  /// the options name.
  private ThreemTwinAnswer listed(WireBytes asked) {
    if (asked.length() != 2) {
      return new ThreemTwinAnswer(ThreemStatus.PARAMETER, NOTHING);
    }
    int filter = asked.at(0);
    boolean dsfids = (asked.at(1) & 2) != 0;
    List<TagUid> tags =
        field.listed().stream()
            .filter(uid -> filter == 0 || field.afi(uid).filter(afi -> afi == filter).isPresent())
            .toList();
    WireBytes data = asked.plus(WireBytes.of(tags.size()));
    for (TagUid uid : tags) {
      data = dsfids ? data.plus(WireBytes.of(field.dsfid(uid))) : data;
      data = data.plus(WireBytes.ofHex(uid.hex()));
    }
    return ThreemTwinAnswer.ok(data);
  }

  private ThreemTwinAnswer ofTag(ThreemFrame frame) {
    WireBytes named = uid(frame.body());
    if (named.length() == 0) {
      return new ThreemTwinAnswer(ThreemStatus.PARAMETER, NOTHING);
    }
    WireBytes tail = frame.body().from(UID_BYTES);
    Optional<TwinTag> tag = field.heard(new TagUid(named.toString().replace(" ", "")));
    ThreemTwinAnswer said =
        tag.map(it -> carryOut(frame.code(), it, tail))
            .orElse(new ThreemTwinAnswer(ThreemStatus.NO_TAG, NOTHING));
    boolean eas = frame.code() == ThreemCommand.CHECK_EAS && said.status() != ThreemStatus.OK;
    WireBytes data = eas ? WireBytes.of(0x00) : said.data();
    return new ThreemTwinAnswer(said.status(), named.plus(data));
  }

  /// Whether the bytes after the UID have the length that the command requires.
  private static boolean isShaped(int command, int tail) {
    return switch (command) {
      case ThreemCommand.TAG_INFO,
          ThreemCommand.SET_EAS,
          ThreemCommand.WRITE_DSFID,
          ThreemCommand.WRITE_AFI ->
          tail == 1;
      case ThreemCommand.READ_BLOCKS -> tail == 2;
      case ThreemCommand.WRITE_BLOCKS -> tail > 3;
      default -> tail == 0;
    };
  }

  private ThreemTwinAnswer carryOut(int command, TwinTag tag, WireBytes tail) {
    if (!isShaped(command, tail.length())) {
      return new ThreemTwinAnswer(ThreemStatus.PARAMETER, NOTHING);
    }
    return switch (command) {
      case ThreemCommand.QUIET -> {
        tag.quiet = true;
        yield ThreemTwinAnswer.ok(NOTHING);
      }
      case ThreemCommand.TAG_INFO ->
          ThreemTwinAnswer.ok(
              WireBytes.of(
                  tail.at(0),
                  tag.dsfid,
                  tag.afi,
                  tag.blockSize - 1,
                  tag.blockCount() - 1,
                  CHIP,
                  0x00));
      case ThreemCommand.GET_AFI -> ThreemTwinAnswer.ok(WireBytes.of(tag.afi));
      case ThreemCommand.GET_DSFID -> ThreemTwinAnswer.ok(WireBytes.of(tag.dsfid));
      case ThreemCommand.CHECK_EAS ->
          tag.eas
              ? ThreemTwinAnswer.ok(WireBytes.of(0x01))
              : new ThreemTwinAnswer(ThreemStatus.NO_TAG, NOTHING);
      case ThreemCommand.SET_EAS -> {
        tag.eas = tag.deafToEas ? tag.eas : tail.at(0) != 0;
        yield ThreemTwinAnswer.ok(NOTHING);
      }
      case ThreemCommand.WRITE_DSFID -> {
        tag.dsfid = tail.at(0);
        yield ThreemTwinAnswer.ok(NOTHING);
      }
      case ThreemCommand.WRITE_AFI -> {
        if (tag.afiLocked) {
          yield new ThreemTwinAnswer(ThreemStatus.LOCKED, NOTHING);
        }
        tag.afi = tag.deafToAfi ? tag.afi : tail.at(0);
        yield ThreemTwinAnswer.ok(NOTHING);
      }
      case ThreemCommand.READ_BLOCKS -> read(tag, tail.at(0), tail.at(1));
      case ThreemCommand.WRITE_BLOCKS -> write(tag, tail.at(0), tail.at(1), tail.from(3));
      default -> new ThreemTwinAnswer(ThreemStatus.PARAMETER, NOTHING);
    };
  }

  private static ThreemTwinAnswer read(TwinTag tag, int first, int count) {
    if (count == 0 || first + count > tag.blockCount()) {
      return new ThreemTwinAnswer(ThreemStatus.NO_SUCH_BLOCK, NOTHING);
    }
    WireBytes memory = WireBytes.of(tag.memory);
    WireBytes data = WireBytes.of(count);
    for (int block = first; block < first + count; block++) {
      int at = block * tag.blockSize;
      data =
          data.plus(WireBytes.of(block, tag.lockedBlocks.get(block) ? 1 : 0))
              .plus(memory.slice(at, at + tag.blockSize));
    }
    return ThreemTwinAnswer.ok(data);
  }

  private ThreemTwinAnswer write(TwinTag tag, int first, int count, WireBytes blocks) {
    if (blocks.length() != count * tag.blockSize || first + count > tag.blockCount()) {
      return new ThreemTwinAnswer(ThreemStatus.NO_SUCH_BLOCK, NOTHING);
    }
    for (int block = first; block < first + count; block++) {
      if (field.pullsAway(tag, block)) {
        return new ThreemTwinAnswer(ThreemStatus.WRITE_FAILED, WireBytes.of(block));
      }
      if (tag.lockedBlocks.get(block)) {
        return new ThreemTwinAnswer(ThreemStatus.LOCKED, WireBytes.of(block));
      }
      System.arraycopy(
          blocks.toArray(),
          (block - first) * tag.blockSize,
          tag.memory,
          block * tag.blockSize,
          tag.blockSize);
    }
    return ThreemTwinAnswer.ok(WireBytes.of(first + count));
  }
}
