package org.libstation.device.exam;

/// A person who helps at the device, or [#NONE].
public interface Examiner {

  /// What a person can be asked to do.
  enum ExaminerAct {
    /// Hold the test code ([ExamWishes#testCode()]) before the scanner.
    HOLD_CODE,
    /// Hold a hand in front of the drop's photo-eye, then take it away.
    BREAK_BEAM,
    /// Hold a book under the level sensor, then take it away.
    COVER_LEVEL,
    /// Lay the test tag on the pad.
    LAY_TEST_TAG,
    /// Lay a card on the reader, then take it away.
    LAY_CARD,
    /// Look at the test print.
    PRINT,
    /// Lay tags on the pad and lift them, while the reader's view is shown. Ends when the person
    /// says so.
    WATCH_FIELD,
    /// Move flap, door and bin, while the inputs' states are shown. Ends when the person says so.
    WATCH_DROP,
    /// Take everything out of the bin, then confirm.
    EMPTY_BIN,
    /// Hold an object at the height of a full bin, then confirm.
    FILL_BIN
  }

  /// Asks the person for an act.
  ///
  /// @return false when no person will do it; that part is then left out
  boolean asked(ExaminerAct act);

  /// Ends the request for an act: its effect was seen, or the wait was in vain.
  void over(ExaminerAct act);

  /// Whether the person confirms that the act is done. Polled repeatedly.
  default boolean ready(ExaminerAct act) {
    return true;
  }

  /// Shows a measurement to the person.
  default void sees(Measurement sight) {}

  /// Whether a person is there at all.
  default boolean isThere() {
    return true;
  }

  /// Stands for no person.
  Examiner NONE =
      new Examiner() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public boolean asked(ExaminerAct act) {
          return false;
        }

        @Override
        public void over(ExaminerAct act) {}
      };
}
