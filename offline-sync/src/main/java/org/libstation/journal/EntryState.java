package org.libstation.journal;

import org.libstation.circulation.CirculationEvent;

/// What an entry's marks add up to, in words staff can read.
public enum EntryState {
  /// An ask that was written; nothing of it has left. It is not sent later.
  WRITTEN,
  /// A fact, or a renewal that certainly did not leave: waits to be settled.
  WAITING,
  /// An acting request may have left and was not answered: in quarantine.
  IN_DOUBT,
  /// The central system said yes; the item is still to be released, or the entry to be closed.
  ACCEPTED,
  /// The central system said no; the entry is still to be closed, or handed to staff.
  REFUSED,
  /// Staff must put it right; it holds nothing.
  WITH_STAFF,
  CLOSED;

  /// The last word about the acting request decides, unless the entry was closed or handed to
  /// staff.
  static EntryState of(JournalEntry entry) {
    EntryState begin = unsent(entry.what());
    EntryState state = begin;
    boolean withStaff = false;
    for (JournalEntry.Noted noted : entry.marks()) {
      switch (noted.mark()) {
        case Mark.EntryClosed _ -> {
          return CLOSED;
        }
        case Mark.StaffLine line -> withStaff |= handsOver(line.kind());
        case Mark.Sending _, Mark.OutcomeUnknown _ -> state = IN_DOUBT;
        case Mark.NotSent _ -> state = begin;
        case Mark.Accepted _ -> state = ACCEPTED;
        case Mark.RequestRefused _ -> state = REFUSED;
        case Mark.Looked _, Mark.OfItem _, Mark.Fine _, Mark.StaffDone _, Mark.OfCard _ -> {
          // These say something about the item or the card, not about the request.
        }
      }
    }
    return withStaff ? WITH_STAFF : state;
  }

  private static EntryState unsent(CirculationEvent what) {
    return switch (what) {
      case CirculationEvent.Fact _ -> WAITING;
      case CirculationEvent.RenewAsked _ -> WAITING;
      case CirculationEvent.LoanAsked _,
          CirculationEvent.HoldAsked _,
          CirculationEvent.PaymentAsked _ ->
          WRITTEN;
    };
  }

  /// Whether a staff line of this kind takes the entry out of the station's hands (others only
  /// inform).
  public static boolean handsOver(Mark.StaffLine.StaffReason kind) {
    return switch (kind) {
      case NOT_SECURED,
          PERHAPS_NOT_TAKEN,
          CLOCK_DOUBTFUL,
          FINE_CHANGED,
          DUE_DATE_MOVED,
          LENT_AFTER_ALL,
          RETURN_GONE,
          RECORDS_LOST,
          FINDING ->
          false;
      case BOOKED_NOT_TAKEN,
          SET_INCOMPLETE,
          RETURN_NOT_DECIDABLE,
          RETURN_REFUSED,
          LOAN_REFUSED,
          LOAN_ON_ANOTHER_CARD,
          LOAN_IN_DOUBT,
          RENEWAL_NOT_GRANTED,
          RENEWAL_IN_DOUBT,
          HOLD_IN_DOUBT,
          TERMINAL_IN_DOUBT,
          TERMINAL_OTHER_SUM,
          PAYMENT_REFUSED,
          GIVING_BACK_IN_DOUBT,
          PAYMENT_IN_DOUBT,
          FOUND_ON_LOAN_ELSEWHERE,
          OBJECT_UNIDENTIFIED,
          ENTRIES_LOST ->
          true;
    };
  }
}
