package org.libstation.tools.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.Trial;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.Transport;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LibraryRules;

/// What a probe says of parts of a debt, without paying any: what the central system at the other
/// end shows decides it, and only a payment would show more.
class PartsOfADebtTest {
  private static final String DONE = "20261130    100000";
  private static final String NO = "              ";
  private static final String YES = "YYYYYYYYYYYYYYYY";

  private final List<String> asked = new ArrayList<>();

  /// A central system of one patron.
  ///
  /// @param bx as a 98 has it
  /// @param patron the fields of each 64 about the sum owed
  /// @param fines the whole answer to a 63 that asks for charges
  private record Twin(String bx, String patron, UnaryOperator<String> fines) {
    String answer(String request) {
      return switch (request.substring(0, 2)) {
        case "93" -> "941";
        case "99" -> "98YYYYYN60000320261130    1000002.00AOLIB|BX" + bx + "|";
        case "63" -> {
          String told = told(patron);
          yield request.charAt(26) == 'Y' ? fines.apply(told) : told;
        }
        case "23" -> "24" + NO + "001" + DONE + "AOLIB|AA1|AEPatron|BLY|CQY|";
        default -> "96";
      };
    }

    private static String told(String owed) {
      return "64"
          + NO
          + "001"
          + DONE
          + "000000000000000100000000AOLIB|AA1|AEPatron|BLY|CQY|"
          + owed;
    }
  }

  /// A line to it; its requests are kept.
  private final class Line implements Transport {
    private final Twin twin;
    private byte[] coming = {};

    Line(Twin twin) {
      this.twin = twin;
    }

    @Override
    public void open(Duration within) {
      coming = new byte[0];
    }

    @Override
    public void write(byte[] bytes) {
      String request = new String(bytes, StandardCharsets.UTF_8).strip();
      asked.add(request);
      String answer = twin.answer(request);
      coming = answer.isEmpty() ? new byte[0] : (answer + "\r").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      System.arraycopy(coming, 0, buffer, 0, coming.length);
      int length = coming.length;
      coming = new byte[0];
      return length;
    }

    @Override
    public void close() {}
  }

  private String seen(Twin twin) throws IOException, Stopped {
    return seen(new Line(twin), "1", "2", "LIB");
  }

  /// What it says of parts; nothing was paid for it.
  private String seen(Transport link, String card, String pin, String institution)
      throws IOException, Stopped {
    Trial trial =
        new Trial(
            "station1",
            "station1",
            institution,
            "",
            card,
            pin,
            "3",
            "",
            "",
            "",
            ZoneId.of("Asia/Hong_Kong"),
            Duration.ZERO);
    CentralBehaviourProbe.Means means =
        new CentralBehaviourProbe.Means(
            InstantSource.system(),
            () -> Duration.ofNanos(System.nanoTime()),
            Duration.ofSeconds(20),
            (_, _) -> Set.of(),
            List.of());
    try (ProbeWire wire = new ProbeWire(link, means.monotonic(), means.patience())) {
      Findings found = new Findings();
      ProbeRequests asking = new ProbeRequests(wire, trial, means);
      LineProbe line = new LineProbe(asking, found);
      line.login();
      line.status();
      new PatronProbe(asking, line, found).patron();
      assertThat(asked).noneMatch(request -> request.startsWith("37"));
      assertThat(found.requests(Tried.NOT_TRIED)).anyMatch(each -> each.code().equals("37"));
      String told =
          found.questions().stream()
              .map(Findings.Question::toString)
              .filter(each -> each.startsWith("Parts of a debt by 37: not tried. Seen: "))
              .findFirst()
              .orElseThrow();
      assertThat(told).endsWith("payment.parts stays as in the dialect until then");
      return told;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CG17|FA6.50|; charges are listed by number (CG)",
        "AV17 6.50 book|; charges are listed as text (AV)",
        "''; no charge of the test patron was listed, who owes something",
      })
  void what_is_listed_for_a_debt_is_told(String charges, String said) throws Exception {
    assertThat(seen(new Twin(YES, "BV6.50|", told -> told + charges))).contains("Seen: " + said);
  }

  @ParameterizedTest
  @CsvSource({"''", "BV0.00|"})
  void who_owes_nothing_shows_nothing(String owed) throws Exception {
    assertThat(seen(new Twin(YES, owed, told -> told)))
        .contains("Seen: the test patron owes nothing, so nothing was listed");
  }

  @ParameterizedTest
  @CsvSource({"96", "''"})
  void a_system_that_does_not_answer_the_list_is_not_said_to_have_none(String answer)
      throws Exception {
    assertThat(seen(new Twin(YES, "BV6.50|", _ -> answer)))
        .contains("Seen: the list of charges was not answered")
        .doesNotContain("was listed");
  }

  @Test
  void a_system_whose_98_denies_payments_is_told_so() throws Exception {
    assertThat(seen(new Twin("YYYYYYYYYNYYYYYY", "BV6.50|", told -> told + "CG17|")))
        .contains("Seen: charges are listed by number (CG); BX says that it takes no payment (37)");
    assertThat(seen(new Twin(YES, "BV6.50|", told -> told + "CG17|"))).doesNotContain("BX says");
  }

  @Test
  void the_embedded_library_lists_its_charges_as_text() throws Exception {
    try (EmbeddedLibrary library =
        EmbeddedLibrary.inMemory(
            LibraryRules.standard(),
            InstantSource.system(),
            EmbeddedLibrary.Listen.loopback(0, 0))) {
      assertThat(
              seen(
                  TcpTransport.plain("127.0.0.1", library.port()), "28801000000041", "8642", "SEL"))
          .contains("Seen: charges are listed as text (AV): patron.fine-line says how");
    }
  }
}
