package org.libstation.returnproof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A signed [ReturnStatement], as one text for a QR code. The statement is followed by the name of
/// a key and an Ed25519 signature (RFC 8032) over all text before it:
///
/// ```
/// LIBSTATION RETURN 1
/// station 2 號自助借還機, 南堤圖書館
/// 38801000000015 2026-11-26T21:14:05+08:00 #1234
/// key 1f2e3d4c5b6a7988
/// sig 86 letters of Base64 (RFC 4648, for URLs, without padding)
/// ```
public final class ReturnProof {
  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_NAME_BYTES = 8;
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<signed>(?<statement>.*\\n)key (?<key>[0-9a-f]{16})\\n)sig (?<sig>[\\w-]{86})\\n?",
          Pattern.DOTALL);

  private ReturnProof() {}

  /// The result of checking a text.
  public sealed interface ReturnProofVerdict {
    /// The station that holds this key signed the statement.
    record Genuine(ReturnStatement statement) implements ReturnProofVerdict {}

    /// The proof is genuine, but about other items than the one asked about.
    record OtherItem(ReturnStatement statement) implements ReturnProofVerdict {}

    /// The text looks like a proof, but its signature does not match it and the key it names: it
    /// was altered or forged.
    record Altered() implements ReturnProofVerdict {}

    /// The text is signed with a key that is not among those given.
    ///
    /// @param name of the key
    record UnknownKey(String name) implements ReturnProofVerdict {}

    /// The text is no proof of return.
    record NoProof() implements ReturnProofVerdict {}
  }

  /// Returns the signed text.
  ///
  /// @throws IllegalArgumentException if the keys are not Ed25519 keys
  public static String sign(ReturnStatement statement, PrivateKey key, PublicKey itsPublicHalf) {
    String signed = statement.text() + "key " + name(itsPublicHalf) + "\n";
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed
          + "sig "
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " key", e);
    }
  }

  /// Checks a proof.
  ///
  /// @param text as read from a code; its line ends may have become CR LF
  /// @param keys public keys of the site
  /// @param item the barcode asked about; empty accepts any item
  /// @throws IllegalArgumentException if a key is not an Ed25519 key
  public static ReturnProofVerdict verify(
      String text, List<PublicKey> keys, Optional<String> item) {
    Matcher matcher = TEXT.matcher(text.replace("\r\n", "\n").replace('\r', '\n').strip());
    if (!matcher.matches()) {
      return new ReturnProofVerdict.NoProof();
    }
    Optional<PublicKey> key =
        keys.stream().filter(each -> name(each).equals(matcher.group("key"))).findFirst();
    if (key.isEmpty()) {
      return new ReturnProofVerdict.UnknownKey(matcher.group("key"));
    }
    byte[] signature = Base64.getUrlDecoder().decode(matcher.group("sig"));
    Optional<ReturnStatement> statement = ReturnStatement.parse(matcher.group("statement"));
    if (statement.isEmpty() || !fits(matcher.group("signed"), signature, key.get())) {
      return new ReturnProofVerdict.Altered();
    }
    boolean other =
        item.filter(
                asked -> statement.get().returns().stream().noneMatch(r -> r.item().equals(asked)))
            .isPresent();
    return other
        ? new ReturnProofVerdict.OtherItem(statement.get())
        : new ReturnProofVerdict.Genuine(statement.get());
  }

  private static boolean fits(String signed, byte[] signature, PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(signed.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " key", e);
    }
  }

  /// Returns the name of a key, which tells a site's keys apart: the first eight bytes of the
  /// SHA-256 of its X.509 form, in hex.
  public static String name(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest, 0, KEY_NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
