package org.libstation.device.exam;

import java.time.Duration;
import java.util.Optional;
import org.libstation.device.TagUid;

/// What an examination may do.
///
/// @param testTag a tag kept for tests: it is written to, and put back as it was; empty = no tag is
///   written to
/// @param print whether a test slip may be printed
/// @param testCode what the barcode that is held before a scanner says
/// @param hands who is there to help
/// @param patience how long a hand is waited for
/// @param calibrate whether the level sensor is measured over an empty and a full bin
public record ExamWishes(
    Optional<TagUid> testTag,
    boolean print,
    String testCode,
    Examiner hands,
    Duration patience,
    boolean calibrate) {

  /// The text of a printed test code, where there is no screen: letters, digits and a sign, and
  /// nobody's number.
  public static final String TEST_CODE = "LS-TEST-4711";

  /// Nobody is there and nothing is moved, printed or written.
  public static ExamWishes harmless() {
    return new ExamWishes(
        Optional.empty(), false, TEST_CODE, Examiner.NONE, Duration.ofSeconds(8), false);
  }
}
