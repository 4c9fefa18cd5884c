package org.libstation.payment.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.Money;
import org.libstation.circulation.PaymentStep;
import org.libstation.payment.TerminalLine;

/// Messages, fields and frames, by the bytes of others.
class ZvtMessagesTest {
  private static final Duration SOON = Duration.ofMillis(10);

  static List<ForeignFrames> frames() {
    return ForeignFrames.all();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void a_foreign_message_is_read_and_written_the_same(ForeignFrames frame) {
    assertThat(Apdu.length(frame.message(), frame.message().length))
        .isEqualTo(frame.message().length);
    assertThat(frame.apdu().bytes()).isEqualTo(frame.message());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void its_frame_on_a_serial_line_is_ours(ForeignFrames frame) {
    if (frame.serial().length > 0) {
      assertThat(SerialWire.frame(frame.apdu())).isEqualTo(frame.serial());
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void it_arrives_whole_in_pieces_of_any_size_over_tcp(ForeignFrames frame) throws IOException {
    for (int piece = 1; piece <= frame.message().length; piece++) {
      Script line = new Script(frame.message(), piece);
      assertThat(new TcpWire(line).receive(SOON).orElseThrow().bytes()).isEqualTo(frame.message());
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void it_arrives_whole_in_pieces_of_any_size_and_behind_junk_on_a_serial_line(ForeignFrames frame)
      throws IOException {
    byte[] bytes = SerialWire.frame(frame.apdu());
    for (int piece = 1; piece <= 9; piece++) {
      Script line = new Script(joined(new byte[] {0x55, 0x10, 0x33}, bytes), piece);
      assertThat(new SerialWire(line).receive(SOON).orElseThrow().bytes())
          .isEqualTo(frame.message());
      assertThat(line.written).containsExactly(SerialWire.ACK);
    }
  }

  @Test
  void a_broken_checksum_is_answered_with_nak_and_the_frame_taken_when_it_comes_again()
      throws IOException {
    byte[] good = ForeignFrames.of("diagnosis").serial();
    byte[] broken = good.clone();
    broken[broken.length - 1] ^= 1;
    Script line = new Script(joined(broken, good), 3);

    assertThat(new SerialWire(line).receive(SOON)).isPresent();
    assertThat(line.written).containsExactly(SerialWire.NAK, SerialWire.ACK);

    Script never = new Script(joined(broken, broken, broken), 3);
    assertThatThrownBy(() -> new SerialWire(never).receive(SOON)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void a_byte_that_is_lost_or_doubled_makes_no_other_message(int at) throws IOException {
    byte[] good = ForeignFrames.of("end-of-day").serial();
    byte[] lost = joined(Arrays.copyOf(good, at), Arrays.copyOfRange(good, at + 1, good.length));
    byte[] doubled = joined(Arrays.copyOf(good, at + 1), Arrays.copyOfRange(good, at, good.length));
    for (byte[] wrong : List.of(lost, doubled)) {
      try {
        new SerialWire(new Script(wrong, 4))
            .receive(SOON)
            .ifPresent(
                each ->
                    assertThat(each.bytes())
                        .isEqualTo(Apdu.of(ForeignFrames.of("end-of-day").message()).bytes()));
      } catch (IOException _) {
        // Told as lost.
      }
    }
  }

  @Test
  void a_frame_is_sent_again_until_it_is_acknowledged_and_three_times_at_most() throws IOException {
    Script line = new Script(new byte[] {SerialWire.NAK, SerialWire.ACK}, 1);
    new SerialWire(line).send(new Apdu(Apdu.DIAGNOSIS));
    assertThat(line.written)
        .containsExactly(
            joined(ForeignFrames.of("diagnosis").serial(), ForeignFrames.of("diagnosis").serial()));

    Script mute = new Script(new byte[0], 1);
    assertThatThrownBy(() -> new SerialWire(mute).send(new Apdu(Apdu.DIAGNOSIS)))
        .isInstanceOf(IOException.class);
    assertThat(mute.written).hasSize(3 * ForeignFrames.of("diagnosis").serial().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "485454502F31", "060FFFFFFF00", "060F05", "06", "04FFFF"})
  void what_is_no_message_or_breaks_off_is_a_lost_line(String hex) {
    Script line = new Script(HexFormat.of().parseHex(hex), 2);

    assertThatThrownBy(() -> new TcpWire(line).receive(SOON)).isInstanceOf(IOException.class);
  }

  @Test
  void a_long_message_has_a_long_length() {
    byte[] bytes = new Apdu(Apdu.PRINT_BLOCK, new byte[0x1234]).bytes();

    assertThat(Arrays.copyOf(bytes, 5)).isEqualTo(HexFormat.of().parseHex("06D3FF3412"));
    assertThat(new Apdu(Apdu.PRINT_BLOCK, new byte[254]).bytes()).hasSize(257);
    assertThat(new Apdu(Apdu.PRINT_BLOCK, new byte[255]).bytes()).hasSize(260);
  }

  @Test
  void a_recorded_payment_tells_its_sum_and_numbers_and_nothing_of_the_card() {
    StatusInformation told = ForeignFrames.of("PaymentGood1").transaction();

    assertThat(told.done()).isTrue();
    assertThat(told.confirms(Money.of(2040, "EUR"))).isTrue();
    assertThat(told.confirms(Money.of(2040, "CHF"))).isFalse();
    assertThat(told.confirms(Money.of(2041, "EUR"))).isFalse();
    assertThat(told.taken().numbers().text()).isEqualTo("0470 trace 000470 terminal 28004869");
    assertThat(told.toString()).doesNotContain("4771", "2512");
  }

  @Test
  void a_recorded_reversal_is_known_as_one() {
    assertThat(ForeignFrames.of("ReversalGood1").transaction().reversal()).isTrue();
    assertThat(ForeignFrames.of("PaymentGood1").transaction().reversal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"AbortByKey, 108", "SystemError, 255", "CardRejected, 5", "TlvInfos2, 0"})
  void a_recorded_result_is_read(String name, int result) {
    ZvtFields fields = ZvtFields.of(ForeignFrames.of(name).apdu().data());

    assertThat(fields.whole()).isTrue();
    assertThat(StatusInformation.of(fields).orElseThrow().result()).isEqualTo(result);
  }

  @Test
  void a_field_that_is_not_known_or_does_not_fit_ends_the_reading() {
    for (String hex : List.of("2700FE", "27", "0400", "22F0", "22FAF1", "06830000", "60F9F9F9")) {
      assertThat(ZvtFields.of(HexFormat.of().parseHex(hex)).whole()).as(hex).isFalse();
    }
    assertThat(ZvtFields.of(HexFormat.of().parseHex("04AABBCCDDEEFF")).number(ZvtField.AMOUNT))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0A, PRESENT_CARD",
    "00, CONFIRM",
    "01, ENTER_PIN",
    "15, WRONG_PIN",
    "0C, PRESENT_AGAIN",
    "0B, REMOVE_CARD",
    "4B, REMOVE_CARD",
    "55, WRONG_PIN",
    "1D, DECLINED",
    "5D, REMOVE_CARD",
    "04, WAIT",
    "0E, WAIT",
    "F2, WAIT"
  })
  void a_state_is_what_the_person_shall_do(String state, PaymentStep step) {
    assertThat(ZvtResultCodes.step(HexFormat.fromHexDigits(state))).isEqualTo(step);
  }

  @Test
  void of_a_receipt_only_the_patrons_lines_are_kept_and_only_until_they_are_taken() {
    ReceiptText receipt = new ReceiptText();
    ForeignFrames.all().stream()
        .filter(each -> each.name().equals("line"))
        .forEach(each -> receipt.add(each.apdu()));

    List<String> lines = receipt.take();
    assertThat(lines).anyMatch(line -> line.contains("KUNDENBELEG"));
    assertThat(lines).anyMatch(line -> line.contains("BETRAG:"));
    assertThat(lines).noneMatch(line -> line.contains("KASSENSCHNITT"));
    assertThat(lines).filteredOn(line -> line.contains("BETRAG:")).hasSize(1);
    assertThat(receipt.take()).isEmpty();

    receipt.add(ForeignFrames.of("block MerchantReceipt").apdu());
    receipt.add(ForeignFrames.of("block AdministrationReceipt").apdu());
    assertThat(receipt.take()).isEmpty();
    receipt.add(ForeignFrames.of("block CardholderReceipt").apdu());
    assertThat(receipt.take()).anyMatch(line -> line.contains("für PORTALUM"));
  }

  static byte[] joined(byte[]... parts) {
    return Arrays.stream(parts)
        .reduce(
            new byte[0],
            (all, part) -> {
              byte[] both = Arrays.copyOf(all, all.length + part.length);
              System.arraycopy(part, 0, both, all.length, part.length);
              return both;
            });
  }

  /// A far end that says what it has to say, in pieces, and takes all.
  static final class Script implements TerminalLine {
    private final byte[] says;
    private final int piece;
    private int at;
    byte[] written = new byte[0];

    Script(byte[] says, int piece) {
      this.says = says;
      this.piece = piece;
    }

    @Override
    public void open() {}

    @Override
    public void write(byte[] bytes) {
      written = joined(written, bytes);
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      int count = Math.min(piece, says.length - at);
      System.arraycopy(says, at, buffer, 0, count);
      at += count;
      return count;
    }

    @Override
    public void close() {}
  }

  @Test
  void a_trace_shows_which_fields_there_are_and_masks_all_they_say() {
    for (ForeignFrames frame : ForeignFrames.all()) {
      String line = WireTrace.line("<", frame.apdu());
      assertThat(line)
          .doesNotContain("4771", "4821", "123456", "28004869", "KUNDE", "BETRAG", "00000020");
    }
    assertThat(WireTrace.line("<", ForeignFrames.of("PaymentGood1").apdu()))
        .isEqualTo(
            "< 04 0F, 119 bytes 27 = 00, 04 masked, 0B masked, 0C masked, 0D masked, 0E masked,"
                + " 17 masked, 19 masked, 22 masked, 29 masked, 2A masked, 3B masked, 3C masked,"
                + " 49 masked, 87 masked, 88 masked, 8A masked, 8B masked");
    assertThat(WireTrace.line(">", ForeignFrames.of("registration").apdu()))
        .isEqualTo("> 06 00, 6 bytes password masked");
    assertThat(WireTrace.line("<", new Apdu(Apdu.STATUS, (byte) 0x27, (byte) 0, (byte) 0xFE)))
        .isEqualTo("< 04 0F, 3 bytes 27 = 00 and more, masked");
    assertThat(Optional.of(new Apdu(Apdu.PRINT_LINE, (byte) 1)).toString())
        .isEqualTo("Optional[06 D1, 1 bytes]");
  }
}
