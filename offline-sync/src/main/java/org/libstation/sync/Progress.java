package org.libstation.sync;

import java.time.Duration;

/// The result of one unit of work on an entry.
sealed interface Progress {

  /// Something was written; there is more to do.
  record StepWritten() implements Progress {}

  /// The entry was closed or handed to staff; it holds its item no longer.
  record Finished() implements Progress {}

  /// There is nothing to do until `atMost` has passed.
  record Waits(Duration atMost) implements Progress {}

  /// The central system could not be asked.
  record NoLink() implements Progress {}
}
