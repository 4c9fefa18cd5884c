package org.libstation.fleet.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What orders do at the station. Nothing here waits: what takes time is looked at again.
public interface OrderActions {

  /// Begins what was ordered.
  Running begin(Order order);

  /// What holds until another order ends it; told again and again.
  void hold(StandingOrders standing);

  /// @param out the station serves nobody
  /// @param notice what is shown
  record StandingOrders(boolean out, Optional<ShownNotice> notice) {
    static final StandingOrders NOTHING = new StandingOrders(false, Optional.empty());
  }

  /// @param texts by the tag of a language
  record ShownNotice(Instant until, Map<String, String> texts) {
    public ShownNotice {
      texts = Map.copyOf(texts);
    }
  }

  /// Something that was begun.
  @FunctionalInterface
  interface Running {
    OrderProgress look();
  }

  /// How far it is.
  sealed interface OrderProgress {
    /// It goes on.
    record OrderWaits() implements OrderProgress {}

    /// These go to whoever asked, and it goes on.
    record BundleParts(List<String> texts) implements OrderProgress {
      public BundleParts {
        texts = List.copyOf(texts);
      }
    }

    /// @param told figures, codes and words of the program by name: nothing personal, no free text
    record OrderDone(Map<String, String> told) implements OrderProgress {
      public OrderDone {
        told = Map.copyOf(told);
      }
    }

    /// @param why one word of the program's
    record OrderFailed(String why) implements OrderProgress {}
  }
}
