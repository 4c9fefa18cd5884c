package org.libstation.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.check.CashUp;
import org.libstation.check.HealthFile;
import org.libstation.check.TerminalDayFile;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.device.receipt.PdfFont;
import org.libstation.flow.state.Language;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.language.Words;
import org.libstation.paper.CashUpTable;
import org.libstation.payment.PaymentTerminal;
import org.libstation.service.CashUpPdf;
import org.libstation.service.SiteOffice;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Carries out `cash-up`: a day's payments beside the terminal's end of day.
@Command(
    name = "cash-up",
    description = {
      "A day's payments at this station by the journal: paid, paid in part, not booked, given back,"
          + " in doubt, with the terminal's receipt numbers, and what does not agree with the"
          + " terminal's own end of day. No person, card or item is in it. The station may run"
          + " meanwhile.",
      "It ends with status 1 where something does not agree."
    },
    footer = {
      "",
      "Examples:",
      "  ./station cash-up --config config",
      "  ./station cash-up --config config --day 2026-11-30 --csv day.csv --pdf day.pdf",
      "  ./station cash-up --config config --end-of-day"
    })
public final class CashUpCommand extends SiteCommand {
  private static final int DIFFERS = 1;
  private static final String STATION_FIRST =
      "the station that runs has the terminal; end the station first. The terminal was not asked";

  @Option(names = "--day", paramLabel = "DAY", description = "such as 2026-11-30 (default: today)")
  private @Nullable LocalDate day;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes comma separated text there")
  private @Nullable Path csv;

