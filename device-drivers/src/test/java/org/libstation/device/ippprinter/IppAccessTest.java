package org.libstation.device.ippprinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libstation.device.ippprinter.IppPrinterTest.outcomes;
import static org.libstation.device.ippprinter.IppPrinterTest.until;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.Ports;
import org.libstation.device.ippprinter.lab.IppTwin;
import org.libstation.device.link.DeviceThread;

/// As whom the station prints, and what is refused before it does.
@Timeout(300)
class IppAccessTest {
  @TempDir Path dir;

  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();

  private ReceiptPrinter printer(String place, Map<String, String> options) {
    return (ReceiptPrinter)
        Drivers.create(
            "ippprinter",
            "printer",
            DeviceAddress.parse("tcp:" + place),
            options,
            DeviceClock.system(),
            events::add,
            DeviceSheets.of(dir),
            new Ports(DeviceClock.system()));
  }

  private void secrets(String text, String rights) throws IOException {
    Path file = Files.writeString(dir.resolve(IppAccess.FILE), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @Test
  void with_user_and_password_it_prints_and_without_it_is_told_what_is_wanted() throws Exception {
    secrets("# ours\ndesk: kiosk pass:w\u00f6rd\n", "rw-------");
    IppTwin twin = new IppTwin();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server
        .createContext(
            "/",
            exchange -> {
              byte[] answer = twin.exchange(exchange.getRequestBody().readAllBytes());
              exchange.sendResponseHeaders(200, answer.length);
              exchange.getResponseBody().write(answer);
              exchange.close();
            })
        .setAuthenticator(
            new BasicAuthenticator("printers") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("kiosk") && password.equals("pass:w\u00f6rd");
              }
            });
    server.start();
    String place = "127.0.0.1:" + server.getAddress().getPort();
    try {
      ReceiptPrinter printer = printer(place, Map.of("login", "desk"));
      try (DeviceThread _ = DeviceThread.start(printer)) {
        until(() -> printer.health() instanceof DeviceHealth.Ready);
        printer.print(1, SampleReceipts.english());
        until(() -> outcomes(events).size() == 1);
        assertThat(outcomes(events)).containsExactly(new PrintOutcome.Confirmed());
      }
      ReceiptPrinter nobody = printer(place, Map.of());
      try (DeviceThread _ = DeviceThread.start(nobody)) {
        until(() -> nobody.health().code().equals("DP26"));
        assertThat(nobody.health().reason()).contains("user and password");
      }
      assertThat(events.toString()).doesNotContain("w\u00f6rd");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void
      a_file_that_others_may_read_or_that_lacks_the_name_or_the_password_is_refused_with_its_place()
          throws Exception {
    Map<String, String> login = Map.of("login", "desk");
    assertThatThrownBy(() -> printer("localhost:631", login))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("devices/printers.keys, which is not there");
    secrets("desk: kiosk s3cr3t\n", "rw-r-----");
    refused(login, "only its owner can read devices/printers.keys");
    secrets("other: kiosk s3cr3t\n", "rw-------");
    refused(login, "a name that begins one of the 1 lines");
    secrets("desk: s3cr3t\n", "rw-------");
    refused(login, "user and password with a space between");
  }

  private void refused(Map<String, String> options, String why) {
    assertThatThrownBy(() -> printer("localhost:631", options))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain("s3cr3t");
  }

  @Test
  void no_password_goes_over_a_network_as_text_and_no_trust_is_set_for_a_plain_line()
      throws Exception {
    secrets("desk: kiosk s3cr3t\n", "rw-------");
    assertThatThrownBy(() -> printer("192.0.2.7:631", Map.of("login", "desk")))
        .hasMessageContaining("none without tls");
    assertThat(printer("192.0.2.7:631", Map.of("login", "desk", "tls", "true"))).isNotNull();
    refused(Map.of("authority", "a.pem"), "true, where authority or pinned is set");
    refused(Map.of("pinned", "00".repeat(32)), "true, where authority or pinned is set");
    refused(Map.of("tls", "true", "pinned", "12"), "64 hex digits");
    refused(Map.of("tls", "true", "authority", "none.pem"), "certificates in PEM");
    assertThat(printer("192.0.2.7:631", Map.of("tls", "true")).health().reason())
        .contains("ipps://192.0.2.7:631/ipp/print");
  }
}
