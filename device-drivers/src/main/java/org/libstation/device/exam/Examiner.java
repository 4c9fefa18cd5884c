package org.libstation.device.exam;

/// A person beside the device, or nobody.
public interface Examiner {

  /// What a person can be asked for.
  enum ExaminerAct {
    /// Hold the test code ([ExamWishes#testCode()]) before the scanner.
    HOLD_CODE,
    /// Hold a hand before the drop's photo-eye, then take it away.
    BREAK_BEAM,
    /// Hold a book under the level sensor, then take it away.
    COVER_LEVEL,
    /// Lay the test tag on the pad.
    LAY_TEST_TAG,
    /// Lay a card on the reader, then take it away.
    LAY_CARD,
    /// Look at the test print.
    PRINT,
    /// Lay tags on the pad and lift them: what it sees is shown. Ends when they say so.
    WATCH_FIELD,
    /// Move flap, door and bin: what the inputs say is shown. Ends when they say so.
    WATCH_DROP,
    /// Take everything out of the bin, then say so.
    EMPTY_BIN,
    /// Hold something where a full bin ends, then say so.
    FILL_BIN
  }

  /// Asks for it.
  ///
  /// @return false when nobody will do it: that part is left out
  boolean asked(ExaminerAct act);

  /// It was seen, or waited for in vain.
  void over(ExaminerAct act);

  /// Whether they say that it is done; asked again and again.
  default boolean ready(ExaminerAct act) {
    return true;
  }

  /// Shows them what is measured.
  default void sees(Measurement sight) {}

  /// Whether anybody is there at all.
  default boolean isThere() {
    return true;
  }

  /// Nobody is there.
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
