package org.libstation.fleet.watch;

import java.io.IOException;

/// How somebody is told.
public interface Way {
  /// A word, the same for all that watch; those with the same word tell the same people.
  String name();

  /// Tells it; whoever takes it in charge has it when this returns.
  ///
  /// @throws IOException when nobody took it in charge in time; it may have been taken all the same
  void tell(Alert alert) throws IOException;
}
