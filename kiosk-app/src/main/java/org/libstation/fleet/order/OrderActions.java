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
  void hold(Standing standing);

  /// @param out the station serves nobody
  /// @param notice what is shown
  record Standing(boolean out, Optional<ShownNotice> notice) {
    static final Standing NOTHING = new Standing(false, Optional.empty());
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
    Look look();
  }

  /// How far it is.
  sealed interface Look {
    /// It goes on.
    record Waits() implements Look {}

    /// These go to whoever asked, and it goes on.
    record BundleParts(List<String> texts) implements Look {
      public BundleParts {
        texts = List.copyOf(texts);
      }
    }

    /// @param told figures, codes and words of the program by name: nothing personal, no free text
    record Done(Map<String, String> told) implements Look {
      public Done {
        told = Map.copyOf(told);
      }
    }

    /// @param why one word of the program's
    record OrderFailed(String why) implements Look {}
  }
}
