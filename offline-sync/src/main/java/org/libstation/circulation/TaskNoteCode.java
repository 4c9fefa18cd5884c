package org.libstation.circulation;

import java.util.List;

/// The statements that a [TaskNote] can make. The text files have a line for each code, `note.` and
/// its name, with a place for each value.
///
/// The names are part of the journal's format: new names may be added, but no name is ever changed.
public enum TaskNoteCode {
  // Loans.
  LENT(NoteValueKind.MOMENT),
  LENT_HERE(NoteValueKind.MOMENT),
  LENT_NOT_RELEASED(NoteValueKind.MOMENT),
  LENT_IN_DOUBT,
  NOT_RELEASED(NoteJoin.LEADS, NoteValueKind.MOMENT),
  BOOKED_NOT_RELEASED,
  NOT_BOOKED(NoteJoin.LEADS),
  OF_ITEM(NoteJoin.LEADS),
  OLDER_ON_SHELF,
  FOUND_ON_LOAN,
  LIST_UNREADABLE,
  DUE_MOVED_BETWEEN_LOOKS,
  ON_ACCOUNT_ALREADY,
  RENEWED_UNEXPECTEDLY,

  /// A refusal for which no reason was recorded.
  REFUSED,
  REFUSED_REASON(NoteValueKind.REASON),
  REFUSED_WORDS(NoteValueKind.REASON, NoteValueKind.TEXT),
  REASON_NOT_KNOWN,
  BY_CENTRAL,
  ANSWERED_ABOUT_ANOTHER,
  NEVER_ANSWERED,
  CARD_NOT_KEPT,
  ACCOUNT_NOT_SHOWN(NoteJoin.LEADS),
  STATUS(NoteValueKind.TEXT),
  STATUS_DUE(NoteValueKind.TEXT, NoteValueKind.TEXT),

  // Renewals and holds.
  ASKED(NoteValueKind.MOMENT),
  CAME_TO_NOTHING(NoteValueKind.MOMENT, NoteValueKind.DUE),
  DUE_NOT_MOVED,
  RENEWAL_NOT_SENT,
  NOT_ON_LOAN,
  PLACING_UNKNOWN(NoteJoin.LEADS),

  // Returns and the book drop.
  HANDED_OVER(NoteValueKind.MOMENT),
  HANDED_IN_DOUBT,
  COUNTS_WHEN_REPORTED(NoteValueKind.MOMENT),
  LOAN_REPORTED_AFTER(NoteValueKind.MOMENT),
  ENDED_NO_LOAN,
  /// Sum charged, sum told to the patron, due date, versions of the calendar and of the policy.
  CHARGED_OTHERWISE(
      NoteValueKind.MONEY,
      NoteValueKind.MONEY,
      NoteValueKind.DAY,
      NoteValueKind.TEXT,
      NoteValueKind.TEXT),
  /// Sum charged, sum counted here, due date, day of the return, versions of the calendar and of
  /// the policy.
  CHARGED_UNLIKE_COUNTED(
      NoteValueKind.MONEY,
      NoteValueKind.MONEY,
      NoteValueKind.DAY,
      NoteValueKind.DAY,
      NoteValueKind.TEXT,
      NoteValueKind.TEXT),
  /// Sum told to the patron, moment of the return, due date, version of the newer rules, sum by the
  /// newer rules.
  FINE_LOWER(
      NoteValueKind.MONEY,
      NoteValueKind.MOMENT,
      NoteValueKind.DAY,
      NoteValueKind.TEXT,
      NoteValueKind.MONEY),
  /// Numbers of the missing parts of a set, and the number of all its parts.
  PART_MISSING(NoteValueKind.TEXT, NoteValueKind.TEXT),
  PARTS_MISSING(NoteValueKind.TEXT, NoteValueKind.TEXT),
  /// The station was off while it waited for the parts of a set.
  CUT_OFF(NoteJoin.ATTACHED),
  NOBODY_SAID,
  /// Time before the photo-eye, in milliseconds.
  BEFORE_THE_EYE(NoteJoin.ATTACHED, NoteValueKind.TEXT),
  /// Code for the part of an object that could be read.
  OBJECT_SIGN(NoteJoin.ATTACHED, NoteValueKind.TEXT),
  BIN_GONE(NoteValueKind.MOMENT, NoteValueKind.TEXT),

