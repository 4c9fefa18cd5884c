package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;

/// Reads the security byte. If it has the other value of the pair, it is written and read back. If
/// the EAS bit is configured, the bit follows, for tags of NXP. A reader that can read the bit back
/// does so; otherwise the tag's own answer must do.
final class SecurityTask implements PadTask<TagOutcome> {
  private enum SecurityStage {
    LOOK,
    WRITE,
    CHECK,
    EAS,
    EAS_CHECK,
    /// The tag did not answer for the bit: the bit is off, or the tag has left.
    STILL_THERE
  }

  /// Receives the state each time it was read.
  interface Taker {
    /// Takes a state.
    ///
    /// @param afi the security byte, 0 to 255
    /// @param contradicted whether the EAS bit gives the gate the opposite state
    void found(int afi, boolean contradicted);
  }

  /// Start of the UIDs of NXP's tags. Byte 7 of a UID is E0, byte 6 the maker (ISO/IEC 15693-1,
  /// ISO/IEC 7816-6); 04 is NXP.
  private static final String NXP = "E004";

  private final TagUid uid;
  private final PadOptions options;
  private final boolean readsEas;
  private final Optional<TagSecurity> to;
  private final Taker taker;
  private SecurityStage stage = SecurityStage.LOOK;
  private int afi;

  /// @param readsEas whether the reader can read the EAS bit back
  /// @param to the wanted state; empty to read only
  SecurityTask(
      TagUid uid, PadOptions options, boolean readsEas, Optional<TagSecurity> to, Taker taker) {
    this.uid = uid;
    this.options = options;
    this.readsEas = readsEas;
    this.to = to;
    this.taker = taker;
  }

  @Override
  public PadRequest request() {
    return switch (stage) {
      case LOOK, CHECK, STILL_THERE -> new PadRequest.SystemInfo(uid);
      case WRITE -> new PadRequest.WriteAfi(uid, options.afi(to.orElseThrow()));
      case EAS -> new PadRequest.Eas(uid, to.orElseThrow() == TagSecurity.ARMED);
      case EAS_CHECK -> new PadRequest.ReadEas(uid);
    };
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(PadReply reply) {
    return switch (reply) {
      case PadReply.TagInfo info when request() instanceof PadRequest.SystemInfo ->
          stage == SecurityStage.STILL_THERE ? easIs(false) : read(info.afi());
      case PadReply.CommandDone _ when stage == SecurityStage.WRITE -> next(SecurityStage.CHECK);
      case PadReply.CommandDone _ when stage == SecurityStage.EAS ->
          readsEas ? next(SecurityStage.EAS_CHECK) : easIs(to.orElseThrow() == TagSecurity.ARMED);
      case PadReply.EasIs(boolean on) when stage == SecurityStage.EAS_CHECK ->
          on ? easIs(true) : next(SecurityStage.STILL_THERE);
      case PadReply.PadRefused refused when stage == SecurityStage.EAS && refused.isFinal() ->
          PadTask.ended(new TagOutcome.TagWriteFailed("DT17", "EAS bit: " + refused.words()));
      default -> PadTask.refused(reply);
    };
  }

  private Optional<Attempt<TagOutcome>> next(SecurityStage now) {
    stage = now;
    return Optional.empty();
  }

  private Optional<Attempt<TagOutcome>> read(int read) {
    afi = read;
    boolean hasEas = options.eas() && uid.hex().startsWith(NXP);
    // Until the bit is set too, the byte alone does not show what the gate will do.
    taker.found(afi, hasEas && to.isPresent());
    if (to.isEmpty()) {
      boolean asks = hasEas && readsEas && options.security(afi) != TagSecurity.UNKNOWN;
      return asks
          ? next(SecurityStage.EAS_CHECK)
          : PadTask.ended(new TagOutcome.TagWriteVerified());
    }
    if (stage == SecurityStage.LOOK && options.security(afi) == TagSecurity.UNKNOWN) {
      return PadTask.ended(new TagOutcome.NotOurs(afi));
    }
    if (afi == options.afi(to.get())) {
      return hasEas ? next(SecurityStage.EAS) : PadTask.ended(new TagOutcome.TagWriteVerified());
    }
    return stage == SecurityStage.CHECK
        ? PadTask.missed(
            new TagOutcome.TagWriteFailed(
                "DT14", "the security byte reads back as %02Xh".formatted(afi)))
        : next(SecurityStage.WRITE);
  }

  private Optional<Attempt<TagOutcome>> easIs(boolean on) {
    boolean contradicted = on != (options.security(afi) == TagSecurity.ARMED);
    taker.found(afi, contradicted);
    return contradicted && to.isPresent()
        ? PadTask.missed(
            new TagOutcome.TagWriteFailed(
                "DT17", "EAS bit: it reads back as " + (on ? "on" : "off")))
        : PadTask.ended(new TagOutcome.TagWriteVerified());
  }
}
