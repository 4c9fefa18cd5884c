package org.libstation.device.feig;

import java.util.Optional;
import org.libstation.device.TagOutcome;

/// Takes the field away for a moment, so that a tag which hangs or was told to be quiet begins
/// anew. The answer comes when the reset is over, 15 ms (manual H60301, 5.6).
final class FieldResetTask implements FeigTask<TagOutcome> {
  @Override
  public FeigRequest request() {
    return new FeigRequest.FieldReset();
  }

  @Override
  public Optional<Attempt<TagOutcome>> take(FeigReply reply) {
    return FeigTask.ended(
        reply.status() == FeigStatus.OK ? new TagOutcome.Done() : FeigTask.outcome(reply));
  }
}
