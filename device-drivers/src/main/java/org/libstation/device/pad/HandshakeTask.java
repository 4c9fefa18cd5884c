package org.libstation.device.pad;

import java.util.List;
import java.util.Optional;
import org.libstation.device.SelfNote;
import org.libstation.device.TagOutcome;

/// Asks the reader what it is and how much it can carry, and switches its field on. A field that
/// was switched off looks like a pad that is always empty.
final class HandshakeTask implements PadTask<HandshakeTask.HandshakeReader> {

  /// The reader that answered.
  ///
  /// @param says type and software
  record HandshakeReader(List<SelfNote> says, PadLimits limits) {}

  private final PadWire wire;
  private int asked;
  private SelfNote itself;
  private PadLimits limits;

  HandshakeTask(PadWire wire) {
    this.wire = wire;
    this.itself = SelfNote.of("READER_UNKNOWN", "%s reader", wire.maker());
    this.limits = wire.usualLimits();
  }

  @Override
  public PadRequest request() {
    return asked < wire.greetings() ? new PadRequest.Greet(asked) : new PadRequest.FieldOn();
  }

  @Override
  public Optional<Attempt<HandshakeReader>> take(PadReply reply) {
    if (reply instanceof PadReply.Greeted greeted) {
      itself = greeted.says().orElse(itself);
      limits = greeted.limits().orElse(limits);
    } else if (asked < wire.greetings() && wire.mustGreet(asked)) {
      return PadTask.missed(new TagOutcome.NoReader("no " + wire.maker() + " reader"));
    }
    asked++;
    return asked < wire.greetings() + (wire.resetPause().isPresent() ? 1 : 0)
        ? Optional.empty()
        : PadTask.ended(new HandshakeReader(List.of(itself), limits));
  }
}
