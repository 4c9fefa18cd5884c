package org.libstation.device.ippprinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.device.ippprinter.IppPrinterTest.outcomes;
import static org.libstation.device.ippprinter.IppPrinterTest.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.SampleReceipts;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.Ports;
import org.libstation.device.link.DeviceThread;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// Receipts through print servers of other people: CUPS, started and ended here with a folder of
/// its own, and the IPP printer that comes with it.
@Tag("full")
@Timeout(600)
class PrintServersTest {
  private static final String QUEUE = "receipts";

  /// A laser printer that takes PDF (Debian cups-filters).
  private static final String MODEL = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd";

  /// Not below `/dev`, where what the other tests write may be: there CUPS takes a file for a
  /// device, and makes none.
  static final class OnDisk implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory(Path.of("/tmp"), "print-servers");
    }
  }

  @TempDir(factory = OnDisk.class, cleanup = CleanupMode.ON_SUCCESS)
  Path dir;

  private final List<Process> running = new ArrayList<>();
  private final List<DeviceEvent> events = new CopyOnWriteArrayList<>();
  private int port;

  @BeforeEach
  void freePort() throws IOException {
    // The scheduler works as the user lp and must get into the folder.
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxrwxrwx"));
    port = FreePorts.one();
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : running.reversed()) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve(Path.of(command[0]).getFileName() + ".out").toFile());
    builder.environment().putAll(environment);
    running.add(builder.start());
  }

  private String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Stream.of(command).toList() + ": " + said).isZero();
    return said;
  }

  /// A scheduler of our own that nobody else can see.
  private void cups(String device) throws Exception {
    scheduler("Listen 127.0.0.1:" + port, "");
    run("lpadmin", "-h", server(), "-p", QUEUE, "-E", "-v", device, "-m", MODEL);
  }

  /// @param listen how it listens
  /// @param more what it asks of whoever prints
  private void scheduler(String listen, String more) throws Exception {
    Needs.programs("cupsd", "lpadmin", "cupsdisable");
    for (String folder : List.of("conf", "spool", "cache", "state", "tmp")) {
      Files.createDirectories(dir.resolve(folder));
    }
    Files.writeString(
        dir.resolve("conf/cups-files.conf"),
        """
        SystemGroup root
        User lp
        Group lp
        FileDevice Yes
        Printcap
        Sandboxing relaxed
        ServerRoot %1$s/conf
        RequestRoot %1$s/spool
        CacheDir %1$s/cache
        StateDir %1$s/state
        TempDir %1$s/tmp
        ErrorLog %1$s/error
        AccessLog %1$s/access
        PageLog %1$s/page
        """
            .formatted(dir));
    Files.writeString(
        dir.resolve("conf/cupsd.conf"),
        """
        LogLevel debug
        ServerName localhost
        %s
        Browsing No
        DefaultAuthType None
        WebInterface No
        <Location />
        Order allow,deny
        Allow 127.0.0.1
        %s
        </Location>
        <Policy default>
        JobPrivateAccess all
        JobPrivateValues none
        <Limit All>
        Order deny,allow
        </Limit>
        </Policy>
        """
            .formatted(listen, more));
    start(
        Map.of(),
        "cupsd",
        "-f",
        "-c",
        dir.resolve("conf/cupsd.conf").toString(),
        "-s",
        dir.resolve("conf/cups-files.conf").toString());
    listens();
  }

  private String server() {
    return "127.0.0.1:" + port;
  }

  private void listens() {
    until(
        () -> {
          try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
          } catch (IOException _) {
            return false;
          }
        });
  }

  private ReceiptPrinter printer(Map<String, String> options) {
    return (ReceiptPrinter)
        Drivers.create(
            "ippprinter",
            "printer",
            DeviceAddress.parse("tcp:" + server()),
            new HashMap<>(options),
            DeviceClock.system(),
            events::add);
  }

  private static String code(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Confirmed _ -> "";
      case PrintOutcome.Unconfirmed unsure -> unsure.code();
      case PrintOutcome.Failed failed -> failed.code();
    };
  }

  /// As it would lie there, 203 dots an inch.
  private Path drawn(byte[] pdf) throws IOException {
    Path png = dir.resolve("paper.png");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 203), "png", png.toFile());
    }
    return png;
  }

  @Test
  void cups_prints_a_receipt_that_zbarimg_and_tesseract_read_and_forgets_it() throws Exception {
    Needs.programs("zbarimg", "tesseract");
    Path paper = dir.resolve("paper.pdf");
    cups("file://" + paper);
    assertThat(CupsQueues.at(server()))
        .singleElement()
        .satisfies(
            queue -> {
              assertThat(queue.options()).isEqualTo(Map.of("queue", QUEUE));
              assertThat(queue.address()).isEqualTo(DeviceAddress.parse("tcp:" + server()));
              assertThat(queue.says()).contains("PDF");
            });
    ReceiptPrinter printer = printer(Map.of("queue", QUEUE, "paper", "a5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.simplified());
      until(() -> outcomes(events).size() == 1);
      assertThat(code(outcomes(events).getFirst())).as("handed over by a queue").isEqualTo("DP15");
      Path png = drawn(Files.readAllBytes(paper));
      assertThat(run("zbarimg", "--quiet", "--raw", png.toString()))
          .contains(SampleReceipts.QR_TEXT);
      assertThat(
              run("tesseract", png.toString(), "-", "-l", "chi_sim", "--psm", "6").replace(" ", ""))
          .contains("借阅收据");
      until(() -> kept().isEmpty());
    }
  }

  /// What the scheduler keeps of jobs: their documents, and what they were called.
  private List<Path> kept() {
    try (Stream<Path> files = Files.walk(dir.resolve("spool"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A certificate of its own for this computer's names, where CUPS looks for it.
  ///
  /// @return its SHA-256
  private String certificate() throws Exception {
    Needs.programs("openssl");
    Path ssl = Files.createDirectories(dir.resolve("conf/ssl"));
    Path made = ssl.resolve("localhost.crt");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-keyout",
        ssl.resolve("localhost.key").toString(),
        "-out",
        made.toString());
    Files.copy(made, dir.resolve("server.pem"));
    String said =
        run("openssl", "x509", "-in", made.toString(), "-noout", "-sha256", "-fingerprint");
    return said.substring(said.indexOf('=') + 1).strip();
  }

  @Test
  void an_encrypted_cups_is_believed_by_its_authority_or_its_fingerprint_and_by_nothing_else()
      throws Exception {
    String pinned = certificate();
    Path paper = dir.resolve("paper.pdf");
    scheduler("Listen 127.0.0.1:" + (port + 1) + "\nSSLListen 127.0.0.1:" + port, "");
    String open = "127.0.0.1:" + (port + 1);
    run("lpadmin", "-h", open, "-p", QUEUE, "-E", "-v", "file://" + paper, "-m", MODEL);
    int jobs = 0;
    for (Map<String, String> trust :
        List.of(Map.of("pinned", pinned), Map.of("authority", "server.pem"))) {
      ReceiptPrinter printer = encrypted(trust);
      try (DeviceThread _ = DeviceThread.start(printer)) {
        until(() -> printer.health() instanceof DeviceHealth.Ready);
        printer.print(++jobs, SampleReceipts.english());
        int all = jobs;
        until(() -> outcomes(events).size() == all);
        assertThat(code(outcomes(events).getLast())).isEqualTo("DP15");
      }
    }
    for (Map<String, String> trust :
        List.of(Map.of("pinned", "00".repeat(32)), Map.<String, String>of())) {
      ReceiptPrinter printer = encrypted(trust);
      try (DeviceThread _ = DeviceThread.start(printer)) {
        until(() -> printer.health().code().equals("DP26"));
        assertThat(((DeviceHealth.Connecting) printer.health()).reason())
            .contains("no encrypted line");
        printer.print(++jobs, SampleReceipts.english());
        int all = jobs;
        until(() -> outcomes(events).size() == all);
        assertThat(code(outcomes(events).getLast())).isEqualTo("DP26");
      }
    }
  }

  private ReceiptPrinter encrypted(Map<String, String> trust) {
    Map<String, String> options = new HashMap<>(trust);
    options.put("queue", QUEUE);
    options.put("tls", "true");
    return (ReceiptPrinter)
        Drivers.create(
            "ippprinter",
            "printer",
            DeviceAddress.parse("tcp:" + server()),
            options,
            DeviceClock.system(),
            events::add,
            DeviceSheets.of(dir),
            new Ports(DeviceClock.system()));
  }

  @Test
  void a_cups_that_wants_a_password_is_told_as_that_and_the_password_nowhere() throws Exception {
    Path secrets = Files.writeString(dir.resolve("printers.keys"), "desk: kiosk s3cr3t-words\n");
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
    scheduler("Listen 127.0.0.1:" + port, "AuthType Basic\nRequire valid-user");
    ReceiptPrinter printer =
        (ReceiptPrinter)
            Drivers.create(
                "ippprinter",
                "printer",
                DeviceAddress.parse("tcp:" + server()),
                Map.of("queue", QUEUE, "login", "desk"),
                DeviceClock.system(),
                events::add,
                DeviceSheets.of(dir),
                new Ports(DeviceClock.system()));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health().code().equals("DP26"));
      assertThat(events.toString()).contains("user and password").doesNotContain("s3cr3t");
    }
  }

  @Test
  void a_stopped_queue_of_cups_gets_no_job_and_a_missing_one_is_named() throws Exception {
    Path paper = dir.resolve("paper.pdf");
    cups("file://" + paper);
    run("cupsdisable", "-h", server(), QUEUE);
    ReceiptPrinter printer = printer(Map.of("queue", QUEUE));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health().code().equals("DP22"));
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes(events).size() == 1);
      assertThat(code(outcomes(events).getFirst())).isEqualTo("DP22");
      run("cupsenable", "-h", server(), QUEUE);
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      assertThat(paper).doesNotExist();
      run("cupsdisable", "-h", server(), "--hold", QUEUE);
      until(() -> printer.health().code().equals("DP22"));
      run("cupsenable", "-h", server(), "--release", QUEUE);
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      run("cupsreject", "-h", server(), QUEUE);
      until(() -> printer.health().code().equals("DP24"));
    }
    ReceiptPrinter lost = printer(Map.of("queue", "nowhere"));
    try (DeviceThread _ = DeviceThread.start(lost)) {
      until(() -> lost.health().code().equals("DP23"));
    }
  }

  @Test
  void what_nobody_waits_for_any_more_never_comes_out_of_cups_later() throws Exception {
    try (ServerSocket far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      cups("socket://127.0.0.1:" + far.getLocalPort());
      ReceiptPrinter printer = printer(Map.of("queue", QUEUE));
      try (DeviceThread _ = DeviceThread.start(printer)) {
        until(() -> printer.health() instanceof DeviceHealth.Ready);
        printer.print(1, SampleReceipts.traditional());
        // The far end takes the line and reads nothing: the job is under way.
        try (Socket stuck = far.accept()) {
          until(() -> !kept().isEmpty());
          printer.withdraw(1);
          until(() -> outcomes(events).size() == 1);
          assertThat(code(outcomes(events).getFirst())).isIn("DP18", "DP15");
          assertThat(stuck.isConnected()).isTrue();
        }
        until(() -> kept().isEmpty());
        assertThat(run("lpstat", "-h", server(), "-o")).isBlank();
      }
    }
  }

  @Test
  void a_queue_of_cups_whose_printer_is_switched_off_is_told_as_that() throws Exception {
    cups("socket://127.0.0.1:" + FreePorts.one());
    ReceiptPrinter printer = printer(Map.of("queue", QUEUE, "wait-seconds", "5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes(events).size() == 1);
      assertThat(code(outcomes(events).getFirst())).isEqualTo("DP28");
      until(() -> kept().isEmpty());
      assertThat(printer.health().code()).isEqualTo("DP28");
    }
  }

  @Test
  void cups_ended_and_started_again_is_found_again_and_what_was_left_there_is_cancelled()
      throws Exception {
    Path paper = dir.resolve("paper.pdf");
    cups("file://" + paper);
    ReceiptPrinter printer = printer(Map.of("queue", QUEUE));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      running.getLast().destroy();
      assertThat(running.getLast().waitFor(1, TimeUnit.MINUTES)).isTrue();
      until(() -> printer.health().code().equals("DP10"));
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes(events).size() == 1);
      assertThat(code(outcomes(events).getFirst())).isEqualTo("DP10");
      cups("file://" + paper);
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(2, SampleReceipts.english());
      until(() -> outcomes(events).size() == 2);
      assertThat(IppPrinterTest.text(Files.readAllBytes(paper))).contains("Self-service receipt");
    }
  }

  /// Its own bus and its own mDNS, on this computer's loopback only: it does not begin without
  /// them.
  private void eve(String script) throws Exception {
    Needs.programs("ippeveprinter", "avahi-daemon", "dbus-daemon");
    Path bus = dir.resolve("bus");
    Files.writeString(
        dir.resolve("bus.conf"),
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
        <policy context="default"><allow user="*"/><allow own="*"/>
        <allow send_destination="*" eavesdrop="true"/><allow receive_sender="*"/></policy>
        </busconfig>
        """
            .formatted(bus));
    Files.writeString(
        dir.resolve("avahi.conf"),
        """
        [server]
        use-ipv4=yes
        use-ipv6=no
        allow-interfaces=lo
        enable-dbus=yes
        """);
    Map<String, String> environment = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + bus);
    start(environment, "dbus-daemon", "--nofork", "--config-file=" + dir.resolve("bus.conf"));
    until(() -> Files.exists(bus));
    start(
        environment,
        "avahi-daemon",
        "--no-drop-root",
        "--no-rlimits",
        "--no-chroot",
        "-f",
        dir.resolve("avahi.conf").toString());
    Path said = dir.resolve("avahi-daemon.out");
    until(() -> read(said).contains("Server startup complete"));
    Path command = dir.resolve("print.sh");
    Files.writeString(command, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(dir.resolve("eve"));
    start(
        environment,
        "ippeveprinter",
        "-p",
        Integer.toString(port),
        "-r",
        "off",
        "-n",
        "localhost",
        "--no-web-forms",
        "-f",
        "application/pdf",
        "-d",
        dir.resolve("eve").toString(),
        "-c",
        command.toString(),
        "Receipts");
    listens();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void an_ipp_printer_of_other_people_confirms_what_it_printed_and_tells_what_stops_it()
      throws Exception {
    Path paper = dir.resolve("eve.pdf");
    Path mended = dir.resolve("mended");
    eve(
        """
        cp "$1" %1$s.part
        if [ ! -e %2$s ]; then
          echo "STATE: +media-empty-error" >&2
          while [ ! -e %2$s ]; do sleep 0.2; done
          echo "STATE: -media-empty-error" >&2
        fi
        mv %1$s.part %1$s
        """
            .formatted(paper, mended));
    ReceiptPrinter printer = printer(Map.of("paper", "a5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> printer.health().code().equals("DP32"));
      Files.createFile(mended);
      until(() -> outcomes(events).size() == 1);
      assertThat(outcomes(events)).containsExactly(new PrintOutcome.Confirmed());
      assertThat(IppPrinterTest.text(Files.readAllBytes(paper)))
          .contains("Self-service receipt", "3 items borrowed");
      until(() -> printer.health() instanceof DeviceHealth.Ready);
    }
  }

  @Test
  void a_receipt_that_nobody_mends_is_cancelled_at_the_printer_itself() throws Exception {
    Path began = dir.resolve("began");
    eve(
        """
        touch %s
        echo "STATE: +media-jam-error" >&2
        sleep 600
        """
            .formatted(began));
    ReceiptPrinter printer = printer(Map.of("wait-seconds", "5"));
    try (DeviceThread _ = DeviceThread.start(printer)) {
      until(() -> printer.health() instanceof DeviceHealth.Ready);
      printer.print(1, SampleReceipts.english());
      until(() -> outcomes(events).size() == 1);
      assertThat(began).exists();
      assertThat(code(outcomes(events).getFirst())).isEqualTo("DP20");
    }
  }
}
