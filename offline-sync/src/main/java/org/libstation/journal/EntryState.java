package org.libstation.journal;

/// What an entry's marks add up to, in words staff can read.
public enum EntryState {
  /// Written; nothing is known to have left.
  WRITTEN,
  /// The central system accepted a loan, the item was not yet released.
  ACCEPTED,
  /// An acting request left and was not answered: in quarantine.
  IN_DOUBT,
  /// A fact, or an offline renewal, that waits to be settled.
  WAITING,
  /// Staff must put it right; it holds nothing.
  WITH_STAFF,
  CLOSED;

  static EntryState of(Entry entry) {
    if (entry.has(Mark.Closed.class)) {
      return CLOSED;
    }
    if (entry.has(Mark.StaffLine.class)
        && entry.marks().stream()
            .map(Entry.Noted::mark)
            .anyMatch(mark -> mark instanceof Mark.StaffLine line && handsOver(line.kind()))) {
      return WITH_STAFF;
    }
    EntryState state =
        entry.what() instanceof org.libstation.circulation.Happening.Fact ? WAITING : WRITTEN;
    for (Entry.Noted noted : entry.marks()) {
      state =
          switch (noted.mark()) {
            case Mark.Unknown _ -> IN_DOUBT;
            case Mark.Sending _ -> IN_DOUBT;
            case Mark.NotSent _ ->
                entry.what() instanceof org.libstation.circulation.Happening.Fact
                    ? WAITING
                    : WRITTEN;
            case Mark.Accepted _ -> ACCEPTED;
            case Mark.Refused _,
                Mark.Observed _,
                Mark.Released _,
                Mark.NotReleased _,
                Mark.Armed _,
                Mark.NotSecured _,
                Mark.HeldForEmptying _,
                Mark.HeldForSiblings _,
                Mark.StaffLine _,
                Mark.Closed _,
                Mark.CardOpened _,
                Mark.CardExported _ ->
                state;
          };
    }
    return state;
  }

  /// Whether a staff line of this kind takes the entry out of the station's hands (others only
  /// inform).
  static boolean handsOver(Mark.StaffLine.Kind kind) {
    return switch (kind) {
      case NOT_SECURED, PERHAPS_NOT_TAKEN, CLOCK_DOUBTFUL, FINDING -> false;
      case BOOKED_NOT_TAKEN,
          RETURN_NOT_DECIDABLE,
          RETURN_REFUSED,
          LOAN_REFUSED,
          LOAN_ON_ANOTHER_CARD,
          LOAN_IN_DOUBT,
          RENEWAL_NOT_GRANTED,
          RENEWAL_IN_DOUBT,
          FOUND_ON_LOAN_ELSEWHERE ->
          true;
    };
  }
}
