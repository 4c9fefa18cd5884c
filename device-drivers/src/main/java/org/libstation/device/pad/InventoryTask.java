package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.TagOutcome;

/// Takes one inventory of the whole field: the first part of the list, and the rest while the
/// reader reports that more follows.
final class InventoryTask implements PadTask<List<Seen>> {

  /// Most parts of one list. A reader that always reports "more" is stopped here.
  static final int MORE_LIMIT = 64;

  /// The fault of an endless list, with the status of readers that list in parts (FEIG, status 94).
  private static final PadReply.PadRefused ENDLESS =
      new PadReply.PadRefused(PadReply.PadRefusal.READER, 0x94, "more follows", false);

  private final List<Seen> seen = new ArrayList<>();
  private int parts;

  @Override
  public PadRequest request() {
    return new PadRequest.Inventory(parts > 0);
  }

  /// Restarts the inventory. A part whose answer was lost would not be listed again.
  @Override
  public void unanswered() {
    parts = 0;
    seen.clear();
  }

  @Override
  public Optional<Attempt<List<Seen>>> take(PadReply reply) {
    parts++;
    // Only a complete list shows which tags are absent.
    if (!(reply instanceof PadReply.Listed(List<Seen> tags, boolean more))) {
      return refused(PadTask.refusal(reply));
    }
    seen.addAll(tags);
    if (!more) {
      return PadTask.ended(List.copyOf(seen));
    }
    return parts < MORE_LIMIT ? Optional.empty() : refused(ENDLESS);
  }

  /// Ends the task; the health code of such a reader is made from its status.
  private static Optional<Attempt<List<Seen>>> refused(PadReply.PadRefused refused) {
    String code = "DF%02X".formatted(refused.status());
    return PadTask.missed(new TagOutcome.TagWriteFailed(code, refused.words()));
  }
}
