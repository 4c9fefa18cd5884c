package org.libstation.device.chipcard;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encryption between two parties that know a key. Each message continues from the last block of
/// the one before (CBC). The last block is itself the checksum (CMAC, NIST SP 800-38B).
final class DesfireSession {
  private static final int AES_BLOCK = 16;
  private static final int DES_BLOCK = 8;

  private final SecretKeySpec key;
  private final boolean aes;
  private byte[] last;

  private DesfireSession(SecretKeySpec key, boolean aes) {
    this.key = key;
    this.aes = aes;
    this.last = new byte[aes ? AES_BLOCK : DES_BLOCK];
  }

  /// @param secret key of 16 bytes
  static DesfireSession with(byte[] secret, boolean aes) {
    return new DesfireSession(spec(secret, aes), aes);
  }

  private static SecretKeySpec spec(byte[] secret, boolean aes) {
    if (aes) {
      return new SecretKeySpec(secret, "AES");
    }
    // Triple DES with two keys: the first key is used again as the third.
    byte[] three = Arrays.copyOf(secret, 24);
    System.arraycopy(secret, 0, three, 16, 8);
    return new SecretKeySpec(three, "DESede");
  }

  int block() {
    return last.length;
  }

  /// The session after both random numbers are known: its key is made of their ends.
  DesfireSession begun(byte[] ours, byte[] theirs) {
    byte[] made = new byte[16];
    int end = block() - 4;
    System.arraycopy(ours, 0, made, 0, 4);
    System.arraycopy(theirs, 0, made, 4, 4);
    System.arraycopy(ours, end, made, 8, 4);
    System.arraycopy(theirs, end, made, 12, 4);
    return with(made, aes);
  }

  byte[] encrypted(byte[] clear) throws GeneralSecurityException {
    byte[] secret = cipher(Cipher.ENCRYPT_MODE).doFinal(clear);
    last = Arrays.copyOfRange(secret, secret.length - block(), secret.length);
    return secret;
  }

  /// @return empty if the bytes are not whole blocks
  byte[] decrypted(byte[] secret) throws GeneralSecurityException {
    if (secret.length == 0 || secret.length % block() != 0) {
      return new byte[0];
    }
    byte[] clear = cipher(Cipher.DECRYPT_MODE).doFinal(secret);
    last = Arrays.copyOfRange(secret, secret.length - block(), secret.length);
    return clear;
  }

  /// The checksum of a message; the next message continues from it.
  byte[] mac(byte[] message) throws GeneralSecurityException {
    boolean whole = message.length > 0 && message.length % block() == 0;
    int length = whole ? message.length : (message.length / block() + 1) * block();
    byte[] filled = Arrays.copyOf(message, length);
    if (!whole) {
      filled[message.length] = (byte) 0x80;
    }
    byte[] sub = doubled(ecb());
    if (!whole) {
      sub = doubled(sub);
    }
    for (int i = 0; i < block(); i++) {
      filled[length - block() + i] ^= sub[i];
    }
    byte[] _ = encrypted(filled);
    return last.clone();
  }

  /// Encrypts a block of zeros, from which the subkeys are made. The chain is not changed.
  private byte[] ecb() throws GeneralSecurityException {
    byte[] before = last;
    last = new byte[block()];
    byte[] made = encrypted(new byte[block()]);
    last = before;
    return made;
  }

  private byte[] doubled(byte[] bytes) {
    byte[] twice = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int next = i + 1 < bytes.length ? (bytes[i + 1] & 0xFF) >> 7 : 0;
      twice[i] = (byte) (bytes[i] << 1 | next);
    }
    if (bytes[0] < 0) {
      twice[bytes.length - 1] ^= (byte) (aes ? 0x87 : 0x1B);
    }
    return twice;
  }

  @SuppressWarnings("InsecureCryptoUsage") // the card's own protocol requires it
  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "DESede/CBC/NoPadding");
    cipher.init(mode, key, new IvParameterSpec(last));
    return cipher;
  }
}
