package org.libstation.device.chipcard.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.WireBytes;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.CodeScanner;

/// A simulated card reader on a serial line. It takes APDUs in frames, as ACS' ACR122S does, and
/// answers for the card that lies on it.
///
/// Written from the maker's manual alone; shares no code with the driver.
public final class ChipReaderTwin implements CodeScanner, CardSurface {
  private static final String FIRMWARE = "ACR122S102";
  private static final byte[] NO_CARD = {0x63, 0x00};
  private static final byte[] MUTE = {0x64, 0x00};

  /// A card that is held there by hand is lifted after this many questions for its number.
  private static final int HELD = 6;

  private static final int SHORTEST = 13;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream in = new ByteArrayOutputStream();
  private final TwinFaults<CardReaderFault> faults = new TwinFaults<>(CardReaderFault.class);
  private @Nullable ChipCard card;
  private int held = Integer.MAX_VALUE;
  private int powered;
  private int asked;
  private int torn = -1;

  /// Lays a card on the reader, in place of another.
  public synchronized void lay(ChipCard laid) {
    card = laid;
    held = Integer.MAX_VALUE;
  }

  @Override
  public synchronized void lay(String uid) {
    lay(UidCard.of(uid));
  }

  @Override
  public synchronized void lift() {
    card = null;
  }

  /// How often a card was asked anything, including its number.
  public synchronized int asked() {
    return asked;
  }

  /// Holds a card before the reader for a moment.
  ///
  /// @param data the card's number as hex; any other text stands for the number made of its bytes
  @Override
  public synchronized boolean scan(String data) {
    if (faults.has(CardReaderFault.OFF)) {
      return false;
    }
    boolean hex = data.matches("([0-9A-Fa-f]{8}|[0-9A-Fa-f]{14}|[0-9A-Fa-f]{16})");
    byte[] uid =
        hex ? ChipCard.bytes(data) : Arrays.copyOf(data.getBytes(StandardCharsets.UTF_8), 7);
    lay(new UidCard(uid::clone, WireBytes.ofHex(ChipCard.STORAGE_A)));
    held = HELD;
    return true;
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(name, arguments, this::happen);
  }

  private void happen(CardReaderFault fault, int count) {
    switch (fault) {
      case BABBLE ->
          out.writeBytes("\u00aa~".repeat(count / 2).getBytes(StandardCharsets.ISO_8859_1));
      case TAKEN_AWAY -> torn = count;
      default -> faults.set(fault, count);
    }
  }

  @Override
  public synchronized void heal() {
    faults.heal();
    torn = -1;
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    if (faults.has(CardReaderFault.OFF)) {
      in.reset();
      out.reset();
      return new byte[0];
    }
    in.writeBytes(received);
    byte[] all = in.toByteArray();
    int at = 0;
    while (all.length - at >= SHORTEST) {
      int length = (all[at + 2] & 0xFF) + 256 * (all[at + 3] & 0xFF) + SHORTEST;
      if (all[at] != 0x02 || length > 300) {
        at++;
        continue;
      }
      if (all.length - at < length) {
        break;
      }
      frame(Arrays.copyOfRange(all, at, at + length));
      at += length;
    }
    in.reset();
    in.write(all, at, all.length - at);
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }

  private void frame(byte[] frame) {
    int xor = 0;
    for (int i = 1; i < frame.length - 2; i++) {
      xor ^= frame[i];
    }
    if (faults.strikes(CardReaderFault.SILENT)) {
      return;
    }
    if ((byte) xor != frame[frame.length - 2] || faults.strikes(CardReaderFault.REFUSE)) {
      out.writeBytes(ChipCard.bytes("02FFFF03"));
      return;
    }
    if (faults.strikes(CardReaderFault.NOISE)) {
      out.writeBytes(ChipCard.bytes("AA55AA55AA55AA"));
      return;
    }
    out.writeBytes(ChipCard.bytes("02000003"));
    byte[] data = Arrays.copyOfRange(frame, 11, frame.length - 2);
    switch (frame[1]) {
      case 0x62 -> {
        power();
        answer(0x80, frame[7], card == null ? 0x42 : 0, new byte[0]);
      }
      case 0x63 -> answer(0x81, frame[7], 1, new byte[0]);
      case 0x6F -> answer(0x80, frame[7], 0, answered(data));
      default -> answer(0x81, frame[7], 0x40, new byte[0]);
    }
  }

  private void power() {
    powered++;
    ChipCard there = card;
    if (there != null) {
      there.power();
    }
  }

  private byte[] answered(byte[] apdu) {
    if (Arrays.equals(apdu, ChipCard.bytes("FF00480000"))) {
      return FIRMWARE.getBytes(StandardCharsets.US_ASCII);
    }
    boolean who = apdu.length >= 4 && apdu[0] == (byte) 0xFF && apdu[1] == (byte) 0xCA;
    if (torn == 0 || held == 0) {
      card = null;
      held = Integer.MAX_VALUE;
      torn = -1;
    }
    ChipCard there = card;
    if (there == null) {
      return NO_CARD;
    }
    torn -= torn > 0 ? 1 : 0;
    held -= who && held < Integer.MAX_VALUE ? 1 : 0;
    asked++;
    if (faults.has(CardReaderFault.MUTE_CARD)) {
      return MUTE;
    }
    byte[] answer = there.behindReader(apdu);
    if (who && faults.has(CardReaderFault.RANDOM)) {
      return ChipCard.bytes("08%06X9000".formatted(0x123456 + powered));
    }
    if (who && faults.has(CardReaderFault.TWO)) {
      answer[0] ^= (byte) (powered & 1);
    }
    return answer;
  }

  private void answer(int type, byte sequence, int status, byte[] data) {
    byte[] frame = new byte[SHORTEST + data.length];
    frame[0] = 0x02;
    frame[1] = (byte) type;
    frame[2] = (byte) data.length;
    frame[3] = (byte) (data.length >> 8);
    frame[7] = (byte) (faults.strikes(CardReaderFault.OTHER_ANSWER) ? sequence + 7 : sequence);
    frame[8] = (byte) status;
    System.arraycopy(data, 0, frame, 11, data.length);
    for (int i = 1; i < frame.length - 2; i++) {
      frame[frame.length - 2] ^= frame[i];
    }
    frame[frame.length - 1] = 0x03;
    if (faults.strikes(CardReaderFault.CORRUPT)) {
      frame[frame.length - 3] ^= 0x10;
    }
    out.writeBytes(
        faults.strikes(CardReaderFault.HALF) ? Arrays.copyOf(frame, frame.length / 2) : frame);
  }
}
