package org.libstation.lab.scenario;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.LedgerAction;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;
import org.libstation.station.driven.ScenarioProblem;

/// Payments of different sums in three ledgers: the terminal's bank, the library's and the
/// station's journal, each read from its own place.
///
/// @param terminal without what it had before
/// @param library the payments that it booked, as its action log words them: `HKD 5.04 ref …`
record MoneyBooks(List<Booked> terminal, List<String> library, List<JournalEntry> journal) {

  static MoneyBooks of(RealStage stage, List<Booked> terminal) throws ScenarioProblem {
    Path file = stage.libraryData().resolve(Ledgers.LEDGER);
    try (LedgerReader ledger = LedgerReader.open(file)) {
      return new MoneyBooks(
          terminal,
          ledger.actions().stream()
              .filter(action -> action.kind().equals("payment") && action.done())
              .map(LedgerAction::detail)
              .toList(),
          Ledgers.journal(stage.stationData()));
    }
  }

  /// @param asked all sums, in minor units
  /// @return what is broken, in words
  List<String> broken(Collection<Long> asked) {
    List<String> broken = new ArrayList<>();
    for (long sum : asked) {
      List<Booked> charged = terminal.stream().filter(it -> it.minor() == sum).toList();
      String words = "HKD " + BigDecimal.valueOf(sum, 2) + " ref ";
      long booked = library.stream().filter(it -> it.startsWith(words)).count();
      String wrong =
          charged.size() > 1
              ? "charged twice"
              : booked > charged.size()
                  ? booked > 1 ? "booked twice" : "booked, and never charged"
                  : charged.isEmpty() ? notCharged(sum) : charged(charged.getFirst(), booked == 1);
      if (!wrong.isEmpty()) {
        broken.add(
            "%s: %d at the terminal: %s, library: %s".formatted(wrong, sum, charged, library));
      }
    }
    if (terminal.stream().anyMatch(it -> !asked.contains(it.minor()))) {
      broken.add("charged, and nobody asked: " + terminal + " of " + asked);
    }
    return broken;
  }

  private String notCharged(long sum) {
    return any(sum, entry -> entry.what() instanceof MoneyTaken)
        ? "the journal has money that nobody took"
        : "";
  }

  /// Booked, the journal knows it by the terminal's number; else it is with staff, by that number.
  private String charged(Booked it, boolean booked) {
    String number = String.format(Locale.ROOT, "%04d", it.receipt());
    if (!booked) {
      return any(it.minor(), entry -> withStaff(entry, number))
          ? ""
          : "charged, and neither booked nor with staff";
    }
    boolean written =
        any(
            it.minor(),
            entry ->
                entry.what() instanceof MoneyTaken taken
                    && taken.receipt().startsWith(number)
                    && entry.state() == EntryState.CLOSED);
    return written || any(it.minor(), entry -> withStaff(entry, number))
        ? ""
        : "booked, and the journal does not say so";
  }

  private boolean any(long sum, Predicate<JournalEntry> is) {
    return journal.stream().filter(entry -> minor(entry.what()) == sum).anyMatch(is);
  }

  private static long minor(CirculationEvent what) {
    return switch (what) {
      case MoneyTaken taken -> taken.payment().amount().minor();
      case PaymentAsked ask -> ask.payment().amount().minor();
      default -> 0;
    };
  }

  private static boolean withStaff(JournalEntry entry, String number) {
    return entry.marks().stream()
        .anyMatch(
            noted ->
                noted.mark() instanceof Mark.StaffLine line
                    && TaskNote.asWritten(line.notes()).contains(number));
  }
}
