package org.libstation.journal.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.circulation.PatronId;
import org.libstation.journal.JournalException;

/// Encrypts ("seals") each card number with its own data key, which is encrypted twice; either key
/// opens it again.
///
/// Each sealed text is bound to its entry by `context`, the parts of the entry that never change. A
/// row that is moved to another entry therefore does not open. The plain text is padded, so that
/// its length does not reveal the kind of card or patron.
final class CardSealer {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int BLOCK = 128;

  /// Longer names of patron classes are not noted.
  private static final int MOST_CLASS_BYTES = 62;

  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final SecretKey machineKey;
  private final LibraryKey recoveryKey;
  private final SecureRandom random;

  /// The sealed data of a patron.
  ///
  /// @param patronClass fines may depend on it; empty if it was not noted
  record SealedPatron(PatronId card, Optional<String> patronClass) {}

  CardSealer(SecretKey machineKey, LibraryKey recoveryKey, SecureRandom random) {
    this.machineKey = machineKey;
    this.recoveryKey = recoveryKey;
    this.random = random;
  }

  SealedCard seal(SealedPatron card, String context) {
    byte[] dataKey = new byte[KEY_BYTES];
    random.nextBytes(dataKey);
    byte[] plain = pad(card);
    try {
      return new SealedCard(
          encrypt(new SecretKeySpec(dataKey, "AES"), plain, context),
          encrypt(machineKey, dataKey, context),
          wrap(recoveryKey, dataKey),
          recoveryKey.id());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks AES-GCM or RSA-OAEP", e);
    } finally {
      Arrays.fill(dataKey, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  /// @throws JournalException KEY if the card was sealed by another machine, or for another entry
  SealedPatron open(SealedCard sealed, String context) {
    try {
      return openWith(decrypt(machineKey, sealed.keyForMachine(), context), sealed, context);
    } catch (GeneralSecurityException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY, "this machine's key does not open a sealed card", e);
    }
  }

  /// @throws JournalException KEY if the card was sealed for another recovery key, or another entry
  static SealedPatron openForRecovery(SealedCard sealed, String context, PrivateKey key) {
    try {
      return openWith(unwrap(key, sealed.keyForRecovery()), sealed, context);
    } catch (GeneralSecurityException e) {
      throw new JournalException(
          JournalException.FaultKind.KEY,
          "this private key does not open a card sealed for key " + sealed.recoveryKey(),
          e);
    }
  }

  /// Seals a card for export, so that only a library key opens it.
  ///
  /// @return the encrypted data key, then the sealed card
  static byte[][] sealFor(LibraryKey key, PatronId card, String context, SecureRandom random) {
    CardSealer once = new CardSealer(new SecretKeySpec(new byte[KEY_BYTES], "AES"), key, random);
    SealedCard sealed = once.seal(new SealedPatron(card, Optional.empty()), context);
    return new byte[][] {sealed.keyForRecovery(), sealed.card()};
  }

  private static SealedPatron openWith(byte[] dataKey, SealedCard sealed, String context)
      throws GeneralSecurityException {
    byte[] plain = new byte[0];
    try {
      plain = decrypt(new SecretKeySpec(dataKey, "AES"), sealed.card(), context);
      int end = 1 + (plain[0] & 0xff);
      return new SealedPatron(
          new PatronId(new String(plain, 1, end - 1, StandardCharsets.UTF_8)),
          plain[end] != 0
              ? Optional.of(new String(plain, end + 1, plain[end] - 1, StandardCharsets.UTF_8))
              : Optional.empty());
    } finally {
      Arrays.fill(dataKey, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  /// Returns the padded plain text: one byte with the card's length (64 characters have at most 192
  /// bytes of UTF-8) and the card. Then follow one byte with the class's length plus one and the
  /// class, if noted; then zeros.
  private static byte[] pad(SealedPatron noted) {
    byte[] card = noted.card().value().getBytes(StandardCharsets.UTF_8);
    byte[] told = noted.patronClass().map(it -> it.getBytes(StandardCharsets.UTF_8)).orElse(card);
    boolean fits = noted.patronClass().isPresent() && told.length <= MOST_CLASS_BYTES;
    byte[] padded = new byte[((card.length + 2 + MOST_CLASS_BYTES) / BLOCK + 1) * BLOCK];
    padded[0] = (byte) card.length;
    System.arraycopy(card, 0, padded, 1, card.length);
    if (fits) {
      padded[1 + card.length] = (byte) (told.length + 1);
      System.arraycopy(told, 0, padded, 2 + card.length, told.length);
    }
    Arrays.fill(card, (byte) 0);
    return padded;
  }

  private byte[] encrypt(SecretKey key, byte[] plain, String context)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    byte[] sealed = cipher.doFinal(plain);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  private static byte[] decrypt(SecretKey key, byte[] sealed, String context)
      throws GeneralSecurityException {
    if (sealed.length < NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private static byte[] wrap(LibraryKey key, byte[] dataKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key.key(), OAEP);
    return cipher.doFinal(dataKey);
  }

  private static byte[] unwrap(PrivateKey key, byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, OAEP);
    return cipher.doFinal(wrapped);
  }
}
