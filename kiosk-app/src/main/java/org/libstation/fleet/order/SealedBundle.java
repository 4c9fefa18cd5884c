package org.libstation.fleet.order;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.text;

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
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.policy.document.FieldJson;

/// A support bundle, encrypted for the person who asked for it.
///
/// * Key agreement: X25519 (RFC 7748) between a key of the asker and one of the station, both made
///   for this order alone.
/// * Key derivation: HKDF-SHA256 (RFC 5869; salt: the order's ID, info: [#SCHEMA]).
/// * Encryption: AES-256-GCM for each part. The nonce is the part's number; order, number and count
///   are authenticated with it.
///
/// Each part is one JSON object of texts: `schema`, `order`, `key` (the station's, X.509 in
/// Base64), `part` (from 0), `of`, `data`.
public final class SealedBundle {
  public static final String SCHEMA = "libstation-bundle-1";

  /// Largest bundle in bytes; a larger one is not sent.
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  /// Bytes of a part, small enough for every broker and client.
  private static final int PART_BYTES = 8 * 1024;

  private static final int MOST_PARTS = MOST_BYTES / PART_BYTES;
  private static final int NONCE_BYTES = 12;
  private static final int MARK_BITS = 128;
  private static final int KEY_BYTES = 32;

  private record BundlePart(
      String schema, String order, String key, int part, int of, String data) {}

  private static final FieldJson<BundlePart> PART =
      new FieldJson<>(
          FieldTable.of(
              BundlePart::new,
              text("schema", BundlePart::schema),
              text("order", BundlePart::order),
              text("key", BundlePart::key),
              component("part", BundlePart::part, FieldText.INTEGER),
              component("of", BundlePart::of, FieldText.INTEGER),
              text("data", BundlePart::data)));

  private SealedBundle() {}

  /// Whether the text is an X25519 public key in Base64.
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

  /// Encrypts a bundle into parts.
  ///
  /// @param replyKey from [Asker#replyKey()]
  /// @throws GeneralSecurityException when no key can be agreed with that key
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
          PART.write(
              new BundlePart(
                  SCHEMA, order, base64(own.getPublic().getEncoded()), part, of, base64(data))));
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
    // Throws for a point of low order, which would give a secret that everybody knows.
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

  /// The person who asks for a bundle: makes the key and puts the parts together.
  public static final class Asker {
    private final KeyPair own;
    private final String order;
    private byte[][] parts = {};
    private int missing = -1;

    /// @param order ID of the order that asks
    public Asker(String order) {
      this.order = order;
      try {
        own = pair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java knows no X25519", e);
      }
    }

    /// Public key for the order.
    public String replyKey() {
      return base64(own.getPublic().getEncoded());
    }

    /// Takes a part, in any sequence; ignores text that is no part of this bundle.
    ///
    /// @return whether it was taken
    public boolean take(String text) {
      Optional<BundlePart> read = PART.read(text).filter(this::isMissing);
      if (read.isEmpty()) {
        return false;
      }
      BundlePart part = read.get();
      try {
        SecretKey key = agreed(own.getPrivate(), key(part.key()), order);
        byte[] plain =
            cipher(Cipher.DECRYPT_MODE, key, order, part.part(), part.of())
                .doFinal(Base64.getDecoder().decode(part.data()));
        if (missing < 0) {
          parts = new byte[part.of()][];
          missing = part.of();
        }
        parts[part.part()] = plain;
        missing--;
        return true;
      } catch (GeneralSecurityException | IllegalArgumentException _) {
        return false;
      }
    }

    private boolean isMissing(BundlePart part) {
      return part.schema().equals(SCHEMA)
          && part.order().equals(order)
          && part.of() >= 1
          && part.of() <= MOST_PARTS
          && part.part() >= 0
          && part.part() < part.of()
          && (missing < 0 || (part.of() == parts.length && parts[part.part()] == null));
    }

    /// Whether all parts are here.
    public boolean isWhole() {
      return missing == 0;
    }

    /// The bundle; call only if [#isWhole()].
    public byte[] bundle() {
      ByteBuffer all =
          ByteBuffer.allocate(Arrays.stream(parts).mapToInt(each -> each.length).sum());
      Arrays.stream(parts).forEach(all::put);
      return all.array();
    }
  }
}
