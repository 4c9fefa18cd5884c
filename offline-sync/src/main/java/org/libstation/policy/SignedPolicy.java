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
import org.libstation.policy.PolicyReading.PolicyFault;
import org.libstation.policy.document.FlatJson;
import org.libstation.policy.document.Json;
import org.libstation.policy.document.Value;
import org.libstation.policy.document.Value.Scalar;

/// A policy in a signed cover, one JSON document: `format`, the policy as the text that was signed
/// (`policy`), and the Ed25519 signature (RFC 8032) of that text's UTF-8 bytes in Base64
/// (`signature`).
public final class SignedPolicy {
  /// The one form of the cover.
  public static final String FORMAT = "libstation-signed-policy/1";

  private static final String ALGORITHM = "Ed25519";

  private SignedPolicy() {}

  /// What came of opening a cover.
  public sealed interface SignedPolicyOpening {
    record PolicyOpened(PolicyBundle bundle) implements SignedPolicyOpening {}

    /// The signature is right, but the policy cannot be used.
    record SignedPolicyFaulty(PolicyReading.Faulty faults) implements SignedPolicyOpening {}

    record SignedPolicyRefused(SignatureFault why) implements SignedPolicyOpening {}
  }

  /// Why a document is not looked at.
  public enum SignatureFault {
    /// It is no signed cover.
    UNSIGNED,
    /// The signature is not that of this text by this key.
    ALTERED
  }

  /// @param issuedAt put into the policy: by it a station tells a newer one from an older one
  /// @throws IllegalArgumentException when the key is not an Ed25519 key
  public static String sign(PolicyBundle bundle, Instant issuedAt, PrivateKey key) {
    String policy = Json.of(issued(bundle.document(), issuedAt));
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      Map<String, Value.ValueField> fields = new LinkedHashMap<>();
      fields.put("format", text(FORMAT));
      fields.put("policy", text(policy));
      fields.put("signature", text(Base64.getEncoder().encodeToString(signature.sign())));
      return Json.of(new Value.ValueFields(1, fields));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " key", e);
    }
  }

  private static Value issued(Value document, Instant issuedAt) {
    if (!(document instanceof Value.ValueFields whole)) {
      throw new IllegalArgumentException("a policy is a document with names");
    }
    Map<String, Value.ValueField> fields = new LinkedHashMap<>(whole.fields());
    fields.put("issuedAt", text(issuedAt.atOffset(ZoneOffset.UTC).toString()));
    return new Value.ValueFields(whole.line(), fields);
  }

  private static Value.ValueField text(String text) {
    return new Value.ValueField(1, new Scalar(1, Scalar.ScalarKind.TEXT, text));
  }

  /// Nothing of the policy is looked at before its signature was proven.
  ///
  /// @param file named in faults
  /// @param cover what [#sign] gave
  /// @throws IllegalArgumentException when the key is not an Ed25519 key
  public static SignedPolicyOpening open(String file, String cover, PublicKey key) {
    Map<String, String> fields = FlatJson.read(cover).orElse(Map.of());
    Optional<String> policy = Optional.ofNullable(fields.get("policy"));
    Optional<byte[]> signature =
        Optional.ofNullable(fields.get("signature")).flatMap(SignedPolicy::decoded);
    if (!FORMAT.equals(fields.get("format")) || policy.isEmpty() || signature.isEmpty()) {
      return new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.UNSIGNED);
    }
    if (!fits(policy.get(), signature.get(), key)) {
      return new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.ALTERED);
    }
    return switch (PolicyReader.parse(file, policy.get())) {
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

  /// A private key as `openssl genpkey -algorithm ed25519` writes it (PKCS #8 in PEM).
  ///
  /// @throws IllegalArgumentException when it is none
  public static PrivateKey privateKey(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no " + ALGORITHM + " private key", e);
    }
  }

  /// A public key as `openssl pkey -pubout` writes it (X.509 in PEM).
  ///
  /// @throws IllegalArgumentException when it is none
  public static PublicKey publicKey(String pem) {
    return publicKey(body(pem, "PUBLIC KEY"));
  }

  /// A public key by the one line between the first and the last of such a file.
  ///
  /// @throws IllegalArgumentException when it is none
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

  /// What a fault or a refusal means, for a technician.
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
