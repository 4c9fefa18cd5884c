package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2System;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.circulation.Answer;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payment;
import org.libstation.circulation.StationClock;
import org.libstation.circulation.WasOnLoan;
import org.libstation.lab.embedded.EmbeddedLibrary;
import org.libstation.lab.embedded.LedgerAction;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LibraryRules;
import org.libstation.lab.embedded.Loan;
import org.libstation.site.DialectFiles;

/// The tables of `docs/administrator/settling-cases.md`, played in every dialect: what the embedded
/// library answers, what is in its ledger afterwards, and what a station makes of it. One table has
/// the answers that dialects share, the next one has those in which a dialect differs.
@Timeout(600)
@Tag("full")
class SettlingTableTest {
  private static final Path PAGE = Path.of("..", "docs", "administrator", "settling-cases.md");
  private static final Path TESTS =
      Path.of("..", "offline-sync", "src", "test", "java", "org", "libstation");
  private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
  private static final ItemId ITEM = new ItemId("38801000002326");
  private static final PatronId CARD = new PatronId("28801000000306");
  private static final String OTHER = "28801000000033";
  private static final String OWING = "28801000000066";
  private static final int RENEWALS = 5;
  private static final Duration SILENCE = Duration.ofSeconds(2);

  @TempDir Path data;

  private Duration ahead = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(ahead);

  /// @param asked what is asked, and in what state
  /// @param answer how it begins
  record Row(String dialect, String asked, String answer, String ledger, String verdict) {
    boolean isSameRequestAs(Row other) {
      return dialect.equals(other.dialect) && asked.equals(other.asked);
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> differences = differences();
    return dialects().stream()
        .flatMap(
            dialect ->
                base(dialect)
                    .map(
                        usual ->
                            differences.stream()
                                .filter(row -> row.isSameRequestAs(usual))
                                .findFirst()
                                .orElse(usual)))
        .toList();
  }

  private static List<String> dialects() throws IOException {
    return Files.readAllLines(Path.of("..", "config", "dialects", "index.txt"));
  }

  /// The rows that hold in a dialect unless it has a row of its own.
  private static Stream<Row> base(String dialect) {
    return cells("### The common base", 4).stream()
        .map(c -> new Row(dialect, c.get(0), c.get(1), c.get(2), c.get(3)));
  }

  private static List<Row> differences() {
    return cells("### Where a dialect differs", 5).stream()
        .flatMap(
            c ->
                Arrays.stream(c.getFirst().split(", ", -1))
                    .map(dialect -> new Row(dialect, c.get(1), c.get(2), c.get(3), c.get(4))))
        .toList();
  }

