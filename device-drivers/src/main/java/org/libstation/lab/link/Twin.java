package org.libstation.lab.link;

import java.util.List;
import java.util.Optional;

/// A simulated device. It speaks the wire protocol and knows nothing of the station's drivers.
///
/// It takes bytes and returns bytes, without a thread or a link of its own. So the same twin runs
/// in memory ([org.libstation.lab.link.simulated.LoopLine]) and behind a real pseudo-terminal
/// ([org.libstation.lab.link.pty.PtyTwin]). Its other methods (present a card, take the paper out)
/// may be called from any thread.
public interface Twin {

  /// Does one turn of the device.
  ///
  /// @param received bytes from the station since the last turn; may be empty
  /// @return bytes that the device sends now, answers and unasked messages; may be empty
  byte[] exchange(byte[] received);

  /// Whether the twin takes more bytes now. If not, they stay on the wire, as with a busy device.
  default boolean ready() {
    return true;
  }

  /// The faults that can be brought about, for checks, help and benches. Each of them can be
  /// brought about with its example arguments.
  default List<TwinFault> faults() {
    return List.of();
  }

  /// Brings one of [#faults()] about. Faults happen by call or count, never by time.
  ///
  /// @param fault name of the fault
  /// @param arguments as many as the fault takes
  /// @return the reason for a failure; empty if the fault is now active
  default Optional<String> bringAbout(String fault, List<String> arguments) {
    return Optional.of("it has no fault '" + fault + "'");
  }

  /// Ends all lasting faults. The effects of past faults remain.
  default void heal() {}
}
