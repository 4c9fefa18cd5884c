package org.libstation.payment.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentStep;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.payment.PaymentTerminal.CardBrand;
import org.libstation.payment.PaymentTerminal.CardBrandTotal;
import org.libstation.payment.PaymentTerminal.Condition;
import org.libstation.payment.PaymentTerminal.DayEnd;
import org.libstation.payment.PaymentTerminal.Reversed;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.PaymentTerminal.TerminalRefusal;
import org.libstation.payment.TerminalLine;
import org.libstation.payment.zvt.lab.TwinLine;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.CardholderBehaviour;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;

/// The driver before a twin in memory, over TCP and over a serial line.
class ZvtTerminalTest {
  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final Payment PAYMENT = Payment.ofWhatIsOwed("20261130-1", Money.of(1250, "EUR"));

  @TempDir Path data;

  private final ZvtTwin twin = new ZvtTwin(Temper.REVERSES_UNHEARD, 978, 300);
  private final List<PaymentStep> steps = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private ZvtTerminal terminal(TerminalLine line, boolean serial, String currency) {
    return terminal(line, serial, currency, ZvtTwin.PASSWORD, Optional.empty());
  }

  private ZvtTerminal terminal(
      TerminalLine line,
      boolean serial,
      String currency,
      String password,
      Optional<Consumer<List<String>>> paper) {
    return terminal(
        line,
        new ZvtTerminal.ZvtSetup(Currency.getInstance(currency), password, serial, false, paper),
        NoteStore.in(data.resolve("terminal.txt")));
  }

  private ZvtTerminal terminal(TerminalLine line, ZvtTerminal.ZvtSetup setup, NoteStore notes) {
    return new ZvtTerminal(
        setup,
        line,
        notes,
        () -> Instant.parse("2026-11-30T09:00:00Z").plus(now),
        () -> now,
        trace::add);
  }

  private TwinLine line(boolean serial) {
    return new TwinLine(twin, serial, spent -> now = now.plus(spent));
  }

  private ZvtTerminal terminal() {
    return terminal(line(false), false, "EUR");
  }

  /// What happens when a line is opened.
  private interface Opening {
    void happens() throws IOException;
  }

