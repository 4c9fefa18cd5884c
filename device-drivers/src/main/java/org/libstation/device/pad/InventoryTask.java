package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagOutcome;

/// One look at the whole field: the first part of the list, and the rest while the reader says that
/// more follows.
final class InventoryTask implements PadTask<List<Seen>> {

  /// Parts of one list; a reader that always says "more" is not believed for ever.
  static final int MORE_LIMIT = 64;

  /// As the readers that list in parts number it (FEIG, status 94).
  private static final PadReply.PadRefused ENDLESS =
      new PadReply.PadRefused(PadReply.PadRefusal.READER, 0x94, "more follows", false);

  private final List<Seen> seen = new ArrayList<>();
  private int parts;

  @Override
  public PadRequest request() {
    return new PadRequest.Inventory(parts > 0);
  }

  /// A part whose answer was lost is not listed again: the whole look begins anew.
  @Override
  public void unanswered() {
    parts = 0;
    seen.clear();
  }

  @Override
  public Optional<Attempt<List<Seen>>> take(PadReply reply) {
    parts++;
    // Only a list that came to its end tells who is not there.
    if (!(reply instanceof PadReply.Listed(List<Seen> tags, boolean more))) {
      return refused(PadTask.refusal(reply));
    }
    seen.addAll(tags);
    if (!more) {
      return PadTask.ended(List.copyOf(seen));
    }
    return parts < MORE_LIMIT ? Optional.empty() : refused(ENDLESS);
  }

  /// The health code of a reader that goes on like this is made of the status.
  private static Optional<Attempt<List<Seen>>> refused(PadReply.PadRefused refused) {
    String code = "DF%02X".formatted(refused.status());
    return PadTask.missed(new TagOutcome.TagWriteFailed(code, refused.words()));
  }
}
