package org.libstation.process;

import java.time.Duration;
import java.util.Optional;

/// The program as a process of its own, as its supervisor sees it.
public interface Child {

  /// What it says, or what became of it.
  sealed interface ChildNote {
    /// Its start goes on.
    ///
    /// @param step the one under way
    record Starting(String step) implements ChildNote {}

    /// Its first screen can be used.
    record ReadyNote() implements ChildNote {}

    /// All its parts make progress.
    record Beat() implements ChildNote {}

    /// One of them does not.
    record Stuck(String part) implements ChildNote {}

    /// It is about to end itself.
    ///
    /// @param cause for a technician
    record ChildFault(String cause) implements ChildNote {}

    /// It is no more.
    ///
    /// @param status as the shell has it: 128 and the signal where one ended it
    record Ended(int status) implements ChildNote {}
  }

  /// The next note, in order; empty when none came within the time.
  Optional<ChildNote> next(Duration within) throws InterruptedException;

  /// It gets no further instruction.
  void kill();

  /// Asks it to end in order.
  void end();
}
