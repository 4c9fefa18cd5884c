package org.libstation.device;

import java.time.Instant;
import java.util.List;

/// How a device is. The type is for programs; [#code()] and [#reason()] are for people.
public sealed interface DeviceHealth {

  /// When this state began.
  Instant since();

  /// Not yet ready: never connected, or waiting to try again.
  ///
  /// @param attempt how many times in a row it failed so far; 0 before the first try
  record Connecting(Instant since, int attempt, String code, String reason)
      implements DeviceHealth {}

  /// Answers its application-level hand-shake and its liveness poll.
  ///
  /// @param says of itself (model, firmware, what was counted); none when it says nothing
  /// @param lastGoodAnswer when it last answered rightly
  record Ready(Instant since, List<SelfNote> says, Instant lastGoodAnswer) implements DeviceHealth {
    public Ready {
      says = List.copyOf(says);
    }

    /// What it says of itself, for logs.
    public String description() {
      return SelfNote.inEnglish(says);
    }
  }

  /// Answers, but something about it needs a hand: paper near its end, cover open, jam.
  record NeedsHand(Instant since, String code, String reason) implements DeviceHealth {}

  /// A short stable code a person can photograph, such as `DP12`; empty when all is well.
  default String code() {
    return switch (this) {
      case Connecting c -> c.code;
      case Ready _ -> "";
      case NeedsHand n -> n.code;
    };
  }

  /// The reason in words for a technician; empty when all is well.
  default String reason() {
    return switch (this) {
      case Connecting c -> c.reason;
      case Ready _ -> "";
      case NeedsHand n -> n.reason;
    };
  }

  /// Whether commands can be given to it now.
  default boolean usable() {
    return !(this instanceof Connecting);
  }
}
