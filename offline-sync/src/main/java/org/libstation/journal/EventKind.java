package org.libstation.journal;

import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.Mark.StaffLine.StaffReason;

/// Kinds of entries, and what the journal needs to know about each. A new kind of
/// [CirculationEvent] gets one line here.
public enum EventKind {
  /// The central system was asked to lend.
  LOAN_ASKED("loan asked", EventSubject.LOAN, StaffReason.LOAN_IN_DOUBT),
  /// The station lent by its own offline rules.
  LOAN_GIVEN("loan given", EventSubject.LOAN, StaffReason.LOAN_IN_DOUBT),
  ITEM_RETURNED("item returned", EventSubject.LOAN, StaffReason.RETURN_NOT_DECIDABLE),
  RENEW_ASKED("renew asked", EventSubject.LOAN, StaffReason.RENEWAL_IN_DOUBT),
  HOLD_ASKED("hold asked", EventSubject.HOLD, StaffReason.HOLD_IN_DOUBT),
  /// The payment terminal was asked to take money.
  PAYMENT_ASKED("payment asked", EventSubject.MONEY, StaffReason.TERMINAL_IN_DOUBT),
  MONEY_TAKEN("money taken", EventSubject.MONEY, StaffReason.PAYMENT_IN_DOUBT),
  OBJECT_DROPPED("object dropped", EventSubject.STATION, StaffReason.OBJECT_UNIDENTIFIED),
  BIN_EMPTIED("bin emptied", EventSubject.STATION, StaffReason.FINDING),
  /// A damaged journal was salvaged, but not all of it could be read.
  ENTRIES_LOST("entries lost", EventSubject.STATION, StaffReason.ENTRIES_LOST),
  /// Only a line for staff; the event itself is in another entry.
  STAFF_LINE("staff line", EventSubject.STATION, StaffReason.FINDING);

  /// What an entry changes or asks to change.
  public enum EventSubject {
    /// Whether an item is on loan, and until when.
    LOAN,
    /// Who gets a title next.
    HOLD,
    /// What a patron owes.
    MONEY,
    /// Nothing that the central system keeps, so no request is ever sent for it.
    STATION
  }

  private final String inPrint;
  private final EventSubject subject;
  private final StaffReason whenInDoubt;

  EventKind(String inPrint, EventSubject subject, StaffReason whenInDoubt) {
    this.inPrint = inPrint;
    this.subject = subject;
    this.whenInDoubt = whenInDoubt;
  }

  /// Returns the kind of an entry. An entry that exists only for its staff line is a [#STAFF_LINE].
  public static EventKind of(JournalEntry entry) {
    return entry.isLineAlone() ? STAFF_LINE : of(entry.what());
  }

  /// Returns the kind of the event, whatever its entry was written for.
  public static EventKind of(CirculationEvent what) {
    return switch (what) {
      case CirculationEvent.LoanAsked _ -> LOAN_ASKED;
      case CirculationEvent.LoanGiven _ -> LOAN_GIVEN;
      case CirculationEvent.ItemReturned _ -> ITEM_RETURNED;
      case CirculationEvent.RenewAsked _ -> RENEW_ASKED;
      case CirculationEvent.HoldAsked _ -> HOLD_ASKED;
      case CirculationEvent.PaymentAsked _ -> PAYMENT_ASKED;
      case CirculationEvent.MoneyTaken _ -> MONEY_TAKEN;
      case CirculationEvent.ObjectDropped _ -> OBJECT_DROPPED;
      case CirculationEvent.BinEmptied _ -> BIN_EMPTIED;
      case CirculationEvent.EntriesLost _ -> ENTRIES_LOST;
    };
  }

  /// Returns the name of this kind in a printed journal.
  public String inPrint() {
    return inPrint;
  }

  public EventSubject subject() {
    return subject;
  }

  /// Returns the reason with which staff get the entry if it remains unknown whether it was booked.
  /// For a kind without a request, it is the reason why staff get the entry at all.
  public StaffReason whenInDoubt() {
    return whenInDoubt;
  }
}
