package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Read with forgiveness, write strictly.
final class Sip2ToleranceTest {

  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final Sip2Codec PLAIN = new Sip2Codec(StandardCharsets.UTF_8, false);

  @Test
  void a_refused_hold_one_character_short_is_still_read() {
    Sip2Response.HoldResponse hold =
        (Sip2Response.HoldResponse)
            Sip2Message.read("16N20261124    091700AOMAIN|AA2000000417|AFNo|");

    assertThat(hold.ok()).isEqualTo(Sip2Flag.UNREADABLE);
    assertThat(hold.available()).isEqualTo(Sip2Flag.NO);
    assertThat(hold.at()).isEqualTo(at(9, 17, 0));
    assertThat(hold.patron()).hasValue("2000000417");
  }

  @Test
  void a_patron_status_that_lost_its_last_blanks_keeps_its_places() {
    Sip2Response.PatronInformationResponse patron =
        (Sip2Response.PatronInformationResponse)
            Sip2Message.read(
                "64YY00120261124    090141000100000002000000000001AOMAIN|AA2000000417|AE|");

    assertThat(patron.patronStatus()).startsWith("YY");
    assertThat(patron.language()).isEqualTo("001");
    assertThat(patron.holdItems()).hasValue(1);
    assertThat(patron.chargedItems()).hasValue(2);
    assertThat(patron.institution()).hasValue("MAIN");
  }

  @Test
  void a_count_too_few_leaves_the_last_one_unknown() {
    Sip2Response.PatronInformationResponse patron =
        (Sip2Response.PatronInformationResponse)
            Sip2Message.read(
                "64              00120261124    09014100010000000200000000AOMAIN|AA20|AE|BLY|");

    assertThat(patron.chargedItems()).hasValue(2);
    assertThat(patron.unavailableHolds()).isEqualTo(OptionalInt.empty());
    assertThat(patron.patron()).hasValue("20");
  }

  @Test
  void fixed_fields_too_long_do_not_swallow_the_variable_ones() {
    Sip2Response.EndSessionResponse end =
        (Sip2Response.EndSessionResponse)
            Sip2Message.read("36Y20261124    091720  AOMAIN|AA2000000417|");

    assertThat(end.institution()).hasValue("MAIN");
    assertThat(end.patron()).hasValue("2000000417");
  }

  @Test
  void an_ok_of_two_characters_is_neither_yes_nor_no() {
    Sip2Response.CheckinResponse checkin =
        (Sip2Response.CheckinResponse) Sip2Message.read("1011YNN20261124    091500AOMAIN|AB31|");

    assertThat(checkin.ok()).isEqualTo(Sip2Flag.UNREADABLE);
    assertThat(checkin.item()).hasValue("31");
  }

  @Test
  void both_spellings_of_yes_are_read() {
    assertThat(((Sip2Response.LoginResponse) Sip2Message.read("94Y")).ok()).isEqualTo(Sip2Flag.YES);
    assertThat(
            ((Sip2Response.FeePaidResponse) Sip2Message.read("38120261124    091601AA2|"))
                .accepted())
        .isEqualTo(Sip2Flag.YES);
    assertThat(((Sip2Response.LoginResponse) Sip2Message.read("94")).ok())
        .isEqualTo(Sip2Flag.UNREADABLE);
  }

  @Test
  void a_missing_last_delimiter_is_forgiven() {
    assertThat(Sip2Message.read("1720261124    223744AOCPL|AB33100000000007").item())
        .hasValue("33100000000007");
  }

  @Test
  void unknown_fields_and_repeats_are_kept_in_order() {
    String line = "36Y20261124    091720AOMAIN|AA20|XXhello|AFone|AFtwo|ZZ|";

    Sip2Message message = Sip2Message.read(line);

    assertThat(message.text()).isEqualTo(line);
    assertThat(message.screenMessages()).containsExactly("one", "two");
    assertThat(message.fields().first("XX")).hasValue("hello");
    assertThat(message.fields().first("ZZ")).hasValue("");
  }

