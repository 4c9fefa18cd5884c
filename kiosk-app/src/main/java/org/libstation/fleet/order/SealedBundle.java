package org.libstation.fleet.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.policy.document.FlatJson;
import org.libstation.process.log.JsonLine;

/// A support bundle on its way to the one who asked: X25519 (RFC 7748) between a key of the asker's
/// and one of the station's, both of this order alone; HKDF-SHA256 (RFC 5869; salt: the order's id,
/// info: [#SCHEMA]) makes of it the key of AES-256-GCM for each part, with the part's number as
/// nonce and order, number and count as what is signed along. Each part is one JSON object of
/// texts: `schema`, `order`, `key` (the station's, X.509 in Base64), `part` (from 0), `of`, `data`.
public final class SealedBundle {
  public static final String SCHEMA = "libstation-bundle-1";

  /// A larger one is not sent.
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  /// So that a part is a packet that everybody takes.
  private static final int PART_BYTES = 8 * 1024;

  private static final int MOST_PARTS = MOST_BYTES / PART_BYTES;
  private static final int NONCE_BYTES = 12;
  private static final int MARK_BITS = 128;
  private static final int KEY_BYTES = 32;

  private SealedBundle() {}

  static boolean isKey(String base64) {
    try {
      PublicKey _ = key(base64);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  private static PublicKey key(String base64) throws GeneralSecurityException {
    return KeyFactory.getInstance("X25519")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /// The parts of a bundle.
  ///
  /// @param replyKey of [Asker#replyKey()]
  /// @throws GeneralSecurityException when nothing can be agreed with that key
  public static List<String> parts(byte[] bundle, String order, String replyKey)
      throws GeneralSecurityException {
    KeyPair own = pair();
    SecretKey key = agreed(own.getPrivate(), key(replyKey), order);
    int of = Math.max(1, (bundle.length + PART_BYTES - 1) / PART_BYTES);
    List<String> parts = new ArrayList<>();
    for (int part = 0; part < of; part++) {
      byte[] plain =
          Arrays.copyOfRange(
              bundle, part * PART_BYTES, Math.min(bundle.length, (part + 1) * PART_BYTES));
      byte[] data = cipher(Cipher.ENCRYPT_MODE, key, order, part, of).doFinal(plain);
      parts.add(
          new JsonLine()
              .put("schema", SCHEMA)
              .put("order", order)
              .put("key", base64(own.getPublic().getEncoded()))
              .put("part", String.valueOf(part))
              .put("of", String.valueOf(of))
              .put("data", base64(data))
              .toString());
    }
    return parts;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("X25519").generateKeyPair();
  }

  private static SecretKey agreed(PrivateKey own, PublicKey other, String order)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    // An agreement that a point of low order would make known to all throws here.
    agreement.doPhase(other, true);
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract()
                .addIKM(new SecretKeySpec(agreement.generateSecret(), "X25519"))
                .addSalt(order.getBytes(StandardCharsets.UTF_8))
                .thenExpand(SCHEMA.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
  }

  private static Cipher cipher(int mode, SecretKey key, String order, int part, int of)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce =
        ByteBuffer.allocate(NONCE_BYTES).putInt(NONCE_BYTES - Integer.BYTES, part).array();
    cipher.init(mode, key, new GCMParameterSpec(MARK_BITS, nonce));
    cipher.updateAAD("%s %d %d".formatted(order, part, of).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /// Whoever asked for a bundle.
  public static final class Asker {
    private final KeyPair own;
    private final String order;
    private byte[][] parts = {};
    private int missing = -1;

    /// @param order the id of the order that asks
    public Asker(String order) {
      this.order = order;
      try {
        own = pair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java knows no X25519", e);
      }
    }

    /// What goes into the order.
    public String replyKey() {
      return base64(own.getPublic().getEncoded());
    }

    /// Takes a part, in any order; what is none of this bundle's is left out.
    ///
    /// @return whether it was taken
    public boolean take(String text) {
      Map<String, String> part = FlatJson.read(text).orElse(Map.of());
      try {
        int number = Integer.parseInt(part.getOrDefault("part", ""));
        int of = Integer.parseInt(part.getOrDefault("of", ""));
        if (!SCHEMA.equals(part.get("schema"))
            || !order.equals(part.get("order"))
            || of < 1
            || of > MOST_PARTS
            || number < 0
            || number >= of
            || (missing >= 0 && (of != parts.length || parts[number] != null))) {
          return false;
        }
        SecretKey key = agreed(own.getPrivate(), key(part.getOrDefault("key", "")), order);
        byte[] plain =
            cipher(Cipher.DECRYPT_MODE, key, order, number, of)
                .doFinal(Base64.getDecoder().decode(part.getOrDefault("data", "")));
        if (missing < 0) {
          parts = new byte[of][];
          missing = of;
        }
        parts[number] = plain;
        missing--;
        return true;
      } catch (GeneralSecurityException | IllegalArgumentException _) {
        return false;
      }
    }

    /// Whether all of it is here.
    public boolean isWhole() {
      return missing == 0;
    }

    /// The bundle; to be asked when it is whole.
    public byte[] bundle() {
      ByteBuffer all =
          ByteBuffer.allocate(Arrays.stream(parts).mapToInt(each -> each.length).sum());
      Arrays.stream(parts).forEach(all::put);
      return all.array();
    }
  }
}
