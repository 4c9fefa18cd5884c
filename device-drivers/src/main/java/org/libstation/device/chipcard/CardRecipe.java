package org.libstation.device.chipcard;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.libstation.device.CardProblem;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.LinkLostException;

/// Which data of a card make its number, and how to read them, as a sheet in `devices/cards`
/// describes it.
interface CardRecipe {

  /// @param uid the card's own number (UID) as the reader reports it; no bytes if the card has none
  /// @return the bytes of which the number is made; never empty
  /// @throws NotReadException if there are none
  byte[] read(CardChannel card, byte[] uid) throws NotReadException, LinkLostException;

  /// Whether the recipe reads the card's own number.
  default boolean isUid() {
    return false;
  }

  /// A recipe, and how its bytes are written if the site does not set that.
  record CardRecipeSheet(CardRecipe recipe, NumberForm.Base base) {}

  /// Reads the lines of a sheet.
  static CardRecipeSheet of(DriverOptions lines, CardKeys keys) {
    String _ = lines.text("source", "");
    CardRecipe recipe =
        switch (lines.choice("read", "uid", "uid", "classic", "desfire", "ndef")) {
          case "classic" -> Classic.of(lines, keys);
          case "desfire" -> Desfire.of(lines, keys, new SecureRandom());
          case "ndef" -> new NdefText();
          default -> new Uid();
        };
    boolean text = recipe instanceof NdefText;
    return new CardRecipeSheet(
        recipe, NumberForm.base(lines, "base", text ? NumberForm.Base.TEXT : NumberForm.Base.HEX));
  }

  /// Which of the bytes that were read make the number.
  ///
  /// @param length 0 for all bytes that follow
  record CardByteRange(int from, int length) {
    static CardByteRange of(DriverOptions lines) {
      return new CardByteRange(lines.number("from", 0, 0, 4096), lines.number("length", 0, 0, 64));
    }

    byte[] of(byte[] read) throws NotReadException {
      int end = length == 0 ? read.length : from + length;
      if (from >= end || end > read.length) {
        throw new NotReadException(
            CardProblem.NOT_OURS, "the card holds less than the recipe reads");
      }
      return java.util.Arrays.copyOfRange(read, from, end);
    }
  }

  /// Reads the card's own number (UID).
  record Uid() implements CardRecipe {
    private static final Set<Integer> LENGTHS = Set.of(4, 7, 8, 10);

    @Override
    public boolean isUid() {
      return true;
    }

    @Override
    public byte[] read(CardChannel card, byte[] uid) throws NotReadException {
      if (!LENGTHS.contains(uid.length)) {
        throw new NotReadException(CardProblem.NOT_OURS, "the card has no number of its own");
      }
      return uid.clone();
    }
  }

  /// Reads blocks of a MIFARE Classic (PC/SC Part 3, 3.2.2.1: Load Keys, General Authenticate, Read
  /// Binary).
  ///
  /// @param block first block, counted from 0 over the whole card
  /// @param structure P1 of Load Keys: 00 loads into the reader's volatile memory, 20 into the
  ///   other
  record Classic(
      CardKeys keys,
      String key,
      boolean keyB,
      int structure,
      int block,
      int blocks,
      CardByteRange part)
      implements CardRecipe {
    private static final int BLOCK = 16;

    static Classic of(DriverOptions lines, CardKeys keys) {
      int block = lines.number("block", 4, 0, 255);
      int blocks = lines.number("blocks", 1, 1, 15);
      for (int i = block; i < block + blocks; i++) {
        if (isTrailer(i)) {
          throw lines.wrong(
              "block", OptionRule.OTHER, List.of(), "no block of keys (the last one of a sector)");
        }
      }
      String key = keys.named(lines, "key", 6);
      boolean keyB = lines.choice("key.type", "a", "a", "b").equals("b");
      byte[] structure = lines.hex("key.structure", "00");
      return new Classic(
          keys,
          key,
          keyB,
          structure.length == 0 ? 0 : structure[0],
          block,
          blocks,
          CardByteRange.of(lines));
    }

    /// Whether this is a block of keys, the last of its sector. Sectors have 4 blocks; from block
    /// 128 on, 16.
    private static boolean isTrailer(int block) {
      return block < 128 ? block % 4 == 3 : block % 16 == 15;
    }

    @Override
    public byte[] read(CardChannel card, byte[] uid) throws NotReadException, LinkLostException {
      byte[] load = CardChannel.hex("FF 82 00 00 06 00 00 00 00 00 00");
      load[2] = (byte) structure;
      byte[] secret = keys.bytes(key);
      System.arraycopy(secret, 0, load, 5, 6);
      java.util.Arrays.fill(secret, (byte) 0);
      try {
        byte[] _ = card.done("the key", load);
      } finally {
        java.util.Arrays.fill(load, (byte) 0);
      }
      byte[] read = new byte[blocks * BLOCK];
      int sector = -1;
      for (int i = 0; i < blocks; i++) {
        int at = block + i;
        int its = at < 128 ? at / 4 : at / 16 + 24;
        if (its != sector) {
          byte[] _ =
              card.done(
                  "the authentication",
                  CardChannel.hex(
                      "FF 86 00 00 05 01 00 %02X %02X 00".formatted(at, keyB ? 0x61 : 0x60)));
          sector = its;
        }
        byte[] came = card.done("a block", CardChannel.hex("FF B0 00 %02X 10".formatted(at)));
        if (came.length != BLOCK) {
          throw new NotReadException(CardProblem.NOT_OURS, "a block of the card is incomplete");
        }
        System.arraycopy(came, 0, read, i * BLOCK, BLOCK);
      }
      return part.of(read);
    }
  }
}
