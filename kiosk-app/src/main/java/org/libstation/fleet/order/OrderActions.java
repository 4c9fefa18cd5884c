package org.libstation.fleet.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out remote orders without blocking; poll [Running] for progress.
public interface OrderActions {

  /// Begins an order.
  Running begin(Order order);

  /// Applies the standing orders, which hold until another order ends them; called repeatedly.
  void hold(StandingOrders standing);

  /// Orders in force.
  ///
  /// @param out the station is out of service
  /// @param notice the notice on the screen
  record StandingOrders(boolean out, Optional<ShownNotice> notice) {
    static final StandingOrders NOTHING = new StandingOrders(false, Optional.empty());
  }

  /// @param texts by language tag
  record ShownNotice(Instant until, Map<String, String> texts) {
    public ShownNotice {
      texts = Map.copyOf(texts);
    }
  }

  /// An order that was begun.
  @FunctionalInterface
  interface Running {
    OrderProgress look();
  }

  /// Progress of an order.
  sealed interface OrderProgress {
    /// The order goes on.
    record OrderWaits() implements OrderProgress {}

    /// The order goes on; these parts are to be sent to whoever asked.
    record BundleParts(List<String> texts) implements OrderProgress {
      public BundleParts {
        texts = List.copyOf(texts);
      }
    }

    /// @param told figures, codes and words of the program by name; no personal data, no free text
    record OrderDone(Map<String, String> told) implements OrderProgress {
      public OrderDone {
        told = Map.copyOf(told);
      }
    }

    /// @param why one word of the program
    record OrderFailed(String why) implements OrderProgress {}
  }
}
