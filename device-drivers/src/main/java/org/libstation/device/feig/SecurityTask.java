package org.libstation.device.feig;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.libstation.device.Security;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagUid;

/// Reads the security byte; writes it if it is the other one of the pair, and reads it back. With
/// the EAS bit configured that follows, for a tag of NXP (command B1, manual H60301 of the MR/PR
/// 101 only): it cannot be read back, so its answer is all there is.
final class SecurityTask implements FeigTask<TagOutcome> {
  private enum Stage {
    LOOK,
    WRITE,
    CHECK,
    EAS
  }

  /// Byte 7 of a UID is E0, byte 6 the maker (ISO/IEC 15693-1, ISO/IEC 7816-6): 04 is NXP.
  private static final String NXP = "E004";

  private final TagUid uid;
  private final FeigOptions options;
  private final Optional<Security> to;
  private final IntConsumer found;
  private Stage stage = Stage.LOOK;

  /// @param to empty to read only
  /// @param found takes the byte each time it was read
  SecurityTask(TagUid uid, FeigOptions options, Optional<Security> to, IntConsumer found) {
    this.uid = uid;
    this.options = options;
    this.to = to;
    this.found = found;
  }

  @Override
  public FeigRequest request() {
    return switch (stage) {
      case LOOK, CHECK -> new FeigRequest.SystemInfo(uid);
      case WRITE -> new FeigRequest.WriteAfi(uid, options.afi(to.orElseThrow()));
      case EAS -> new FeigRequest.Eas(uid, to.orElseThrow() == Security.ARMED);
    };
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(FeigReply reply) {
    if (reply.status() != FeigStatus.OK) {
      return stage == Stage.EAS && FeigStatus.isFinal(reply)
          ? FeigTask.ended(new TagOutcome.Failed("DT17", "EAS bit: " + FeigStatus.inWords(reply)))
          : FeigTask.refused(reply);
    }
    return switch (stage) {
      case LOOK, CHECK -> read(reply);
      case WRITE -> {
        stage = Stage.CHECK;
        yield Optional.empty();
      }
      case EAS -> FeigTask.ended(new TagOutcome.Done());
    };
  }

  private Optional<Attempt<TagOutcome>> read(FeigReply reply) {
    Optional<FeigReply.TagInfo> info = reply.tagInfo();
    if (info.isEmpty()) {
      return FeigTask.missed(FeigTask.outcome(reply));
    }
    int afi = info.get().afi();
    found.accept(afi);
    if (to.isEmpty()) {
      return FeigTask.ended(new TagOutcome.Done());
    }
    if (stage == Stage.LOOK && options.security(afi) == Security.UNKNOWN) {
      return FeigTask.ended(new TagOutcome.NotOurs(afi));
    }
    if (afi == options.afi(to.get())) {
      return written();
    }
    if (stage == Stage.CHECK) {
      return FeigTask.missed(
          new TagOutcome.Failed("DT14", "the security byte reads back as %02Xh".formatted(afi)));
    }
    stage = Stage.WRITE;
    return Optional.empty();
  }

  private Optional<Attempt<TagOutcome>> written() {
    if (options.eas() && uid.hex().startsWith(NXP)) {
      stage = Stage.EAS;
      return Optional.empty();
    }
    return FeigTask.ended(new TagOutcome.Done());
  }
}