  private static TerminalLine spied(TwinLine real, Opening opening, Consumer<byte[]> heard) {
    return new TerminalLine() {
      @Override
      public void open() throws IOException {
        opening.happens();
        real.open();
      }

      @Override
      public void write(byte[] bytes) throws IOException {
        heard.accept(bytes);
        real.write(bytes);
      }

      @Override
      public int read(byte[] buffer, Duration within) throws IOException {
        return real.read(buffer, within);
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  private TerminalOutcome take(ZvtTerminal terminal) {
    return terminal.take(PAYMENT, AT_MOST, steps::add);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_payment_is_taken_with_its_numbers_and_steps(boolean serial) {
    ZvtTerminal terminal = terminal(line(serial), serial, "EUR");

    TerminalOutcome outcome = take(terminal);

    assertThat(outcome)
        .isEqualTo(
            new TerminalOutcome.PaymentTaken(
                new TerminalNumbers("0002", Optional.of("004712"), Optional.of("52500038"))));
    assertThat(((TerminalOutcome.PaymentTaken) outcome).numbers().text())
        .isEqualTo("0002 trace 004712 terminal 52500038");
    assertThat(steps).containsExactly(PaymentStep.PRESENT_CARD, PaymentStep.ENTER_PIN);
    assertThat(twin.total(1)).isEqualTo(1250);
    assertThat(terminal.find(PAYMENT)).isEqualTo(outcome);
    assertThat(terminal.find(Payment.ofWhatIsOwed("another", PAYMENT.amount())))
        .isEqualTo(new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED));
    assertThatThrownBy(() -> take(terminal)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"DECLINED, DECLINED", "PRESSES_STOP, CANCELLED", "NEVER_COMES, TIMED_OUT"})
  void a_payment_that_is_not_taken_says_why_and_the_next_one_is(
      CardholderBehaviour person, TerminalRefusal why) {
    ZvtTerminal terminal = terminal();
    twin.next(person);

    assertThat(take(terminal)).isEqualTo(new TerminalOutcome.NotTaken(why));
    assertThat(terminal.find(PAYMENT)).isEqualTo(new TerminalOutcome.NotTaken(why));
    assertThat(twin.total(1)).isZero();
    assertThat(terminal.take(Payment.ofWhatIsOwed("2", PAYMENT.amount()), AT_MOST, _ -> {}))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  @Test
  void who_stops_while_the_card_is_waited_for_pays_nothing() {
    twin.next(CardholderBehaviour.NEVER_COMES);

    assertThat(terminal().take(PAYMENT, AT_MOST, new Stopper(false)))
        .isEqualTo(new TerminalOutcome.NotTaken(TerminalRefusal.CANCELLED));
    assertThat(now).isLessThan(AT_MOST);
  }

  @Test
  void who_stopped_before_the_terminal_was_asked_is_never_asked() {
    assertThat(terminal().take(PAYMENT, AT_MOST, new Stopper(true)))
        .isEqualTo(new TerminalOutcome.NotTaken(TerminalRefusal.CANCELLED));
    assertThat(twin.total(1)).isZero();
    assertThat(trace).noneMatch(line -> line.contains("06 01"));
  }

  /// Stops from the beginning, or with the first step.
  private static final class Stopper implements Payer {
    private boolean stops;

    Stopper(boolean atOnce) {
      stops = atOnce;
    }

    @Override
    public void accept(PaymentStep step) {
      stops = true;
    }

    @Override
    public boolean stops() {
      return stops;
    }
  }

  @Test
  void who_stops_too_late_has_paid() {
    assertThat(terminal().take(PAYMENT, AT_MOST, new Stopper(false)))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  @Test
  void a_terminal_that_is_away_or_knows_another_password_or_currency_takes_nothing() {
    TwinLine line = line(false);
    line.away(true);
    TerminalOutcome notReady = new TerminalOutcome.NotTaken(TerminalRefusal.NOT_READY);

    assertThat(take(terminal(line, false, "EUR"))).isEqualTo(notReady);
    assertThat(take(terminal(line(false), false, "EUR", "000000", Optional.empty())))
        .isEqualTo(notReady);
    assertThat(take(terminal(line(false), false, "HKD"))).isEqualTo(notReady);
    assertThat(twin.total(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_look_knows_that_the_terminal_is_away_and_that_it_is_back(boolean serial) {
    TwinLine line = line(serial);
    ZvtTerminal terminal = terminal(line, serial, "EUR");
    assertThat(terminal.seen()).isEmpty();

    line.away(true);
    terminal.look();
    assertThat(terminal.seen()).get().isInstanceOf(Condition.Away.class);

    line.away(false);
    terminal.look();
    assertThat(terminal.seen()).get().isInstanceOf(Condition.TerminalReady.class);

    line.away(true);
    terminal.look();
    assertThat(terminal.seen()).get().isInstanceOf(Condition.Away.class);
  }

  @Test
  void a_look_at_a_terminal_on_the_network_that_was_there_says_nothing_to_it() {
    TwinLine line = line(false);
    ZvtTerminal terminal = terminal(line, false, "EUR");
    terminal.look();
    long said = line.bytes();

    terminal.look();

    assertThat(line.bytes()).isEqualTo(said).isPositive();
    assertThat(terminal.seen()).get().isInstanceOf(Condition.TerminalReady.class);
  }

  @Test
  void a_network_that_loses_one_attempt_is_no_terminal_that_is_away() {
    TwinLine real = line(false);
    boolean[] loses = {false};
    ZvtTerminal terminal =
        terminal(
            spied(
                real,
                () -> {
                  if (loses[0]) {
                    loses[0] = false;
                    throw new IOException("lost on its way");
                  }
                },
                _ -> {}),
            false,
            "EUR");
    terminal.look();
    loses[0] = true;

    terminal.look();

    assertThat(loses).containsExactly(false);
    assertThat(terminal.seen()).get().isInstanceOf(Condition.TerminalReady.class);
  }

  @Test
  void a_look_at_a_serial_line_without_a_terminal_is_no_terminal() {
    TwinLine line = line(true);
    ZvtTerminal terminal = terminal(line, true, "EUR");
    terminal.look();
    line.at(1, TwinLine.Event.SILENT);

    terminal.look();

    assertThat(terminal.seen()).get().isInstanceOf(Condition.Away.class);
  }

  @Test
  void a_terminal_that_takes_no_registration_is_seen_to_have_a_fault() {
    ZvtTerminal terminal = terminal(line(false), false, "EUR", "000000", Optional.empty());

    terminal.look();

    assertThat(terminal.seen()).get().isInstanceOf(Condition.TerminalFaulty.class);
  }

  @Test
  void a_payment_that_finds_nobody_tells_at_once_and_one_that_is_taken_too() {
    TwinLine line = line(false);
    ZvtTerminal terminal = terminal(line, false, "EUR");
    line.away(true);
    TerminalOutcome _ = take(terminal);
    assertThat(terminal.seen()).get().isInstanceOf(Condition.Away.class);

    line.away(false);
    TerminalOutcome _ = take(terminal);
    assertThat(terminal.seen()).get().isInstanceOf(Condition.TerminalReady.class);
  }

  /// Both begin with the program: the look is the one that gives way.
  @Test
  void a_payment_is_found_while_a_look_reads_that_one_is_undecided() throws IOException {
    Path notes = data.resolve("terminal.txt");
    TwinLine line = line(false);
    line.at(line.bytes() + 250, TwinLine.Event.CUT);
    TerminalOutcome cut = take(terminal(line, false, "EUR"));
    assertThat(cut).isInstanceOf(TerminalOutcome.PaymentUnknown.class);
    NoteStore real = NoteStore.in(notes);
    ZvtTerminal[] terminal = new ZvtTerminal[1];
    List<TerminalOutcome> found = new ArrayList<>();
    NoteStore meeting =
        new NoteStore() {
          private boolean met;

          @Override
          public Optional<String> read() throws IOException {
            if (!met) {
              met = true;
              found.add(
                  CompletableFuture.supplyAsync(() -> terminal[0].find(PAYMENT))
                      .orTimeout(60, TimeUnit.SECONDS)
                      .join());
            }
            return real.read();
          }

          @Override
          public void write(String text) throws IOException {
            real.write(text);
          }
        };
    terminal[0] =
        terminal(
            line(false),
            new ZvtTerminal.ZvtSetup(
                Currency.getInstance("EUR"), ZvtTwin.PASSWORD, false, false, Optional.empty()),
            meeting);

    terminal[0].look();

    assertThat(found)
        .as("the terminal was looked at")
        .containsExactly(
            TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_AT_IT)));
    now = now.plus(PaymentHistory.QUIET);
    assertThat(terminal[0].find(PAYMENT)).isInstanceOf(TerminalOutcome.NotTaken.class);
  }

  /// Staff decide about the payment of that line; every other payment goes on.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261130-1 2026-11-30T08:00:00Z EUR 1250 unknown lost 0017",
        "20261130-1 2026-11-30T08:00:00Z EUR 1250 unknown not-taken PERHAPS",
        "20261130-1 2026-11-30T08:00:00Z EUR 1250 0016/004710 open",
        "20261130-1 2026-11-30T08:00:00Z EUR 1250 00x6/004710/1130/080000/1 open",
        "20261130-1",
        "2026113\ufffd",
        ""
      })
  void a_damaged_line_of_the_notes_costs_no_other_payment(String damaged) throws IOException {
    Path notes = data.resolve("terminal.txt");
    String good = "20261130-0 2026-11-30T07:00:00Z EUR 1250 unknown taken 0017";
    Files.writeString(notes, "zvt 1\n" + good + "\n" + damaged + "\n");
    ZvtTerminal terminal = terminal();

    assertThat(terminal.find(Payment.ofWhatIsOwed("20261130-0", Money.of(1250, "EUR"))))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(terminal.find(PAYMENT))
        .isInstanceOfSatisfying(
            TerminalOutcome.PaymentUnknown.class, told -> assertThat(told.forGood()).isTrue());
    Payment next = Payment.ofWhatIsOwed("20261130-2", Money.of(1250, "EUR"));
    assertThat(terminal.take(next, AT_MOST, steps::add))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(Files.readString(notes)).startsWith("zvt 1\n" + good + "\n" + damaged + "\n");
  }

  @Test
  void what_was_never_asked_is_known_at_once_while_a_look_is_at_the_terminal() throws IOException {
    Files.writeString(data.resolve("terminal.txt"), "zvt 1\n");
    List<TerminalOutcome> found = new ArrayList<>();
    ZvtTerminal[] terminal = new ZvtTerminal[1];
    terminal[0] =
        terminal(
            spied(
                line(false),
                () ->
                    found.add(
                        CompletableFuture.supplyAsync(() -> terminal[0].find(PAYMENT))
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join()),
                _ -> {}),
            false,
            "EUR");

    terminal[0].look();

    assertThat(found).containsExactly(new TerminalOutcome.NotTaken(TerminalRefusal.NEVER_ASKED));
  }

  @Test
  void nobody_looks_while_something_is_paid_or_not_decided() {
    TwinLine real = line(false);
    int[] opened = {0};
    ZvtTerminal[] terminal = new ZvtTerminal[1];
    terminal[0] = terminal(spied(real, () -> opened[0]++, _ -> {}), false, "EUR");

    TerminalOutcome outcome =
        terminal[0].take(
            PAYMENT,
            AT_MOST,
            _ -> {
              terminal[0].look();
              real.at(1, TwinLine.Event.CUT);
            });
    assertThat(outcome).isInstanceOf(TerminalOutcome.PaymentUnknown.class);
    assertThat(opened).containsExactly(1);

    terminal[0].look();
    assertThat(opened).containsExactly(1);
  }

  @Test
  void a_currency_without_cents_is_asked_for_in_its_own_units() {
    ZvtTwin yen = new ZvtTwin(Temper.REVERSES_UNHEARD, 392, 1);
    ZvtTerminal terminal =
        terminal(new TwinLine(yen, spent -> now = now.plus(spent)), false, "JPY");

    assertThat(terminal.take(Payment.ofWhatIsOwed("1", Money.of(500, "JPY")), AT_MOST, _ -> {}))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(yen.total(1)).isEqualTo(500);
  }

  @Test
  void the_messages_to_the_terminal_are_those_of_the_manual() {
    List<String> heard = new ArrayList<>();
    TwinLine real = line(false);
    TerminalLine spy =
        spied(real, () -> {}, bytes -> heard.add(HexFormat.of().withUpperCase().formatHex(bytes)));
    ZvtTerminal terminal = terminal(spy, false, "EUR");
    TerminalOutcome _ = take(terminal);
    Reversed _ = terminal.reverse(PAYMENT, "0002 trace 004712 terminal 52500038");
    terminal.close();
    heard.removeIf("800000"::equals);

    assertThat(heard)
        .containsExactly(
            "060008123456BE09780301",
            "062003123456",
            "0600081234563809780301",
            "06010C040000000012504909781940",
            "0600081234563809780301",
            "063006123456870002",
            "060200");
  }

  @Test
  void what_is_reversed_is_given_back_once() {
    ZvtTerminal terminal = terminal();
    TerminalOutcome.PaymentTaken taken = (TerminalOutcome.PaymentTaken) take(terminal);

    assertThat(terminal.reverse(PAYMENT, taken.numbers().text()))
        .isEqualTo(new Reversed.ReversalDone("0003 trace 004713 terminal 52500038"));
    assertThat(twin.total(1)).isZero();
    assertThat(terminal.reverse(PAYMENT, "0999")).isInstanceOf(Reversed.NotReversed.class);
    assertThat(terminal.reverse(PAYMENT, "-")).isInstanceOf(Reversed.NotReversed.class);
  }

  @Test
  void the_end_of_a_day_tells_sums_by_kind_and_no_cards() {
    ZvtTerminal terminal = terminal();
    TerminalOutcome _ = take(terminal);

    assertThat(terminal.endOfDay())
        .isEqualTo(
            new DayEnd.Totals(
                Optional.of("0001"),
                Optional.of("0002"),
                Optional.of(Money.of(1550, "EUR")),
                List.of(new CardBrandTotal(CardBrand.GIROCARD, 2, Money.of(1550, "EUR")))));
  }

  @Test
  void an_empty_day_has_no_receipts() {
    ZvtTerminal terminal = terminal();
    DayEnd _ = terminal.endOfDay();

    assertThat(terminal.endOfDay())
        .isEqualTo(
            new DayEnd.Totals(
                Optional.empty(), Optional.empty(), Optional.of(Money.of(0, "EUR")), List.of()));
  }

  @Test
  void an_end_of_day_that_was_asked_and_not_answered_is_not_known() {
    TwinLine line = line(false);
    AtomicBoolean asked = new AtomicBoolean();
    ZvtTerminal terminal =
        terminal(
            spied(
                line,
                () -> {},
                bytes -> {
                  if (bytes.length > 1 && bytes[0] == 0x06 && bytes[1] == 0x50) {
                    asked.set(true);
                    line.at(bytes.length + 1L, TwinLine.Event.CUT);
                  }
                }),
            false,
            "EUR");

    assertThat(terminal.endOfDay()).isInstanceOf(DayEnd.DayEndUnknown.class);
    assertThat(asked).isTrue();
    line.away(true);
    assertThat(terminal.endOfDay())
        .as("it was not asked")
        .isEqualTo(new DayEnd.DayNotEnded("no way to the terminal"));
  }

  @Test
  void a_diagnosis_tells_ready_or_away_or_what_is_wrong() {
    TwinLine line = line(false);
    assertThat(terminal(line, false, "EUR").diagnose())
        .isEqualTo(new Condition.TerminalReady(Optional.of("52500038")));
    assertThat(terminal(line, false, "EUR", "000000", Optional.empty()).diagnose())
        .isInstanceOf(Condition.TerminalFaulty.class);
    line.away(true);
    assertThat(terminal(line, false, "EUR").diagnose()).isInstanceOf(Condition.Away.class);
  }

  @Test
  void where_the_station_prints_it_gets_the_patrons_lines_and_no_look_prints() {
    List<List<String>> paper = new ArrayList<>();
    ZvtTerminal terminal =
        terminal(line(false), false, "EUR", ZvtTwin.PASSWORD, Optional.of(paper::add));

    TerminalOutcome _ = take(terminal);

    assertThat(paper).containsExactly(List.of("Kartennr. " + ZvtTwin.PAN));
  }

  /// A terminal that says what it was told to say, whatever it is asked: one answer a message.
  private static final class Says implements TerminalLine {
    private final Deque<String> answers;
    private byte[] ready = new byte[0];
    private final Consumer<Duration> spend;

    Says(Consumer<Duration> spend, String... answers) {
      this.spend = spend;
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public void open() {}

    @Override
    public void write(byte[] bytes) {
      String next = answers.isEmpty() ? "" : answers.remove();
      ready = ZvtMessagesTest.joined(ready, HexFormat.of().parseHex(next));
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      int count = Math.min(buffer.length, ready.length);
      System.arraycopy(ready, 0, buffer, 0, count);
      ready = Arrays.copyOfRange(ready, count, ready.length);
      if (count == 0) {
        spend.accept(within);
      }
      return count;
    }

    @Override
    public void close() {}
  }

  private static final String DONE = "060F00";
  private static final String LAST = "040F05270087" + "0001";

  private TerminalOutcome said(String... authorisation) {
    return take(
        terminal(
            new Says(
                spent -> now = now.plus(spent),
                Stream.concat(
                        // Registration, last transaction, registration: each acknowledged.
                        Stream.of(
                            "800000" + DONE, "", "800000" + LAST, DONE, "", "800000" + DONE, ""),
                        Stream.of(authorisation))
                    .toArray(String[]::new)),
            false,
            "EUR"));
  }

  private static final String PAID = "040F0F2700" + "04000000001250" + "490978" + "870002";

  @Test
  void what_a_terminal_says_decides_and_what_it_does_not_say_is_unknown() {
    assertThat(said("800000" + PAID, DONE)).isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  /// A code and its first values; the receipt number comes after them.
  private static TaskNote note(String says) {
    String[] parts = (says + "|0002").split("\\|", -1);
    return TaskNote.of(
        TaskNoteCode.valueOf(parts[0]), (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @CsvSource({
    "040F0F2700" + "04000000001350" + "490978" + "870002, TERMINAL_TOOK|EUR 13.50",
    "040F0F2700" + "04000000001250" + "490756" + "870002, TERMINAL_TOOK|CHF 12.50",
    "040F0F2700" + "04000000001250" + "490001" + "870002, " + "TERMINAL_TOOK_UNITS|1250|1",
    "040F0C2700" + "04000000001350" + "870002, TERMINAL_TOOK|EUR 13.50",
    "040F052700" + "870002, TERMINAL_NAMES_NO_SUM",
  })
  void a_terminal_that_took_something_else_says_so_in_words_now_and_later(
      String status, String says) {
    TerminalOutcome outcome = said("800000" + status, DONE);

    assertThat(outcome).isEqualTo(new TerminalOutcome.TookOther(note(says)));
    assertThat(terminal().find(PAYMENT)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "060F0704000000001350, TERMINAL_TOOK|EUR 13.50",
    "060F03490756, TERMINAL_TOOK|CHF 12.50",
    "060F0A04000000009900490978, TERMINAL_TOOK|EUR 99.00",
  })
  void a_completion_that_names_another_sum_than_its_status_is_no_payment_of_what_was_asked(
      String completion, String says) {
    assertThat(said("800000" + PAID, completion))
        .isEqualTo(new TerminalOutcome.TookOther(note(says)));
  }

  @Test
  void a_completion_that_names_the_same_sum_is_one() {
    assertThat(said("800000" + PAID, "060F0C270004000000001250490978"))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  /// A status information with all numbers.
  private static String status(String minor, String receipt, String terminal) {
    String data =
        "27000400" + minor + "490978" + "0B000902" + "0C140233" + "0D1130" + "29" + terminal;
    data += "87" + receipt;
    return "040F%02X%s".formatted(data.length() / 2, data);
  }

  private static final String BEFORE = status("0000001250", "0042", "66112233");

  private List<String> look(String last) {
    return List.of("800000" + DONE, "", "800000" + last, DONE, "");
  }

  private ZvtTerminal saying(Stream<String> answers) {
    return terminal(
        new Says(spent -> now = now.plus(spent), answers.toArray(String[]::new)), false, "EUR");
  }

  /// What it did for the one before is no payment of this one: the look decides.
  @ParameterizedTest
  @ValueSource(strings = {"0000001250", "0000000612"})
  void the_payment_before_told_once_more_is_not_this_one(String minor) {
    String before = status(minor, "0042", "66112233");
    Stream<String> asked = Stream.of("800000" + DONE, "", "800000" + before, DONE, "");
    assertThat(take(saying(Stream.concat(look(before).stream(), asked))))
        .isInstanceOfSatisfying(
            TerminalOutcome.PaymentUnknown.class,
            unknown -> assertThat(unknown.forGood()).isFalse());

    ZvtTerminal looking =
        saying(Stream.generate(() -> look(before)).limit(2).flatMap(List::stream));
    assertThat(looking.find(PAYMENT)).isInstanceOf(TerminalOutcome.PaymentUnknown.class);
    now = now.plus(Duration.ofMinutes(4));
    assertThat(looking.find(PAYMENT)).isInstanceOf(TerminalOutcome.NotTaken.class);
  }

  /// It was told once more, and was then done with this one too.
  @Test
  void the_payment_before_told_once_more_hides_none_that_was_taken() {
    Stream<String> asked = Stream.of("800000" + DONE, "", "800000" + BEFORE, DONE, "");
    assertThat(take(saying(Stream.concat(look(BEFORE).stream(), asked))))
        .isInstanceOf(TerminalOutcome.PaymentUnknown.class);
    assertThat(saying(look(status("0000001250", "0043", "66112233")).stream()).find(PAYMENT))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  @Test
  void the_last_payment_of_another_terminal_is_for_staff() {
    assertThat(take(saying(Stream.concat(look(BEFORE).stream(), Stream.of("800000" + DONE, "")))))
        .isInstanceOf(TerminalOutcome.PaymentUnknown.class);
    assertThat(saying(look(status("0000001250", "0043", "99887766")).stream()).find(PAYMENT))
        .isInstanceOfSatisfying(
            TerminalOutcome.PaymentUnknown.class,
            unknown -> {
              assertThat(unknown.forGood()).isTrue();
              assertThat(TaskNote.asWritten(unknown.reason()))
                  .contains("0043", "terminal 99887766");
            });
  }

  /// Nobody knows whether what was shown last is what it is about: staff see its numbers.
  @Test
  void where_no_transaction_was_told_before_staff_are_told_what_it_tells_now() {
    Says first =
        new Says(
            spent -> now = now.plus(spent),
            Stream.of("800000" + DONE, "", "800000061E0167", "", "800000" + DONE, "", "800000")
                .toArray(String[]::new));
    assertThat(take(terminal(first, false, "EUR")))
        .isInstanceOf(TerminalOutcome.PaymentUnknown.class);

    String looked = "800000" + "040F0F2700" + "04000000001250" + "490978" + "870101";
    List<String> look = List.of("800000" + DONE, "", looked, DONE, "");
    Says later =
        new Says(
            spent -> now = now.plus(spent),
            Stream.generate(() -> look).limit(2).flatMap(List::stream).toArray(String[]::new));
    ZvtTerminal again = terminal(later, false, "EUR");
    TerminalOutcome one = again.find(PAYMENT);
    now = now.plus(Duration.ofMinutes(4));
    TerminalOutcome other =
        one instanceof TerminalOutcome.PaymentUnknown(_, boolean staff) && !staff
            ? again.find(PAYMENT)
            : one;
    assertThat(other)
        .isEqualTo(
            new TerminalOutcome.PaymentUnknown(
                List.of(
                    TaskNote.of(TaskNoteCode.TERMINAL_NONE_BEFORE),
                    TaskNote.of(TaskNoteCode.TERMINAL_TOOK, "EUR 12.50", "0101")),
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two results|800000040F0F270004000000001250490978870002|060F02276C",
        "no result|800000|060F00",
        "both|800000040F0F270004000000001250490978870002|061E016C",
        "junk|80000099999999",
        "junk first|DEADBEEF",
        "silent|800000",
        "mute|",
        "endless|80000006D3FFFFFF00",
        "broken off|800000040F0F2700",
        "a status that cannot be read|800000040F0F270004000000001250FE0978870002|060F00",
      })
  void whatever_else_it_says_is_unknown_and_nothing_is_asked_again(String what) {
    List<String> says = List.of(what.split("\\|"));

    assertThat(said(says.subList(1, says.size()).toArray(String[]::new)))
        .as(what)
        .isInstanceOf(TerminalOutcome.PaymentUnknown.class);
  }

  /// What the driver knows is a code; what it hears of a line is text.
  @Test
  void why_nobody_can_tell_is_a_code_for_staff() {
    assertThat(said("800000"))
        .isEqualTo(
            TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_SILENT)));
    assertThat(ZvtFault.note(new IOException("Connection reset")))
        .isEqualTo(TaskNote.text("Connection reset"));
  }

  @ParameterizedTest
  @CsvSource({"849C00, NOT_READY", "848300, NOT_READY", "800000061E0105, DECLINED"})
  void a_refusal_is_one(String says, TerminalRefusal why) {
    assertThat(said(says)).isEqualTo(new TerminalOutcome.NotTaken(why));
  }

  @Test
  void an_end_that_is_told_twice_is_one() {
    assertThat(said("800000" + PAID, DONE + DONE, ""))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
  }

  @Test
  void no_card_number_gets_into_a_file_a_trace_or_an_outcome() throws IOException {
    List<Object> told = new ArrayList<>();
    TwinLine line = line(true);
    ZvtTerminal terminal = terminal(line, true, "EUR");
    told.add(take(terminal));
    twin.next(CardholderBehaviour.PAYS_MORE);
    told.add(terminal.take(Payment.ofWhatIsOwed("2", PAYMENT.amount()), AT_MOST, told::add));
    told.add(terminal.find(Payment.ofWhatIsOwed("2", PAYMENT.amount())));
    told.add(terminal.reverse(PAYMENT, "0002"));
    told.add(terminal.endOfDay());
    told.add(terminal.diagnose());
    told.add(terminal);
    told.addAll(trace);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        told.add(Files.readString(file, StandardCharsets.UTF_8));
      }
    }

    assertThat(trace).hasSizeGreaterThan(50);
    assertThat(told.toString()).contains("22 masked", "06 D1, 33 bytes masked", "zvt 1");
    for (int i = 0; i + 6 <= ZvtTwin.PAN.length(); i++) {
      assertThat(told.toString()).doesNotContain(ZvtTwin.PAN.substring(i, i + 6));
    }
    assertThat(told.toString()).doesNotContain(ZvtTwin.PASSWORD, "KOPIE", "Kartennr");
  }
}
