package org.libstation.returnproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.policy.SignedPolicy;
import org.libstation.returnproof.ReturnProof.ReturnProofVerdict;
import org.libstation.returnproof.ReturnStatement.HandedOver;

/// Keys and signature of the golden text were made by OpenSSL 3 (`openssl pkeyutl -sign -rawin`).
class ReturnProofTest {
  private static final PrivateKey PRIVATE =
      SignedPolicy.privateKey(
          """
          -----BEGIN PRIVATE KEY-----
          MC4CAQAwBQYDK2VwBCIEIFd2DqbRVspa7oboNf8Lachq+Fz1GLzsZURjIlseVwui
          -----END PRIVATE KEY-----
          """);
  private static final PublicKey PUBLIC =
      SignedPolicy.publicKey(
          """
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEAixaLTebxwwV7tlXF/X1A1Fw/GhjsGpJndxe0cu8c2vs=
          -----END PUBLIC KEY-----
          """);
  private static final PublicKey ANOTHER =
      SignedPolicy.publicKey(
          """
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEAqZDWjezAgKE+MUtiqPTcbUGZcKbtphX3paLYuDmrxFY=
          -----END PUBLIC KEY-----
          """);

  private static final String BOOK = "38801000000015";
  private static final ReturnStatement STATEMENT =
      new ReturnStatement(
          "2 號自助借還機, 南堤圖書館",
          List.of(
              new HandedOver(BOOK, OffsetDateTime.parse("2026-11-26T21:14:05.987+08:00"), 1234),
              new HandedOver(
                  "38801000000452", OffsetDateTime.parse("2026-11-26T21:14:09+08:00"), 1235)));

  private static final String GOLDEN =
      """
      LIBSTATION RETURN 1
      station 2 號自助借還機, 南堤圖書館
      38801000000015 2026-11-26T21:14:05+08:00 #1234
      38801000000452 2026-11-26T21:14:09+08:00 #1235
      key 0554a620fb42c20e
      sig b3D2jRx9k906d9BNuxQeAKjEjnh_EfuOti08IHF_WUtMmalAvO4o9F1ieVWQdGGNcRv1OCNBfux8_feddbNyDg\
      """;

  private static ReturnProofVerdict verify(String text) {
    return ReturnProof.verify(text, List.of(ANOTHER, PUBLIC), Optional.empty());
  }

  @Test
  void a_statement_is_signed_as_openssl_signs_it() {
    assertThat(ReturnProof.sign(STATEMENT, PRIVATE, PUBLIC)).isEqualTo(GOLDEN);
  }

  @Test
  void it_is_genuine_also_after_a_scanner_ended_its_lines_in_its_own_way() {
    for (String text : List.of(GOLDEN, GOLDEN + "\n", GOLDEN.replace("\n", "\r\n") + "\r")) {
      assertThat(verify(text)).isEqualTo(new ReturnProofVerdict.Genuine(STATEMENT));
    }
  }

  @Test
  void every_letter_counts() {
    for (int i = 0; i < GOLDEN.length(); i++) {
      for (char other : "0aA1 \n".toCharArray()) {
        String altered = GOLDEN.substring(0, i) + other + GOLDEN.substring(i + 1);
        if (!altered.equals(GOLDEN) && !altered.strip().equals(GOLDEN)) {
          assertThat(verify(altered))
              .as("letter %s as %s", i, other)
              .isNotInstanceOf(ReturnProofVerdict.Genuine.class);
        }
      }
    }
    assertThat(verify(GOLDEN.replace("21:14:05", "20:14:05")))
        .isEqualTo(new ReturnProofVerdict.Altered());
    assertThat(verify(GOLDEN.replace("#1234", "#1233")))
        .isEqualTo(new ReturnProofVerdict.Altered());
  }

  @Test
  void nothing_can_be_put_in_or_left_out() {
    List<String> lines = GOLDEN.lines().toList();
    assertThat(verify(GOLDEN.replace(lines.get(2) + "\n", "")))
        .isEqualTo(new ReturnProofVerdict.Altered());
    assertThat(verify(GOLDEN.replace(lines.get(2), lines.get(2) + "\n" + lines.get(2))))
        .isEqualTo(new ReturnProofVerdict.Altered());
    assertThat(verify(lines.get(2) + "\n" + GOLDEN)).isEqualTo(new ReturnProofVerdict.Altered());
  }

  @Test
  void one_that_is_signed_with_another_key_is_told_as_such_and_cannot_name_ours() {
    assertThat(ReturnProof.verify(GOLDEN, List.of(ANOTHER), Optional.empty()))
        .isEqualTo(new ReturnProofVerdict.UnknownKey("0554a620fb42c20e"));
    String forged = GOLDEN.replace("0554a620fb42c20e", ReturnProof.name(ANOTHER));
    assertThat(verify(forged)).isEqualTo(new ReturnProofVerdict.Altered());
  }

  @Test
  void a_proof_that_is_shown_for_another_item_is_told_as_such() {
    assertThat(ReturnProof.verify(GOLDEN, List.of(PUBLIC), Optional.of("38801000000023")))
        .isEqualTo(new ReturnProofVerdict.OtherItem(STATEMENT));
    assertThat(ReturnProof.verify(GOLDEN, List.of(PUBLIC), Optional.of(BOOK)))
        .isEqualTo(new ReturnProofVerdict.Genuine(STATEMENT));
  }

  @Test
  void other_texts_are_no_proofs() {
    for (String text : List.of("", "38801000000015", "LIBSTATION TEST", "sig " + "A".repeat(86))) {
      assertThat(verify(text)).isEqualTo(new ReturnProofVerdict.NoProof());
    }
  }

  @Test
  void a_station_cannot_state_what_does_not_fit_a_line_or_a_code() {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-26T21:14:05+08:00");
    assertThatThrownBy(() -> new ReturnStatement("S", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new ReturnStatement("S", Collections.nCopies(5, new HandedOver("1", at, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReturnStatement("S", List.of(new HandedOver("a\nb", at, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ReturnStatement("two\nlines", List.of(new HandedOver("1", at, 1))).station())
        .isEqualTo("two lines");
  }
}
