package org.libstation.device.pad;

import java.util.Optional;
import org.libstation.device.TagOutcome;

/// Switches the field off for a moment, so that a tag which hangs or was told to be quiet starts
/// anew.
final class FieldResetTask implements PadTask<TagOutcome> {
  @Override
  public PadRequest request() {
    return new PadRequest.FieldReset();
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(PadReply reply) {
    return PadTask.ended(
        reply instanceof PadReply.CommandDone
            ? new TagOutcome.TagWriteVerified()
            : PadTask.outcome(reply));
  }
}
