package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentStep;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.lab.link.pty.Pty;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.PaymentTerminal.Condition;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;
import org.libstation.payment.zvt.lab.SerialEnd;
import org.libstation.payment.zvt.lab.TcpEnd;
import org.libstation.payment.zvt.lab.ZvtTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;

/// A site's payment terminal over the real ways: TCP and a serial line.
class PatronPaymentsTest {
  private static final Path CONFIG = Path.of("..", "config");
  private static final int HKD = 344;

  @TempDir Path data;

  private final ZvtTwin twin = new ZvtTwin(Temper.REVERSES_UNHEARD, HKD, 100);
  private final List<String> trace = new ArrayList<>();

  private StationSettings settings(Map<String, String> payment) {
    Map<String, String> all =
        new HashMap<>(Map.of("station.data", data.toString(), "station.payment.terminal", "zvt"));
    payment.forEach((key, value) -> all.put("station." + key, value));
    return SettingsFile.read(CONFIG, all);
  }

  private PaymentTerminal terminal(String address) {
    return PatronPayments.of(
            settings(Map.of("payment.address", address, "payment.password", ZvtTwin.PASSWORD)),
            CONFIG,
            trace::add,
            _ -> {})
        .terminal()
        .orElseThrow();
  }

  private void pays(PaymentTerminal terminal) {
    List<PaymentStep> steps = new ArrayList<>();
    Payment payment = Payment.ofWhatIsOwed("1", Money.of(1250, "HKD"));

    assertThat(terminal.diagnose()).isInstanceOf(Condition.TerminalReady.class);
    assertThat(terminal.take(payment, Duration.ofSeconds(60), steps::add))
        .isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(terminal.find(payment)).isInstanceOf(TerminalOutcome.PaymentTaken.class);
    assertThat(twin.total(1)).isEqualTo(1250);
    assertThat(steps).containsExactly(PaymentStep.PRESENT_CARD, PaymentStep.ENTER_PIN);
    assertThat(trace).anyMatch(line -> line.startsWith("> 06 01, 12 bytes 04 masked"));
    assertThat(String.join("\n", trace)).doesNotContain(ZvtTwin.PAN, ZvtTwin.PASSWORD);
    assertThat(data.resolve("payment-terminal.txt")).content().doesNotContain(ZvtTwin.PAN);
  }

  @Test
  void a_terminal_on_the_network_takes_a_payment() throws Exception {
    try (TcpEnd end = new TcpEnd(twin);
        PaymentTerminal terminal = terminal("tcp:127.0.0.1:" + end.port())) {
      pays(terminal);
    }
  }

  @Test
  void a_terminal_on_a_serial_line_takes_a_payment() throws Exception {
    SerialEnd end = new SerialEnd(twin);
    Thread far;
    try (Pty pty = Pty.open()) {
      ByteLink master = pty.master();
      far =
          Thread.ofPlatform()
              .start(
                  () -> {
                    byte[] buffer = new byte[256];
                    try {
                      while (true) {
                        int count = master.read(buffer, Duration.ofMillis(100));
                        for (byte each : Arrays.copyOf(buffer, count)) {
                          end.hear(each);
                        }
                        byte[] answer = end.say();
                        if (answer.length > 0) {
                          master.write(answer, Duration.ofSeconds(5));
                        }
                      }
                    } catch (LinkLostException _) {
                      // The test is over.
                    }
                  });
      try (PaymentTerminal terminal = terminal("serial:" + pty.slavePath())) {
        pays(terminal);
      }
    }
    far.join();
  }

  @Test
  void what_cannot_be_is_refused_with_its_place() {
    String password = ZvtTwin.PASSWORD;
    refused(
        Map.of("payment.address", "", "payment.password", password),
        "station.payment.address: expected tcp:");
    refused(
        Map.of("payment.address", "tcp:h:20007", "payment.password", "12345"),
        "station.payment.password: expected the six digits");
    refused(
        Map.of("payment.address", "tcp:h:20007", "payment.password", ""),
        "station.payment.password: expected the six digits");
    refused(
        Map.of("payment.address", "pcsc:reader", "payment.password", password),
        "station.payment.address: a term");
    refused(
        Map.of("payment.address", "tcp:h", "payment.password", password),
        "station.payment.address: a tcp");
    refused(
        Map.of(
            "payment.address",
            "tcp:h:20007",
            "payment.password",
            password,
            "payment.print-here",
            "true",
            "receipts",
            "kept"),
        "station.payment.print-here: expected false");
    refused(
        Map.of("payment.terminal", "none", "payment.address", "tcp:h:20007"),
        "station.payment.address: expected");
    StationSettings example = SettingsFile.read(CONFIG, Map.of());
    String scanner = example.devices().values().iterator().next().address();
    if (scanner.startsWith("serial:")) {
      refused(
          Map.of("payment.address", scanner, "payment.password", password),
          "station.payment.address: expected a port of its own");
    }
  }

  private void refused(Map<String, String> payment, String why) {
    assertThatThrownBy(() -> PatronPayments.check(CONFIG, settings(payment)))
        .isInstanceOf(SiteProblem.class)
        .hasMessageContaining(why);
  }
}
