package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.libstation.policy.SignedPolicy.SignatureFault;
import org.libstation.policy.SignedPolicy.SignedPolicyOpening;

class SignedPolicyTest {
  /// RFC 8410, section 10.3 and 10.1: keys made by others.
  private static final String RFC_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String RFC_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  private static final Instant ISSUED = Instant.parse("2026-11-26T04:00:00Z");

  private static PolicyBundle example() throws IOException {
    return PolicyReaderTest.good(PolicyReader.read(Path.of("../config/policy/hkpl-example.yaml")));
  }

  private static KeyPair keys() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static SignedPolicyOpening open(String cover) {
    return SignedPolicy.open("x.json", cover, SignedPolicy.publicKey(RFC_PUBLIC));
  }

  @Test
  void a_signed_policy_is_read_whole() throws IOException {
    String cover = SignedPolicy.sign(example(), ISSUED, SignedPolicy.privateKey(RFC_PRIVATE));
    assertThat(open(cover))
        .isInstanceOfSatisfying(
            SignedPolicyOpening.PolicyOpened.class,
            good -> {
              assertThat(good.bundle().version()).isEqualTo("hkpl-example-2026-1");
              assertThat(good.bundle().issuedAt()).contains(ISSUED);
              assertThat(good.bundle().notices()).hasSize(7);
            });
  }

  @Test
  void the_cover_is_written_byte_for_byte() throws IOException {
    assertThat(SignedPolicy.sign(example(), ISSUED, SignedPolicy.privateKey(RFC_PRIVATE)))
        .matches(
            "\\{\"format\":\"libstation-signed-policy/1\",\"policy\":\"\\{.*}\","
                + "\"signature\":\"[A-Za-z0-9+/]{86}==\"}");
  }

  @Test
  void one_altered_character_is_refused() throws IOException {
    String cover = SignedPolicy.sign(example(), ISSUED, SignedPolicy.privateKey(RFC_PRIVATE));
    String altered = cover.replace("\\\"1.50\\\"", "\\\"0.50\\\"");
    assertThat(altered).isNotEqualTo(cover);
    assertThat(open(altered))
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.ALTERED));
  }

  @Test
  void another_key_and_a_signature_of_another_length_are_refused()
      throws IOException, NoSuchAlgorithmException {
    String other = SignedPolicy.sign(example(), ISSUED, keys().getPrivate());
    assertThat(open(other))
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.ALTERED));
    String shorter =
        other.replaceAll(
            "\"signature\":\"[^\"]*\"",
            "\"signature\":\"" + Base64.getEncoder().encodeToString(new byte[3]) + "\"");
    assertThat(open(shorter))
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.ALTERED));
  }

  @Test
  void what_is_not_signed_is_refused_and_says_what_to_do() throws IOException {
    SignedPolicyOpening bare = open("format: libstation-policy/1\n");
    assertThat(bare)
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.UNSIGNED));
    assertThat(SignedPolicy.words("held.json", bare).getFirst()).contains("it is not signed");
    assertThat(open(""))
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.UNSIGNED));
    String cover = SignedPolicy.sign(example(), ISSUED, SignedPolicy.privateKey(RFC_PRIVATE));
    assertThat(open(cover.replaceAll(",\"signature\":\"[^\"]*\"", "")))
        .isEqualTo(new SignedPolicyOpening.SignedPolicyRefused(SignatureFault.UNSIGNED));
  }

  @Test
  void a_file_that_is_no_key_is_told() {
    assertThatThrownBy(() -> SignedPolicy.publicKey(RFC_PRIVATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUBLIC KEY");
    assertThatThrownBy(
            () ->
                SignedPolicy.privateKey(
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Ed25519");
  }
}