  // Payments.
  ASKED_FOR(NoteValueKind.MONEY, NoteValueKind.MOMENT),
  MONEY_TAKEN(NoteValueKind.MONEY, NoteValueKind.MOMENT, NoteValueKind.NUMBERS),
  TERMINAL_TOOK(NoteValueKind.MONEY, NoteValueKind.NUMBERS),
  TERMINAL_GAVE_BACK(NoteValueKind.MONEY, NoteValueKind.NUMBERS),
  /// Amount in the smallest unit, and the number of an unknown currency.
  TERMINAL_TOOK_UNITS(NoteValueKind.TEXT, NoteValueKind.TEXT, NoteValueKind.NUMBERS),
  TERMINAL_GAVE_BACK_UNITS(NoteValueKind.TEXT, NoteValueKind.TEXT, NoteValueKind.NUMBERS),
  TERMINAL_TOOK_NOTHING(NoteValueKind.NUMBERS),
  TERMINAL_NAMES_NO_SUM(NoteValueKind.NUMBERS),
  TAKING_UNKNOWN(NoteJoin.LEADS),
  GIVING_BACK_UNKNOWN(NoteJoin.LEADS),
  TERMINAL_NOT_GIVEN_BACK(NoteJoin.LEADS),
  TO_BE_GIVEN_BACK(NoteValueKind.MONEY),
  TERMINAL_NO_RECEIPT,
  TERMINAL_TOOK_NO_SUCH,
  TERMINAL_ANOTHER_LAST,
  TERMINAL_NONE_BEFORE,
  TERMINAL_NO_LAST,
  TERMINAL_LAST_AGAIN,
  TERMINAL_NOTES_GONE,
  TERMINAL_AT_IT,
  TERMINAL_AT_ANOTHER,
  TERMINAL_NOT_REGISTERED,
  TERMINAL_NO_RESULT,
  TERMINAL_BOTH,
  TERMINAL_BOTH_BACK,
  TERMINAL_NOT_REACHED,
  TERMINAL_NO_ANSWER,
  TERMINAL_LINE_BROKE,
  TERMINAL_NOT_ANSWERING,
  TERMINAL_SILENT,
  TERMINAL_NO_END,
  TERMINAL_TWO_RESULTS,
  TERMINAL_MESSAGE_CUT,
  TERMINAL_NOTES_UNREADABLE,
  TERMINAL_NOTE_GONE,
  TERMINAL_JUNK,
  TERMINAL_NOT_HEARD,
  TERMINAL_CHECKSUM,
  TERMINAL_MESSAGE_ENDLESS,
  TERMINAL_REMOVED,
  NOT_BOOKED_THERE,
  BOOKING_UNKNOWN(NoteJoin.LEADS),
  CUT_SHORT,
  ASKED_BEFORE,
  /// Why a terminal took nothing: the name of a refusal.
  TERMINAL_REFUSED(NoteValueKind.TEXT),
  ACCOUNT_NO_SUM,
  CHARGE_OPEN(NoteValueKind.TEXT, NoteValueKind.MONEY),
  OWED(NoteValueKind.MONEY, NoteValueKind.MONEY),
  /// Sum owed and sum of the charge before, then both sums now.
  OWED_OF_CHARGE(
      NoteValueKind.MONEY, NoteValueKind.MONEY, NoteValueKind.MONEY, NoteValueKind.MONEY),

