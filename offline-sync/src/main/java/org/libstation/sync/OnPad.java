package org.libstation.sync;

import java.util.function.Predicate;
import org.libstation.circulation.CirculationEvent.ItemReturned;

/// Knows whether a returned item lies on the pad now. Shared by all that settle. Without a reader,
/// the answer is always no.
public final class OnPad {
  private volatile Predicate<ItemReturned> reader = _ -> false;

  /// @param seen whether the reader has seen the item since this hand-over and sees it now; called
  ///   from any thread
  public void seenBy(Predicate<ItemReturned> seen) {
    reader = seen;
  }

  boolean lies(ItemReturned returned) {
    return reader.test(returned);
  }
}
