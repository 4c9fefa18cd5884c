package org.libstation.device;

import java.time.Instant;
import java.util.List;

/// The health of a device. The type is for programs; [#code()] and [#reason()] are for people.
public sealed interface DeviceHealth {

  /// When this state began.
  Instant since();

  /// Not yet ready: never connected, or waiting to try again.
  ///
  /// @param attempt number of failures in a row so far; 0 before the first try
  record Connecting(Instant since, int attempt, String code, String reason)
      implements DeviceHealth {}

  /// The device answers its application-level handshake and its liveness poll.
  ///
  /// @param says what the device reports of itself (model, firmware, counters); may be empty
  /// @param lastGoodAnswer time of the last correct answer
  record Ready(Instant since, List<SelfNote> says, Instant lastGoodAnswer) implements DeviceHealth {
    public Ready {
      says = List.copyOf(says);
    }

    /// The device's statements about itself, for logs.
    public String description() {
      return SelfNote.inEnglish(says);
    }
  }

  /// The device answers, but a person must see to it: paper near its end, cover open, jam.
  record NeedsHand(Instant since, String code, String reason) implements DeviceHealth {}

  /// A short stable code that a person can photograph, such as `DP12`; empty when all is well.
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

  /// Whether the device accepts commands now.
  default boolean usable() {
    return !(this instanceof Connecting);
  }
}
