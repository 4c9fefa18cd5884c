package org.libstation.screen;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.CheckTest;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagReading;

/// What staff see: the PIN, the technician's pages, and a station that is out of service.
final class StaffStates {
  private StaffStates() {}

  /// Whether it is a technician's page, with the sizes of those; the PIN page before it is not.
  static boolean forTechnicians(String name) {
    return name.matches(
        "technician(?!-pin).*|tray(-empty)?|to-do.*|cash-up.*|checks-.*|health.*|setup.*");
  }

  static final Screen TECHNICIAN =
      Screen.Technician.opened(States.NOW).measured(CheckTest.figures(false));

  static final ScanReport SCANNED =
      new ScanReport(
          "scanner",
          "5D 46 30 41 33 31 32 33 34 30 30 30 30 31 32 33 34 32 42 0D",
          Optional.of("F0"),
          Optional.of("Codabar"),
          "31234000012342",
          ScanReport.ScanJudgement.ITEM,
          OptionalInt.of(1),
          Optional.empty());

  static StationFacts failing(StationFacts.JournalCause cause) {
    return States.WELL.withJournal(JournalHealth.FAILING, Optional.of(cause));
  }

  static StationFacts noticed() {
    return States.WELL
        .withMatter(matter(Code.T24, "30180000001003", Optional.empty()))
        .withMatter(
            matter(Code.T25, "30180000001004", Optional.of(new MissingParts(3, List.of(2)))));
  }

  static StationFacts.StaffMatter matter(Code code, String item, Optional<MissingParts> missing) {
    return new StationFacts.StaffMatter(code, Optional.of(new ItemId(item)), missing, States.WALL);
  }

  static StationFacts rules() {
    return States.WELL.withPolicy(
        new StationFacts.PolicyFacts(
            "hkpl-example-2026-1",
            Optional.of(OffsetDateTime.parse("2026-11-21T03:15:00+08:00")),
            Optional.of("G22"),
            "the policy is for elsewhere, this station is of hkpl-example"));
  }

  static List<TagCheck> checks() {
    ItemStanding in = standing(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, 6);
    ItemStanding out = standing(ItemStanding.Where.ON_LOAN, ItemStanding.Source.JOURNAL, 0);
    return List.of(
        check(0, PadTag.SecurityBit.CLEARED, Optional.of(in), TagCheck.TagRepairState.NOT_ASKED),
        check(1, PadTag.SecurityBit.CLEARED, Optional.of(out), TagCheck.TagRepairState.NOT_ASKED),
        check(2, PadTag.SecurityBit.UNKNOWN, Optional.of(in), TagCheck.TagRepairState.NOT_ASKED),
        check(3, PadTag.SecurityBit.ARMED, Optional.of(out), TagCheck.TagRepairState.FAILED),
        check(4, PadTag.SecurityBit.ARMED, Optional.empty(), TagCheck.TagRepairState.NOT_ASKED));
  }

  static ItemStanding standing(ItemStanding.Where where, ItemStanding.Source source, int title) {
    return new ItemStanding(where, source, States.TITLES.get(title));
  }

  static TagCheck check(
      int number,
      PadTag.SecurityBit found,
      Optional<ItemStanding> standing,
      TagCheck.TagRepairState repair) {
    return new TagCheck(
        "E00" + number,
        new TagReading.ItemTag(new ItemId("3018000000100" + number), number == 1 ? 3 : 1, 1),
        Optional.of(found),
        false,
        standing,
        repair);
  }

  static final Screen.ToDo.Chosen CHOSEN =
      new Screen.ToDo.Chosen(
          task(17, "LOAN_GIVEN", "LOAN_REFUSED", ""),
          Optional.empty(),
          Optional.of(
              new ItemStanding(ItemStanding.Where.IN_STOCK, ItemStanding.Source.CENTRAL, "紅樓夢")));

