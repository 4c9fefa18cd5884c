package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.command.Called;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.lab.twin.Twins;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.PaymentTerminal.Condition;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.site.SettingsFile;
import org.libstation.station.parts.PatronPayments;
import org.libstation.tag.TagContent;

/// `station emulate`: a real driver at the path it prints, and plain words at the other end.
@Timeout(300)
@Tag("full")
class EmulateCommandTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String ITEM = "31234000012342";

  @TempDir Path dir;

  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  /// The command on a thread of its own, and a hand that types.
  private static final class Emulator implements AutoCloseable {
    private final PipedOutputStream typed = new PipedOutputStream();
    private final Called station;
    private final AtomicInteger status = new AtomicInteger(-1);
    private final Thread thread;

    Emulator(String... words) throws IOException {
      station = new Called(new EmulateCommand(new PipedInputStream(typed)));
      thread = Thread.ofPlatform().start(() -> status.set(station.with(words)));
      await().atMost(LIMIT).until(() -> station.said("address: ").isPresent());
    }

    String path() {
      return station.out().lines().findFirst().orElseThrow();
    }

    String address() {
      return station.said("address: ").orElseThrow();
    }

    /// Types a line.
    ///
    /// @return the line it answers
    String type(String line) throws IOException {
      long before = station.out().lines().count();
      typed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      typed.flush();
      await().atMost(LIMIT).until(() -> station.out().lines().count() > before);
      return station.out().lines().skip(before).findFirst().orElseThrow();
    }

    int quit() throws Exception {
      typed.write("quit\n".getBytes(StandardCharsets.UTF_8));
      typed.flush();
      thread.join(LIMIT);
      return status.get();
    }

    @Override
    public void close() throws IOException {
      typed.close();
      thread.interrupt();
    }
  }

  private Device device(String model, Emulator emulator) {
    return Drivers.create(
        model,
        model,
        DeviceAddress.parse(emulator.address()),
        Map.of(),
        DeviceClock.system(),
        events::add);
  }

  private void awaitReady(Device device) {
    await().atMost(LIMIT).until(() -> device.health() instanceof DeviceHealth.Ready);
  }

  private <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void a_scanner_that_types_is_played_at_an_address_of_keyboards() throws Exception {
    try (Emulator emulator = new Emulator("emulate", "keyscanner")) {
      assertThat(emulator.address()).startsWith("evdev:/dev/pts/");
      Device scanner = device("keyscanner", emulator);
      try (DeviceThread _ = DeviceThread.start(scanner)) {
        awaitReady(scanner);
        assertThat(emulator.type("scan " + ITEM)).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.BarcodeScanned.class).isEmpty());
        assertThat(events(DeviceEvent.BarcodeScanned.class).getFirst().data()).isEqualTo(ITEM);
      }
      assertThat(emulator.quit()).isZero();
    }
  }

  @Test
  void a_reader_of_cards_is_played_on_a_line() throws Exception {
    try (Emulator emulator = new Emulator("emulate", "chipcard")) {
      Device reader = device("chipcard", emulator);
      try (DeviceThread _ = DeviceThread.start(reader)) {
        awaitReady(reader);
        assertThat(emulator.type("scan 04A1B2C3D4E580")).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.BarcodeScanned.class).isEmpty());
        assertThat(events(DeviceEvent.BarcodeScanned.class).getFirst().data())
            .isEqualTo("04A1B2C3D4E580");
      }
      assertThat(emulator.quit()).isZero();
    }
  }

  @Test
  void a_typed_code_is_scanned_by_a_real_driver_and_quitting_takes_the_link_away()
      throws Exception {
    Path link = dir.resolve("scanner");
    try (Emulator emulator = new Emulator("emulate", "linescanner", "--link", link.toString())) {
      assertThat(emulator.path()).isEqualTo(link.toString());
      Device scanner = device("linescanner", emulator);
      try (DeviceThread thread = DeviceThread.start(scanner)) {
        assertThat(thread.device()).isSameAs(scanner);
        awaitReady(scanner);
        assertThat(emulator.type("scan " + ITEM)).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.BarcodeScanned.class).isEmpty());
        assertThat(events(DeviceEvent.BarcodeScanned.class).getFirst().data()).isEqualTo(ITEM);
      }
      assertThat(emulator.quit()).isZero();
    }
    assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void an_item_is_placed_cleared_lifted_and_keeps_what_was_written_over_a_replug()
      throws Exception {
    Path link = dir.resolve("pad");
    try (Emulator emulator = new Emulator("emulate", "feig", "--link", link.toString())) {
      TagReader pad = (TagReader) device("feig", emulator);
      try (DeviceThread thread = DeviceThread.start(pad)) {
        assertThat(thread.device()).isSameAs(pad);
        awaitReady(pad);
        assertThat(emulator.type("place " + ITEM + " part 2 of 3")).startsWith("ok E004");
        assertThat(emulator.type("afi " + ITEM)).isEqualTo("07 secured, the gate alarms");
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.TagArrived.class).isEmpty());
        DeviceEvent.TagArrived arrived = events(DeviceEvent.TagArrived.class).getFirst();
        assertThat(arrived.content())
            .isInstanceOfSatisfying(
                TagContent.Item.class,
                item -> {
                  assertThat(item.primaryId()).isEqualTo(ITEM);
                  assertThat(item.setOrdinal()).isEqualTo(2);
                  assertThat(item.setTotal()).isEqualTo(3);
                });
        pad.setSecurity(1, arrived.uid(), TagSecurity.CLEARED);
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.SecuritySet.class).isEmpty());
        assertThat(emulator.type("afi " + ITEM)).isEqualTo("C2 cleared, it may leave");

        assertThat(emulator.type("unplug")).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> pad.health() instanceof DeviceHealth.Connecting);
        assertThat(emulator.type("lift " + ITEM)).isEqualTo("ok");
        assertThat(emulator.type("plug")).isEqualTo("ok " + link);
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.TagLeft.class).isEmpty());
        assertThat(emulator.type("place " + ITEM + " part 2 of 3")).startsWith("ok");
        assertThat(emulator.type("afi " + ITEM)).startsWith("C2");
        assertThat(emulator.type("lift 39999")).contains("does not lie on the pad");
      }
      assertThat(emulator.quit()).isZero();
    }
  }

  @Test
  void a_beam_that_darkens_is_seen_and_a_lock_that_is_set_is_told() throws Exception {
    try (Emulator emulator = new Emulator("emulate", "modbusbin")) {
      BinSensor bin = (BinSensor) device("modbusbin", emulator);
      try (DeviceThread thread = DeviceThread.start(bin)) {
        assertThat(thread.device()).isSameAs(bin);
        awaitReady(bin);
        assertThat(emulator.type("beam dark")).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.ObjectPassed.class).isEmpty());
        assertThat(emulator.type("beam clear")).isEqualTo("ok");
        assertThat(emulator.type("lock")).isEqualTo("not locked");
        bin.lockFlap(1, true);
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.FlapLockSet.class).isEmpty());
        assertThat(emulator.type("lock")).isEqualTo("locked");
        assertThat(emulator.type("bin out")).isEqualTo("ok");
        await()
            .atMost(LIMIT)
            .until(
                () ->
                    events(DeviceEvent.DropInputsChanged.class).stream()
                        .anyMatch(state -> !state.binPresent()));
        assertThat(emulator.type("distance 12345")).startsWith("not understood");
      }
      assertThat(emulator.quit()).isZero();
    }
  }

  @Test
  void a_receipt_comes_out_as_a_picture_and_no_paper_is_noticed() throws Exception {
    try (Emulator emulator = new Emulator("emulate", "escpos")) {
      ReceiptPrinter printer = (ReceiptPrinter) device("escpos", emulator);
      try (DeviceThread thread = DeviceThread.start(printer)) {
        assertThat(thread.device()).isSameAs(printer);
        awaitReady(printer);
        assertThat(emulator.type("picture none.png")).isEqualTo("nothing was printed yet");
        printer.print(
            1,
            Receipt.of(
                "en",
                List.of(new Receipt.Text("Returned 1", Receipt.Style.BOLD, Receipt.Align.LEFT))));
        await().atMost(LIMIT).until(() -> !events(DeviceEvent.PrintEnded.class).isEmpty());
        Path picture = dir.resolve("receipt.png");
        assertThat(emulator.type("picture " + picture)).isEqualTo("ok " + picture);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(500);
        assertThat(emulator.type("words")).contains("Returned 1");
        assertThat(emulator.type("paper out")).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> !(printer.health() instanceof DeviceHealth.Ready));
      }
      assertThat(emulator.quit()).isZero();
    }
  }

  @Test
  void a_print_server_of_our_own_and_a_printer_at_a_port_take_receipts() throws Exception {
    for (String model : List.of("ippprinter", "starline")) {
      events.clear();
      try (Emulator emulator = new Emulator("emulate", model, "--port", "0")) {
        ReceiptPrinter printer = (ReceiptPrinter) device(model, emulator);
        try (DeviceThread _ = DeviceThread.start(printer)) {
          awaitReady(printer);
          printer.print(
              1,
              Receipt.of(
                  "en",
                  List.of(new Receipt.Text("Returned 1", Receipt.Style.BOLD, Receipt.Align.LEFT))));
          await().atMost(LIMIT).until(() -> !events(DeviceEvent.PrintEnded.class).isEmpty());
          assertThat(events(DeviceEvent.PrintEnded.class).getFirst().outcome())
              .isEqualTo(new PrintOutcome.Confirmed());
          Path picture = dir.resolve(model + ".png");
          assertThat(emulator.type("picture " + picture)).isEqualTo("ok " + picture);
          assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(500);
          assertThat(emulator.type("paper out")).isEqualTo("ok");
          await().atMost(LIMIT).until(() -> printer.health().code().equals("DP32"));
          assertThat(emulator.type("paper in")).isEqualTo("ok");
          awaitReady(printer);
          assertThat(emulator.type("unplug")).isEqualTo("ok");
          await().atMost(LIMIT).until(() -> printer.health() instanceof DeviceHealth.Connecting);
          assertThat(emulator.type("plug")).startsWith("ok 127.0.0.1:");
          awaitReady(printer);
        }
        assertThat(emulator.quit()).isZero();
      }
    }
  }

  @Test
  void a_port_that_is_taken_and_options_of_a_line_at_a_port_are_refused() throws IOException {
    Called station = new Called(new EmulateCommand(InputStream.nullInputStream()));
    assertThat(station.with("emulate", "escpos", "--port", "9100", "--baud", "9600")).isEqualTo(2);
    assertThat(station.err()).contains("are of a line");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(station.with("emulate", "ippprinter", "--port", port)).isEqualTo(2);
      assertThat(station.with("emulate", "starline", "--port", port)).isEqualTo(2);
    }
    assertThat(station.err()).contains("is not available").doesNotContain("\tat ");
    assertThat(station.with("emulate", "starline", "--port", "70000")).isEqualTo(2);
  }

  @Test
  void every_device_helps_and_says_what_it_did_not_understand() {
    for (String model : Twins.models()) {
      InputStream words =
          new ByteArrayInputStream("help\njump\n\n".getBytes(StandardCharsets.UTF_8));
      Called station = new Called(new EmulateCommand(words));
      assertThat(station.with("emulate", model)).isZero();
      assertThat(station.out()).contains("unplug", "quit", "not understood: 'jump'; try help");
    }
  }

  @Test
  void a_reader_of_cards_by_a_sheet_is_chosen_by_its_option_and_cards_are_laid_on_it() {
    InputStream words =
        new ByteArrayInputStream(
            "lay 9F536A2D\nlift\nlay card\nfault silent 2\nfault refuse 1\nquit\n"
                .getBytes(StandardCharsets.UTF_8));
    Called station = new Called(new EmulateCommand(words));
    assertThat(station.with("emulate", "chipcard", "--option", "reader=sm130")).isZero();
    assertThat(station.out())
        .contains("?baud=19200&frame=8N1", "ok", "4 to 10 bytes in hex", "no fault 'refuse'");
    assertThat(station.with("emulate", "chipcard", "--option", "reader=toaster")).isEqualTo(2);
    assertThat(station.err()).contains("reader=toaster", "reader=id12");
    assertThat(station.with("emulate", "feig", "--option", "reader=id12")).isEqualTo(2);
  }

  @Test
  void a_card_terminal_is_played_at_a_port_and_its_person_does_as_typed() throws Exception {
    try (Emulator played = new Emulator("emulate", "zvt")) {
      assertThat(played.type("ledger")).isEqualTo("nothing");
      try (PaymentTerminal terminal = terminal(played.address())) {
        assertThat(take(terminal, "1")).isInstanceOf(TerminalOutcome.PaymentTaken.class);
        assertThat(played.type("ledger")).isEqualTo("0001 004711 12.50 HKD");
        assertThat(played.type("next declined")).isEqualTo("ok");
        assertThat(played.type("next presses-stop")).isEqualTo("ok");
        assertThat(take(terminal, "2")).isInstanceOf(TerminalOutcome.NotTaken.class);
        assertThat(take(terminal, "2b")).isInstanceOf(TerminalOutcome.NotTaken.class);
        assertThat(played.type("next sings")).isEqualTo("which one? help names them");
        assertThat(played.type("unplug")).isEqualTo("ok");
        assertThat(terminal.diagnose()).isInstanceOf(Condition.Away.class);
        assertThat(played.type("plug")).isEqualTo("ok " + played.path());
        assertThat(terminal.diagnose()).isInstanceOf(Condition.TerminalReady.class);
        assertThat(played.type("restart")).isEqualTo("ok");
        assertThat(take(terminal, "3")).isInstanceOf(TerminalOutcome.PaymentTaken.class);
        assertThat(played.type("ledger")).endsWith("; 0004 004714 12.50 HKD");
      }
      assertThat(played.type("jump")).isEqualTo("not understood: 'jump'; try help");
      assertThat(played.quit()).isZero();
    }
  }

  private PaymentTerminal terminal(String address) {
    Map<String, String> settings =
        Map.of(
            "station.data",
            dir.toString(),
            "station.payment.terminal",
            "zvt",
            "station.payment.address",
            address,
            "station.payment.password",
            "123456");
    Path config = Path.of("..", "config");
    return PatronPayments.of(SettingsFile.read(config, settings), config, _ -> {}, _ -> {})
        .terminal()
        .orElseThrow();
  }

  private static TerminalOutcome take(PaymentTerminal terminal, String reference) {
    return terminal.take(
        Payment.ofWhatIsOwed(reference, Money.of(1250, "HKD")), Duration.ofSeconds(60), _ -> {});
  }

  @Test
  void a_terminal_has_a_currency_and_no_line() throws IOException {
    Called station = new Called(new EmulateCommand(InputStream.nullInputStream()));
    assertThat(station.with("emulate", "zvt", "--option", "currency=ZZY")).isEqualTo(2);
    assertThat(station.err()).contains("no currency ZZY");
    assertThat(station.with("emulate", "zvt", "--option", "tip=much")).isEqualTo(2);
    assertThat(station.with("emulate", "zvt", "--link", dir.resolve("t").toString())).isEqualTo(2);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String taken = "--port=" + other.getLocalPort();
      assertThat(station.with("emulate", "zvt", taken)).isEqualTo(2);
      assertThat(station.err()).contains(other.getLocalPort() + " is not available");
    }
  }

  @Test
  void an_unknown_device_and_a_link_over_a_file_are_refused() throws IOException {
    Called station = new Called(new EmulateCommand(InputStream.nullInputStream()));
    assertThat(station.with("emulate", "toaster")).isEqualTo(2);
    assertThat(station.err())
        .contains(
            "no device 'toaster'", "escpos, feig, ippprinter, keyscanner, linescanner, modbusbin");
    Path file = Files.writeString(dir.resolve("precious"), "kept");
    assertThat(station.with("emulate", "feig", "--link", file.toString())).isEqualTo(2);
    assertThat(station.err()).contains("is there and is no link");
    assertThat(file).hasContent("kept");
    assertThat(station.with("emulate", "feig", "--link", dir.resolve("no/pad").toString()))
        .isEqualTo(2);
    assertThat(station.err()).contains("cannot be made").doesNotContain("\tat ");
    assertThat(station.with("emulate", "feig", "--baud=0")).isEqualTo(2);
  }

  @Test
  void every_fault_of_a_twin_stands_in_its_help_and_can_be_typed() throws Exception {
    try (Emulator pad = new Emulator("emulate", "feig")) {
      assertThat(pad.type("fault silent 1")).isEqualTo("ok");
      assertThat(pad.type("fault silent")).contains("silent 2");
      assertThat(pad.type("fault explode")).contains("no fault 'explode'");
      assertThat(pad.type("fault")).contains("help");
      assertThat(pad.type("heal")).isEqualTo("ok");
      String _ = pad.type("help");
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(pad.station.out())
                      .contains("fault pull-away E004015012345678 2", "fault field-off", "quit"));
    }
  }
}
