package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.ItemId;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.Dots;
import org.libstation.device.receipt.ReceiptFonts;
import org.libstation.device.receipt.ReceiptPicture;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptContent.ContentLine;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.Suspension;
import org.libstation.paper.ShippedLayout;
import org.libstation.policy.SignedPolicy;
import org.libstation.returnproof.ReturnProof;
import org.libstation.returnproof.ReturnStatement.HandedOver;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.NoticeOnPaper;
import org.libstation.station.ProofOfReturn;
import org.libstation.station.ReceiptComposer;
import org.libstation.station.RenewOnPaper;

/// The code on a slip is signed with a key of the station, and is read from its paper.
class ReturnProofsTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-26T13:14:05Z");

  @TempDir private Path site = Path.of("");

  private StationSettings settings(String... changes) throws IOException {
    String yaml = Files.readString(Path.of("..", "config", "station.yaml"));
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(yaml).contains(changes[i]);
      yaml = yaml.replace(changes[i], changes[i + 1]);
    }
    Files.writeString(site.resolve("station.yaml"), yaml);
    return SettingsFile.read(site, Map.of());
  }

  private ProofOfReturn live() throws IOException {
    return ReturnProofs.of(
        settings(
            "mode: demo",
            "mode: live",
            "terminal: simulated",
            "terminal: none",
            "\"246810\"",
            "pbkdf2-sha256$100000$MDEyMzQ1Njc4OWFiY2RlZg$+cymV461EfF1RClXXrwHHn8wHvqXrjQaePZhTY6JKjI",
            "\"135790\"",
            "pbkdf2-sha256$100000$ZmVkY2JhOTg3NjU0MzIxMA$Iy7pxMDsxVx0KOPEKTwSFjSHQEElf9ylxPcC+n47cWI"),
        site);
  }

  private PublicKey publicKey() throws IOException {
    return SignedPolicy.publicKey(Files.readString(key(ReturnProofs.PUBLIC_KEY)));
  }

  private Path key(String name) {
    return site.resolve("data/keys").resolve(name);
  }

  private static List<HandedOver> returns(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new HandedOver("3880100000" + (1000 + i), AT.plusSeconds(i), i))
        .toList();
  }

  private ReturnProof.ReturnProofVerdict verdict(String code) throws IOException {
    return ReturnProof.verify(code, List.of(publicKey()), Optional.empty());
  }

  @Test
  void the_pair_is_made_at_the_first_start_and_kept() throws Exception {
    List<String> first = live().of("Station", returns(1));
    String pem = Files.readString(key(ReturnProofs.PRIVATE_KEY));

    assertThat(live().of("Station", returns(1))).isEqualTo(first);
    assertThat(Files.readString(key(ReturnProofs.PRIVATE_KEY))).isEqualTo(pem);
    assertThat(Files.getPosixFilePermissions(key(ReturnProofs.PRIVATE_KEY)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(verdict(first.getFirst()))
        .isInstanceOf(ReturnProof.ReturnProofVerdict.Genuine.class);
  }

  @Test
  void a_pile_takes_several_codes_and_each_is_proven_once() throws Exception {
    List<String> codes = live().of("Station", returns(7));

    assertThat(codes).hasSize(3);
    List<HandedOver> stated = new ArrayList<>();
    for (String code : codes) {
      stated.addAll(((ReturnProof.ReturnProofVerdict.Genuine) verdict(code)).statement().returns());
    }
    assertThat(stated).isEqualTo(returns(7));
  }

  @Test
  void what_a_training_station_signs_says_so() throws Exception {
    String code = ReturnProofs.of(settings(), site).of("Station", returns(1)).getFirst();

    assertThat(code).contains("station DEMO: Station\n");
  }

  @Test
  void a_barcode_that_cannot_be_stated_leaves_the_slip_without_its_code() throws Exception {
    assertThat(live().of("Station", List.of(new HandedOver("two words", AT, 1)))).isEmpty();
  }

  @Test
  void none_is_made_where_the_site_wants_none() throws Exception {
    ProofOfReturn none = ReturnProofs.of(settings("printed: true", "printed: false"), site);

    assertThat(none.of("Station", returns(1))).isEmpty();
    assertThat(key(ReturnProofs.PRIVATE_KEY)).doesNotExist();
  }

  @Test
  void a_key_of_the_site_that_cannot_be_used_is_told() throws Exception {
    Files.writeString(site.resolve("site.pem"), "nothing");
    assertThatThrownBy(
            () -> settings("    key: \"\"\n    public-key", "    key: site.pem\n    public-key"))
        .hasMessageContaining("return-proof.public-key");
    StationSettings both =
        settings(
            "    key: \"\"\n    public-key: \"\"", "    key: site.pem\n    public-key: site.pem");
    assertThatThrownBy(() -> ReturnProofs.of(both, site))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining("site.pem");
  }

  @ParameterizedTest
  @ValueSource(ints = {576, 384})
  void the_codes_are_read_from_the_paper(int dots) throws Exception {
    ReceiptComposer composer =
        new ReceiptComposer(
            ShippedLayout.texts(),
            Map.of(Language.ZH_HANT_HK, "南堤圖書館"),
            Map.of(Language.ZH_HANT_HK, "2 號自助借還機"),
            ZoneId.of("Asia/Hong_Kong"),
            StationBanner.NONE,
            ShippedLayout.layout(),
            RenewOnPaper.NONE,
            NoticeOnPaper.NONE,
            live());
    List<ContentLine> lines =
        returns(3).stream()
            .<ContentLine>map(
                back ->
                    new ContentLine.ReturnedLine(
                        Optional.empty(),
                        back.item(),
                        back.at(),
                        true,
                        false,
                        Optional.empty(),
                        false,
                        Optional.of(new ContentLine.Stated(new ItemId(back.item()), back.entry()))))
            .toList();
    Receipt slip =
        composer.compose(
            new ReceiptContent(
                Language.ZH_HANT_HK,
                StationBanner.NONE,
                AT,
                false,
                Suspension.NONE,
                lines,
                Optional.empty(),
                OptionalInt.empty()));

    assertThat(slip.toString()).contains("歸還證明");
    List<String> codes =
        decoded(
            ReceiptPicture.draw(
                slip.lines(),
                slip.language(),
                ReceiptFonts.family(slip.language()).orElse("SansSerif"),
                dots));
    assertThat(codes).hasSize(1);
    assertThat(verdict(codes.getFirst()))
        .isInstanceOfSatisfying(
            ReturnProof.ReturnProofVerdict.Genuine.class,
            genuine -> {
              assertThat(genuine.statement().station()).isEqualTo("2 號自助借還機, 南堤圖書館");
              assertThat(genuine.statement().returns())
                  .extracting(HandedOver::at)
                  .first()
                  .isEqualTo(OffsetDateTime.parse("2026-11-26T21:14:06+08:00"));
              assertThat(genuine.statement().returns())
                  .extracting(HandedOver::item)
                  .containsExactlyElementsOf(returns(3).stream().map(HandedOver::item).toList());
            });
  }

  private static List<String> decoded(Dots paper) throws Exception {
    int margin = 40;
    int width = 8 * paper.bytesPerRow() + 2 * margin;
    int height = paper.rows() + 2 * margin;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xFFFFFF);
    for (int y = 0; y < paper.rows(); y++) {
      for (int x = 0; x < 8 * paper.bytesPerRow(); x++) {
        if (paper.black(x, y)) {
          pixels[(y + margin) * width + x + margin] = 0;
        }
      }
    }
    Result[] results =
        new QRCodeMultiReader()
            .decodeMultiple(
                new BinaryBitmap(
                    new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels))),
                Map.of(
                    DecodeHintType.POSSIBLE_FORMATS,
                    List.of(BarcodeFormat.QR_CODE),
                    DecodeHintType.TRY_HARDER,
                    true,
                    DecodeHintType.CHARACTER_SET,
                    "UTF-8"));
    return Arrays.stream(results).map(Result::getText).toList();
  }
}
