package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.Arrays;
import org.libstation.device.CardProblem;
import org.libstation.device.DeviceClock;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;
import org.libstation.device.link.pcsc.CardFrame;
import org.libstation.device.link.pcsc.CardFrameParser;

/// Asks a reader one question after the other; the answer to another question is not taken for that
/// to this one.
final class CardTalk implements CardChannel {
  /// How long an answer is waited for.
  static final Duration ANSWER = Duration.ofMillis(600);

  /// What is odd or half is over after so long a silence.
  private static final Duration QUIET = Duration.ofMillis(100);

  /// More than this beside an answer is no answer.
  private static final int MOST_STRAY = 8192;

  private static final Duration SLICE = Duration.ofMillis(20);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);
  private static final WireBytes NO_CARD = WireBytes.of(0x63, 0x00);

  /// What became of a question.
  sealed interface CardAnswer {
    record CardFrameAnswer(CardFrame frame) implements CardAnswer {}

    /// Nothing came.
    record CardSilent() implements CardAnswer {}

    /// Something came, and no whole answer to this question.
    ///
    /// @param what in words
    record Odd(Oddity kind, String what) implements CardAnswer {}
  }

  /// What is odd about an answer.
  enum Oddity {
    /// It breaks off.
    HALF,
    /// Bytes in no frame.
    NOISE,
    /// The reader says that it understood us wrongly, or does not know the question.
    REFUSED,
    /// It bears another question's number.
    OTHER
  }

  private final ByteLink link;
  private final DeviceClock clock;
  private final CardFrameParser parser = new CardFrameParser();
  private final byte[] buffer = new byte[512];
  private int sequence;
  private int stray;

  CardTalk(ByteLink link, DeviceClock clock) {
    this.link = link;
    this.clock = clock;
  }

  CardAnswer ask(int type, WireBytes data) throws LinkLostException {
    sequence = (sequence + 1) & 0xFF;
    int power = type == CardFrame.POWER_ON ? 1 : 0;
    byte[] question = new CardFrame(type, sequence, power, data).bytes();
    link.write(question, WRITE_LIMIT);
    // It may hold a key.
    Arrays.fill(question, (byte) 0);
    Duration until = clock.monotonic().plus(ANSWER);
    CardAnswer odd = new CardAnswer.CardSilent();
    int most = stray + MOST_STRAY;
    while (clock.monotonic().compareTo(until) < 0 && stray <= most) {
      int count = link.read(buffer, SLICE);
      byte[] came = Arrays.copyOf(buffer, count);
      Arrays.fill(buffer, 0, count, (byte) 0);
      for (CardFrameParser.Parsed parsed : parser.take(came)) {
        switch (parsed) {
          case CardFrameParser.Parsed.WholeFrame(CardFrame frame) -> {
            if (frame.sequence() == sequence) {
              return new CardAnswer.CardFrameAnswer(frame);
            }
            odd = new CardAnswer.Odd(Oddity.OTHER, "the answer to another question");
          }
          case CardFrameParser.Parsed.FrameAcknowledgement(int status) -> {
            if (status != 0) {
              return new CardAnswer.Odd(
                  Oddity.REFUSED, "the reader understood it wrongly (%02X)".formatted(status));
            }
          }
          case CardFrameParser.Parsed.Junk(int bytes) -> {
            stray += bytes;
            odd = new CardAnswer.Odd(Oddity.NOISE, bytes + " bytes that are in no frame");
          }
        }
      }
      if (count > 0 && (parser.isBegun() || !(odd instanceof CardAnswer.CardSilent))) {
        Duration quiet = clock.monotonic().plus(QUIET);
        until = quiet.compareTo(until) < 0 ? quiet : until;
      }
    }
    return parser.reset() > 0 ? new CardAnswer.Odd(Oddity.HALF, "an answer that breaks off") : odd;
  }

  /// How many bytes came so far that are in no frame.
  int stray() {
    return stray;
  }

  CardAnswer exchange(WireBytes apdu) throws LinkLostException {
    return ask(CardFrame.EXCHANGE, apdu);
  }

  @Override
  public byte[] transmit(byte[] apdu) throws NotReadException, LinkLostException {
    if (!(exchange(WireBytes.of(apdu)) instanceof CardAnswer.CardFrameAnswer(CardFrame frame))
        || frame.data().length() < 2
        || frame.data().equals(NO_CARD)) {
      throw new NotReadException(
          CardProblem.TORN_AWAY, "it was taken away before it was read to its end");
    }
    return frame.data().toArray();
  }

  /// Switches the card off and on: it has to say anew who it is.
  void power() throws LinkLostException {
    CardAnswer _ = ask(CardFrame.POWER_OFF, WireBytes.of());
    CardAnswer _ = ask(CardFrame.POWER_ON, WireBytes.of());
  }
}
