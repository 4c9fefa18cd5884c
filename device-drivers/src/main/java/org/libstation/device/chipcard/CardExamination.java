package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.device.CardProblem;
import org.libstation.device.DeviceClock;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamStopped;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Found;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.WireBytes;

/// Asks a reader for its identity, and reads the card that lies on it, if there is one. The result
/// contains nothing of the card's data.
final class CardExamination implements Examination {
  private static final WireBytes WHO = WireBytes.of(0xFF, 0xCA, 0x00, 0x00, 0x00);
  private static final WireBytes FIRMWARE = WireBytes.of(0xFF, 0x00, 0x48, 0x00, 0x00);
  private static final int QUESTIONS = 3;
  private static final int READS = 3;

  private final CardRecipe recipe;

  CardExamination(CardRecipe recipe) {
    this.recipe = recipe;
  }

  @Override
  public Examined run(LinkOpener opener, DeviceClock clock, ExamWishes wishes)
      throws LinkLostException {
    try (ByteLink link = opener.open()) {
      CardTalk talk = new CardTalk(link, clock);
      LineTally tally = new LineTally();
      String identity = "";
      for (int i = 0; i < QUESTIONS; i++) {
        identity = asked(talk, FIRMWARE, tally, clock).map(ReaderIdentity::of).orElse(identity);
      }
      Optional<Found> card = Optional.empty();
      if (tally.anyAnswer()) {
        boolean lay = false;
        for (int i = 0; i < READS && card.isEmpty(); i++) {
          Optional<ChipCardReader.CardPresence> there =
              asked(talk, WHO, tally, clock).map(ChipCardReader::lying);
          boolean gone =
              there.isPresent() && there.get() instanceof ChipCardReader.CardPresence.NoCard;
          if (gone && lay) {
            card = Optional.of(Found.of(DeviceFault.CARD_TORN));
          } else if (there.isPresent() && !gone) {
            lay = true;
            card = card(talk, there.get(), tally, clock);
          }
        }
      }
      return tally.end(identity, new ArrayList<>(card.stream().toList()), List.of());
    }
  }

  private static Optional<WireBytes> asked(
      CardTalk talk, WireBytes question, LineTally tally, DeviceClock clock)
      throws LinkLostException {
    if (Thread.interrupted()) {
      throw new ExamStopped();
    }
    tally.asked();
    Duration begun = clock.monotonic();
    int stray = talk.stray();
    switch (talk.exchange(question)) {
      case CardTalk.CardAnswer.CardFrameAnswer said -> {
        tally.answered(clock.monotonic().minus(begun));
        if (talk.stray() > stray) {
          tally.odd(DeviceFault.NOISE, talk.stray() - stray + " bytes that are in no frame");
        }
        return Optional.of(said.frame().data());
      }
      case CardTalk.CardAnswer.CardSilent _ -> tally.odd(DeviceFault.UNANSWERED);
      case CardTalk.CardAnswer.Odd(CardTalk.Oddity kind, String what) ->
          tally.odd(named(kind), what);
    }
    return Optional.empty();
  }

  private static DeviceFault named(CardTalk.Oddity kind) {
    return switch (kind) {
      case HALF -> DeviceFault.BROKEN_OFF;
      case NOISE -> DeviceFault.NOISE;
      case REFUSED -> DeviceFault.REFUSED;
      case OTHER -> DeviceFault.OTHER_ANSWER;
    };
  }

  private Optional<Found> card(
      CardTalk talk, ChipCardReader.CardPresence there, LineTally tally, DeviceClock clock)
      throws LinkLostException {
    if (!(there instanceof ChipCardReader.CardPresence.LyingCard(WireBytes uid))) {
      return Optional.of(Found.of(DeviceFault.TWO_CARDS));
    }
    boolean random = ChipCardReader.isRandom(uid.toArray());
    if (random && recipe.isUid()) {
      return Optional.of(Found.of(DeviceFault.RANDOM_NUMBER));
    }
    try {
      byte[] _ = recipe.read(talk, uid.toArray());
    } catch (NotReadException e) {
      return Optional.of(
          Found.of(
              e.problem() == CardProblem.TORN_AWAY
                  ? DeviceFault.CARD_TORN
                  : DeviceFault.CARD_NOT_OURS,
              String.valueOf(e.getMessage())));
    }
    talk.power();
    Optional<ChipCardReader.CardPresence> again =
        asked(talk, WHO, tally, clock).map(ChipCardReader::lying);
    if (again.isEmpty() || again.get().equals(there) || random) {
      return Optional.empty();
    }
    return Optional.of(
        Found.of(
            again.get() instanceof ChipCardReader.CardPresence.LyingCard
                ? DeviceFault.TWO_CARDS
                : DeviceFault.CARD_TORN));
  }
}
