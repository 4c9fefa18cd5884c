package org.libstation.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.file.ProgramName;
import org.libstation.file.table.FieldTable;
import org.libstation.policy.PolicyReading.PolicyFault;
import org.libstation.policy.document.FieldJson;
import org.libstation.policy.document.Json;
import org.libstation.policy.document.Value;
import org.libstation.policy.document.Value.Scalar;

/// A policy in a signed cover, which is one JSON document. It has `format`, the signed text
/// (`policy`) and its signature (`signature`). The signature is Ed25519 (RFC 8032) over the UTF-8
/// bytes of the text, in Base64.
public final class SignedPolicy {
  /// The only format of the cover.
  public static final String FORMAT = "libstation-signed-policy/1";

  private static final String ALGORITHM = "Ed25519";

  private record PolicyCover(String format, String policy, String signature) {}

  private static final FieldJson<PolicyCover> COVER =
      new FieldJson<>(
          FieldTable.of(
              PolicyCover::new,
              FieldTable.text("format", PolicyCover::format),
              FieldTable.text("policy", PolicyCover::policy),
              FieldTable.text("signature", PolicyCover::signature)));

  private SignedPolicy() {}

  /// The result of opening a cover.
  public sealed interface SignedPolicyOpening {
    record PolicyOpened(PolicyBundle bundle) implements SignedPolicyOpening {}

    /// The signature is right, but the policy cannot be used.
    record SignedPolicyFaulty(PolicyReading.Faulty faults) implements SignedPolicyOpening {}

    /// The policy in the cover was not read.
    record SignedPolicyRefused(SignatureFault why) implements SignedPolicyOpening {}
  }

  /// Why the policy in a cover is not read.
  public enum SignatureFault {
    /// The document is no signed cover.
    UNSIGNED,
    /// The signature does not fit this text and key.
    ALTERED
  }

  /// Signs a policy and returns its cover.
  ///
  /// @param issuedAt added to the policy; it shows a station which of two policies is newer
  /// @throws IllegalArgumentException if the key is no Ed25519 key
  public static String sign(PolicyBundle bundle, Instant issuedAt, PrivateKey key) {
    String policy = Json.of(issued(bundle.document(), issuedAt));
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      return COVER.write(
          new PolicyCover(FORMAT, policy, Base64.getEncoder().encodeToString(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " key", e);
    }
  }

  private static Value issued(Value document, Instant issuedAt) {
    if (!(document instanceof Value.ValueFields whole)) {
      throw new IllegalArgumentException("a policy is a document with names");
    }
    Map<String, Value.ValueField> fields = new LinkedHashMap<>(whole.fields());
    String at = issuedAt.atOffset(ZoneOffset.UTC).toString();
    fields.put("issuedAt", new Value.ValueField(1, new Scalar(1, Scalar.ScalarKind.TEXT, at)));
    return new Value.ValueFields(whole.line(), fields);
  }

  /// Opens a cover. Checks the signature before it reads the policy.
  ///
  /// @param file named in faults
  /// @param cover as [#sign] returned it
  /// @throws IllegalArgumentException if the key is no Ed25519 key
  public static SignedPolicyOpening open(String file, String cover, PublicKey key) {
    Optional<PolicyCover> read = COVER.read(cover).filter(it -> it.format().equals(FORMAT));
    Optional<byte[]> signature = read.map(PolicyCover::signature).flatMap(SignedPolicy::decoded);
    if (read.isEmpty() || signature.isEmpty()) {
      return new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.UNSIGNED);
    }
    String policy = read.get().policy();
    if (!fits(policy, signature.get(), key)) {
      return new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.ALTERED);
    }
    return switch (PolicyReader.parse(file, policy)) {
      case PolicyReading.PolicyRead(var bundle) -> new SignedPolicyOpening.PolicyOpened(bundle);
      case PolicyReading.Faulty faulty -> new SignedPolicyOpening.SignedPolicyFaulty(faulty);
    };
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean fits(String policy, byte[] signed, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed);
    } catch (SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " key", e);
    }
  }

  /// Reads a private key as `openssl genpkey -algorithm ed25519` writes it (PKCS #8 in PEM).
  ///
  /// @throws IllegalArgumentException if it is no such key
  public static PrivateKey privateKey(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " private key", e);
    }
  }

  /// Reads a public key as `openssl pkey -pubout` writes it (X.509 in PEM).
  ///
  /// @throws IllegalArgumentException if it is no such key
  public static PublicKey publicKey(String pem) {
    return publicKey(body(pem, "PUBLIC KEY"));
  }

  /// Reads a public key from the Base64 line alone, without the first and last line of the PEM
  /// file.
  ///
  /// @throws IllegalArgumentException if it is no such key
  public static PublicKey bareKey(String line) {
    return publicKey(Base64.getDecoder().decode(line));
  }

  private static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " public key", e);
    }
  }

  private static byte[] body(String pem, String kind) {
    String begin = "-----BEGIN " + kind + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + kind + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("it is no PEM file with a " + kind);
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
  }

  /// Describes faults or a refusal for a technician; empty if the policy was opened.
  ///
  /// @param file as the technician named it
  public static List<String> words(String file, SignedPolicyOpening opened) {
    return switch (opened) {
      case SignedPolicyOpening.PolicyOpened _ -> List.of();
      case SignedPolicyOpening.SignedPolicyFaulty(var faults) ->
          faults.faults().stream().map(PolicyFault::text).toList();
      case SignedPolicyOpening.SignedPolicyRefused(var why) ->
          List.of(
              switch (why) {
                case UNSIGNED ->
                    file + ": it is not signed; sign it with " + ProgramName.get() + " policy sign";
                case ALTERED ->
                    file
                        + ": it was altered after it was signed, or signed with another key; get it"
                        + " again from the library";
              });
    };
  }
}
