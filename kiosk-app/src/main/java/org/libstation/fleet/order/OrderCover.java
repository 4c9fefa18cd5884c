package org.libstation.fleet.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import org.libstation.process.log.JsonLine;
import org.libstation.site.SettingKey;

/// An order in its signed cover: one JSON object of texts alone, `schema`, the fingerprint of the
/// `key`, the `order` as the text that was signed, and its `signature` in Base64 (Ed25519, RFC
/// 8032) over [#SCHEMA], a line feed and that text, in UTF-8: so that nothing else that such a key
/// once signed is an order.
public final class OrderCover {
  public static final String SCHEMA = "libstation-order-1";

  /// Larger is nothing that [#sign] makes.
  public static final int MOST_BYTES = 8 * 1024;

  private static final int FINGERPRINT_BYTES = 8;

  private OrderCover() {}

  /// @throws IllegalArgumentException when the key is not an Ed25519 key
  public static String sign(Order order, PrivateKey key, String fingerprint) {
    JsonLine line =
        new JsonLine()
            .put("schema", SCHEMA)
            .put("station", order.station())
            .put("id", order.id())
            .put("number", String.valueOf(order.number()))
            .put("expires", order.expires().toString())
            .put("order", SettingKey.word(order.what()));
    order.with().forEach(line::put);
    return cover(line.toString(), key, fingerprint);
  }

  /// @param order any text, also one that is no order
  static String cover(String order, PrivateKey key, String fingerprint) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(signed(order));
      return new JsonLine()
          .put("schema", SCHEMA)
          .put("key", fingerprint)
          .put("order", order)
          .put("signature", Base64.getEncoder().encodeToString(signature.sign()))
          .toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no Ed25519 key", e);
    }
  }

  private static byte[] signed(String order) {
    return (SCHEMA + "\n" + order).getBytes(StandardCharsets.UTF_8);
  }

  static boolean fits(String order, String signature, PublicKey key) {
    try {
      Signature proof = Signature.getInstance("Ed25519");
      proof.initVerify(key);
      proof.update(signed(order));
      return proof.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException | IllegalArgumentException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no Ed25519", e);
    }
  }

  /// By what a key is told apart where its holder's name is nobody's business.
  public static String fingerprint(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no SHA-256", e);
    }
  }
}
