package org.libstation.device.chipcard.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.CodeScanner;

/// A simulated card reader on a serial line that takes no APDUs. It sends a card's number without
/// being asked, or is polled for it.
///
/// Written from the makers' data sheets alone. It shares no code with the driver, and does not use
/// the sheets that the driver reads.
public final class LineReaderTwin implements CodeScanner, CardSurface {
  private static final byte[] NOISE = ChipCard.bytes("AA55AA55AA55AA");

  /// A card that is held there by hand is lifted after this many questions for it.
  private static final int HELD = 6;

  /// The RDM6300 repeats the number of a card after this many turns.
  private static final int EACH = 10;

  private static final int RESET = 0x80;
  private static final int SELECT = 0x83;
  private static final int LONGEST = 32;

  /// Which reader is simulated.
  enum Make {
    /// Sends an EM4100 card once, when it comes: STX, ten digits, two digits of their XOR, CR, LF,
    /// ETX.
    ID12,
    /// The same without CR and LF, repeated while the card lies there.
    RDM6300,
    /// Is polled for MIFARE cards: FF 00, length, command, data, sum of all bytes after FF.
    SM130;

    /// Length of a card's number in bytes that this reader supports, for a number of `length`
    /// bytes.
    int fits(int length) {
      return this != SM130 ? 5 : length == 7 ? 7 : 4;
    }

    /// The possible faults. A reader that is not polled cannot fail to answer, and an EM4100 card
    /// always has the same number.
    Set<CardReaderFault> possible() {
      return this == SM130
          ? EnumSet.complementOf(EnumSet.of(CardReaderFault.REFUSE, CardReaderFault.MUTE_CARD))
          : EnumSet.of(
              CardReaderFault.OFF,
              CardReaderFault.HALF,
              CardReaderFault.CORRUPT,
              CardReaderFault.NOISE,
              CardReaderFault.TWO,
              CardReaderFault.BABBLE);
    }
  }

  private final Make make;
  private final TwinFaults<CardReaderFault> faults;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream in = new ByteArrayOutputStream();
  private byte[] card = new byte[0];
  private int held = Integer.MAX_VALUE;
  private int torn = -1;
  private int asked;
  private int turns;

  LineReaderTwin(Make make) {
    this.make = make;
    this.faults = new TwinFaults<>(CardReaderFault.class, make.possible());
  }

  @Override
  public synchronized void lay(String uid) {
    byte[] all = ChipCard.bytes(uid);
    int length = make.fits(all.length);
    card = Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length);
    card = Arrays.copyOf(card, length);
    held = Integer.MAX_VALUE;
    turns = 0;
    name();
  }

  @Override
  public synchronized void lift() {
    card = new byte[0];
  }

  /// Holds a card before the reader for a moment.
  ///
  /// @param data the card's number as hex; any other text stands for the number made of its bytes
  @Override
  public synchronized boolean scan(String data) {
    if (faults.has(CardReaderFault.OFF)) {
      return false;
    }
    boolean hex = data.matches("([0-9A-Fa-f]{2}){4,8}");
    lay(hex ? data : HexFormat.of().formatHex(data.getBytes(StandardCharsets.UTF_8)));
    held = HELD;
    if (make != Make.SM130) {
      lift();
    }
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
      case BABBLE -> out.writeBytes("U*".repeat(count / 2).getBytes(StandardCharsets.US_ASCII));
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
    if (make == Make.SM130) {
      hear(received);
    } else if (make == Make.RDM6300 && card.length > 0 && ++turns % EACH == 0) {
      name();
    }
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }

  /// Sends the card's number without being asked.
  private void name() {
    if (make == Make.SM130) {
      return;
    }
    say(text(card));
    if (faults.has(CardReaderFault.TWO)) {
      say(text(other(card)));
    }
  }

  private byte[] text(byte[] number) {
    int check = 0;
    for (byte each : number) {
      check ^= each;
    }
    String digits =
        HexFormat.of().withUpperCase().formatHex(number) + "%02X".formatted(check & 0xFF);
    String end = make == Make.ID12 ? "\r\n\u0003" : "\u0003";
    return ("\u0002" + digits + end).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] other(byte[] number) {
    byte[] changed = number.clone();
    changed[changed.length - 1] ^= 1;
    return changed;
  }

  private void hear(byte[] received) {
    in.writeBytes(received);
    byte[] all = in.toByteArray();
    int at = 0;
    while (all.length - at >= 4) {
      int length = (all[at + 2] & 0xFF) + 4;
      if (all[at] != (byte) 0xFF || all[at + 1] != 0 || length > LONGEST || length < 5) {
        at++;
      } else if (all.length - at < length) {
        break;
      } else {
        obey(Arrays.copyOfRange(all, at, at + length));
        at += length;
      }
    }
    in.reset();
    in.write(all, at, all.length - at);
  }

  private void obey(byte[] frame) {
    if (frame[frame.length - 1] != sum(frame)) {
      return;
    }
    switch (frame[3] & 0xFF) {
      case RESET -> answer(0x81, "UM 1.3a".getBytes(StandardCharsets.US_ASCII));
      case SELECT -> select();
      default -> {
        // It does not answer unknown commands.
      }
    }
  }

  private void select() {
    asked++;
    if (torn == 0 || held == 0) {
      card = new byte[0];
      held = Integer.MAX_VALUE;
      torn = -1;
    }
    torn -= torn > 0 ? 1 : 0;
    held -= card.length > 0 && held < Integer.MAX_VALUE ? 1 : 0;
    if (faults.strikes(CardReaderFault.SILENT)) {
      return;
    }
    if (faults.strikes(CardReaderFault.OTHER_ANSWER)) {
      answer(0x82, new byte[] {'L'});
    } else if (card.length == 0) {
      answer(SELECT, new byte[] {'N'});
    } else {
      byte[] number = card;
      if (faults.has(CardReaderFault.RANDOM)) {
        number = ChipCard.bytes("08%06X".formatted(0x123456 + asked));
      } else if (faults.has(CardReaderFault.TWO) && asked % 2 == 0) {
        number = other(card);
      }
      byte[] data = new byte[number.length + 1];
      // MIFARE Classic 1K; Ultralight.
      data[0] = (byte) (number.length == 4 ? 0x02 : 0x01);
      System.arraycopy(number, 0, data, 1, number.length);
      answer(SELECT, data);
    }
  }

  private void answer(int command, byte[] data) {
    byte[] frame = new byte[data.length + 5];
    frame[0] = (byte) 0xFF;
    frame[2] = (byte) (data.length + 1);
    frame[3] = (byte) command;
    System.arraycopy(data, 0, frame, 4, data.length);
    frame[frame.length - 1] = sum(frame);
    say(frame);
  }

  private static byte sum(byte[] frame) {
    int sum = 0;
    for (int i = 1; i < frame.length - 1; i++) {
      sum += frame[i];
    }
    return (byte) sum;
  }

  private void say(byte[] frame) {
    if (faults.strikes(CardReaderFault.NOISE)) {
      out.writeBytes(NOISE);
      return;
    }
    byte[] said = frame.clone();
    if (faults.strikes(CardReaderFault.CORRUPT)) {
      said[said.length / 2] ^= 0x10;
    }
    out.writeBytes(
        faults.strikes(CardReaderFault.HALF) ? Arrays.copyOf(said, said.length / 2) : said);
  }
}
