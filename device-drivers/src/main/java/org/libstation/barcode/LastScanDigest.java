package org.libstation.barcode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/// Knows the last scan again without keeping it: it may be a reader's card. What is kept is a
/// digest with a key that this object alone has.
public final class LastScanDigest {
  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private byte[] digest = new byte[0];

  public LastScanDigest() {
    new SecureRandom().nextBytes(key);
  }

  public boolean isSame(Scan scan) {
    return Arrays.equals(digest, digest(scan));
  }

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
