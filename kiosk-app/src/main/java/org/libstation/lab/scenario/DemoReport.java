package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalPrinter;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LedgerReport;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Writes what the demo leaves: the receipts as printed by the thermal printer, the journal and the
/// library's ledger as text, and a summary from the files of both.
public final class DemoReport {
  /// An item on the shelf that the scripted day does not use.
  private static final ItemId UNTOUCHED_ITEM = new ItemId("38801000001039");

  private static final PatronId TRIAL_CARD = new PatronId("28801000000306");

  private final Site site;
  private final Path out;

  public DemoReport(Site site, Path out) {
    this.site = site;
    this.out = out;
  }

  /// Books a loan at the library under the station's name, without the station.
  public void plantDifference(int libraryPort) throws ScenarioProblem {
    try (CentralSystem library =
        new Sip2System(
            TcpTransport.plain("127.0.0.1", libraryPort),
            LibraryDialects.embedded(),
            new PlainClock())) {
      Answer<CentralSystem.CheckoutResult> answer =
          library.checkout(UNTOUCHED_ITEM, TRIAL_CARD, Optional.empty());
      if (!(answer instanceof Answer.Accepted<CentralSystem.CheckoutResult>)) {
        throw new ScenarioProblem("the difference could not be planted: " + answer);
      }
    }
  }

  /// Saves each printed ticket as a picture.
  public void savePaper(Bench bench) throws ScenarioProblem {
    Path directory = out.resolve("receipts");
    int number = 0;
    try {
      Files.createDirectories(directory);
      for (PaperStrip ticket : bench.device("printer", ReceiptPaper.class).tickets()) {
        number++;
        ticket.writePng(directory.resolve(String.format(Locale.ROOT, "printed-%03d.png", number)));
      }
    } catch (IOException e) {
      throw new ScenarioProblem(directory + " cannot be written: " + e.getMessage());
    }
  }

  /// Reads journal and ledger from their files, writes them as text and prints the summary.
  ///
  /// @return whether they agree item by item
  public boolean write(Consumer<String> say) throws ScenarioProblem {
    List<JournalEntry> journal = Ledgers.journal(out.resolve("station"));
    try {
      Files.write(out.resolve("journal.txt"), new JournalPrinter(SiteOffice.notes()).list(journal));
      try (LedgerReader ledger =
          LedgerReader.open(out.resolve("library").resolve(Ledgers.LEDGER))) {
        Files.writeString(out.resolve("ledger.txt"), LedgerReport.text(ledger));
      }
    } catch (IOException e) {
      throw new ScenarioProblem(out + " cannot be written: " + e.getMessage());
    }
    List<LedgerComparison.ItemBooks> lines =
        Ledgers.compare(
            out.resolve("station"), out.resolve("library"), site.settings().central().user());
    say.accept("The station's journal and the library's ledger, each read from its own file:");
    lines.forEach(line -> say.accept("  " + line));
    long differ = lines.stream().filter(line -> !line.agrees()).count();
    say.accept(
        differ == 0
            ? "The books agree: " + lines.size() + " items, none differs."
            : "The books DIFFER at " + differ + " of " + lines.size() + " items.");
    say.accept("Left in " + out + "/: " + left());
    return differ == 0;
  }

  private String left() {
    List<String> left = new ArrayList<>();
    if (Files.isDirectory(out.resolve("screens"))) {
      left.add("screens/ (" + count("screens", ".png") + " pictures)");
    }
    left.add(
        "receipts/ ("
            + count("receipts", ".pdf")
            + " as PDF, "
            + count("receipts", ".png")
            + " as printed)");
    left.addAll(List.of("journal.txt", "ledger.txt"));
    if (Files.exists(out.resolve("steps.jsonl"))) {
      left.add("steps.jsonl");
    }
    return String.join(", ", left);
  }

  private long count(String directory, String suffix) {
    try (Stream<Path> files = Files.list(out.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(suffix)).count();
    } catch (IOException _) {
      return 0;
    }
  }

  /// The computer's own clock; the planted loan is in no journal, so this is enough.
  private static final class PlainClock implements StationClock {
    private final InstantSource wall = InstantSource.system();

    @Override
    public EventTime now() {
      return new EventTime(
          OffsetDateTime.ofInstant(wall.instant(), java.time.ZoneId.systemDefault()),
          "demo",
          monotonic(),
          Optional.empty(),
          false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ofNanos(System.nanoTime());
    }
  }
}
