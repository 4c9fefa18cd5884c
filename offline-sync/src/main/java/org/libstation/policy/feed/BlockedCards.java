package org.libstation.policy.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.circulation.PatronId;

/// Cards that a station must refuse even without the central system: lost, stolen or blocked. The
/// list holds no card numbers, only keyed hashes: 16 bytes of HMAC-SHA-256 (RFC 2104) of the number
/// in its compared form. A list in the wrong hands thus reveals no card.
///
/// Text form: `libstation-blocked-cards/1`, `site …`, `issued …`, `cards N`, the sorted hashes in
/// Base64 on one line, and `signature …`. The signature (Ed25519, RFC 8032) is over the UTF-8 bytes
/// of all lines before it.
public final class BlockedCards implements Predicate<PatronId> {
  public static final String FORMAT = "libstation-blocked-cards/1";

  /// Shortest hash key, in bytes (RFC 2104, 3).
  public static final int LEAST_KEY_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String ED25519 = "Ed25519";
  private static final int HASH_BYTES = 16;
  private static final int LINES = 6;

  private final byte[] hashKey;
  private final Instant issuedAt;
  // The two halves of each hash at the same index, sorted as unsigned numbers.
  private final long[] first;
  private final long[] second;

  private BlockedCards(byte[] hashKey, Instant issuedAt, byte[] hashes) {
    this.hashKey = hashKey.clone();
    this.issuedAt = issuedAt;
    int count = hashes.length / HASH_BYTES;
    this.first = new long[count];
    this.second = new long[count];
    ByteBuffer all = ByteBuffer.wrap(hashes);
    for (int i = 0; i < count; i++) {
      first[i] = all.getLong();
      second[i] = all.getLong();
    }
  }

  /// An empty list: no card is blocked.
  public static BlockedCards none() {
    return new BlockedCards(new byte[LEAST_KEY_BYTES], Instant.MIN, new byte[0]);
  }

  public int count() {
    return first.length;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /// Whether this card is on the list.
  @Override
  public boolean test(PatronId card) {
    if (first.length == 0) {
      return false;
    }
    ByteBuffer hash = ByteBuffer.wrap(hash(hashKey, card));
    long high = hash.getLong();
    long low = hash.getLong();
    int from = 0;
    int to = first.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = Long.compareUnsigned(first[middle], high);
      order = order != 0 ? order : Long.compareUnsigned(second[middle], low);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return false;
  }

  /// Whether both lists hold the same hashes.
  public boolean holdsTheSame(BlockedCards other) {
    return Arrays.equals(first, other.first) && Arrays.equals(second, other.second);
  }

  /// The period in which a list may have been issued.
  ///
  /// @param first issue date of the held list; an older list is refused
  /// @param last a later list is refused, because it would keep out every list after it
  public record IssuePeriod(Instant first, Instant last) {
    /// No limit.
    public static final IssuePeriod ALWAYS = new IssuePeriod(Instant.MIN, Instant.MAX);

    /// The period for a list that is not older than the held one and not dated ahead. A held list
    /// that is itself dated ahead keeps none out.
    public static IssuePeriod after(Instant held, Instant now) {
      Instant last = now.plus(PolicyStore.MOST_AHEAD);
      return new IssuePeriod(held.isAfter(last) ? Instant.MIN : held, last);
    }
  }

  /// The result of reading a list.
  public sealed interface BlockedCardsReading {
    record BlockedCardsRead(BlockedCards cards) implements BlockedCardsReading {}

    /// The list is refused.
    ///
    /// @param words for a technician
    record BlockedCardsRefused(String words) implements BlockedCardsReading {}
  }

  /// Writes a signed list.
  ///
  /// @param hashKey shared with the stations, at least [#LEAST_KEY_BYTES] long
  /// @param key an Ed25519 key
  public static String write(
      String site, Instant issuedAt, Collection<PatronId> cards, byte[] hashKey, PrivateKey key) {
    byte[][] sorted =
        cards.stream()
            .distinct()
            .map(card -> hash(hashKey, card))
            .sorted(Arrays::compareUnsigned)
            .toArray(byte[][]::new);
    ByteBuffer all = ByteBuffer.allocate(sorted.length * HASH_BYTES);
    for (byte[] hash : sorted) {
      all.put(hash);
    }
    String signed =
        String.join(
            "\n",
            FORMAT,
            "site " + site,
            "issued " + issuedAt,
            "cards " + sorted.length,
            Base64.getEncoder().encodeToString(all.array()),
            "");
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "signature " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ED25519 + " key", e);
    }
  }

  /// Reads a list. The whole list is refused if any part is wrong.
  ///
  /// @param span period in which it may have been issued
  public static BlockedCardsReading read(
      String text, String site, IssuePeriod span, byte[] hashKey, PublicKey key) {
    List<String> lines = text.lines().limit(LINES + 1L).toList();
    if (lines.size() != LINES || !lines.getFirst().equals(FORMAT)) {
      return new BlockedCardsReading.BlockedCardsRefused("it is no signed list of blocked cards");
    }
    try {
      String signed = String.join("\n", lines.subList(0, LINES - 1)) + "\n";
      if (!proven(signed, word(lines.get(LINES - 1), "signature"), key)) {
        return new BlockedCardsReading.BlockedCardsRefused(
            "it was altered, or signed with another key");
      }
      Optional<String> wrong = wrong(lines, site, span);
      if (wrong.isPresent()) {
        return new BlockedCardsReading.BlockedCardsRefused(wrong.get());
      }
      byte[] hashes = Base64.getDecoder().decode(lines.get(4));
      if (hashes.length != HASH_BYTES * Integer.parseInt(word(lines.get(3), "cards"))) {
        return new BlockedCardsReading.BlockedCardsRefused(
            "it holds another number of cards than it says");
      }
      Instant issued = Instant.parse(word(lines.get(2), "issued"));
      return new BlockedCardsReading.BlockedCardsRead(new BlockedCards(hashKey, issued, hashes));
    } catch (IllegalArgumentException | DateTimeException e) {
      return new BlockedCardsReading.BlockedCardsRefused("it cannot be read: " + e.getMessage());
    }
  }

  private static Optional<String> wrong(List<String> lines, String site, IssuePeriod span) {
    String its = word(lines.get(1), "site");
    if (!its.equals(site)) {
      return Optional.of("it is for " + its + ", this station is of " + site);
    }
    Instant issued = Instant.parse(word(lines.get(2), "issued"));
    if (issued.isAfter(span.last())) {
      return Optional.of(
          "it says that it was issued at "
              + issued
              + ", more than a day ahead of this station's clock");
    }
    return issued.isBefore(span.first())
        ? Optional.of("it is of " + issued + ", older than the one held, of " + span.first())
        : Optional.empty();
  }

  private static String word(String line, String name) {
    if (!line.startsWith(name + " ")) {
      throw new IllegalArgumentException("expected " + name);
    }
    return line.substring(name.length() + 1);
  }

  private static boolean proven(String signed, String base64, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initVerify(key);
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(base64));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] hash(byte[] hashKey, PatronId card) {
    if (hashKey.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("a hash key has at least " + LEAST_KEY_BYTES + " bytes");
    }
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(hashKey, HMAC));
      return Arrays.copyOf(mac.doFinal(card.key().getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
