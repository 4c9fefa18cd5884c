package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.returnproof.ReturnProof;
import org.libstation.returnproof.ReturnStatement;

/// A slip is held before the desk's scanner, photographed, or typed off.
class VerifyReturnCommandTest {
  private static final String BOOK = "38801000000015";

  @TempDir private Path folder = Path.of("");
  private String proof = "";
  private Path key = Path.of("");

  @BeforeEach
  void a_station_states_a_return() throws Exception {
    // Always the same, so that the picture of its code is.
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(1);
    KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
    keys.initialize(NamedParameterSpec.ED25519, random);
    KeyPair pair = keys.generateKeyPair();
    key = pem("site.pem", pair);
    proof =
        ReturnProof.sign(
            new ReturnStatement(
                "2 號自助借還機, 南堤圖書館",
                List.of(
                    new ReturnStatement.HandedOver(
                        BOOK, OffsetDateTime.parse("2026-11-26T21:14:05+08:00"), 1234))),
            pair.getPrivate(),
            pair.getPublic());
  }

  private Path pem(String name, KeyPair pair) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }

  private static Called station(String typed) {
    return new Called(
        new VerifyReturnCommand(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void a_picture_of_the_code_tells_item_moment_station_and_entry() throws Exception {
    Called station = station("");

    assertThat(
            station.with("verify-return", "--key", key.toString(), "--image", picture().toString()))
        .isZero();
    assertThat(station.out())
        .contains("genuine: ", "2 號自助借還機, 南堤圖書館", BOOK, "2026-11-26T21:14:05+08:00", "entry 1234");
  }

  /// Photographed a little askew, on a grey table.
  private Path picture() throws Exception {
    BitMatrix modules =
        new QRCodeWriter()
            .encode(
                proof, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
    int side = 560 / modules.getWidth();
    int width = side * modules.getWidth();
    BufferedImage slip = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < width; y++) {
        slip.setRGB(x, y, modules.get(x / side, y / side) ? 0x222222 : 0xF4F2EC);
      }
    }
    BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0xB8B4AA));
    graphics.fillRect(0, 0, 900, 900);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(7), 450, 450);
    graphics.drawImage(slip, (900 - width) / 2, (900 - width) / 2, null);
    graphics.dispose();
    Path file = folder.resolve("slip.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void a_scanner_types_it_with_its_own_ends_of_lines() {
    Called station = station(proof.replace("\n", "\r\n") + "\r\nthe next scan\r\n");

    assertThat(station.with("verify-return", "--key", key.toString(), "--item", BOOK, "-"))
        .isZero();
    assertThat(station.out()).contains("<- the item asked for");
  }

  @Test
  void altered_replayed_unknown_and_no_proof_each_say_so() throws Exception {
    Path other = pem("other.pem", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());

    assertThat(said(key, proof.replace("21:14:05", "20:14:05"))).startsWith("NOT GENUINE");
    assertThat(said(other, proof)).startsWith("NOT KNOWN");
    assertThat(said(key, "38801000000015")).startsWith("NO PROOF OF RETURN");
    Called station = station(proof);
    assertThat(
            station.with("verify-return", "--key", key.toString(), "--item", "38801000000023", "-"))
        .isEqualTo(1);
    assertThat(station.out()).startsWith("NOT FOR THIS ITEM").contains(BOOK);
  }

  private static String said(Path key, String text) {
    Called station = station(text);
    assertThat(station.with("verify-return", "--key", key.toString(), "-")).isEqualTo(1);
    return station.out();
  }

  @Test
  void what_cannot_be_read_is_told_with_what_was_expected() throws Exception {
    Path text = Files.writeString(folder.resolve("slip.txt"), proof);
    BufferedImage white = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
    Path blank = folder.resolve("blank.png");
    ImageIO.write(white, "png", blank.toFile());

    assertThat(problem("--key", key.toString(), "--image", text.toString()))
        .contains("expected a picture");
    assertThat(problem("--key", key.toString(), "--image", blank.toString()))
        .contains("no QR code was found");
    assertThat(problem("--key", text.toString(), proof)).contains("slip.txt");
    assertThat(problem("--key", folder.resolve("none.pem").toString(), proof))
        .contains("none.pem cannot be read");
  }

  private static String problem(String... words) {
    Called station = station("");
    String[] all = new String[words.length + 1];
    all[0] = "verify-return";
    System.arraycopy(words, 0, all, 1, words.length);
    assertThat(station.with(all)).isEqualTo(2);
    return station.err();
  }
}
