package org.libstation.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.libstation.barcode.Scan;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.link.DeviceThread;
import org.libstation.flow.state.ScanReport;
import org.libstation.station.parts.SiteScanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `test-scan`: shows a scan byte by byte, how the site's rules judge it, and why.
@Command(name = "test-scan")
public final class TestScanCommand extends SettableCommand {
  @Option(names = "--device", paramLabel = "NAME")
  private String device = "scanner";

  @Option(names = "--scans", paramLabel = "N")
  private int scans;

  @Option(names = "--seconds", paramLabel = "N")
  private int seconds = 600;

  @Parameters(paramLabel = "CODE", arity = "0..*")
  private List<String> codes = new ArrayList<>();

  @Override
  protected int run() throws InterruptedException {
    return codes.isEmpty() ? fromReader() : typed();
  }

  private int typed() {
    SiteScanner reader = SiteScanner.of(site(), device, _ -> {});
    boolean good = true;
    for (String code : codes) {
      Scan scan = Scan.of(code, true);
      String bytes =
          HexFormat.ofDelimiter(" ")
              .withUpperCase()
              .formatHex(code.getBytes(StandardCharsets.UTF_8));
      ScanReport report =
          reader
              .explain()
              .apply(
                  new DeviceEvent.ScanSeen(
                      device, bytes, scan.aim(), scan.data(), Optional.empty()));
      tell(report);
      good &= report.judged() != ScanReport.ScanJudgement.NOT_DELIVERED;
    }
    return good ? 0 : 1;
  }

  private int fromReader() throws InterruptedException {
    // The reader's own thread may send scans before this method has the reader.
    List<DeviceEvent.ScanSeen> seen = new ArrayList<>();
    CountDownLatch enough = new CountDownLatch(scans > 0 ? scans : Integer.MAX_VALUE);
    ScanPrinter told = new ScanPrinter(seen, enough);
    SiteScanner reader = SiteScanner.of(site(), device, told::on);
    told.explainBy(reader);
    say(health(reader.device().health()));
    try (DeviceThread thread = DeviceThread.start(reader.device());
        UntilEnded _ = UntilEnded.closing(thread::close)) {
      boolean all = enough.await(seconds, TimeUnit.SECONDS);
      synchronized (seen) {
        boolean good = seen.stream().noneMatch(scan -> scan.data().isEmpty());
        return good && (all || (scans == 0 && !seen.isEmpty())) ? 0 : 1;
      }
    }
  }

  /// Prints each scan that the reader sends.
  private final class ScanPrinter {
    private final List<DeviceEvent.ScanSeen> seen;
    private final CountDownLatch enough;
    private Optional<SiteScanner> reader = Optional.empty();

    private ScanPrinter(List<DeviceEvent.ScanSeen> seen, CountDownLatch enough) {
      this.seen = seen;
      this.enough = enough;
    }

    private synchronized void explainBy(SiteScanner known) {
      reader = Optional.of(known);
    }

    private synchronized void on(DeviceEvent event) {
      if (event instanceof DeviceEvent.HealthChanged changed) {
        say(health(changed.health()));
      } else if (event instanceof DeviceEvent.ScanSeen scan) {
        synchronized (seen) {
          seen.add(scan);
        }
        reader.ifPresent(known -> tell(known.explain().apply(scan)));
        enough.countDown();
      }
    }
  }

  private String health(DeviceHealth health) {
    return switch (health) {
      case DeviceHealth.Ready ready ->
          device + ": ready" + (ready.description().isEmpty() ? "" : ", " + ready.description());
      case DeviceHealth.Connecting waits -> device + ": " + waits.code() + ", " + waits.reason();
      case DeviceHealth.NeedsHand hand -> device + ": " + hand.code() + ", " + hand.reason();
    };
  }

  private void tell(ScanReport report) {
    say("");
    say("bytes       " + report.bytes());
    say(
        "symbology   "
            + report
                .aim()
                .map(aim -> "]" + aim + report.symbology().map(name -> ", " + name).orElse(""))
                .orElse("not said"));
    if (!report.data().isEmpty()) {
      say("data        " + report.data());
    }
    say("judged      " + judged(report));
    report.problem().ifPresent(problem -> say("not used    " + problem));
  }

  private static String judged(ScanReport report) {
    int rule = report.rule().orElse(0);
    return switch (report.judged()) {
      case ITEM -> "an item, by rule " + rule;
      case CARD -> "a card, by rule " + rule;
      case CARD_BY_READER -> "a card: no rule fits, but this reader is for cards alone";
      case TITLE ->
          "an ISBN or ISSN: it identifies a title, not a copy; read the library's own barcode";
      case WRONG_CHECK_DIGIT ->
          "misread: the pattern of rule " + rule + " fits, its check digit does not";
      case NO_RULE -> "not a barcode of this library: no rule fits";
      case BY_SCREEN -> "no rule fits; the screen decides (a card where one is expected)";
      case NOT_DELIVERED -> "no scan";
    };
  }
}
