package org.libstation.simulation;

/// Planted bugs, each a real wiring of the same production classes.
public enum Bug {
  NONE(1),
  /// A client that asks again when no answer came.
  RESEND_ON_DOUBT(2),
  /// A worker that sends open asks again.
  RESEND_DECLINED_ASK(9),
  /// The intent is written once the answer is there.
  JOURNAL_AFTER_SEND(112),
  /// A refusal ends the fact.
  DELETE_ON_REFUSAL(1),
  /// A late return is reported whatever the look says.
  LATE_RETURN_WITHOUT_LOOK(216),
  /// The newest entry of an item goes first.
  LOAN_BEFORE_PENDING_RETURN(3),
  /// Entries are ordered by the wall clock.
  WALL_CLOCK_ORDER(337),
  /// Answers are not compared with what was asked.
  NO_ECHO_CHECK(12),
  /// Any difference of whole quarter hours from the central system's clock is taken for a zone.
  QUARTER_HOURS_BELIEVED(88),
  /// The loan date that is sent is taken for kept, and the library sets its own.
  LOAN_DATE_BELIEVED(1),
  /// A return at a pad is reported within the minute whatever the look says.
  PAD_WITHOUT_LOOK(1),
  /// Nobody asks how long the station rested before its start.
  REST_NOT_ASKED_ABOUT(1),
  /// What is settled is never looked at again.
  NO_SECOND_LOOK(1),
  /// The journal's high-water mark is written before the commit.
  MARK_BEFORE_COMMIT(18),
  /// What is open in an older journal is settled by itself.
  OLDER_SENT_ALONE(1),
  /// A missing journal is taken for a first start.
  MISSING_IS_FIRST(1),
  /// A payment that was not answered is reported again.
  MONEY_BOOKED_TWICE(5),
  /// The terminal is asked again when no answer came.
  MONEY_ASKED_AGAIN(3),
  /// What became of a payment in doubt is never looked for: it came to nothing.
  MONEY_NOT_LOOKED_FOR(4),
  /// The driver's notes are not on the disk.
  MONEY_NOTES_LOST(6),
  /// A payment that staff must look at is closed.
  MONEY_LINE_FORGOTTEN(1),
  /// A payment is written down once the terminal has answered.
  MONEY_WRITTEN_AFTER(6);

  private final int seed;

  Bug(int seed) {
    this.seed = seed;
  }

  /// Where the search for a day that catches it begins: the first that did when this was written.
  int firstSeed() {
    return seed;
  }
}
