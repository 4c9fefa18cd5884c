package org.libstation.sync;

import java.time.Duration;

/// What one unit of work on an entry came to.
sealed interface Progress {

  /// Something was written; there is more to do.
  record StepWritten() implements Progress {}

  /// Closed, or handed to staff: it holds its item no longer.
  record Finished() implements Progress {}

  /// Nothing to do before that time has passed.
  record Waits(Duration atMost) implements Progress {}

  /// The central system could not be asked.
  record NoLink() implements Progress {}
}
