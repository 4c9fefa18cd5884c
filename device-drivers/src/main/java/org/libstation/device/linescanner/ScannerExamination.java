package org.libstation.device.linescanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.libstation.device.link.WireBytes;

/// Examines a scanner: asks the question of its make, if there is one, and reads the test code that
/// a person holds before it.
final class ScannerExamination implements Examination {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMillis(1500);
  private static final Duration QUIET = Duration.ofMillis(200);

  /// A repeated scan comes within this time.
  private static final Duration AGAIN = Duration.ofMillis(500);

  private static final int QUESTIONS = 3;

  private final ScannerCommands commands;
  private final String prefix;
  private final String suffix;

  ScannerExamination(ScannerCommands commands, String prefix, String suffix) {
    this.commands = commands;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk talk = new ExamTalk(opener.open(), clock)) {
      LineTally tally = new LineTally();
      List<Found> found = new ArrayList<>();
      boolean babbles = asked(talk, tally);
      boolean holds = !babbles && wishes.hands().asked(Examiner.ExaminerAct.HOLD_CODE);
      if (holds) {
        boolean mute = commands.answers() && !tally.anyAnswer();
        Optional<Found> scan = scan(talk, wishes);
        wishes.hands().over(Examiner.ExaminerAct.HOLD_CODE);
        if (mute && scan.filter(it -> it.fault() == DeviceFault.NOTHING_READ).isEmpty()) {
          scan.ifPresent(found::add);
          found.add(Found.of(DeviceFault.READS_UNASKED));
          return new LineTally().end("", found, List.of());
        }
        if (!mute) {
          scan.ifPresent(found::add);
        }
      }
      if (babbles) {
        return new LineTally().end("", List.of(Found.of(DeviceFault.BABBLE)), List.of());
      }
      return tally.end(
          tally.anyAnswer() ? commands.maker() : "",
          found,
          holds ? List.of() : List.of(Examiner.ExaminerAct.HOLD_CODE));
    }
  }

  /// @return whether the scanner sends without end
  private boolean asked(ExamTalk talk, LineTally tally) throws LinkLostException {
    if (!commands.answers()) {
      return ScanVerdict.isBabble(talk.listen(QUIET, QUIET, ScanVerdict::isBabble));
    }
    byte[] ends = commands.answerEnds().toArray();
    for (int i = 0; i < QUESTIONS; i++) {
      tally.asked();
      Duration begun = talk.now();
      talk.send(commands.probe().toArray());
      byte[] came = talk.listen(ANSWER, QUIET, bytes -> endsWith(bytes, ends));
      if (came.length == 0) {
        came = talk.listen(LATER, QUIET, bytes -> endsWith(bytes, ends));
        if (came.length > 0) {
          tally.odd(DeviceFault.LATE);
        }
      }
      if (ScanVerdict.isBabble(came)) {
        return true;
      }
      if (endsWith(came, ends)) {
        tally.answered(talk.now().minus(begun));
      } else if (came.length == 0) {
        tally.odd(DeviceFault.UNANSWERED);
      } else {
        boolean ended = came[came.length - 1] == ends[ends.length - 1];
        tally.odd(ended ? DeviceFault.REFUSED : DeviceFault.BROKEN_OFF);
      }
    }
    return false;
  }

  private static boolean endsWith(byte[] came, byte[] ends) {
    return came.length >= ends.length
        && WireBytes.of(came).from(came.length - ends.length).equals(WireBytes.of(ends));
  }

  private Optional<Found> scan(ExamTalk talk, ExamWishes wishes) throws LinkLostException {
    if (commands.start().length() > 0) {
      talk.send(commands.start().toArray());
    }
    byte[] came = talk.listen(wishes.patience(), AGAIN, ScanVerdict::isBabble);
    if (commands.stop().length() > 0) {
      talk.send(commands.stop().toArray());
    }
    return new ScanVerdict(prefix, suffix).told(came, wishes);
  }
}
