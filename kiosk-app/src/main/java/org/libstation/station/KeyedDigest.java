package org.libstation.station;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.CardDigest;

/// Computes HMAC-SHA-256 of a card number. The key is made for this run of the program and is
/// stored nowhere.
public final class KeyedDigest implements CardDigest {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /// @param random must be suitable for cryptographic keys
  public KeyedDigest(RandomGenerator random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, HMAC);
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String of(PatronId patron) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] digest = mac.doFinal(patron.key().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
