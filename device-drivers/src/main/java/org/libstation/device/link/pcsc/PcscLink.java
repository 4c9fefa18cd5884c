package org.libstation.device.link.pcsc;

import java.time.Duration;
import java.util.Arrays;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// A reader behind PC/SC that answers [CardFrame]s like a reader on a serial line.
///
/// Only the question for a card's number ([#WHO]) and [CardFrame#POWER_ON] connect to a card. Once
/// the card is removed, every other question is answered by *no card* until then. So work begun
/// with one card never continues with the next.
final class PcscLink implements ByteLink {
  /// `FF CA 00 00 00`: asks for the card's number (PC/SC Part 3, 3.2.2.1.3).
  static final WireBytes WHO = WireBytes.of(0xFF, 0xCA, 0x00, 0x00, 0x00);

  /// Asks what the reader is. This class answers with the reader's name, as a reader on a line
  /// answers with its own.
  static final WireBytes FIRMWARE = WireBytes.of(0xFF, 0x00, 0x48, 0x00, 0x00);

  /// *No information*: no card is there.
  static final WireBytes NO_CARD = WireBytes.of(0x63, 0x00);

  /// *Execution error*: a card lies there but does not answer.
  static final WireBytes MUTE = WireBytes.of(0x64, 0x00);

  private static final int NO_CARD_THERE = 0x42;
  private static final byte[] TAKEN = {CardFrame.START, 0, 0, CardFrame.END};

  private final Winscard calls;
  private final long context;
  private final String reader;
  private final CardFrameParser parser = new CardFrameParser();
  private final long[] card = new long[1];
  private final long[] protocol = new long[1];
  private byte[] pending = new byte[0];
  private boolean connected;
  private long known;
  private boolean closed;

  PcscLink(Winscard calls, long context, String reader) throws LinkLostException {
    this.calls = calls;
    this.context = context;
    this.reader = reader;
    this.known = calls.state(context, reader, 0, 0);
  }

  @Override
  public synchronized int read(byte[] buffer, Duration timeout) throws LinkLostException {
    check();
    if (pending.length == 0) {
      known = calls.state(context, reader, known, timeout.toMillis());
      return 0;
    }
    int count = Math.min(pending.length, buffer.length);
    System.arraycopy(pending, 0, buffer, 0, count);
    byte[] rest = Arrays.copyOfRange(pending, count, pending.length);
    Arrays.fill(pending, (byte) 0);
    pending = rest;
    return count;
  }

  @Override
  public synchronized void write(byte[] bytes, Duration deadline) throws LinkLostException {
    check();
    for (CardFrameParser.Parsed parsed : parser.take(bytes)) {
      switch (parsed) {
        case CardFrameParser.Parsed.WholeFrame(CardFrame frame) -> {
          answer(TAKEN);
          answer(answer(frame).bytes());
        }
        case CardFrameParser.Parsed.FrameAcknowledgement _, CardFrameParser.Parsed.Junk _ ->
            answer(new byte[] {CardFrame.START, (byte) 0xFF, (byte) 0xFF, CardFrame.END});
      }
    }
  }

  private void check() throws LinkLostException {
    if (closed) {
      throw new LinkLostException("the connection to the reader was closed");
    }
  }

  private void answer(byte[] bytes) {
    byte[] both = Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, both, pending.length, bytes.length);
    pending = both;
  }

  private CardFrame answer(CardFrame asked) throws LinkLostException {
    return switch (asked.type()) {
      case CardFrame.POWER_ON -> {
        boolean there = connected || connect();
        yield said(CardFrame.DATA, asked, there ? 0 : NO_CARD_THERE, WireBytes.of());
      }
      case CardFrame.POWER_OFF -> {
        disconnect();
        yield said(CardFrame.SLOT_STATUS, asked, 1, WireBytes.of());
      }
      case CardFrame.EXCHANGE -> said(CardFrame.DATA, asked, 0, exchange(asked.data()));
      // CMD_NOT_SUPPORTED, failed.
      default -> said(CardFrame.SLOT_STATUS, asked, 0x40, WireBytes.of());
    };
  }

  private static CardFrame said(int type, CardFrame asked, int status, WireBytes data) {
    return new CardFrame(type, asked.sequence(), status, data);
  }

  private WireBytes exchange(WireBytes apdu) throws LinkLostException {
    if (apdu.equals(FIRMWARE)) {
      byte[] name = reader.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return WireBytes.of(Arrays.copyOf(name, Math.min(name.length, CardFrame.LONGEST)));
    }
    if (!connected && !(apdu.equals(WHO) && connect())) {
      return (known & Winscard.STATE_MUTE) == 0 ? NO_CARD : MUTE;
    }
    byte[] answer = new byte[CardFrame.LONGEST];
    int[] length = new int[1];
    long code = calls.transmit(card[0], protocol[0], apdu.toArray(), answer, length);
    if (code == Winscard.OK) {
      WireBytes came = WireBytes.of(Arrays.copyOf(answer, length[0]));
      Arrays.fill(answer, (byte) 0);
      return came;
    }
    disconnect();
    if (!Winscard.isOfCard(code)) {
      Winscard.check(reader, code);
    }
    return NO_CARD;
  }

  private boolean connect() throws LinkLostException {
    known = calls.state(context, reader, 0, 0);
    if ((known & Winscard.STATE_PRESENT) == 0) {
      return false;
    }
    long code = calls.connect(context, reader, card, protocol);
    if (code != Winscard.OK && !Winscard.isOfCard(code)) {
      Winscard.check(reader, code);
    }
    connected = code == Winscard.OK;
    return connected;
  }

  private void disconnect() {
    if (connected) {
      connected = false;
      calls.disconnect(card[0]);
    }
  }

  @Override
  public void close() {
    calls.cancel(context);
    synchronized (this) {
      if (!closed) {
        closed = true;
        disconnect();
        Arrays.fill(pending, (byte) 0);
        calls.release(context);
      }
    }
  }
}