  static Screen.ToDo todo(Optional<Screen.ToDo.Chosen> chosen) {
    return new Screen.ToDo(
        Optional.of(
            new StaffList(
                List.of(
                    task(17, "LOAN_GIVEN", "LOAN_REFUSED", ""),
                    task(21, "ITEM_RETURNED", "RETURN_NOT_DECIDABLE", ""),
                    task(22, "ITEM_RETURNED", "NOT_SECURED", ""),
                    task(30, "RENEW_ASKED", "RENEWAL_IN_DOUBT", ""),
                    task(31, "LOAN_ASKED", "BOOKED_NOT_TAKEN", ""),
                    task(36, "LOAN_GIVEN", "LOAN_ON_ANOTHER_CARD", "")),
                new StaffList.Sums(212, 190, 6, 4, 3, 1, 6, 1, 1))),
        chosen,
        new Screen.TestPrintState.TestPrintNotAsked(),
        States.NOW);
  }

  static StaffTask task(long entry, String deed, String kind, String title) {
    return new StaffTask(
        entry,
        deed,
        kind,
        new ItemId("388010000023" + entry),
        title,
        new EventTime(
            OffsetDateTime.parse("2026-11-24T18:44:00+08:00"),
            "boot",
            States.NOW,
            Optional.empty(),
            kind.equals("RENEWAL_IN_DOUBT")),
        deed.equals("ITEM_RETURNED") ? Optional.empty() : Optional.of("•••• 0272"),
        kind.equals("LOAN_REFUSED")
            ? Optional.of(Refusal.RefusalReason.PATRON_BLOCKED)
            : Optional.empty(),
        kind.equals("LOAN_REFUSED")
            ? List.of(
                TaskNote.of(TaskNoteCode.LENT, "2026-11-24T18:44+08:00"),
                TaskNote.of(TaskNoteCode.NOT_BOOKED),
                TaskNote.of(TaskNoteCode.REFUSED_REASON, Refusal.RefusalReason.PATRON_BLOCKED))
            : List.of());
  }

  static void add(Map<String, FlowState> all) {
    all.put("out-of-service", States.of(States.DEMO, new Screen.OutOfService(Code.K11, false)));
    all.put("out-of-service-returns", States.of(new Screen.OutOfService(Code.K22, true)));
    all.put(
        "technician-pin",
        StateBuilder.on(new Screen.TechnicianPin(3, false, Optional.of(Code.K31), States.NOW))
            .wrongPins(2)
            .build());
    all.put(
        "technician",
        States.of(
            Screen.Technician.opened(States.NOW)
                .measured(CheckTest.figures(false))
                .withTest(
                    new Screen.TestPrintState.Bad("DP12", "paper is out", Optional.empty()))));
    all.put("technician-failing", States.of(failing(StationFacts.JournalCause.KEY), TECHNICIAN));
    all.put(
        "technician-missing",
        States.of(
            States.WELL.withJournal(
                JournalHealth.MISSING, Optional.of(StationFacts.JournalCause.EMPTIED)),
            TECHNICIAN));
    all.put(
        "technician-older",
        States.of(
            States.WELL.withJournal(
                JournalHealth.OLDER, Optional.of(StationFacts.JournalCause.OLDER)),
            TECHNICIAN));
    all.put(
        "technician-failing-disk",
        States.of(failing(StationFacts.JournalCause.READ_ONLY), TECHNICIAN));
    all.put("technician-rules", States.of(rules(), TECHNICIAN));
    all.put("technician-nopayment", States.of(AccountStates.noPayment(), TECHNICIAN));
    all.put("tray", States.of(noticed(), new Screen.Tray(checks(), States.NOW)));
    ServiceStates.all()
        .forEach(
            (name, screen) ->
                all.put(name, StateBuilder.on(screen).entered("Chan Tai-man").build()));
    all.put("to-do", States.of(todo(Optional.empty())));
    all.put("to-do-chosen", States.of(todo(Optional.of(CHOSEN))));
    all.put(
        "to-do-empty",
        States.of(
            new Screen.ToDo(
                Optional.of(
                    new StaffList(List.of(), new StaffList.Sums(9, 7, 1, 1, 0, 0, 0, 0, 0))),
                Optional.empty(),
                new Screen.TestPrintState.TestPrintNotAsked(),
                States.NOW)));
    all.put("tray-empty", States.of(new Screen.Tray(List.of(), States.NOW)));
    all.put(
        "technician-setaside",
        States.of(
            States.station(
                StationFacts.StationBanner.NONE, LinkState.SILENT, JournalHealth.SET_ASIDE),
            Screen.Technician.opened(States.NOW)
                .withTest(new Screen.TestPrintState.TestPrintGood())
                .scanned(SCANNED)));
  }
}
