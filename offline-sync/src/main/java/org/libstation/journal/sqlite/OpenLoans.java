package org.libstation.journal.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.circulation.PatronId;

/// Counts the unsettled loans of each card without opening a sealed card.
///
/// It keeps no card number, but only its HMAC-SHA256. The HMAC's key is drawn for this run and
/// never written. An entry is removed together with its sealed card.
final class OpenLoans {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Mac mac;
  private final Map<Long, String> cards = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  OpenLoans(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  void put(long entry, PatronId card) {
    String code = code(card);
    remove(entry);
    cards.put(entry, code);
    counts.merge(code, 1, Integer::sum);
  }

  void remove(long entry) {
    String code = cards.remove(entry);
    if (code != null) {
      counts.computeIfPresent(code, (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  /// Counts the unsettled loans of this card.
  int of(PatronId card) {
    return counts.getOrDefault(code(card), 0);
  }

  private String code(PatronId card) {
    byte[] text = card.key().getBytes(StandardCharsets.UTF_8);
    try {
      return new String(mac.doFinal(text), StandardCharsets.ISO_8859_1);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
