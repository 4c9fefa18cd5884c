package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagUid;
import org.libstation.device.link.WireBytes;

/// Decodes a frame into a [FeigRequest], as a reader does.
final class FeigRequestDecoder {
  private static final int UID_BYTES = 8;
  private static final int TAIL_AT = 2 + UID_BYTES;

  private FeigRequestDecoder() {}

  static Optional<FeigRequest> decode(FeigFrame frame) {
    WireBytes data = frame.body();
    int length = data.length();
    return switch (frame.command()) {
      case FeigRequest.Ping.COMMAND -> only(length == 1, new FeigRequest.Ping());
      case FeigRequest.SoftwareVersion.COMMAND ->
          only(length == 0, new FeigRequest.SoftwareVersion());
      case FeigRequest.ReaderInfo.COMMAND ->
          length == 1 ? Optional.of(new FeigRequest.ReaderInfo(data.at(0))) : Optional.empty();
      case FeigRequest.FeigFieldReset.COMMAND ->
          only(length == 0, new FeigRequest.FeigFieldReset());
      case FeigRequest.FeigFieldPower.COMMAND ->
          length == 1
              ? Optional.of(new FeigRequest.FeigFieldPower(data.at(0) != 0))
              : Optional.empty();
      case FeigRequest.SetOutput.COMMAND -> only(length > 0, new FeigRequest.SetOutput(data));
      case FeigRequest.FeigEas.COMMAND -> eas(data);
      case FeigRequest.ISO_COMMAND -> iso(data);
      default -> Optional.empty();
    };
  }

  private static Optional<FeigRequest> only(boolean right, FeigRequest request) {
    return right ? Optional.of(request) : Optional.empty();
  }

  private static Optional<FeigRequest> eas(WireBytes data) {
    boolean right =
        data.length() == 3 + UID_BYTES
            && data.at(0) == FeigRequest.FeigEas.NXP
            && (data.at(1) == FeigRequest.FeigEas.SET || data.at(1) == FeigRequest.FeigEas.RESET)
            && data.at(2) == FeigRequest.ADDRESSED;
    return right
        ? Optional.of(new FeigRequest.FeigEas(uid(data, 3), data.at(1) == FeigRequest.FeigEas.SET))
        : Optional.empty();
  }

  private static Optional<FeigRequest> iso(WireBytes data) {
    if (data.length() == 2 && data.at(0) == FeigRequest.FeigInventory.CODE) {
      return Optional.of(new FeigRequest.FeigInventory(data.at(1)));
    }
    if (data.length() < TAIL_AT || (data.at(1) & 0x07) != FeigRequest.ADDRESSED) {
      return Optional.empty();
    }
    TagUid uid = uid(data, 2);
    WireBytes tail = data.from(TAIL_AT);
    int length = tail.length();
    return switch (data.at(0)) {
      case FeigRequest.StayQuiet.CODE -> only(length == 0, new FeigRequest.StayQuiet(uid));
      case FeigRequest.Select.CODE -> only(length == 0, new FeigRequest.Select(uid));
      case FeigRequest.ResetToReady.CODE -> only(length == 0, new FeigRequest.ResetToReady(uid));
      case FeigRequest.SystemInfo.CODE -> only(length == 0, new FeigRequest.SystemInfo(uid));
      case FeigRequest.FeigReadBlocks.CODE -> read(uid, data.at(1), tail);
      case FeigRequest.WriteBlocks.CODE -> write(uid, tail);
      case FeigRequest.WriteAfi.CODE ->
          length == 1 ? Optional.of(new FeigRequest.WriteAfi(uid, tail.at(0))) : Optional.empty();
      case FeigRequest.WriteDsfid.CODE ->
          length == 1 ? Optional.of(new FeigRequest.WriteDsfid(uid, tail.at(0))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<FeigRequest> read(TagUid uid, int mode, WireBytes tail) {
    if (tail.length() != 2) {
      return Optional.empty();
    }
    boolean locks = (mode & FeigRequest.FeigReadBlocks.LOCKS) != 0;
    return Optional.of(new FeigRequest.FeigReadBlocks(uid, tail.at(0), tail.at(1), locks));
  }

  private static Optional<FeigRequest> write(TagUid uid, WireBytes tail) {
    if (tail.length() < 4 || tail.length() != 3 + tail.at(1) * tail.at(2)) {
      return Optional.empty();
    }
    WireBytes blocks = FeigReply.turnBlocks(tail.from(3), tail.at(2));
    return Optional.of(new FeigRequest.WriteBlocks(uid, tail.at(0), tail.at(2), blocks));
  }

  private static TagUid uid(WireBytes data, int from) {
    return new TagUid(data.slice(from, from + UID_BYTES).toString().replace(" ", ""));
  }
}
