package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Computes and checks the digest of a PIN that the ledger keeps.
final class PinDigest {
  private PinDigest() {}

  static String of(String card, String pin) {
    return HexFormat.of().formatHex(sha256(card + ":" + pin));
  }

  static boolean fits(String digest, String card, String pin) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(digest), sha256(card + ":" + pin));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }
}
