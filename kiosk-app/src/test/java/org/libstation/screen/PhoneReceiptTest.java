package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Session;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.screen.kit.picture.QrCode;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.testkit.Needs;

/// The receipt for a phone, read from the picture of the screen by another hand's reader.
class PhoneReceiptTest {
  private static final Texts TEXTS = TestTexts.OURS;

  /// Width of a module on a phone's picture that every phone of the last ten years tells apart.
  private static final double LEAST_MODULE_MM = 0.4;

  /// A phone looks at many frames and is never held quite still; the first that can be read counts.
  private static final List<Double> FRAMES = List.of(1.0, 0.93, 1.12, 1.27);

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_phone_reads_place_moment_items_dates_and_a_number_to_quote(Language language)
      throws Exception {
    String text = read(States.in(States.named("receipt-choice"), language, Access.STANDARD), 1);
    assertThat(text)
        .contains(
            ScreensTest.names().libraryIn(language),
            ScreensTest.names().stationIn(language),
            "18:44",
            "1000 1001 1002",
            "41",
            TEXTS.in(language).date(java.time.LocalDate.of(2026, 12, 8)))
        .doesNotContain("6788", "植物", "Almanac", "3018000000");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void titles_stand_on_it_when_they_were_asked_for_and_only_then(Language language)
      throws Exception {
    String text = read(States.in(States.named("receipt-titles"), language, Access.STANDARD), 1);
    assertThat(text).contains("1000 渡輪上的植物學家", "The Lighthouse Almanac").doesNotContain("6788");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void days_without_borrowing_stand_beside_the_item_with_their_end(Language language)
      throws Exception {
    Words words = TEXTS.in(language);
    String text =
        read(States.in(States.named("receipt-returned-suspension"), language, Access.STANDARD), 1);
    assertThat(text)
        .contains(
            words.say(
                "phone.suspension",
                words.say("suspension.about", words.count("suspension.days", 10)),
                words.stampDate(LocalDate.of(2026, 12, 4))))
        .contains("7.50")
        .doesNotContain("0.00");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_return_has_its_moment_its_estimate_and_what_is_to_be_confirmed(Language language)
      throws Exception {
    String text = read(States.in(States.named("receipt-returned"), language, Access.STANDARD), 1);
    assertThat(text)
        .contains(
            "HK$3.00",
            "18:44",
            "1001",
            "1002",
            "1003",
            TEXTS.in(language).say("phone.estimate", "HK$3.00"),
            TEXTS.in(language).say("phone.unconfirmed"),
            TEXTS.in(language).say("phone.finemay"),
            TEXTS.in(language).say("phone.staff"),
            TEXTS.in(language).say("phone.silent"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void of_a_payment_alone_it_tells_sum_number_and_whose_it_is_not_and_no_barcodes(Language language)
      throws Exception {
    FlowState choice = States.named("receipt-choice");
    Payment payment = Payment.ofWhatIsOwed("k7-12", Money.of(3600, "HKD"));
    FlowState paid =
        StateBuilder.like(choice)
            .during(
                choice
                    .session()
                    .orElseThrow()
                    .withBorrows(List.of())
                    .withPaid(new Session.VisitPayment(payment, true, true, States.WALL)))
            .build();
    assertThat(read(States.in(paid, language, Access.STANDARD), 1))
        .contains("36.00", "k7-12", TEXTS.in(language).say("phone.others"))
        .doesNotContain(TEXTS.in(language).say("phone.numbers"));
    Session.PaymentDoubt doubt =
        new Session.PaymentDoubt(
            PaymentOutcome.NotKnown.of(payment, PaymentOutcome.DoubtTreatment.WITH_STAFF),
            Optional.of("k7-12"),
            false,
            States.WALL);
    FlowState doubted =
        StateBuilder.like(choice)
            .during(choice.session().orElseThrow().withBorrows(List.of()).withDoubt(doubt))
            .build();
    assertThat(read(States.in(doubted, language, Access.STANDARD), 1))
        .contains("36.00", "k7-12", "M22")
        .doesNotContain(TEXTS.in(language).say("phone.numbers"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void of_a_stack_of_twenty_every_item_stands_under_its_date(Language language) throws Exception {
    String text = read(States.in(States.named("receipt-twenty"), language, Access.STANDARD), 0.6);
    for (int item = 1; item <= 20; item++) {
      assertThat(text).contains(String.valueOf(1000 + item));
    }
    assertThat(text).contains(TEXTS.in(language).say("phone.unconfirmed"));
  }

  @ParameterizedTest
  @Tag("full")
  @EnumSource(Language.class)
  void what_does_not_fit_is_shortened_and_says_so(Language language) throws Exception {
    String twenty =
        read(States.in(States.named("receipt-twenty-titles"), language, Access.STANDARD), 1);
    assertThat(twenty)
        .contains(TEXTS.in(language).say("phone.short.titles"), "1001", "1020")
        .doesNotContain("植物");
    String hundred = read(States.in(States.named("receipt-hundred"), language, Access.STANDARD), 1);
    assertThat(hundred)
        .contains(
            TEXTS.in(language).say("phone.short.numbers"),
            TEXTS.in(language).count("phone.lent", 100))
        .doesNotContain("1001");
  }

  @Test
  @Tag("full")
  void it_is_read_from_every_size_of_text_in_high_contrast_and_in_reach_mode() throws Exception {
    List<Access> looks = new ArrayList<>();
    for (int step = 1; step <= Access.MOST_TEXT_STEPS; step++) {
      looks.add(Access.silent(step, step % 2 == 0, false, false, false));
    }
    looks.add(Access.silent(1, true, false, true, false));
    for (Access access : looks) {
      String text = read(States.in(States.named("receipt-twenty"), Language.EN, access), 1);
      assertThat(text).as(access.toString()).contains("Due Tuesday 8 December 2026");
    }
  }

  @Test
  void no_code_has_modules_that_a_phone_cannot_tell_apart_at_forty_millimetres() {
    assertThat(QrCode.of("x".repeat(560 - 3))).isPresent();
    assertThat(QrCode.of("x".repeat(570))).isEmpty();
    QrCode largest = QrCode.of("圖".repeat(180)).orElseThrow();
    assertThat(40.0 / largest.width()).isGreaterThan(LEAST_MODULE_MM);
  }

  @Test
  void nothing_of_it_stays_when_the_visit_is_over() throws Exception {
    List<Color> left =
        Fx.call(
            () -> {
              ScreenHost host = SilentHost.of(TEXTS, _ -> {});
              host.show(States.named("receipt-titles"));
              QrView code = find(host, QrView.class).getFirst();
              ImageView view = (ImageView) code.getChildrenUnmodifiable().getFirst();
              WritableImage image = (WritableImage) view.getImage();
              assertThat(colours(image)).hasSize(2);
              host.show(States.named("done-returned"));
              assertThat(view.getImage()).isNull();
              return colours(image);
            });
    assertThat(left).containsExactly(Color.WHITE);
  }

  private static List<Color> colours(WritableImage image) {
    List<Color> seen = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color colour = image.getPixelReader().getColor(x, y);
        if (!seen.contains(colour)) {
          seen.add(colour);
        }
      }
    }
    return seen;
  }

  private static <T extends Node> List<T> find(Node node, Class<T> kind) {
    List<T> found = new ArrayList<>();
    if (kind.isInstance(node)) {
      found.add(kind.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(find(child, kind)));
    }
    return found;
  }

  /// @param scale smaller than 1: the phone is farther away
  private static String read(FlowState state, double scale) throws Exception {
    byte[] png =
        Fx.call(
            () ->
                new ScreenPictures(
                        TEXTS, ScreensTest.names(), Duration.ofSeconds(60), Optional.empty())
                    .of(state));
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    for (double nearer : FRAMES) {
      Optional<String> text = frame(whole, scale * nearer);
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw new AssertionError("no code was read from the screen");
  }

  private static Optional<String> frame(BufferedImage whole, double scale) {
    int width = (int) (whole.getWidth() * scale);
    int height = (int) (whole.getHeight() * scale);
    BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = seen.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(whole, 0, 0, width, height, null);
    pen.dispose();
    int[] pixels = seen.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      return Optional.of(
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
