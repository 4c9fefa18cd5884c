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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `manifest`: lists what was, or is, in the bin of the drop, by the journal.
@Command(name = "manifest")
public final class ManifestCommand extends SiteCommand {
  @Option(names = "--now")
  private boolean now;

  @Option(names = "--entry", paramLabel = "N")
  private @Nullable Long entry;

  @Mixin private StaffLanguage language = new StaffLanguage();

  @Option(names = "--pdf", paramLabel = "FILE")
  private @Nullable Path pdf;

  @Override
  protected int run() {
    Site site = site();
    SiteOffice.Manner manner = SiteOffice.manner(site);
    ManifestWords words = new ManifestWords(manner.texts().in(language.at(manner)), manner.zone());
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
                    ? "the bin was never emptied; --now shows what is in it"
                    : "entry " + wanted + " does not record an emptying of the bin"));
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
}
