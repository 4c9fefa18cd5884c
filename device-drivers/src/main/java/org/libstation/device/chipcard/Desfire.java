package org.libstation.device.chipcard;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.libstation.device.CardProblem;
import org.libstation.device.WrongOptionException.OptionRule;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Reads a file of an application on a MIFARE DESFire (EV1 and later), by the card's own commands
/// in ISO/IEC 7816 wrapping: select, authenticate, read.
///
/// @param application three bytes, highest first, as the card's documents print it
/// @param keys the file of keys
/// @param key name of the key in that file; empty if the card's file can be read without one
record Desfire(
    CardKeys keys,
    String key,
    DesfireAuthentication proof,
    int keyNumber,
    WireBytes application,
    int file,
    CommunicationMode wire,
    int offset,
    int size,
    CardRecipe.CardByteRange part,
    RandomGenerator random)
    implements CardRecipe {

  /// How the station and the card prove to each other that they know the key.
  enum DesfireAuthentication {
    NONE,
    /// Authenticate AES (AA).
    AES,
    /// Authenticate ISO (1A) with a key of 16 bytes.
    TDES
  }

  /// How the card sends the file's bytes after authentication.
  enum CommunicationMode {
    /// In plain text with a checksum; also called *MACed*.
    PLAIN,
    ENCIPHERED
  }

  private static final int MORE = 0x91AF;
  private static final int DONE = 0x9100;
  private static final int MOST_FRAMES = 64;
  private static final int MAC = 8;

  static Desfire of(DriverOptions lines, CardKeys keys, RandomGenerator random) {
    DesfireAuthentication proof =
        DesfireAuthentication.valueOf(
            lines.choice("authenticate", "aes", "aes", "tdes", "none").toUpperCase(Locale.ROOT));
    WireBytes application = WireBytes.of(lines.hex("application", ""));
    if (application.length() != 3) {
      throw lines.wrong(
          "application", OptionRule.OTHER, List.of(), "three bytes as hex, such as F58840");
    }
    String key = proof == DesfireAuthentication.NONE ? "" : keys.named(lines, "key", 16);
    return new Desfire(
        keys,
        key,
        proof,
        lines.number("key.number", 0, 0, 13),
        application,
        lines.number("file", 0, 0, 31),
        CommunicationMode.valueOf(
            lines.choice("communication", "plain", "plain", "enciphered").toUpperCase(Locale.ROOT)),
        lines.number("offset", 0, 0, 65_535),
        lines.number("size", 16, 1, 1024),
        CardRecipe.CardByteRange.of(lines),
        random);
  }

  @Override
  public byte[] read(CardChannel card, byte[] uid) throws NotReadException, LinkLostException {
    byte[] id = {(byte) application.at(2), (byte) application.at(1), (byte) application.at(0)};
    byte[] _ = whole(card, "the application", 0x5A, id);
    try {
      byte[] data =
          proof == DesfireAuthentication.NONE ? data(card, null) : data(card, authenticated(card));
      if (data.length != size) {
        throw refused("the file is not as long as the recipe says");
      }
      return part.of(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks a cipher: " + e.getClass().getName());
    }
  }

  private DesfireSession authenticated(CardChannel card)
      throws NotReadException, LinkLostException, GeneralSecurityException {
    byte[] secret = keys.bytes(key);
    try {
      boolean aes = proof == DesfireAuthentication.AES;
      DesfireSession session = DesfireSession.with(secret, aes);
      byte[] answer =
          frame(card, "the authentication", aes ? 0xAA : 0x1A, new byte[] {(byte) keyNumber}, MORE);
      if (answer.length != session.block()) {
        throw refused("the authentication goes another way");
      }
      byte[] ours = new byte[session.block()];
      random.nextBytes(ours);
      byte[] theirs = session.decrypted(answer);
      byte[] both = Arrays.copyOf(ours, 2 * ours.length);
      System.arraycopy(turned(theirs), 0, both, ours.length, ours.length);
      byte[] proven = frame(card, "the authentication", 0xAF, session.encrypted(both), DONE);
      if (!MessageDigest.isEqual(session.decrypted(proven), turned(ours))) {
        throw refused("the card does not know the key");
      }
      return session.begun(ours, theirs);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// Rotates the bytes: the first byte becomes the last.
  private static byte[] turned(byte[] bytes) {
    byte[] turned = Arrays.copyOfRange(bytes, 1, bytes.length + 1);
    turned[bytes.length - 1] = bytes[0];
    return turned;
  }

  private byte[] data(CardChannel card, @org.jspecify.annotations.Nullable DesfireSession session)
      throws NotReadException, LinkLostException, GeneralSecurityException {
    byte[] wanted = {
      (byte) file, (byte) offset, (byte) (offset >> 8), 0, (byte) size, (byte) (size >> 8), 0
    };
    byte[] command = new byte[wanted.length + 1];
    command[0] = (byte) 0xBD;
    System.arraycopy(wanted, 0, command, 1, wanted.length);
    if (session != null) {
      byte[] _ = session.mac(command);
    }
    byte[] came = whole(card, "the file", 0xBD, wanted);
    if (session == null) {
      return came;
    }
    return wire == CommunicationMode.ENCIPHERED
        ? deciphered(session, came)
        : checked(session, came);
  }

  /// Checks the checksum, which covers the data and the status 00.
  private static byte[] checked(DesfireSession session, byte[] came)
      throws NotReadException, GeneralSecurityException {
    if (came.length < MAC) {
      throw refused("the file comes without its checksum");
    }
    byte[] data = Arrays.copyOf(came, came.length - MAC);
    byte[] mac = session.mac(Arrays.copyOf(data, data.length + 1));
    if (!MessageDigest.isEqual(
        Arrays.copyOf(mac, MAC), Arrays.copyOfRange(came, data.length, came.length))) {
      throw refused("the checksum of the file is wrong");
    }
    return data;
  }

  /// Decrypts an answer: the data, the CRC over data and status 00, and the padding of the last
  /// block.
  private byte[] deciphered(DesfireSession session, byte[] came)
      throws NotReadException, GeneralSecurityException {
    if (came.length < size + 4 || came.length % session.block() != 0) {
      throw refused("the file does not come enciphered");
    }
    byte[] clear = session.decrypted(came);
    byte[] data = Arrays.copyOf(clear, size);
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOf(data, size + 1));
    long want = ~crc.getValue() & 0xFFFFFFFFL;
    long has = 0;
    for (int i = 3; i >= 0; i--) {
      has = has << 8 | (clear[size + i] & 0xFF);
    }
    Arrays.fill(clear, (byte) 0);
    if (want != has) {
      throw refused("the checksum of the file is wrong");
    }
    return data;
  }

  /// Collects all frames of an answer.
  private static byte[] whole(CardChannel card, String what, int command, byte[] data)
      throws NotReadException, LinkLostException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] answer = card.transmit(wrapped(command, data));
    for (int frames = 0; CardChannel.status(answer) == MORE && frames < MOST_FRAMES; frames++) {
      all.writeBytes(CardChannel.data(answer));
      answer = card.transmit(wrapped(0xAF, new byte[0]));
    }
    all.writeBytes(expected(what, answer, DONE));
    return all.toByteArray();
  }

  private static byte[] frame(CardChannel card, String what, int command, byte[] data, int status)
      throws NotReadException, LinkLostException {
    return expected(what, card.transmit(wrapped(command, data)), status);
  }

  private static byte[] expected(String what, byte[] answer, int status) throws NotReadException {
    if (CardChannel.status(answer) != status) {
      throw refused("%s is refused (%04X)".formatted(what, CardChannel.status(answer)));
    }
    return CardChannel.data(answer);
  }

  private static byte[] wrapped(int command, byte[] data) {
    byte[] apdu = new byte[data.length == 0 ? 5 : data.length + 6];
    apdu[0] = (byte) 0x90;
    apdu[1] = (byte) command;
    if (data.length > 0) {
      apdu[4] = (byte) data.length;
      System.arraycopy(data, 0, apdu, 5, data.length);
    }
    return apdu;
  }

  private static NotReadException refused(String what) {
    return new NotReadException(CardProblem.NOT_OURS, what);
  }

  @Override
  public String toString() {
    return "DESFire, file " + file;
  }
}
