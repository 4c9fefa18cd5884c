package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// What a host asks (FEIG manual H20800-16e). Commands to tags are addressed: mode 01 and 8 bytes
/// of UID, most significant first.
public sealed interface FeigRequest {

  /// The command byte.
  int command();

  /// What follows the command byte.
  WireBytes data();

  /// The frame that goes on the wire.
  ///
  /// @param address FF reaches every reader
  default WireBytes encode(boolean advanced, int address) {
    return new FeigFrame(advanced, address, command(), data()).encode();
  }

  /// 52: is there anybody, at this baud rate.
  record Ping() implements FeigRequest {
    public static final int COMMAND = 0x52;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of(0x00);
    }
  }

  /// 65: which software, which hardware.
  record SoftwareVersion() implements FeigRequest {
    public static final int COMMAND = 0x65;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of();
    }
  }

  /// 66: reader info; mode 0 tells the buffer sizes.
  record ReaderInfo(int mode) implements FeigRequest {
    public static final int COMMAND = 0x66;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of(mode);
    }
  }

  /// 69: the field goes off for a moment, every tag wakes up anew.
  record FieldReset() implements FeigRequest {
    public static final int COMMAND = 0x69;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of();
    }
  }

  /// 6A: the field on or off.
  record Field(boolean on) implements FeigRequest {
    public static final int COMMAND = 0x6A;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of(on ? 1 : 0);
    }
  }

  /// 71: lamps and beeper.
  ///
  /// @param settings as the manual's table of outputs says
  record SetOutput(WireBytes settings) implements FeigRequest {
    public static final int COMMAND = 0x71;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return settings;
    }
  }

  /// B1 04 A2 or A3: the EAS bit of NXP's tags on or off.
  record Eas(TagUid uid, boolean on) implements FeigRequest {
    static final int COMMAND = 0xB1;
    static final int NXP = 0x04;
    static final int SET = 0xA2;
    static final int RESET = 0xA3;

    @Override
    public int command() {
      return COMMAND;
    }

    @Override
    public WireBytes data() {
      return WireBytes.of(NXP, on ? SET : RESET, ADDRESSED).plus(WireBytes.ofHex(uid.hex()));
    }
  }

  int ISO_COMMAND = 0xB0;
  int ADDRESSED = 0x01;

  /// B0: a command of ISO 15693 or ISO 14443.
  sealed interface Iso extends FeigRequest {
    @Override
    default int command() {
      return ISO_COMMAND;
    }
  }

  /// B0 01: which tags are there.
  ///
  /// @param mode 00 for a new list, [#MORE] for the rest of it after status 94
  record Inventory(int mode) implements Iso {
    static final int CODE = 0x01;
    public static final int MORE = 0x80;

    @Override
    public WireBytes data() {
      return WireBytes.of(CODE, mode);
    }
  }

  /// A command to one tag: the code, the mode, the UID, then [#tail()].
  sealed interface ToTag extends Iso {
    TagUid uid();

    int code();

    default WireBytes tail() {
      return WireBytes.of();
    }

    default int mode() {
      return ADDRESSED;
    }

    @Override
    default WireBytes data() {
      return WireBytes.of(code(), mode()).plus(WireBytes.ofHex(uid().hex())).plus(tail());
    }
  }

  /// B0 02: be silent until reset.
  record StayQuiet(TagUid uid) implements ToTag {
    static final int CODE = 0x02;

    @Override
    public int code() {
      return CODE;
    }
  }

  /// B0 25.
  record Select(TagUid uid) implements ToTag {
    static final int CODE = 0x25;

    @Override
    public int code() {
      return CODE;
    }
  }

  /// B0 26: hear again.
  record ResetToReady(TagUid uid) implements ToTag {
    static final int CODE = 0x26;

    @Override
    public int code() {
      return CODE;
    }
  }

  /// B0 2B: DSFID, AFI, size of the memory.
  record SystemInfo(TagUid uid) implements ToTag {
    static final int CODE = 0x2B;

    @Override
    public int code() {
      return CODE;
    }
  }

  /// B0 23.
  ///
  /// @param first number of the first block, 0 to 255
  /// @param count blocks, 1 to 255
  /// @param withLocks whether the lock bit of each block is asked for too
  record ReadBlocks(TagUid uid, int first, int count, boolean withLocks) implements ToTag {
    static final int CODE = 0x23;
    static final int LOCKS = 0x08;

    @Override
    public int code() {
      return CODE;
    }

    @Override
    public int mode() {
      return withLocks ? ADDRESSED | LOCKS : ADDRESSED;
    }

    @Override
    public WireBytes tail() {
      return WireBytes.of(first, count);
    }
  }

  /// B0 24.
  ///
  /// @param blocks whole blocks as they lie in the tag; on the wire each goes last byte first
  record WriteBlocks(TagUid uid, int first, int blockSize, WireBytes blocks) implements ToTag {
    static final int CODE = 0x24;

    public WriteBlocks {
      if (blocks.length() == 0 || blocks.length() % blockSize != 0) {
        throw new IllegalArgumentException("not whole blocks: " + blocks.length() + " bytes");
      }
    }

    @Override
    public int code() {
      return CODE;
    }

    @Override
    public WireBytes tail() {
      return WireBytes.of(first, blocks.length() / blockSize, blockSize)
          .plus(FeigReply.turnBlocks(blocks, blockSize));
    }
  }

  /// B0 27.
  record WriteAfi(TagUid uid, int afi) implements ToTag {
    static final int CODE = 0x27;

    @Override
    public int code() {
      return CODE;
    }

    @Override
    public WireBytes tail() {
      return WireBytes.of(afi);
    }
  }

  /// B0 29.
  record WriteDsfid(TagUid uid, int dsfid) implements ToTag {
    static final int CODE = 0x29;

    @Override
    public int code() {
      return CODE;
    }

    @Override
    public WireBytes tail() {
      return WireBytes.of(dsfid);
    }
  }

  /// Reads what a host sent; empty when it is no request that we know or it has the wrong length.
  static Optional<FeigRequest> decode(FeigFrame frame) {
    return FeigRequestDecoder.decode(frame);
  }
}
