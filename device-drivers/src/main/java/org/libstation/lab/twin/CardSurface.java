package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin of a reader on which chip cards are laid.
public interface CardSurface extends Twin {

  /// Lays a card on the reader, in place of another.
  ///
  /// @param uid the card's number as hex
  void lay(String uid);

  /// Takes the card away.
  void lift();
}
