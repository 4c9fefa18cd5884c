package org.libstation.device.chipcard;

import java.util.Set;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.LinkLostException;

/// What is read of a card, as a sheet in `devices/cards` says it.
interface CardRecipe {

  /// @param uid what the reader says is the card's number; no byte where the card has none
  /// @return the bytes of which the number is made; never empty
  /// @throws NotReadException when there are none
  byte[] read(CardChannel card, byte[] uid) throws NotReadException, LinkLostException;

  /// Whether the card's own number is what is read.
  default boolean isUid() {
    return false;
  }

  /// Reads the sheet's lines.
  static CardRecipe of(DriverOptions sheet, CardKeys keys) {
    String _ = sheet.text("source", "");
    String read = sheet.choice("read", "uid", "uid");
    return switch (read) {
      default -> new Uid();
    };
  }

  /// The card's own number.
  record Uid() implements CardRecipe {
    private static final Set<Integer> LENGTHS = Set.of(4, 7, 8, 10);

    @Override
    public boolean isUid() {
      return true;
    }

    @Override
    public byte[] read(CardChannel card, byte[] uid) throws NotReadException {
      if (!LENGTHS.contains(uid.length)) {
        throw new NotReadException(
            org.libstation.device.CardProblem.NOT_OURS, "the card has no number of its own");
      }
      return uid;
    }
  }
}