  // Later checks of settled entries.
  DUE_MOVED(NoteValueKind.MOMENT, NoteValueKind.DUE, NoteValueKind.DUE),
  LOAN_AGAIN(NoteValueKind.MOMENT, NoteValueKind.DUE, NoteValueKind.DUE),
  RENEWAL_UNDONE(NoteValueKind.MOMENT, NoteValueKind.DUE),
  /// First and last moment, number of entries, items.
  RECORDS_LOST(NoteValueKind.MOMENT, NoteValueKind.MOMENT, NoteValueKind.TEXT, NoteValueKind.TEXT),
  AND_MORE(NoteJoin.ATTACHED, NoteValueKind.TEXT),
  /// Last sign of life, number of items that differ, number of items looked up.
  REST_DIFFERS(NoteValueKind.MOMENT, NoteValueKind.TEXT, NoteValueKind.TEXT),
  ITEM_NOT_KNOWN_THERE(NoteValueKind.TEXT),
  ITEM_LENT_HERE(NoteValueKind.TEXT, NoteValueKind.TEXT),
  ITEM_RETURNED_HERE(NoteValueKind.TEXT, NoteValueKind.TEXT),
  ITEM_DUE_DIFFERS(NoteValueKind.TEXT, NoteValueKind.TEXT, NoteValueKind.TEXT),

  // The journal itself.
  OLDER_JOURNAL,
  /// The person who goes on with an older journal, and why.
  OLDER_JOURNAL_RESUMED(NoteValueKind.TEXT, NoteValueKind.TEXT),
  PERHAPS_COPY,
  JOURNAL_BACK,
  JOURNAL_END_UNFINISHED,
  JOURNAL_MARKS_LOST,
  JOURNAL_MOVED_SINCE,
  JOURNAL_CARD_SHUT,
  ENTRIES_UNREADABLE(NoteValueKind.TEXT),
  MARKS_UNREADABLE(NoteValueKind.TEXT),
  AT_LEAST(NoteJoin.ATTACHED, NoteValueKind.TEXT),
  AMONG_THEM(NoteValueKind.TEXT),

  /// A code that a person can photograph, such as `T34`.
  CODE(NoteValueKind.CODE),
  /// Words of a device, the operating system or a person.
  TEXT(NoteValueKind.SAID),
  /// A note that this version cannot read, unchanged from the journal.
  UNKNOWN(NoteValueKind.TEXT);

  private final NoteJoin join;

  @SuppressWarnings("ImmutableEnumChecker") // A List.of.
  private final List<NoteValueKind> kinds;

  TaskNoteCode(NoteValueKind... kinds) {
    this(NoteJoin.APART, kinds);
  }

  TaskNoteCode(NoteJoin join, NoteValueKind... kinds) {
    this.join = join;
    this.kinds = List.of(kinds);
  }

  /// How this note joins other notes of the same task.
  public NoteJoin join() {
    return join;
  }

  /// The kind of each value, in order.
  public List<NoteValueKind> kinds() {
    return kinds;
  }

  /// How a note joins the notes before and after it.
  public enum NoteJoin {
    APART,
    /// The next note follows directly: `not booked: the card number is no longer kept`.
    LEADS,
    /// This note follows the previous note directly.
    ATTACHED
  }

  /// How a value is written, read and shown.
  public enum NoteValueKind {
    /// A moment as [TaskNote#moment] writes it.
    MOMENT,
    /// A local date and time; empty text if the central system sent none.
    DUE,
    /// A date; empty text if not known.
    DAY,
    /// A currency and a decimal sum, such as `HKD 9.99`; empty text for no sum.
    MONEY,
    /// The name of a [Refusal.RefusalReason].
    REASON,
    /// A receipt number, optionally followed by `trace` and `terminal`, each with its number.
    NUMBERS,
    /// A code of the station.
    CODE,
    /// Words of a device, the operating system or a person.
    SAID,
    /// A number, a name or a word of the central system, shown unchanged.
    TEXT
  }
}
