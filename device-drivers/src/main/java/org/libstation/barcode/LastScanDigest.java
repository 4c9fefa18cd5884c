package org.libstation.barcode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/// Recognises a repetition of the last scan without storing it, because it may be a patron's card.
/// It stores a digest with a random key that only this object has.
public final class LastScanDigest {
  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private byte[] digest = new byte[0];

  public LastScanDigest() {
    new SecureRandom().nextBytes(key);
  }

  /// Whether a scan equals the last one, in its data and AIM identifier.
  public boolean isSame(Scan scan) {
    return Arrays.equals(digest, digest(scan));
  }

  /// Notes a scan as the last one.
  public void is(Scan scan) {
    digest = digest(scan);
  }

  private byte[] digest(Scan scan) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(key);
      sha.update((scan.aim() + "\n").getBytes(StandardCharsets.UTF_8));
      sha.update(scan.data().getBytes(StandardCharsets.UTF_8));
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
