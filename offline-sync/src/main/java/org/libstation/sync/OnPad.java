package org.libstation.sync;

import java.util.function.Predicate;
import org.libstation.circulation.CirculationEvent.ItemReturned;

/// Whether a returned item lies on the pad now. Shared by all that settle. Without a reader nothing
/// lies there.
public final class OnPad {
  private volatile Predicate<ItemReturned> reader = _ -> false;

  /// @param seen whether the reader sees the item now, since this hand-over; any thread may ask
  public void seenBy(Predicate<ItemReturned> seen) {
    reader = seen;
  }

  boolean lies(ItemReturned returned) {
    return reader.test(returned);
  }
}
