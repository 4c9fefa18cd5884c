package org.libstation.lab.link;

import java.util.List;
import java.util.Optional;

/// A device played by software: it speaks the wire protocol and knows nothing of our drivers.
///
/// Bytes in, bytes out, no thread and no link of its own, so that the same twin runs in memory
/// ([org.libstation.lab.link.simulated.LoopLine]) and behind a real pseudo-terminal
/// ([org.libstation.lab.link.pty.PtyTwin]). Its own calls (present a card, take the paper out) may
/// come from any thread.
public interface Twin {

  /// One turn of the device.
  ///
  /// @param received what came from the station since the last turn; may be empty
  /// @return what the device sends now: answers, and what it says of its own accord; may be empty
  byte[] exchange(byte[] received);

  /// Whether it takes more bytes now. A device that says no leaves them on the wire, as one with a
  /// busy line does.
  default boolean ready() {
    return true;
  }

  /// The faults it can be told to have, for checks, help and benches. Every one of them can be
  /// brought about with its own example arguments.
  default List<TwinFault> faults() {
    return List.of();
  }

  /// Brings one of [#faults()] about. By call or count, never by time.
  ///
  /// @param fault its name
  /// @param arguments as many as it takes
  /// @return why not; empty when it has the fault now
  default Optional<String> bringAbout(String fault, List<String> arguments) {
    return Optional.of("it has no fault '" + fault + "'");
  }

  /// Ends every fault that lasts; what a fault has already done stays done.
  default void heal() {}
}
