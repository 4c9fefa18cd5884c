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

/// Asks a reader one question after the other. An answer to an earlier question is not mistaken for
/// the current one.
final class CardTalk implements CardChannel {
  /// How long to wait for an answer.
  static final Duration ANSWER = Duration.ofMillis(600);

  /// A silence this long ends an unexpected or incomplete answer.
  private static final Duration QUIET = Duration.ofMillis(100);

  /// More stray bytes than this end the wait for an answer.
  private static final int MOST_STRAY = 8192;

  private static final Duration SLICE = Duration.ofMillis(20);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);
  private static final WireBytes NO_CARD = WireBytes.of(0x63, 0x00);

  /// The result of a question.
  sealed interface CardAnswer {
    record CardFrameAnswer(CardFrame frame) implements CardAnswer {}

    /// Nothing was received.
    record CardSilent() implements CardAnswer {}

    /// Something was received, but no whole answer to this question.
    ///
    /// @param what the reason in words
    record Odd(Oddity kind, String what) implements CardAnswer {}
  }

  /// What is wrong with an answer.
  enum Oddity {
    /// It breaks off.
    HALF,
    /// It has bytes that are in no frame.
    NOISE,
    /// The reader received the question damaged, or does not know it.
    REFUSED,
    /// It has the number of another question.
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

  /// Sends a frame to the reader and waits for its answer.
  CardAnswer ask(int type, WireBytes data) throws LinkLostException {
    sequence = (sequence + 1) & 0xFF;
    int power = type == CardFrame.POWER_ON ? 1 : 0;
    byte[] question = new CardFrame(type, sequence, power, data).bytes();
    link.write(question, WRITE_LIMIT);
    // The question may contain a key.
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

  /// Sends an APDU to the card and waits for its answer.
  CardAnswer exchange(WireBytes apdu) throws LinkLostException {
    return ask(CardFrame.EXCHANGE, apdu);
  }

  @Override
  public byte[] transmit(byte[] apdu) throws NotReadException, LinkLostException {
    if (!(exchange(WireBytes.of(apdu)) instanceof CardAnswer.CardFrameAnswer(CardFrame frame))
        || frame.data().length() < 2
        || frame.data().equals(NO_CARD)) {
      throw new NotReadException(
          CardProblem.TORN_AWAY, "the card was taken away before it was read completely");
    }
    return frame.data().toArray();
  }

  /// Switches the card off and on, so that it must identify itself again.
  void power() throws LinkLostException {
    CardAnswer _ = ask(CardFrame.POWER_OFF, WireBytes.of());
    CardAnswer _ = ask(CardFrame.POWER_ON, WireBytes.of());
  }
}
