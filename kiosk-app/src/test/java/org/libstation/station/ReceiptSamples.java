package org.libstation.station;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.Money;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.SampleFine;
import org.libstation.fines.SuspensionDays;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptContent.ContentLine;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.Suspension;
import org.libstation.paper.ShippedLayout;

/// Receipts as a station prints them: loans, returns, a fine, and no link, in each language.
final class ReceiptSamples {
  static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T18:44:00+08:00");
  private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

  static final Suspension UNTIL =
      new Suspension(
          Optional.of(new Suspension.Fines(Optional.of(LocalDate.of(2026, 12, 7)))), true, true);
  static final Suspension OPEN =
      new Suspension(Optional.of(new Suspension.Fines(Optional.empty())), false, false);

  private ReceiptSamples() {}

  static ReceiptComposer composer() {
    return new ReceiptComposer(
        ShippedLayout.texts(),
        Map.of(
            Language.ZH_HANT_HK, "南堤圖書館",
            Language.ZH_HANS, "南堤图书馆",
            Language.EN, "South Embankment Library"),
        Map.of(
            Language.ZH_HANT_HK, "2 號自助借還機",
            Language.ZH_HANS, "2 号自助借还机",
            Language.EN, "Self-service station 2"),
        ZoneId.of("Asia/Hong_Kong"),
        StationBanner.DEMO,
        ShippedLayout.layout(),
        new RenewOnPaper(
            "2345 6789",
            Map.of(
                Language.ZH_HANT_HK, "上午9時至晚上8時",
                Language.ZH_HANS, "9:00 至 20:00",
                Language.EN, "9 am to 8 pm"),
            "https://library.example/renew"),
        NoticeOnPaper.NONE,
        ProofOfReturn.NONE);
  }

  /// By name.
  static Map<String, ReceiptContent> contents(Language language) {
    return Map.of(
        "loan", of(language, StationBanner.NONE, false, loans(true)).withOnLoan(OptionalInt.of(7)),
        "loan-two-dates", of(language, StationBanner.NONE, false, twoDates()),
        "return",
            of(language, StationBanner.NONE, false, List.of(returned(Optional.empty(), true))),
        "fine",
            of(language, StationBanner.NONE, false, List.of(returned(Optional.of(fine()), true))),
        "suspension",
            of(
                language,
                StationBanner.NONE,
                false,
                List.of(returned(Optional.of(inDays(0, false, 5)), true))),
        "no-link", of(language, StationBanner.DEMO, true, noLink()),
        "doubt", of(language, StationBanner.NONE, false, doubts()),
        "suspended",
            of(
                language,
                StationBanner.NONE,
                false,
                UNTIL,
                List.of(returned(Optional.of(fine()), true))),
        "suspended-no-link", of(language, StationBanner.NONE, true, OPEN, noLink()));
  }

  private static ReceiptContent of(
      Language language, StationBanner banner, boolean silent, List<ContentLine> lines) {
    return of(language, banner, silent, Suspension.NONE, lines);
  }

  private static ReceiptContent of(
      Language language,
      StationBanner banner,
      boolean silent,
      Suspension suspension,
      List<ContentLine> lines) {
    return content(language, lines)
        .with(c -> c.banner(banner).silent(silent).suspension(suspension));
  }

  /// A receipt of [#AT] of a station that lends, while the central system answers.
  static ReceiptContent content(Language language, List<ContentLine> lines) {
    return new ReceiptContent(
        language,
        StationBanner.NONE,
        AT,
        false,
        Suspension.NONE,
        lines,
        Optional.empty(),
        OptionalInt.empty());
  }

  private static List<ContentLine> loans(boolean confirmed) {
    DueDate due = DueDate.of(LocalDate.of(2026, 12, 8).atStartOfDay());
    return List.of(
        new ContentLine.LentLine(Optional.of("香港植物誌（第一卷）"), "2342", due, confirmed),
        new ContentLine.LentLine(
            Optional.of("A Field Guide to the Birds of Hong Kong and South China, 8th edition"),
            "3455",
            due,
            confirmed),
        new ContentLine.LentLine(Optional.of("骨與直角：建築師的筆記"), "1180", due, confirmed),
        new ContentLine.LentLine(Optional.empty(), "7719", due, confirmed),
        new ContentLine.RenewedLine(Optional.of("Café Society"), "0042", due));
  }

  private static List<ContentLine> twoDates() {
    return List.of(
        new ContentLine.LentLine(Optional.empty(), "2342", due(8), true),
        new ContentLine.LentLine(Optional.empty(), "3455", due(1), true),
        new ContentLine.LentLine(Optional.empty(), "1180", due(8), false));
  }

  private static DueDate due(int day) {
    return DueDate.of(LocalDate.of(2026, 12, day).atStartOfDay());
  }

  private static List<ContentLine> noLink() {
    List<ContentLine> lines = new java.util.ArrayList<>(loans(false).subList(0, 2));
    lines.add(
        new ContentLine.RenewalAsked(
            Optional.of("骨與直角"),
            "1180",
            AT,
            Optional.of(DueDate.of(LocalDate.of(2026, 11, 30).atStartOfDay()))));
    lines.add(returned(Optional.empty(), false));
    return lines;
  }

  private static List<ContentLine> doubts() {
    Money asked = Money.of(3600, "HKD");
    return List.of(
        new ContentLine.InDoubt(asked, Optional.empty(), Optional.of("k7-12"), Code.M23, false, AT),
        new ContentLine.InDoubt(
            asked,
            Optional.of(Money.of(360, "HKD")),
            Optional.of("k7-13"),
            Code.M24,
            true,
            AT.plusMinutes(2)));
  }

  private static ContentLine returned(Optional<FineExplained> fine, boolean told) {
    return new ContentLine.ReturnedLine(
        Optional.of("The Old Man and the Sea"),
        "3455",
        AT,
        told,
        !told,
        fine,
        false,
        Optional.empty());
  }

  /// Five days counted; two days of suspension for each.
  static FineExplained.ByDays inDays(long rate, boolean cumulative, long counted) {
    LocalDate back = DUE.plusDays(5);
    return ((FineExplained.ByDays) fine())
        .with(
            c ->
                c.sum(Money.of(counted * rate, "HKD"))
                    .rate(Money.of(rate, "HKD"))
                    .suspension(
                        Optional.of(
                            new SuspensionDays(
                                new BorrowingSuspension(
                                    2,
                                    1,
                                    BorrowingSuspension.PartPeriod.PRO_RATA,
                                    OptionalInt.of(30),
                                    BorrowingSuspension.RunsOn.CALENDAR,
                                    cumulative),
                                counted,
                                2 * counted,
                                false,
                                back,
                                back.plusDays(2 * counted)))));
  }

  private static FineExplained fine() {
    return SampleFine.NONE.with(
        c ->
            c.sum(Money.of(450, "HKD"))
                .daysCharged(3)
                .days(
                    List.of(
                        new Day(DUE, new DayVerdict.NotYetDue()),
                        new Day(DUE.plusDays(1), new DayVerdict.Counted()),
                        new Day(DUE.plusDays(2), new DayVerdict.PlaceClosed(ClosedReason.WEEKLY)),
                        new Day(DUE.plusDays(3), new DayVerdict.PlaceClosed(ClosedReason.GALE)),
                        new Day(DUE.plusDays(4), new DayVerdict.Counted()),
                        new Day(DUE.plusDays(5), new DayVerdict.Counted()))));
  }
}
