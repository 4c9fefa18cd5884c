package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// A host's request to a reader (FEIG manual H20800-16e). The comment of each request begins with
/// its command bytes in hex. Commands to tags are addressed: mode 01 and 8 bytes of UID, most
/// significant first.
public sealed interface FeigRequest {

  default int command() {
    return switch (this) {
      case Ping _ -> Ping.COMMAND;
      case SoftwareVersion _ -> SoftwareVersion.COMMAND;
      case ReaderInfo _ -> ReaderInfo.COMMAND;
      case FeigFieldReset _ -> FeigFieldReset.COMMAND;
      case FeigFieldPower _ -> FeigFieldPower.COMMAND;
      case SetOutput _ -> SetOutput.COMMAND;
      case FeigEas _ -> FeigEas.COMMAND;
      case Iso _ -> ISO_COMMAND;
    };
  }

  /// The bytes after the command byte.
  default WireBytes data() {
    return switch (this) {
      case Ping _ -> WireBytes.of(0x00);
      case SoftwareVersion _, FeigFieldReset _ -> WireBytes.of();
      case ReaderInfo(int mode) -> WireBytes.of(mode);
      case FeigFieldPower(boolean on) -> WireBytes.of(on ? 1 : 0);
      case SetOutput(WireBytes settings) -> settings;
      case FeigEas(TagUid uid, boolean on) ->
          WireBytes.of(FeigEas.NXP, on ? FeigEas.SET : FeigEas.RESET, ADDRESSED)
              .plus(WireBytes.ofHex(uid.hex()));
      case FeigInventory(int mode) -> WireBytes.of(FeigInventory.CODE, mode);
      case FeigTagRequest to ->
          WireBytes.of(to.code(), to.mode()).plus(WireBytes.ofHex(to.uid().hex())).plus(to.tail());
    };
  }

  /// The frame that goes on the wire.
  ///
  /// @param address FF reaches every reader
  default WireBytes encode(boolean advanced, int address) {
    return new FeigFrame(advanced, address, command(), data()).encode();
  }

  /// 52: checks whether a reader answers at this baud rate.
  record Ping() implements FeigRequest {
    public static final int COMMAND = 0x52;
  }

  /// 65: asks for the software and hardware versions.
  record SoftwareVersion() implements FeigRequest {
    public static final int COMMAND = 0x65;
  }

  /// 66: asks for the reader info; mode 0 contains the buffer sizes.
  record ReaderInfo(int mode) implements FeigRequest {
    public static final int COMMAND = 0x66;
  }

  /// 69: switches the field off for a moment, so that every tag starts anew.
  record FeigFieldReset() implements FeigRequest {
    public static final int COMMAND = 0x69;
  }

  /// 6A: switches the field on or off.
  record FeigFieldPower(boolean on) implements FeigRequest {
    public static final int COMMAND = 0x6A;
  }

  /// 71: sets lamps and beeper.
  ///
  /// @param settings as the manual's table of outputs describes
  record SetOutput(WireBytes settings) implements FeigRequest {
    public static final int COMMAND = 0x71;
  }

  /// B1 04 A2 or A3: switches the EAS bit of NXP's tags on or off.
  record FeigEas(TagUid uid, boolean on) implements FeigRequest {
    static final int COMMAND = 0xB1;
    static final int NXP = 0x04;
    static final int SET = 0xA2;
    static final int RESET = 0xA3;
  }

  int ISO_COMMAND = 0xB0;
  int ADDRESSED = 0x01;

  /// B0: a command of ISO 15693 or ISO 14443.
  sealed interface Iso extends FeigRequest {}

  /// B0 01: lists the tags in the field.
  ///
  /// @param mode 00 for a new list, [#MORE] for the rest of it after status 94
  record FeigInventory(int mode) implements Iso {
    static final int CODE = 0x01;
    public static final int MORE = 0x80;
  }

  /// A command to one tag: the code, the mode, the UID, then [#tail()].
  sealed interface FeigTagRequest extends Iso {
    TagUid uid();

    default int code() {
      return switch (this) {
        case StayQuiet _ -> StayQuiet.CODE;
        case Select _ -> Select.CODE;
        case ResetToReady _ -> ResetToReady.CODE;
        case SystemInfo _ -> SystemInfo.CODE;
        case FeigReadBlocks _ -> FeigReadBlocks.CODE;
        case WriteBlocks _ -> WriteBlocks.CODE;
        case WriteAfi _ -> WriteAfi.CODE;
        case WriteDsfid _ -> WriteDsfid.CODE;
      };
    }

    /// The bytes after the UID.
    default WireBytes tail() {
      return switch (this) {
        case StayQuiet _, Select _, ResetToReady _, SystemInfo _ -> WireBytes.of();
        case FeigReadBlocks(_, int first, int count, _) -> WireBytes.of(first, count);
        case WriteBlocks(_, int first, int size, WireBytes blocks) ->
            WireBytes.of(first, blocks.length() / size, size)
                .plus(FeigReply.turnBlocks(blocks, size));
        case WriteAfi(_, int afi) -> WireBytes.of(afi);
        case WriteDsfid(_, int dsfid) -> WireBytes.of(dsfid);
      };
    }

    default int mode() {
      return this instanceof FeigReadBlocks read && read.withLocks()
          ? ADDRESSED | FeigReadBlocks.LOCKS
          : ADDRESSED;
    }
  }

  /// B0 02: silences the tag until it is reset.
  record StayQuiet(TagUid uid) implements FeigTagRequest {
    static final int CODE = 0x02;
  }

  /// B0 25: selects the tag.
  record Select(TagUid uid) implements FeigTagRequest {
    static final int CODE = 0x25;
  }

  /// B0 26: makes a silent tag answer again.
  record ResetToReady(TagUid uid) implements FeigTagRequest {
    static final int CODE = 0x26;
  }

  /// B0 2B: asks for DSFID, AFI and memory size.
  record SystemInfo(TagUid uid) implements FeigTagRequest {
    static final int CODE = 0x2B;
  }

  /// B0 23: reads blocks.
  ///
  /// @param first number of the first block, 0 to 255
  /// @param count number of blocks, 1 to 255
  /// @param withLocks whether the reply is to contain the lock bit of each block
  record FeigReadBlocks(TagUid uid, int first, int count, boolean withLocks)
      implements FeigTagRequest {
    static final int CODE = 0x23;
    static final int LOCKS = 0x08;
  }

  /// B0 24: writes blocks.
  ///
  /// @param blocks whole blocks as the tag stores them; on the wire each block goes last byte first
  record WriteBlocks(TagUid uid, int first, int blockSize, WireBytes blocks)
      implements FeigTagRequest {
    static final int CODE = 0x24;

    public WriteBlocks {
      if (blocks.length() == 0 || blocks.length() % blockSize != 0) {
        throw new IllegalArgumentException("not whole blocks: " + blocks.length() + " bytes");
      }
    }
  }

  /// B0 27: writes the AFI.
  record WriteAfi(TagUid uid, int afi) implements FeigTagRequest {
    static final int CODE = 0x27;
  }

  /// B0 29: writes the DSFID.
  record WriteDsfid(TagUid uid, int dsfid) implements FeigTagRequest {
    static final int CODE = 0x29;
  }

  /// Reads a host's frame; empty if it is no known request or has the wrong length.
  static Optional<FeigRequest> decode(FeigFrame frame) {
    return FeigRequestDecoder.decode(frame);
  }
}
