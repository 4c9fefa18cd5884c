package org.libstation.device.feig;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.Framing;
import org.libstation.device.pad.PadFrame;
import org.libstation.device.pad.PadLimits;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.PadRequest;
import org.libstation.device.pad.PadWire;
import org.libstation.device.pad.Seen;

/// The OBID ISO-host protocol of a pad (FEIG manual H20800-16e).
final class FeigWire implements PadWire {
  private static final String MAKER = "FEIG";

  /// Questions of the handshake: is a reader there, which software, which buffer sizes.
  private static final List<FeigRequest> GREETING =
      List.of(
          new FeigRequest.Ping(), new FeigRequest.SoftwareVersion(), new FeigRequest.ReaderInfo(0));

  private static final int VERSION_BYTES = 7;
  private static final int INFO_BYTES = 11;

  private final FeigOptions.FeigLine wire;
  private int reader;

  FeigWire(FeigOptions.FeigLine wire) {
    this.wire = wire;
    this.reader = wire.address();
  }

  @Override
  public String maker() {
    return MAKER;
  }

  @Override
  public Duration reply() {
    return wire.reply();
  }

  @Override
  public Duration gap() {
    return wire.gap();
  }

  @Override
  public Framing<FeigFrame> framing() {
    return FeigFrame.FRAMING;
  }

  @Override
  public int greetings() {
    return GREETING.size();
  }

  /// Older readers do not know the reader info; the usual sizes then apply.
  @Override
  public boolean mustGreet(int step) {
    return GREETING.get(step) instanceof FeigRequest.SoftwareVersion;
  }

  @Override
  public PadLimits usualLimits() {
    return FeigBuffers.USUAL;
  }

  @Override
  public Optional<Duration> resetPause() {
    return Optional.of(wire.resetPause());
  }

  /// False: the command for the bit (B1) is only in the manual of the MR/PR 101 and does not read
  /// it.
  @Override
  public boolean readsEas() {
    return false;
  }

  @Override
  public WireBytes encode(PadRequest request) {
    return of(request).encode(wire.advanced(), wire.address());
  }

  @Override
  public int command(PadRequest request) {
    return of(request).command();
  }

  private FeigRequest of(PadRequest request) {
    return switch (request) {
      case PadRequest.Greet(int step) -> GREETING.get(step);
      case PadRequest.FieldOn _ -> new FeigRequest.FeigFieldPower(true);
      case PadRequest.FieldReset _ -> new FeigRequest.FeigFieldReset();
      case PadRequest.Inventory(boolean rest) ->
          new FeigRequest.FeigInventory(rest ? wire.more() : 0);
      case PadRequest.SystemInfo(var uid) -> new FeigRequest.SystemInfo(uid);
      case PadRequest.ReadBlocks(var uid, int first, int count, boolean locks) ->
          new FeigRequest.FeigReadBlocks(uid, first, count, locks);
      case PadRequest.WriteBlocks(var uid, int first, int size, WireBytes blocks) ->
          new FeigRequest.WriteBlocks(uid, first, size, blocks);
      case PadRequest.WriteAfi(var uid, int afi) -> new FeigRequest.WriteAfi(uid, afi);
      case PadRequest.WriteDsfid(var uid, int dsfid) -> new FeigRequest.WriteDsfid(uid, dsfid);
      case PadRequest.Eas(var uid, boolean on) -> new FeigRequest.FeigEas(uid, on);
      case PadRequest.ReadEas _ -> throw new IllegalArgumentException("the bit cannot be read");
    };
  }

  @Override
  public boolean isOurs(PadFrame frame) {
    return reader == FeigFrame.ANY_ADDRESS || frame.address() == reader;
  }

  @Override
  public void answered(PadFrame frame) {
    reader = frame.address();
  }

  @Override
  public Optional<PadReply> reply(PadRequest request, PadFrame frame) {
    return frame instanceof FeigFrame mine
        ? FeigReply.decode(mine)
            .filter(reply -> reply.command() == command(request))
            .map(reply -> meaning(request, reply))
        : Optional.empty();
  }

  private PadReply meaning(PadRequest request, FeigReply reply) {
    if (request instanceof PadRequest.Inventory && FeigStatus.isList(reply)) {
      boolean none = reply.status() == FeigStatus.NO_TAG;
      Optional<List<Seen>> tags = none ? Optional.of(List.of()) : reply.tags();
      boolean more = reply.status() == FeigStatus.MORE_DATA;
      return orMisshapen(tags.map(all -> new PadReply.Listed(all, more)));
    }
    if (reply.status() != FeigStatus.OK) {
      return FeigStatus.refused(reply);
    }
    return switch (request) {
      case PadRequest.Greet(int step) -> greeted(GREETING.get(step), reply.data());
      case PadRequest.SystemInfo(var uid) ->
          orMisshapen(
              reply
                  .tagInfo()
                  .map(info -> info.uid().equals(uid) ? info : new PadReply.OfAnotherTag()));
      case PadRequest.ReadBlocks _ -> orMisshapen(reply.blocks());
      default -> new PadReply.CommandDone();
    };
  }

  private static PadReply orMisshapen(Optional<? extends PadReply> reply) {
    return reply.isPresent() ? reply.get() : PadReply.PadRefused.misshapen();
  }

  /// Reads an answer of the handshake. The first bytes of the version data are the software, such
  /// as 03.00, followed by the type byte (manual: "get software version").
  private static PadReply greeted(FeigRequest question, WireBytes data) {
    return switch (question) {
      case FeigRequest.SoftwareVersion _ when data.length() >= VERSION_BYTES - 1 -> {
        String type = "%02Xh".formatted(data.at(4));
        String software = "%02X.%02X".formatted(data.at(0), data.at(1));
        yield new PadReply.Greeted(
            Optional.of(
                SelfNote.of("READER", "%s reader type %s, software %s", MAKER, type, software)),
            MAKER + " " + type + ", " + software,
            Optional.empty(),
            data.length() == VERSION_BYTES);
      }
      case FeigRequest.SoftwareVersion _ ->
          new PadReply.Greeted(Optional.empty(), "", Optional.empty(), false);
      case FeigRequest.ReaderInfo _ ->
          new PadReply.Greeted(
              Optional.empty(), "", Optional.of(FeigBuffers.of(data)), data.length() == INFO_BYTES);
      default -> PadReply.Greeted.HELLO;
    };
  }

  /// True if the bytes begin with a length and the reader's own address.
  @Override
  public boolean beginsAsReply(WireBytes came) {
    return came.length() > 1 && came.at(1) == 0;
  }
}