  /// The rows of the table below a heading, without its first one.
  private static List<List<String>> cells(String heading, int columns) {
    try {
      String page = Files.readString(PAGE);
      String below = page.substring(page.indexOf(heading + "\n") + heading.length());
      int end = below.indexOf("\n#");
      return (end < 0 ? below : below.substring(0, end))
          .lines()
          .filter(line -> line.startsWith("| "))
          .map(line -> line.replace("`", "").substring(1).split("\\|"))
          .map(cells -> Arrays.stream(cells).map(String::strip).toList())
          .filter(cells -> cells.size() == columns)
          .skip(1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_row_of_the_table(Row row) throws IOException {
    assertThat(played(row.dialect(), row.asked())).isEqualTo(row);
  }

  @Test
  void each_difference_is_one_and_names_a_dialect_and_a_request_of_the_base() throws IOException {
    List<String> dialects = dialects();
    assertThat(dialects.stream().flatMap(SettlingTableTest::base)).hasSizeGreaterThan(50);
    assertThat(differences())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            row -> {
              assertThat(dialects).contains(row.dialect());
              List<Row> base = base(row.dialect()).toList();
              assertThat(base).doesNotContain(row).anyMatch(row::isSameRequestAs);
            });
    assertThat(differences().stream().map(row -> row.dialect() + row.asked()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_verdict_says_what_is_done_and_which_test_proves_it() throws IOException {
    List<List<String>> done = cells("## What the station does by verdict", 4);
    for (Row row : rows().stream().filter(row -> !row.verdict().equals("never sent")).toList()) {
      String message = row.asked().substring(0, 2);
      assertThat(done)
          .as("what is done about %s: %s", message, row.verdict())
          .anyMatch(c -> c.get(0).equals(message) && c.get(1).equals(row.verdict()));
    }
    for (List<String> each : done) {
      String[] test = each.get(3).split("\\.", -1);
      assertThat(Files.readString(TESTS.resolve(test[0]).resolve(test[1] + ".java")))
          .contains("void " + test[2] + "(");
    }
  }

  private Row played(String name, String asked) throws IOException {
    Sip2Dialect dialect = DialectSettings.dialect(DialectFiles.usual(Path.of("")).read(name));
    Path file = data.resolve("ledger.db");
    try (EmbeddedLibrary library =
            EmbeddedLibrary.start(
                file,
                LibraryRules.standard().withDialect(dialect),
                clock,
                EmbeddedLibrary.Listen.loopback(0, 0));
        Tap tap = new Tap(TcpTransport.plain("127.0.0.1", library.port()));
        Sip2System station =
            new Sip2System(
                tap,
                dialect
                    .withLogin(Sip2Dialect.Sip2Login.byMessage("station1", "station1", "SEL-1"))
                    .withPlace(
                        new Sip2Dialect.StationLocation(
                            "SEL", "SEL-1", ZONE, Currency.getInstance("HKD"), "001")),
                new Clock())) {
      Play play = new Play(library, station, tap, dialect, file);
      String verdict = play.verdict(asked);
      return new Row(name, asked, play.answer(asked), play.ledger(), verdict);
    }
  }

  /// One row being played.
  private final class Play {
    private final EmbeddedLibrary library;
    private final Sip2System station;
    private final Tap tap;
    private final Sip2Dialect dialect;
    private final Path file;
    private int before;
    private Optional<OffsetDateTime> said = Optional.empty();

    Play(EmbeddedLibrary library, Sip2System station, Tap tap, Sip2Dialect dialect, Path file) {
      this.library = library;
      this.station = station;
      this.tap = tap;
      this.dialect = dialect;
      this.file = file;
    }

    String verdict(String asked) throws IOException {
      return switch (asked) {
        case "11, this patron has it" -> {
          checkout();
          mark();
          yield told(station.checkout(ITEM, CARD, Optional.empty()));
        }
        case "11, this patron has it, renewals used up" -> {
          checkout();
          for (int i = 0; i < RENEWALS; i++) {
            assertThat(station.renew(ITEM, CARD, Optional.empty()))
                .isInstanceOf(Answer.Accepted.class);
          }
          mark();
          yield told(station.checkout(ITEM, CARD, Optional.empty()));
        }
        case "11, another has it" -> {
          counter("lend " + ITEM + " " + OTHER);
          mark();
          yield told(station.checkout(ITEM, CARD, Optional.empty()));
        }
        case "09 again" -> {
          checkout();
          assertThat(station.checkin(ITEM, now())).isInstanceOf(Answer.Accepted.class);
          mark();
          yield told(station.checkin(ITEM, now()));
        }
        case "09, no such item" -> {
          mark();
          yield told(station.checkin(new ItemId("30000000000000"), now()));
        }
        case "09 with the time of yesterday" -> {
          counter("lend " + ITEM + " " + OTHER);
          ahead = Duration.ofDays(2);
          said = Optional.of(now().minusDays(1));
          mark();
          yield told(station.checkin(ITEM, said.get()));
        }
        case "29 again" -> {
          checkout();
          assertThat(station.renew(ITEM, CARD, Optional.empty()))
              .isInstanceOf(Answer.Accepted.class);
          mark();
          yield told(station.renew(ITEM, CARD, Optional.empty()));
        }
        case "11 with no block, another has it" -> {
          counter("lend " + ITEM + " " + OTHER);
          mark();
          byHand(
              new Sip2Request.Checkout(
                  Sip2Flag.NO,
                  Sip2Flag.YES,
                  local(),
                  Sip2Date.local(now().plusDays(3).toLocalDateTime()),
                  institution().with("AA", CARD.value()).with("AB", ITEM.value())));
          yield "never sent";
        }
        case "37 again" -> {
          if (dialect.habits().messages().contains("37")) {
            assertThat(pay()).isInstanceOf(Answer.Accepted.class);
            mark();
            yield told(pay());
          }
          mark();
          assertThat(pay()).isInstanceOf(Answer.Refused.class);
          assertThat(tap.last()).isEqualTo("silence");
          byHand(
              new Sip2Request.FeePaid(
                  local(),
                  "01",
                  "02",
                  "HKD",
                  Sip2Fields.NONE.with("BV", "5.00").with("AO", "SEL").with("AA", OWING)));
          yield "never sent";
        }
        case "25" -> {
          mark();
          byHand(new Sip2Request.PatronEnable(local(), institution().with("AA", CARD.value())));
          yield "never sent";
        }
        default -> throw new AssertionError("the table asks '" + asked + "', which is not played");
      };
    }

    private void checkout() {
      assertThat(station.checkout(ITEM, CARD, Optional.empty()))
          .isInstanceOf(Answer.Accepted.class);
    }

    private void counter(String command) {
      assertThat(library.command(command)).isEqualTo("ok");
    }

    private Answer<CentralSystem.PaymentAccepted> pay() {
      return station.pay(new PatronId(OWING), Payment.ofWhatIsOwed("17", Money.of(500, "HKD")));
    }

    /// What a station never sends.
    private void byHand(Sip2Request request) throws IOException {
      assertThat(station.status()).isInstanceOf(Answer.Accepted.class);
      boolean checked = dialect.wire().errorDetection() != Sip2Dialect.ErrorDetection.NONE;
      tap.write(new Sip2Codec(StandardCharsets.UTF_8, checked).encode(request, 9));
      tap.line();
    }

    private void mark() {
      tap.forget();
      before = actions().size();
    }

    private List<LedgerAction> actions() {
      try (LedgerReader ledger = LedgerReader.open(file)) {
        return ledger.actions();
      }
    }

    String answer(String asked) {
      String line = tap.last();
      if (line.isEmpty() || !Character.isDigit(line.charAt(0))) {
        return line;
      }
      int shown = asked.startsWith("11") || asked.startsWith("29") ? 4 : 3;
      return line.substring(0, Math.min(line.startsWith("96") ? 2 : shown, line.length()));
    }

    String ledger() {
      String done =
          actions().stream()
              .skip(before)
              .filter(LedgerAction::done)
              .map(LedgerAction::kind)
              .collect(Collectors.joining(", "));
      if (said.isEmpty()) {
        return done.isEmpty() ? "nothing" : done;
      }
      try (LedgerReader ledger = LedgerReader.open(file)) {
        OffsetDateTime booked =
            ledger.loans().stream()
                .map(Loan::returnedAt)
                .flatMap(Optional::stream)
                .reduce((_, last) -> last)
                .orElseThrow();
        if (booked.isEqual(said.get())) {
          return done + " at that time";
        }
        return done
            + (booked.toLocalDate().equals(said.get().toLocalDate()) ? " on that day" : " now");
      }
    }

    private String told(Answer<?> answer) {
      return switch (answer) {
        case Answer.Accepted<?>(CentralSystem.CheckoutResult lent) when lent.renewed() ->
            "accepted, renewed";
        case Answer.Accepted<?>(CentralSystem.CheckinResult back)
            when back.wasOnLoan() == WasOnLoan.NO ->
            "accepted, no loan ended";
        case Answer.Accepted<?> _ -> "accepted";
        case Answer.Refused<?> no ->
            "refused: " + no.refusal().reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        case Answer.NotSent<?> _ -> "not sent";
        case Answer.Unknown<?> _ -> "in doubt";
      };
    }

    private Sip2Fields institution() {
      return Sip2Fields.NONE.with("AO", "SEL");
    }

    private Sip2Date local() {
      return Sip2Date.local(now().toLocalDateTime());
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private final class Clock implements StationClock {
    @Override
    public EventTime now() {
      return new EventTime(
          SettlingTableTest.this.now(), "boot", monotonic(), Optional.empty(), false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ofNanos(System.nanoTime());
    }
  }

  /// Hears what comes over the wire.
  private static final class Tap implements Transport {
    private final Transport wire;
    private final StringBuilder heard = new StringBuilder();
    private boolean hungUp;

    Tap(Transport wire) {
      this.wire = wire;
    }

    @Override
    public void open(Duration within) throws IOException {
      wire.open(within);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      wire.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration within) throws IOException {
      int length = wire.read(buffer, within);
      hungUp = length < 0;
      if (length > 0) {
        heard.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
      }
      return length;
    }

    void forget() {
      heard.setLength(0);
    }

    /// Reads until a line ended, the far end hung up, or it stayed silent.
    void line() throws IOException {
      forget();
      byte[] buffer = new byte[4096];
      int length = 1;
      while (length > 0 && heard.indexOf("\r") < 0) {
        length = read(buffer, SILENCE);
      }
    }

    /// The last line; or that there was none.
    String last() {
      String[] lines = heard.toString().strip().split("[\r\n]+", -1);
      String last = lines[lines.length - 1];
      return last.isEmpty() ? (hungUp ? "hangs up" : "silence") : last;
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
