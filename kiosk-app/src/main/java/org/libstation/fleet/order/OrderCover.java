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
import java.util.Map;
import java.util.function.Function;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.policy.document.FieldJson;
import org.libstation.site.SettingKey;

/// An order in its signed envelope, a JSON object whose values are texts. Members: `schema`, the
/// fingerprint of the `key`, the `order` (the text that was signed), and the `signature` in Base64.
/// The signature is Ed25519 (RFC 8032) over [#SCHEMA], a line feed and the order's text, in UTF-8.
/// With the schema in it, nothing else that the key once signed can pass as an order.
public final class OrderCover {
  public static final String SCHEMA = "libstation-order-1";

  /// Largest envelope in bytes; [#sign] makes none that is larger.
  public static final int MOST_BYTES = 8 * 1024;

  private static final int FINGERPRINT_BYTES = 8;

  /// The envelope as it stands in a message; a missing member is empty text.
  ///
  /// @param key its fingerprint
  /// @param order the text that was signed
  /// @param signature in Base64
  record SignedText(String schema, String key, String order, String signature) {}

  static final FieldJson<SignedText> COVER =
      new FieldJson<>(
          FieldTable.of(
              SignedText::new,
              member("schema", SignedText::schema),
              member("key", SignedText::key),
              member("order", SignedText::order),
              member("signature", SignedText::signature)));

  /// Members that each order has, as text; a missing member is empty text.
  record OrderHead(
      String schema, String station, String id, String number, String expires, String order) {}

  /// The text that is signed.
  ///
  /// @param with further values of the order
  record OrderText(OrderHead head, Map<String, String> with) {}

  static final FieldJson<OrderText> ORDER =
      new FieldJson<>(
          FieldTable.withOthers(
              OrderText::new,
              FieldTable.component(
                  OrderText::head,
                  FieldTable.of(
                      OrderHead::new,
                      member("schema", OrderHead::schema),
                      member("station", OrderHead::station),
                      member("id", OrderHead::id),
                      member("number", OrderHead::number),
                      member("expires", OrderHead::expires),
                      member("order", OrderHead::order))),
              OrderText::with));

  static final SignedText NO_COVER = new SignedText("", "", "", "");

  static final OrderText NO_ORDER = new OrderText(new OrderHead("", "", "", "", "", ""), Map.of());

  private OrderCover() {}

  private static <R> FieldTable.FieldComponent<R, String> member(
      String name, Function<R, String> accessor) {
    return FieldTable.component(name, accessor, FieldText.TEXT, "");
  }

  /// Signs an order and puts it into its envelope.
  ///
  /// @throws IllegalArgumentException when the key is not an Ed25519 key
  public static String sign(Order order, PrivateKey key, String fingerprint) {
    OrderHead head =
        new OrderHead(
            SCHEMA,
            order.station().text(),
            order.id(),
            String.valueOf(order.number()),
            order.expires().toString(),
            SettingKey.word(order.what()));
    return cover(ORDER.write(new OrderText(head, order.with())), key, fingerprint);
  }

  /// @param order any text, also one that is no order
  static String cover(String order, PrivateKey key, String fingerprint) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(signed(order));
      return COVER.write(
          new SignedText(
              SCHEMA, fingerprint, order, Base64.getEncoder().encodeToString(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no Ed25519 key", e);
    }
  }

  private static byte[] signed(String order) {
    return (SCHEMA + "\n" + order).getBytes(StandardCharsets.UTF_8);
  }

  /// Whether the signature is this key's over this order.
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

  /// Short identification of a key, for places where its holder's name must not appear.
  public static String fingerprint(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no SHA-256", e);
    }
  }
}
