package org.libstation.lab.twin;

import org.libstation.lab.link.Twin;

/// A twin on which cards with a chip are laid.
public interface CardSurface extends Twin {

  /// Lays a card on it, in place of another.
  ///
  /// @param uid its number as hex
  void lay(String uid);

  /// Takes the card away.
  void lift();
}
