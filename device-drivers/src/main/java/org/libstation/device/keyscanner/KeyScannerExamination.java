package org.libstation.device.keyscanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.DeviceClock;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Examiner;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.exam.ScanVerdict;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Examines a scanner that types: whether it is silent while nobody scans, and whether it types the
/// test code that a person holds before it. The scanner cannot be asked anything.
///
/// @param identity what the scanner is, for the report
record KeyScannerExamination(String identity, KeystrokeDecoder typing, ScanVerdict verdict)
    implements Examination {
  private static final Duration QUIET = Duration.ofMillis(200);

  /// A repeated scan comes within this time.
  private static final Duration AGAIN = Duration.ofMillis(500);

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk talk = new ExamTalk(new TypedLink(opener.open(), typing), clock)) {
      byte[] unasked = talk.listen(QUIET, QUIET, ScanVerdict::isBabble);
      if (ScanVerdict.isBabble(unasked)) {
        return new LineTally().end("", List.of(Found.of(DeviceFault.BABBLE)), List.of());
      }
      boolean holds = wishes.hands().asked(Examiner.ExaminerAct.HOLD_CODE);
      List<Found> found = new ArrayList<>();
      if (holds) {
        byte[] came = talk.listen(wishes.patience(), AGAIN, ScanVerdict::isBabble);
        verdict.told(came, wishes).ifPresent(found::add);
        wishes.hands().over(Examiner.ExaminerAct.HOLD_CODE);
      }
      return new LineTally()
          .end(identity, found, holds ? List.of() : List.of(Examiner.ExaminerAct.HOLD_CODE));
    }
  }
}
