package org.libstation.fleet.watch;

import java.io.IOException;

/// A way to send alerts.
public interface Way {
  /// A word, the same for all watchers; ways with the same word reach the same people.
  String name();

  /// Sends an alert; when this returns, the receiver has accepted it.
  ///
  /// @throws IOException when the receiver did not accept it in time; it may have it all the same
  void tell(Alert alert) throws IOException;
}