  @Test
  void bytes_that_mean_nothing_spoil_only_their_character() {
    byte[] line = "1803020120261124    091501AB31|AJM?rchen|".getBytes(StandardCharsets.UTF_8);
    line[new String(line, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xE4;

    Sip2Message message = PLAIN.decode(line).message();

    assertThat(message.item()).hasValue("31");
    assertThat(message.title()).hasValue("M\uFFFDrchen");
  }

  @Test
  void a_value_can_never_begin_another_field_or_message() {
    Sip2Fields fields = Sip2Fields.NONE.with("AD", "12|AOEVIL\r11YN");

    assertThat(fields.text()).isEqualTo("AD12&#124;AOEVIL 11YN|");
    assertThat(new Sip2Request.ScStatus("0", "8|\r", "2.00", Sip2Fields.NONE).text())
        .isEqualTo("9908  2.00");
  }

  @Test
  void text_outside_the_encoding_becomes_a_question_mark() {
    byte[] line =
        new Sip2Codec(StandardCharsets.ISO_8859_1, false)
            .encode(
                new Sip2Response.EndSessionResponse(
                    Sip2Flag.YES, at(9, 0, 0), Sip2Fields.NONE.with("AF", "謝謝 é")),
                0);

    assertThat(new String(line, StandardCharsets.ISO_8859_1)).endsWith("AF?? é|\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12", "121", "121NNY", "121NNY20261124", "121NNY20261124    0911", "12AOMAIN|"})
  void an_answer_without_its_fixed_fields_says_neither_yes_nor_names_anything(String line) {
    Sip2Response.CheckoutResponse answer = (Sip2Response.CheckoutResponse) Sip2Message.read(line);

    assertThat(answer.item()).isEmpty();
    assertThat(answer.at().local(HONG_KONG)).isEmpty();
  }

  @Test
  void a_request_whose_last_blanks_were_trimmed_is_read() {
    Sip2Request.PatronInformation request =
        (Sip2Request.PatronInformation) Sip2Message.read("6300120261124    090141AOMAIN|AA20|");

    assertThat(request.summary()).isBlank();
    assertThat(request.patron()).hasValue("20");
  }

  @Test
  void a_field_that_should_come_once_counts_as_it_came_first() {
    Sip2Message message =
        Sip2Message.read("1803020120261124    091501AB31|AB32|AJone|AJtwo|CF1|CF2|");

    assertThat(message.item()).hasValue("31");
    assertThat(message.title()).hasValue("one");
    assertThat(message.holdQueue()).hasValue(1);
  }

  @Test
  void the_order_of_fields_means_nothing() {
    assertThat(Sip2Message.read("1803020120261124    091501AJone|CF1|AB31|").item())
        .isEqualTo(Sip2Message.read("1803020120261124    091501AB31|CF1|AJone|").item());
  }

  @Test
  void an_empty_field_is_as_good_as_none() {
    Sip2Fields fields =
        Sip2Message.read("64              00120261124    090141" + "0".repeat(24) + "BLY|CQ|BV|CB|")
            .fields();

    assertThat(fields.flag("CQ")).isEmpty();
    assertThat(fields.filled("BV")).isEmpty();
    assertThat(fields.number("CB")).isEmpty();
  }

  @Test
  void pieces_too_short_for_a_field_are_left_out() {
    assertThat(Sip2Message.read("36Y20261124    091720||A|AOMAIN|x|AA20|").text())
        .isEqualTo("36Y20261124    091720AOMAIN|AA20|");
  }

  @Test
  void the_entity_of_a_delimiter_is_read_back() {
    assertThat(Sip2Message.read("1803020120261124    091501AB31|AJa &#124; b &amp; c|").title())
        .hasValue("a | b &amp; c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "IBM850", "windows-1252"})
  void a_title_is_read_in_the_encoding_of_the_account(String name) {
    Sip2Codec codec = new Sip2Codec(Charset.forName(name), true);
    Sip2Message message = Sip2Message.read("1803020120261124    091501AB31|AJZoë à Kråkøy|");
    byte[] line = codec.encode(message, 3);

    Sip2Codec.Received received = codec.decode(Arrays.copyOf(line, line.length - 1));

    assertThat(received.trailer().orElseThrow().correct()).isTrue();
    assertThat(received.message().title()).hasValue("Zoë à Kråkøy");
  }

  @ParameterizedTest
  @CsvSource({
    "'20261124    091500', 2026-11-24T09:15:00",
    "'20261124   Z011500', 2026-11-24T09:15:00",
    "'20261124   z011500', 2026-11-24T09:15:00",
    "'20261124Z   011500', 2026-11-24T09:15:00",
    "'20261124 UTC011500', 2026-11-24T09:15:00",
    "'20261124   A021500', 2026-11-24T09:15:00",
    "'20261124   H091500', 2026-11-24T09:15:00",
    "'20261124   I101500', 2026-11-24T09:15:00",
    "'20261124   K111500', 2026-11-24T09:15:00",
    "'20261124   M131500', 2026-11-24T09:15:00",
    "'20261124   N001500', 2026-11-24T09:15:00",
    "'20261123   R201500', 2026-11-24T09:15:00",
    "'20261123   Y131500', 2026-11-24T09:15:00"
  })
  void the_zone_letter_of_a_date_is_understood(String text, LocalDateTime local) {
    assertThat(new Sip2Date(text).local(HONG_KONG)).hasValue(local);
  }

  @ParameterizedTest
  @CsvSource({
    "'20261324    091500'",
    "'20261124   J091500'",
    "'20261124 CET091500'",
    "'20261124    241500'",
    "'                  '",
    "'2026'",
    "''"
  })
  void a_date_that_is_none_is_empty(String text) {
    assertThat(new Sip2Date(text).local(ZoneOffset.UTC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'20261215    235900', 2026-12-15T23:59:00",
    "'20261215   Z155900', 2026-12-15T23:59:00",
    "2026-12-15 23:59:00, 2026-12-15T23:59:00",
    "' 2026-12-15 23:59 ', 2026-12-15T23:59:00",
    "2026-12-15T21:30, 2026-12-15T21:30:00",
    "2026-12-15T21:30:00.000+08:00, 2026-12-15T21:30:00",
    "2026-12-15T13:30:00Z, 2026-12-15T21:30:00",
    "2026-12-15T13:30:00+0000, 2026-12-15T21:30:00",
    "2026-12-15, 2026-12-15T23:59:00",
    "20261215, 2026-12-15T23:59:00",
    "15.12.2026, 2026-12-15T23:59:00",
    "'15.12.2026, 20:00', 2026-12-15T20:00:00"
  })
  void a_due_date_is_read_in_its_free_forms(String text, LocalDateTime due) {
    assertThat(Sip2Date.due(text, HONG_KONG, Optional.empty()).at()).hasValue(due);
    assertThat(Sip2Date.due(text, HONG_KONG, Optional.empty()).verbatim()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/06/2026",
        "2026-13-45",
        "20261399",
        "32.12.2026",
        "2026-12-15 25:00",
        "in three weeks",
        ""
      })
  void a_due_date_of_two_meanings_or_none_is_kept_as_text(String text) {
    assertThat(Sip2Date.due(text, HONG_KONG, Optional.empty()).at()).isEmpty();
    assertThat(Sip2Date.due(text, HONG_KONG, Optional.empty()).verbatim()).isEqualTo(text);
  }

  @Test
  void a_due_date_in_words_is_kept_as_it_came() {
    assertThat(Sip2Date.due("15 Dec 2026", HONG_KONG, Optional.empty()).at()).isEmpty();
    assertThat(Sip2Date.due("15 Dec 2026", HONG_KONG, Optional.empty()).verbatim())
        .isEqualTo("15 Dec 2026");
  }

  @Test
  void no_message_shows_a_secret_or_a_person_when_printed() {
    String shown =
        Sip2Message.read(
                    "11NN20261124    091140                 "
                        + " AOMAIN|AA2000000417|AB31|ACsesame|AD4821|")
                .toString()
            + Sip2Message.read("9300CNkiosk1|COhedgehog7|CPfoyer|")
            + Sip2Message.read("24              00120261124    090105AOMAIN|AA2000000417|AEMarit|")
            + Sip2Message.read("Marit has no loans");

    assertThat(shown).doesNotContain("2000000417", "4821", "sesame", "hedgehog7", "Marit");
    assertThat(shown).contains("•••• 0417");
  }

  private static Sip2Date at(int hour, int minute, int second) {
    return Sip2Date.local(LocalDateTime.of(2026, 11, 24, hour, minute, second));
  }
}
