package org.libstation.device.feig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagOutcome;

/// One look at the whole field: the first part of the list, and the rest while the reader says
/// "more data".
final class InventoryTask implements FeigTask<List<FeigReply.Seen>> {

  /// Parts of one list; a reader that always says "more" is not believed for ever.
  static final int MORE_LIMIT = 64;

  private final int moreMode;
  private final List<FeigReply.Seen> seen = new ArrayList<>();
  private int parts;

  /// @param moreMode mode byte that fetches the rest
  InventoryTask(int moreMode) {
    this.moreMode = moreMode;
  }

  @Override
  public FeigRequest request() {
    return new FeigRequest.Inventory(parts == 0 ? 0 : moreMode);
  }

  /// A part whose answer was lost is not listed again: the whole look begins anew.
  @Override
  public void unanswered() {
    parts = 0;
    seen.clear();
  }

  @Override
  public Optional<Attempt<List<FeigReply.Seen>>> take(FeigReply reply) {
    parts++;
    // Only a list that came to its end tells who is not there.
    if (reply.status() == FeigStatus.NO_TAG) {
      return FeigTask.ended(List.copyOf(seen));
    }
    boolean carries = reply.status() == FeigStatus.OK || reply.status() == FeigStatus.MORE_DATA;
    Optional<List<FeigReply.Seen>> tags = carries ? reply.tags() : Optional.empty();
    if (tags.isEmpty()) {
      return refused(reply);
    }
    seen.addAll(tags.get());
    if (reply.status() == FeigStatus.OK) {
      return FeigTask.ended(List.copyOf(seen));
    }
    return parts < MORE_LIMIT ? Optional.empty() : refused(reply);
  }

  /// The health code of a reader that goes on like this is made of the status.
  private static Optional<Attempt<List<FeigReply.Seen>>> refused(FeigReply reply) {
    String code = "DF%02X".formatted(reply.status());
    return FeigTask.missed(new TagOutcome.Failed(code, FeigStatus.inWords(reply)));
  }
}
