package org.libstation.process;

import java.time.Duration;
import java.util.Optional;

/// The program as a child process of its supervisor.
public interface Child {

  /// A report of the child, or its end.
  sealed interface ChildNote {
    /// The start makes progress.
    ///
    /// @param step the present step
    record Starting(String step) implements ChildNote {}

    /// The first screen can be used.
    record ReadyNote() implements ChildNote {}

    /// All parts make progress.
    record Beat() implements ChildNote {}

    /// A part makes no progress.
    record Stuck(String part) implements ChildNote {}

    /// The child is about to end itself.
    ///
    /// @param cause for a technician
    record ChildFault(String cause) implements ChildNote {}

    /// The child has ended.
    ///
    /// @param status as in a shell: 128 plus the signal if one ended it
    record Ended(int status) implements ChildNote {}
  }

  /// Returns the next note, in order; empty if none came in time.
  Optional<ChildNote> next(Duration within) throws InterruptedException;

  /// Kills the child at once.
  void kill();

  /// Asks the child to end in order.
  void end();
}
