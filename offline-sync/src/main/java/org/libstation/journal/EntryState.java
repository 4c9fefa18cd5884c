package org.libstation.journal;

import org.libstation.circulation.CirculationEvent;

/// State of an entry, derived from its marks and named in words that staff can read.
public enum EntryState {
  /// An ask is written, but no request has been sent. It is not sent later.
  WRITTEN,
  /// A fact, or a renewal that certainly was not sent, waits to be settled.
  WAITING,
  /// The acting request ([Mark.OfRequest]) may have been sent and was not answered. After a wait
  /// (quarantine) the station looks up whether it was carried out. If not, a fact may be sent
  /// again.
  IN_DOUBT,
  /// The central system accepted. The item must still be released, or the entry closed.
  ACCEPTED,
  /// The central system refused. The entry must still be closed, or handed to staff.
  REFUSED,
  /// Staff must put it right. The entry blocks no other entry.
  WITH_STAFF,
  CLOSED;

  /// Derives the state from the marks. The last mark about the acting request decides, unless the
  /// entry was closed or handed to staff.
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
      case CirculationEvent.Ask _ -> WRITTEN;
    };
  }

  /// Reports whether a staff line of this kind hands the entry over to staff. Other kinds only
  /// inform.
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
