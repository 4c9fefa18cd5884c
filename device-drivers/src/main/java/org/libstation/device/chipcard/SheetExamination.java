package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/// Examines a reader that a [ReaderSheet] describes. A reader that is polled is asked for a card.
/// Any other reader is listened to, first without a card and then while a person lays one down. The
/// result contains nothing of a card's data.
record SheetExamination(ReaderSheet sheet, NumberForm form) implements Examination {
  private static final Duration ANSWER = Duration.ofMillis(800);
  private static final Duration QUIET = Duration.ofMillis(200);

  /// A reader that repeats a card's number does so within this time.
  private static final Duration AGAIN = Duration.ofMillis(500);

  private static final int QUESTIONS = 4;

  /// What was received within a time.
  ///
  /// @param strays bytes outside frames
  /// @param broken whether the last frame breaks off
  private record SheetReply(
      int bytes, List<ReaderSheet.ReaderMessage> said, int strays, boolean broken) {
    /// What is wrong with the bytes, apart from their meaning.
    Optional<Found> wrong() {
      if (broken) {
        return Optional.of(Found.of(DeviceFault.BROKEN_OFF));
      }
      return strays == 0
          ? Optional.empty()
          : Optional.of(Found.of(DeviceFault.NOISE, strays + " bytes that are in no frame"));
    }

    List<WireBytes> cards() {
      return said.stream()
          .flatMap(
              each ->
                  each instanceof ReaderSheet.ReaderMessage.CardReported(WireBytes number)
                      ? Stream.of(number)
                      : Stream.empty())
          .toList();
    }
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ExamTalk talk = new ExamTalk(opener.open(), clock)) {
      return sheet.isAsked() ? asked(talk) : listened(talk, wishes);
    }
  }

  /// @param frames the wait ends as soon as this many frames are whole
  private SheetReply heard(ExamTalk talk, Duration first, int frames) throws LinkLostException {
    byte[] came =
        talk.listen(
            first,
            frames > 1 ? AGAIN : QUIET,
            bytes -> parsed(bytes).said().size() >= frames || ScanVerdict.isBabble(bytes));
    SheetReply heard = parsed(came);
    Arrays.fill(came, (byte) 0);
    return heard;
  }

  private SheetReply parsed(byte[] came) {
    SheetFrames parser = new SheetFrames(sheet.frame());
    List<ReaderSheet.ReaderMessage> said =
        parser.take(came, came.length).stream().map(sheet::said).toList();
    return new SheetReply(came.length, said, parser.takeStrays(), parser.isBegun());
  }

  private Examined asked(ExamTalk talk) throws LinkLostException {
    LineTally tally = new LineTally();
    if (sheet.init().length() > 0) {
      talk.send(sheet.init().toArray());
      heard(talk, QUIET, 1)
          .wrong()
          .ifPresent(
              it -> {
                tally.asked();
                tally.odd(it.fault(), it.detail());
              });
    }
    List<WireBytes> lay = new ArrayList<>();
    boolean torn = false;
    for (int i = 0; i < QUESTIONS; i++) {
      tally.asked();
      Duration begun = talk.now();
      talk.send(sheet.poll().toArray());
      SheetReply heard = heard(talk, ANSWER, 1);
      lay.addAll(heard.cards());
      boolean none = heard.said().contains(new ReaderSheet.ReaderMessage.NoCardReported());
      torn |= none && !lay.isEmpty();
      if (none || !heard.cards().isEmpty()) {
        tally.answered(talk.now().minus(begun));
        heard.wrong().ifPresent(it -> tally.odd(it.fault(), it.detail()));
      } else if (heard.bytes() == 0) {
        tally.odd(DeviceFault.UNANSWERED);
      } else if (heard.said().isEmpty()) {
        heard.wrong().ifPresent(it -> tally.odd(it.fault(), it.detail()));
      } else {
        tally.odd(DeviceFault.OTHER_ANSWER);
      }
    }
    List<Found> found = new ArrayList<>(card(lay).stream().toList());
    if (found.isEmpty() && torn) {
      found.add(Found.of(DeviceFault.CARD_TORN));
    }
    return tally.end(tally.anyAnswer() ? sheet.maker() : "", found, List.of());
  }

  private Examined listened(ExamTalk talk, ExamWishes wishes) throws LinkLostException {
    List<Found> found = new ArrayList<>();
    SheetReply unasked = heard(talk, QUIET, 1);
    unasked.wrong().ifPresent(found::add);
    boolean lays = found.isEmpty() && wishes.hands().asked(Examiner.ExaminerAct.LAY_CARD);
    if (lays) {
      SheetReply heard = heard(talk, wishes.patience(), 2);
      heard.wrong().ifPresent(found::add);
      card(heard.cards()).ifPresent(found::add);
      if (heard.bytes() == 0) {
        found.add(Found.of(DeviceFault.NO_CARD_READ));
      }
      wishes.hands().over(Examiner.ExaminerAct.LAY_CARD);
    }
    return new LineTally()
        .end(sheet.maker(), found, lays ? List.of() : List.of(Examiner.ExaminerAct.LAY_CARD));
  }

  /// What is wrong with the cards that lie there.
  private Optional<Found> card(List<WireBytes> lay) {
    if (lay.stream().anyMatch(each -> ChipCardReader.isRandom(each.toArray()))) {
      return Optional.of(Found.of(DeviceFault.RANDOM_NUMBER));
    }
    if (lay.stream().distinct().count() > 1) {
      return Optional.of(Found.of(DeviceFault.TWO_CARDS));
    }
    return lay.stream().anyMatch(each -> form.of(each.toArray()).isEmpty())
        ? Optional.of(
            Found.of(DeviceFault.CARD_NOT_OURS, "the card gives no number in the form that is set"))
        : Optional.empty();
  }
}
