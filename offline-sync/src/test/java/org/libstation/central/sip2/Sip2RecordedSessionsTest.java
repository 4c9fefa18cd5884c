package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Koha (2014 line), SIPServer and edge-sip2 really said, recorded line by line.
final class Sip2RecordedSessionsTest {

  private static final List<String> LOGS =
      List.of(
          "koha-2014-session.log",
          "koha-2014-a.log",
          "koha-2014-b.log",
          "sipserver-session.log",
          "edge-sip2-session.log",
          "edge-sip2-a.log");

  /// The recorder's own notes, which are no bytes of the server.
  private static final String NOTE = "   {checksum ok}";

  private static final Sip2Codec CODEC = new Sip2Codec(StandardCharsets.UTF_8, true);

  /// @param checked whether another program found its checksum right
  record Recorded(String log, int number, boolean fromServer, String line, boolean checked) {
    @Override
    public String toString() {
      return log + ":" + number + " " + line;
    }

    Sip2Codec.Received received() {
      return CODEC.decode(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("serverLines")
  void a_servers_line_is_read_whole(Recorded recorded) {
    Sip2Codec.Received received = recorded.received();

    assertThat(received.message()).isInstanceOf(Sip2Response.class);
    String body = recorded.line().replaceFirst("(AY\\d)?AZ[0-9A-F]{4}$", "");
    assertThat(received.message().text()).isEqualTo(body);
    if (recorded.checked()) {
      assertThat(received.trailer().orElseThrow().correct()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("stationLines")
  void a_stations_line_is_read(Recorded recorded) {
    if (recorded.line().startsWith("ZZ")) {
      assertThat(recorded.received().message()).isInstanceOf(Sip2Message.Unreadable.class);
    } else {
      assertThat(recorded.received().message()).isInstanceOf(Sip2Request.class);
    }
  }

  @Test
  void there_are_as_many_lines_as_were_recorded() throws IOException {
    assertThat(serverLines()).hasSizeGreaterThan(150);
    assertThat(serverLines().filter(Recorded::checked)).hasSize(87);
  }

  @ParameterizedTest
  @MethodSource("serverLines")
  void the_fixed_fields_of_every_line_make_sense(Recorded recorded) {
    switch ((Sip2Response) recorded.received().message()) {
      case Sip2Response.CheckinResponse m -> {
        told(m.ok());
        dated(m.at());
        assertThat(m.item()).isPresent();
      }
      case Sip2Response.CheckoutResponse m -> {
        told(m.ok());
        told(m.renewalOk());
        dated(m.at());
        assertThat(m.item()).isPresent();
        assertThat(m.patron()).isPresent();
      }
      case Sip2Response.RenewResponse m -> {
        told(m.ok());
        dated(m.at());
        assertThat(m.item()).isPresent();
      }
      case Sip2Response.ItemInformationResponse m -> {
        assertThat(m.circulationStatus()).matches("0[1-9]|1[0-3]");
        assertThat(m.securityMarker()).matches("0[0-3]");
        dated(m.at());
        assertThat(m.item()).isPresent();
      }
      case Sip2Response.PatronInformationResponse m -> {
        assertThat(m.patronStatus()).matches("[Y ]{14}");
        assertThat(m.language()).matches("\\d{3}");
        dated(m.at());
        assertThat(m.chargedItems()).isPresent();
        assertThat(m.patron()).isPresent();
      }
      case Sip2Response.PatronStatusResponse m -> {
        assertThat(m.patronStatus()).matches("[Y ]{14}");
        dated(m.at());
      }
      case Sip2Response.PatronEnableResponse m -> dated(m.at());
      case Sip2Response.EndSessionResponse m -> told(m.ended());
      case Sip2Response.FeePaidResponse m -> told(m.accepted());
      case Sip2Response.HoldResponse m -> dated(m.at());
      case Sip2Response.ItemStatusUpdateResponse m -> told(m.ok());
      case Sip2Response.RenewAllResponse m -> dated(m.at());
      case Sip2Response.LoginResponse m -> assertThat(m.ok()).isEqualTo(Sip2Flag.YES);
      case Sip2Response.ResendResponse m -> assertThat(m.fields().list()).isEmpty();
      case Sip2Response.AcsStatus m -> {
        told(m.online());
        dated(m.at());
        assertThat(m.version()).isEqualTo("2.00");
        assertThat(m.supported().orElseThrow()).matches("[YN]{16,17}");
      }
    }
  }

  @Test
  void koha_answers_a_loan_renewed_by_mistake_with_renewal_ok() throws IOException {
    Sip2Response.CheckoutResponse again =
        responses("koha-2014-session.log", Sip2Response.CheckoutResponse.class).get(1);

    assertThat(again.ok()).isEqualTo(Sip2Flag.YES);
    assertThat(again.renewalOk()).isEqualTo(Sip2Flag.YES);
    assertThat(again.due()).hasValue("20261215    235944");
    assertThat(again.screenMessages())
        .containsExactly("Item already checked out to you: renewing item.");
  }

  @Test
  void a_delimiter_in_a_title_is_read_back_from_its_entity() throws IOException {
    List<Sip2Response.ItemInformationResponse> looks =
        responses("koha-2014-a.log", Sip2Response.ItemInformationResponse.class);

    assertThat(looks.stream().map(look -> look.title().orElse("")))
        .contains("Żółw & the naïve pipe | fable");
  }

  @Test
  void edge_leaves_a_count_blank_and_sends_its_own_fields() throws IOException {
    Sip2Response.PatronInformationResponse patron =
        responses("edge-sip2-a.log", Sip2Response.PatronInformationResponse.class).get(1);

    assertThat(patron.unavailableHolds()).isEqualTo(OptionalInt.empty());
    assertThat(patron.chargedItems()).hasValue(1);
    assertThat(patron.chargedList()).containsExactly("43100000000001");
    assertThat(patron.feeAmount()).hasValue("0.0");
    assertThat(patron.fields().first("BH")).hasValue("USD");
    assertThat(patron.fields().first("FU")).hasValue("adult");
  }

  private static void told(Sip2Flag flag) {
    assertThat(flag).isNotEqualTo(Sip2Flag.UNREADABLE);
  }

  private static void dated(Sip2Date at) {
    assertThat(at.local(ZoneOffset.UTC)).isPresent();
  }

  private static <M> List<M> responses(String log, Class<M> type) throws IOException {
    return serverLines()
        .filter(recorded -> recorded.log().equals(log))
        .map(recorded -> recorded.received().message())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  static Stream<Recorded> serverLines() throws IOException {
    return lines().stream().filter(Recorded::fromServer);
  }

  static Stream<Recorded> stationLines() throws IOException {
    return lines().stream().filter(recorded -> !recorded.fromServer());
  }

  private static List<Recorded> lines() throws IOException {
    List<Recorded> lines = new ArrayList<>();
    for (String log : LOGS) {
      String text;
      try (InputStream in =
          Objects.requireNonNull(
              Sip2RecordedSessionsTest.class.getResourceAsStream("/cases/sip2/" + log))) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        boolean fromServer = line.startsWith("<< ");
        if (!(fromServer || line.startsWith(">> ")) || line.startsWith("<< [")) {
          continue;
        }
        String bytes = line.substring(3).replace(NOTE, "");
        lines.add(new Recorded(log, number, fromServer, bytes, line.endsWith(NOTE)));
      }
    }
    return lines;
  }
}
