package org.libstation.device.exam;

import java.time.Duration;
import java.util.Optional;
import org.libstation.device.TagUid;

/// What an examination may do.
///
/// @param testTag a tag kept for tests; it is written to and then restored; empty = no tag is
///   written to
/// @param print whether a test slip may be printed
/// @param testCode the content of the barcode that a person presents to a scanner
/// @param hands the person who helps, or [Examiner#NONE]
/// @param patience longest wait for the person
/// @param calibrate whether the level sensor is measured over an empty and a full bin
public record ExamWishes(
    Optional<TagUid> testTag,
    boolean print,
    String testCode,
    Examiner hands,
    Duration patience,
    boolean calibrate) {

  /// The text of a printed test code, if there is no screen. It contains letters, digits and a
  /// sign, and is no real number.
  public static final String TEST_CODE = "LS-TEST-4711";

  /// No person helps, and nothing is moved, printed or written.
  public static ExamWishes harmless() {
    return new ExamWishes(
        Optional.empty(), false, TEST_CODE, Examiner.NONE, Duration.ofSeconds(8), false);
  }
}
