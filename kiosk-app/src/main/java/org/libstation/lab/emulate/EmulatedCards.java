package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import org.libstation.lab.twin.CardSurface;

/// Emulates a reader of chip cards.
final class EmulatedCards implements Emulated {
  private final CardSurface twin;

  EmulatedCards(CardSurface twin) {
    this.twin = twin;
  }

  @Override
  public List<String> help() {
    return List.of(
        "lay NUMBER     lays a card on it; its own number in hex, such as 04A1B2C3D4E580",
        "lift           takes the card away");
  }

  @Override
  public Optional<String> act(List<String> words) {
    if (words.equals(List.of("lift"))) {
      twin.lift();
      return Optional.of("ok");
    }
    if (!words.getFirst().equals("lay") || words.size() != 2) {
      return Optional.empty();
    }
    if (!words.getLast().matches("([0-9A-Fa-f]{2}){4,10}")) {
      return Optional.of("a card's own number is 4 to 10 bytes in hex");
    }
    twin.lay(words.getLast());
    return Optional.of("ok");
  }
}
