package org.libstation.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.embedded.Cashbook.Booking;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;
import org.libstation.simulation.Till.Try;

/// What must hold of money, payment by payment, in the three ledgers: what the terminal's bank has,
/// what the library booked, and the station's journal.
final class MoneyLaws {
  private final Till till;

  MoneyLaws(Till till) {
    this.till = till;
  }

  /// @param booked what the library booked, of all
  /// @param healed whether all had the time to settle
  /// @return what is broken, in words; empty when all holds
  List<String> broken(Journal journal, List<Booking> booked, boolean healed) {
    List<String> broken = new ArrayList<>();
    List<JournalEntry> all = journal.all(0, 100_000);
    for (Try one : till.tries()) {
      Books books = books(one, booked, all);
      books.everTrue().map(wrong -> wrong + ": " + books).ifPresent(broken::add);
      if (healed) {
        books.trueAtLast().map(wrong -> wrong + ": " + books).ifPresent(broken::add);
      }
    }
    return broken;
  }

  /// Whether an earlier payment of this patron is neither booked, given back nor closed by staff.
  Optional<Books> undecided(Journal journal, List<Booking> booked, Try now) {
    List<JournalEntry> all = journal.all(0, 100_000);
    return till.tries().stream()
        .filter(each -> each != now && each.patron().equals(now.patron()))
        .map(each -> books(each, booked, all))
        .filter(books -> books.bank() != books.library() && !books.closedByStaff())
        .findFirst();
  }

  private Books books(Try one, List<Booking> booked, List<JournalEntry> all) {
    return new Books(one, till.charged(one), bookings(booked, one), entries(all, one));
  }

  private static List<Booking> bookings(List<Booking> booked, Try one) {
    return booked.stream()
        .filter(each -> one.asked().stream().anyMatch(asked -> names(asked, each.reference())))
        .toList();
  }

  private static boolean names(Payment asked, String reference) {
    return reference.equals(asked.reference()) || reference.startsWith(asked.reference() + ".");
  }

  private static List<JournalEntry> entries(List<JournalEntry> all, Try one) {
    return all.stream()
        .filter(
            entry ->
                one.asked().stream().anyMatch(asked -> asked.lane().equals(entry.what().item())))
        .toList();
  }

  /// One payment in the three ledgers.
  record Books(Try one, List<Booked> charged, List<Booking> booked, List<JournalEntry> entries) {
    long bank() {
      return charged.stream().mapToLong(Booked::minor).sum();
    }

    long library() {
      return booked.stream().mapToLong(each -> each.amount().minor()).sum();
    }

    boolean closedByStaff() {
      return entries.stream()
          .flatMap(entry -> entry.marks().stream())
          .anyMatch(
              noted ->
                  noted.mark() instanceof Mark.EntryClosed closed
                      && closed.reason() == Mark.EntryClosed.ClosingReason.BY_STAFF);
    }

    Optional<String> everTrue() {
      Set<String> references = new HashSet<>();
      if (charged.stream().filter(each -> each.minor() > 0).count() > 1) {
        return Optional.of("charged twice");
      }
      if (!booked.stream().map(Booking::reference).allMatch(references::add)) {
        return Optional.of("booked twice");
      }
      return library() > bank() ? Optional.of("booked without a charge") : Optional.empty();
    }

    Optional<String> trueAtLast() {
      boolean even = bank() == library();
      if (!even && !unbookedIsWithStaff()) {
        return Optional.of("charged, and neither booked, given back nor with staff");
      }
      boolean toldNothing =
          one.outcome().filter(PaymentOutcome.NotPaid.class::isInstance).isPresent();
      if (toldNothing && bank() != 0) {
        return Optional.of("told that nothing was taken");
      }
      boolean toldPaid = one.outcome().filter(PaymentOutcome.Paid.class::isInstance).isPresent();
      return toldPaid && (!even || bank() != one.minor())
          ? Optional.of("told that it is paid")
          : Optional.empty();
    }

    /// The ask itself is with staff, or each share that is not booked.
    private boolean unbookedIsWithStaff() {
      boolean asked =
          entries.stream().anyMatch(entry -> entry.what() instanceof PaymentAsked && told(entry));
      long withStaff =
          entries.stream()
              .filter(entry -> entry.what() instanceof MoneyTaken)
              .filter(
                  entry ->
                      booked.stream()
                          .noneMatch(each -> each.reference().equals(payment(entry).reference())))
              .filter(this::told)
              .mapToLong(entry -> payment(entry).amount().minor())
              .sum();
      return asked || library() + withStaff == bank();
    }

    private static Payment payment(JournalEntry entry) {
      return ((MoneyTaken) entry.what()).payment();
    }

    private boolean told(JournalEntry entry) {
      return entry.marks().stream()
          .anyMatch(
              noted ->
                  noted.mark() instanceof Mark.StaffLine line
                      && told(TaskNote.asWritten(line.notes())));
    }

    /// A staff line has the number that the terminal gave it; the sum alone, where all the time the
    /// terminal could not be reached to tell one.
    private boolean told(String line) {
      return charged.stream()
              .map(each -> String.format(Locale.ROOT, "%04d", each.receipt()))
              .anyMatch(line::contains)
          || (line.contains(Till.AWAY) && line.contains(one.wish().amount().toString()));
    }
  }
}