  @Option(names = "--pdf", paramLabel = "FILE", description = "writes A4 pages there")
  private @Nullable Path pdf;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "of the pages: " + Language.TAGS + " (default: the site's)")
  private @Nullable String language;

  @Option(
      names = "--end-of-day",
      description =
          "first ends the terminal's day and keeps what it says (while no station runs: it has the"
              + " terminal)")
  private boolean endOfDay;

  private final Function<Site, Optional<PaymentTerminal>> terminals;

  /// @param terminals a site's terminal, where it has one
  public CashUpCommand(Function<Site, Optional<PaymentTerminal>> terminals) {
    this.terminals = terminals;
  }

  @Override
  protected int run() throws IOException {
    Site site = site();
    Path kept = site.data().resolve(TerminalDayFile.FILE);
    LocalDate today = LocalDate.now(site.zone());
    LocalDate wanted = Optional.ofNullable(day).orElse(today);
    if (endOfDay && !wanted.equals(today)) {
      throw new SiteProblem(
          "--end-of-day ends the terminal's day now, which is no part of %s: name no --day beside it"
              .formatted(wanted));
    }
    if (endOfDay) {
      // Where there is no journal its day could not be compared.
      SiteOffice.read(site).close();
      // A station whose journal failed has the terminal too.
      if (HealthFile.isRunning(site.data())) {
        throw new SiteProblem(site.data() + " is in use: " + STATION_FIRST);
      }
      TerminalDay _ = StaffWriting.in(site, STATION_FIRST, _ -> end(site, kept));
    }
    CashDay counted = read(site, wanted, kept);
    String station = SiteOffice.manner(site).station();
    lines(counted, station).forEach(this::say);
    if (csv != null) {
      CommandFile.write(
          csv,
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CashUpTable.write(counted, station, text);
            text.flush();
          });
    }
    if (pdf != null) {
      byte[] pages = CashUpPdf.of(counted, station, words(site));
      CommandFile.write(pdf, out -> out.write(pages));
    }
    return counted.differences().isEmpty() ? 0 : DIFFERS;
  }

  /// Of the pages: where no font can write the language, English.
  private Words words(Site site) {
    SiteOffice.Manner manner = SiteOffice.manner(site);
    Language wished = StaffLanguage.of(language, manner.language());
    if (wished.script() == Language.Script.HAN && !CashUpPdf.canWrite()) {
      warn(PdfFont.INSTALL + ". The pages are in English.");
      return manner.texts().in(Language.OF_STAFF);
    }
    return manner.texts().in(wished);
  }

  private static CashDay read(Site site, LocalDate wanted, Path kept) throws IOException {
    try (JournalReader reader = SiteOffice.read(site)) {
      return CashUp.read(reader.each(), site.zone(), wanted, TerminalDayFile.all(kept));
    }
  }

  /// What it says is on the disk when this returns: it says so only once.
  ///
  /// @throws SiteProblem where there is no terminal, or its day did not end
  private TerminalDay end(Site site, Path kept) {
    try (PaymentTerminal terminal =
        terminals
            .apply(site)
            .orElseThrow(() -> new SiteProblem("this station has no payment terminal"))) {
      TerminalDay said =
          switch (terminal.endOfDay()) {
            case PaymentTerminal.DayEnd.Totals(var first, var last, var total, var _) ->
                new TerminalDay(now(site), first, last, total, true);
            case PaymentTerminal.DayEnd.DayEndUnknown(String reason) -> {
              warn(
                  "whether the terminal's day ended is not known ("
                      + plain(reason)
                      + "): look at the terminal before you ask once more");
              yield TerminalDay.notKnown(now(site));
            }
            case PaymentTerminal.DayEnd.DayNotEnded(String reason) ->
                throw new SiteProblem("the terminal's day did not end: " + plain(reason));
          };
      try {
        TerminalDayFile.keep(said, kept);
      } catch (IOException e) {
        throw new SiteProblem(
            "%s. It cannot be kept, write it down: %s".formatted(told(said), e.getMessage()));
      }
      return said;
    }
  }

  private static OffsetDateTime now(Site site) {
    return OffsetDateTime.now(site.zone());
  }

  private static List<String> lines(CashDay day, String station) {
    List<String> lines = new ArrayList<>();
    lines.add("Cash-up of " + day.day() + ", " + plain(station));
    for (CashDay.CashLine line : day.lines()) {
      lines.add(
          "%tT  %-18s %12s  %s  %s"
              .formatted(
                  line.at(),
                  line.kind().word(),
                  line.amount(),
                  line.reference(),
                  plain(line.receipt())));
    }
    for (CashDay.Sum sum : day.sums()) {
      lines.add(
          "%-28s %12s  %d %s"
              .formatted(
                  sum.kind().word(),
                  sum.amount(),
                  sum.count(),
                  sum.count() == 1 ? "payment" : "payments"));
    }
    lines.add(
        "held by the terminal, by the journal: "
            + (day.held().isEmpty()
                ? "nothing"
                : day.held().stream().map(Money::toString).collect(Collectors.joining(", "))));
    lines.add(
        day.end()
            .map(CashUpCommand::told)
            .orElse("the terminal's day was not ended by this station on that day"));
    day.differences().forEach(each -> lines.add("DIFFERS: " + plain(told(each))));
    return lines;
  }

  private static String sentence(CashDay.PaymentKind kind) {
    return switch (kind) {
      case NOT_BOOKED ->
          "%s taken by the terminal (%s) is not booked at the library, or nobody knows";
      case GIVING_BACK_IN_DOUBT -> "whether the terminal gave %s (%s) back is not known";
      case TERMINAL_IN_DOUBT -> "whether the terminal took %s (%s) is not known";
      case OTHER_SUM -> "the terminal took %s (%s), which is not the sum that was asked for";
      case PAID, PART, GIVEN_BACK -> "%s (%s)";
    };
  }

  private static String told(CashDay.Difference difference) {
    return switch (difference) {
      case CashDay.Difference.OfPayment(CashDay.CashLine line) ->
          "%s: %s, entry %d"
              .formatted(
                  sentence(line.kind())
                      .formatted(
                          line.amount(), line.receipt().isBlank() ? "no number" : line.receipt()),
                  line.reference(),
                  line.entry());
      case CashDay.Difference.EndNotKnown(OffsetDateTime asked) ->
          "whether the terminal's day ended at %tT is not known: its last end of day, in its own menu or on its paper, tells"
              .formatted(asked);
      case CashDay.Difference.OtherTotal other ->
          "the terminal says %s, the journal %s: the terminal has %s %s"
              .formatted(
                  other.terminal(),
                  other.journal(),
                  other.gap(),
                  other.terminalHasMore() ? "more" : "less");
    };
  }

  private static String told(TerminalDay end) {
    return "the terminal's own end of day, asked at %tT: %s%s"
        .formatted(
            end.asked(),
            end.total()
                .map(Money::toString)
                .orElse(end.known() ? "no sum told" : "not known whether it ended"),
            end.first()
                .map(
                    one ->
                        ", receipts %s to %s".formatted(plain(one), plain(end.last().orElse("?"))))
                .orElse(""));
  }

  /// A number from outside must not rewrite a terminal.
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
