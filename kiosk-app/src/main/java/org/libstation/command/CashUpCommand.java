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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `cash-up`: compares a day's payments with the terminal's end of day.
@Command(name = "cash-up")
public final class CashUpCommand extends SiteCommand {
  private static final int DIFFERS = 1;
  private static final String STATION_FIRST =
      "the running station uses the terminal; stop the station first. The terminal was not asked";

  @Option(names = "--day", paramLabel = "DAY")
  private @Nullable LocalDate day;

  @Option(names = "--csv", paramLabel = "FILE")
  private @Nullable Path csv;

  @Option(names = "--pdf", paramLabel = "FILE")
  private @Nullable Path pdf;

  @Mixin private StaffLanguage language = new StaffLanguage();

  @Option(names = "--end-of-day")
  private boolean endOfDay;

  private final Function<Site, Optional<PaymentTerminal>> terminals;

  /// @param terminals the payment terminal of a site; empty if it has none
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
          "--end-of-day ends the terminal's present day, not %s: leave out --day"
              .formatted(wanted));
    }
    if (endOfDay) {
      // Without a journal, the terminal's day could not be compared.
      SiteOffice.read(site).close();
      // A station whose journal failed still holds the terminal.
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

  /// The words of the PDF pages: English if no installed font can write the language.
  private Words words(Site site) {
    SiteOffice.Manner manner = SiteOffice.manner(site);
    Language wished = language.at(manner);
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

  /// Ends the terminal's day. Its totals are on the disk when this returns, because the terminal
  /// reports them only once.
  ///
  /// @throws SiteProblem if there is no terminal, or its day did not end
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
                  "it is not known whether the terminal's day ended ("
                      + plain(reason)
                      + "): look at the terminal before you try again");
              yield TerminalDay.notKnown(now(site));
            }
            case PaymentTerminal.DayEnd.DayNotEnded(String reason) ->
                throw new SiteProblem("the terminal's day did not end: " + plain(reason));
          };
      try {
        TerminalDayFile.keep(said, kept);
      } catch (IOException e) {
        throw new SiteProblem(
            "%s. This cannot be saved, so write it down: %s".formatted(told(said), e.getMessage()));
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
          "the terminal took %s (%s); the library did not book it, or this is not known";
      case GIVING_BACK_IN_DOUBT -> "it is not known whether the terminal gave %s (%s) back";
      case TERMINAL_IN_DOUBT -> "it is not known whether the terminal took %s (%s)";
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
          "it is not known whether the terminal's day ended at %tT: look at the last end of day in its menu or on its paper"
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
}
