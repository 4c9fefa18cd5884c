package org.libstation.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.BinContents;
import org.libstation.device.Receipt;
import org.libstation.device.receipt.PdfReceipt;
import org.libstation.flow.state.Language;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.paper.ManifestPaper;
import org.libstation.paper.ManifestWords;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.sync.BinLoads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What was, or is, in the bin of the drop, by the journal.
@Command(
    name = "manifest",
    description =
        "What was in the bin of the book drop that was emptied last, by the journal: counts, holds"
            + " to pull, unread objects with their times, sort groups. Also while the station"
            + " runs.",
    footer = {
      "",
      "Examples:",
      "  ./station manifest --config config --pdf manifest.pdf",
      "  ./station manifest --config config --now",
      "  ./station manifest --config config --entry 57"
    })
public final class ManifestCommand extends SiteCommand {
  @Option(names = "--now", description = "what lies in the bin now")
  private boolean now;

  @Option(
      names = "--entry",
      paramLabel = "N",
      description = "the emptying with this number in the journal")
  private @Nullable Long entry;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = Language.TAGS + " (default: the station's)")
  private @Nullable String language;

  @Option(names = "--pdf", paramLabel = "FILE", description = "write an A4 page there")
  private @Nullable Path pdf;

  @Override
  protected int run() {
    Site site = site();
    SiteOffice.Manner manner = SiteOffice.manner(site);
    ManifestWords words =
        new ManifestWords(
            manner.texts().in(StaffLanguage.of(language, manner.language())), manner.zone());
    BinContents bin = contents(site);
    if (pdf != null) {
      List<Receipt> pages = new ArrayList<>();
      pages.add(ManifestPaper.of(words, bin, manner.station(), OffsetDateTime.now(manner.zone())));
      try {
        PdfReceipt.write(
            pages, PdfReceipt.PdfPageFormat.A4, words.words().say("manifest.title"), pdf);
      } catch (IOException e) {
        throw new SiteProblem("the manifest cannot be written: " + e.getMessage());
      }
    }
    print(words, bin);
    return 0;
  }

  private BinContents contents(Site site) {
    List<JournalEntry> all;
    try (JournalReader reader = SiteOffice.read(site)) {
      all = reader.everything();
    } catch (JournalException e) {
      throw new SiteProblem("the journal: " + e.getMessage());
    }
    BinLoads loads = BinLoads.of(all);
    Long wanted = entry;
    Optional<BinContents> found =
        now
            ? Optional.of(loads.now())
            : wanted == null ? loads.last() : loads.emptiedBy(wanted.longValue());
    return found.orElseThrow(
        () ->
            new SiteProblem(
                wanted == null
                    ? "the bin was never emptied yet; --now shows what lies in it"
                    : "entry " + wanted + " is no emptying of the bin"));
  }

  private void print(ManifestWords words, BinContents bin) {
    say(words.words().say("manifest.title"));
    words.head(bin).forEach(line -> say(plain(line)));
    words.counts(bin).forEach(line -> say(plain(line)));
    for (ManifestWords.ManifestSection part : words.parts(bin)) {
      say(part.head());
      part.lines().forEach(line -> say("  " + plain(line)));
    }
  }

  /// A name from outside must not rewrite a terminal.
  private static String plain(String line) {
    return line.replaceAll("\\p{Cntrl}", " ");
  }
}
