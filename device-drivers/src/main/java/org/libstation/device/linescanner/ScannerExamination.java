package org.libstation.device.linescanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.DeviceClock;
import org.libstation.device.exam.Ailment;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.Hands;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.WireBytes;

/// Examines a scanner: asks it where its maker has a question, and reads the test code where a hand
/// holds it before the scanner.
final class ScannerExamination implements Examination {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMillis(1500);
  private static final Duration QUIET = Duration.ofMillis(200);

  /// A scan that is sent again comes within this.
  private static final Duration AGAIN = Duration.ofMillis(500);

  private static final int QUESTIONS = 3;
  private static final int BABBLE = 512;

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
      boolean holds = !babbles && wishes.hands().asked(Hands.Act.HOLD_CODE);
      if (holds) {
        boolean mute = commands.answers() && !tally.anyAnswer();
        Optional<Found> scan = scan(talk, wishes);
        wishes.hands().over(Hands.Act.HOLD_CODE);
        if (mute && scan.filter(it -> it.ailment() == Ailment.NOTHING_READ).isEmpty()) {
          scan.ifPresent(found::add);
          found.add(Found.of(Ailment.READS_UNASKED));
          return new LineTally().end("", found, List.of());
        }
        if (!mute) {
          scan.ifPresent(found::add);
        }
      }
      if (babbles) {
        return new LineTally().end("", List.of(Found.of(Ailment.BABBLE)), List.of());
      }
      return tally.end(
          tally.anyAnswer() ? commands.maker() : "",
          found,
          holds ? List.of() : List.of(Hands.Act.HOLD_CODE));
    }
  }

  /// @return whether it sends without an end
  private boolean asked(ExamTalk talk, LineTally tally) throws LinkLostException {
    if (!commands.answers()) {
      return talk.listen(QUIET, QUIET, came -> came.length > BABBLE).length > BABBLE;
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
          tally.odd(Ailment.LATE);
        }
      }
      if (came.length > BABBLE) {
        return true;
      }
      if (endsWith(came, ends)) {
        tally.answered(talk.now().minus(begun));
      } else if (came.length == 0) {
        tally.odd(Ailment.UNANSWERED);
      } else {
        boolean ended = came[came.length - 1] == ends[ends.length - 1];
        tally.odd(ended ? Ailment.REFUSED : Ailment.BROKEN_OFF);
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
    byte[] came = talk.listen(wishes.patience(), AGAIN, bytes -> bytes.length > BABBLE);
    if (commands.stop().length() > 0) {
      talk.send(commands.stop().toArray());
    }
    return judge(came, wishes.testCode());
  }

  private Optional<Found> judge(byte[] came, String code) {
    if (came.length == 0) {
      return Optional.of(Found.of(Ailment.NOTHING_READ));
    }
    if (came.length > BABBLE) {
      return Optional.of(Found.of(Ailment.BABBLE));
    }
    String raw = new String(came, StandardCharsets.ISO_8859_1);
    if (raw.chars().anyMatch(c -> c >= 0x80)) {
      return Optional.of(Found.of(Ailment.WRONG_SPEED));
    }
    List<String> texts = new ArrayList<>();
    ScanFramer framer =
        new ScanFramer(new ScanFramer.Settings(prefix, suffix, BABBLE, QUIET, false));
    for (ScanFramer.Framed framed : framer.take(came, came.length, Duration.ZERO)) {
      if (framed instanceof ScanFramer.Framed.Text(String text, String _)) {
        texts.add(withoutAim(text));
      }
    }
    if (texts.isEmpty()) {
      return Optional.of(Found.of(Ailment.SCAN_BROKEN_OFF));
    }
    long right = texts.stream().filter(code::equals).count();
    if (right > 1) {
      return Optional.of(new Found(Ailment.SCAN_REPEATED, texts.size(), 1, ""));
    }
    if (right == 1) {
      return Optional.empty();
    }
    String read = texts.getFirst();
    boolean lost = code.length() > read.length() && code.endsWith(read);
    return Optional.of(
        lost
            ? Found.of(Ailment.SCAN_LOST_START)
            : new Found(Ailment.MISREAD, wrong(read, code), code.length(), ""));
  }

  private static int wrong(String read, String code) {
    int wrong = Math.abs(read.length() - code.length());
    for (int i = 0; i < Math.min(read.length(), code.length()); i++) {
      wrong += read.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return wrong;
  }

  private static String withoutAim(String text) {
    return text.matches("\\][A-Za-z][0-9].*") ? text.substring(3) : text;
  }
}
