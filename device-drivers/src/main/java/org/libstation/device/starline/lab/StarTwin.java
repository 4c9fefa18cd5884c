package org.libstation.device.starline.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;

/// A simulated Star printer in line mode. Shares no code with the driver.
public final class StarTwin implements ReceiptPaper {
  private static final int RECEIVE_BUFFER = 4096;
  private static final int MOST_KEPT = 200;
  private static final int USUAL_SPACING = 32;

  private final int width;
  private final Deque<PaperStrip> tickets = new ArrayDeque<>();
  private final List<String> unknown = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private PaperStrip strip;
  private final TwinFaults<StarFault> faults = new TwinFaults<>(StarFault.class);
  private byte[] waiting = new byte[0];
  private boolean[][] line = new boolean[0][0];
  private int spacing = USUAL_SPACING;
  private int marks;
  private int lastAsked;
  private boolean paperOut;
  private boolean nearEnd;
  private boolean coverOpen;
  private boolean cutterError;
  private boolean unrecoverable;
  private boolean mute;
  private int bytesUntilPowerCycle = -1;

  /// @param width dots across the paper
  public StarTwin(int width) {
    this.width = width;
    this.strip = new PaperStrip(width);
  }

  @Override
  public synchronized List<PaperStrip> tickets() {
    return List.copyOf(tickets);
  }

  @Override
  public synchronized PaperStrip hanging() {
    return strip;
  }

  /// Commands that the twin did not understand, as hex.
  public synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  @Override
  public synchronized boolean hasPaper() {
    return !paperOut;
  }

  @Override
  public synchronized void takePaperOut() {
    paperOut = true;
  }

  @Override
  public synchronized void loadPaper() {
    tear();
    paperOut = false;
    nearEnd = false;
  }

  @Override
  public synchronized void paperNearEnd(boolean near) {
    nearEnd = near;
  }

  @Override
  public synchronized void cover(boolean open) {
    coverOpen = open;
  }

  public synchronized void jamCutter(boolean stuck) {
    cutterError = stuck;
  }

  /// Starts or ends a fault from which the printer cannot recover.
  public synchronized void breakDown(boolean broken) {
    unrecoverable = broken;
  }

  /// The printer prints, but sends nothing at all.
  public synchronized void mute(boolean silent) {
    mute = silent;
  }

  /// Switches the printer off and on after this many more bytes. Bytes that it received but did not
  /// print are lost.
  public synchronized void powerCycleAfter(int bytes) {
    bytesUntilPowerCycle = bytes;
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(name, arguments, this::happen);
  }

  private void happen(StarFault fault, int count) {
    switch (fault) {
      case PAPER_OUT -> takePaperOut();
      case PAPER_NEAR_END -> paperNearEnd(true);
      case COVER_OPEN -> cover(true);
      case CUTTER_JAM -> jamCutter(true);
      case BROKEN -> breakDown(true);
      case MUTE -> mute(true);
      case POWER_CYCLE_AFTER -> powerCycleAfter(count);
    }
  }

  /// Ends all faults. If paper was out or nearly out, a new roll is put in.
  @Override
  public synchronized void heal() {
    if (paperOut || nearEnd) {
      loadPaper();
    }
    coverOpen = false;
    cutterError = false;
    unrecoverable = false;
    mute = false;
    bytesUntilPowerCycle = -1;
  }

  private boolean online() {
    return !paperOut && !coverOpen && !cutterError && !unrecoverable;
  }

  @Override
  public synchronized boolean ready() {
    return online() || waiting.length < RECEIVE_BUFFER;
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    for (byte each : received) {
      take(each);
      if (bytesUntilPowerCycle > 0 && --bytesUntilPowerCycle == 0) {
        waiting = new byte[0];
        line = new boolean[0][0];
        marks = 0;
        spacing = USUAL_SPACING;
      }
    }
    byte[] sent = mute ? new byte[0] : out.toByteArray();
    out.reset();
    return sent;
  }

  private void take(byte each) {
    lastAsked = (lastAsked << 8 | (each & 0xFF)) & 0xFFFFFF;
    if (lastAsked == 0x1B0601) {
      out.writeBytes(status());
    }
    if (waiting.length < 2 * RECEIVE_BUFFER) {
      waiting = Arrays.copyOf(waiting, waiting.length + 1);
      waiting[waiting.length - 1] = each;
    }
    while (online() && waiting.length > 0) {
      int length = length();
      if (length < 0 || length > waiting.length) {
        return;
      }
      byte[] command = Arrays.copyOf(waiting, length);
      waiting = Arrays.copyOfRange(waiting, length, waiting.length);
      obey(command);
    }
  }

  /// Nine bytes: two of head, seven of status.
  private byte[] status() {
    int counter =
        (marks & 0x10) << 2
            | (marks & 0x08) << 2
            | (marks & 0x04) << 1
            | (marks & 0x02) << 1
            | (marks & 0x01) << 1;
    int[] bytes = {
      0x23,
      0x06,
      (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0) | (marks > 0 ? 0x02 : 0),
      (unrecoverable ? 0x20 : 0) | (cutterError ? 0x08 : 0),
      0,
      (paperOut ? 0x0C : 0) | (nearEnd ? 0x04 : 0),
      0,
      counter,
      0
    };
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return all;
  }

  /// @return length in bytes of the first command; -1 while its head is incomplete
  private int length() {
    int first = waiting[0] & 0xFF;
    if (first != 0x1B) {
      return 1;
    }
    if (waiting.length < 2) {
      return -1;
    }
    return switch (waiting[1] & 0xFF) {
      case 0x40, 0x30, 0x45, 0x46 -> 2;
      case 0x06, 0x64, 0x49, 0x4A, 0x7A, 0x61 -> 3;
      case 0x58 -> waiting.length < 4 ? -1 : 4 + 3 * word(2);
      case 0x1E, 0x69 -> 4;
      case 0x1D -> group();
      default -> 2;
    };
  }

  private int group() {
    if (waiting.length < 4) {
      return -1;
    }
    if (waiting[2] != 0x79) {
      return 4;
    }
    return switch (waiting[3] & 0xFF) {
      case 0x53 -> 6;
      case 0x44 -> waiting.length < 8 ? -1 : 8 + word(6);
      default -> 4;
    };
  }

  private int word(int at) {
    return (waiting[at] & 0xFF) | (waiting[at + 1] & 0xFF) << 8;
  }

  private void obey(byte[] c) {
    int first = c[0] & 0xFF;
    if (first != 0x1B) {
      switch (first) {
        case 0x0A -> printLine();
        case 0x17 -> marks = marks + 1 & 0x1F;
        case 0x18 -> line = new boolean[0][0];
        case 0x0D -> {
          // LF ends a line, so CR has no effect.
        }
        default -> strip.say(new String(c, StandardCharsets.ISO_8859_1));
      }
      return;
    }
    switch (c[1] & 0xFF) {
      case 0x40 -> spacing = USUAL_SPACING;
      case 0x30 -> spacing = 24;
      case 0x7A -> spacing = c[2] == 0 ? 24 : USUAL_SPACING;
      case 0x58 -> columns(c);
      case 0x49 -> feed(c[2] & 0xFF);
      case 0x4A -> feed(2 * (c[2] & 0xFF));
      case 0x64 -> cut(c[2] & 0xFF);
      case 0x1E -> marks = c[2] == 0x45 ? 0 : marks;
      case 0x06, 0x45, 0x46, 0x1D -> {
        // Already answered in real time, or without effect on this paper.
      }
      default -> {
        if (unknown.size() < MOST_KEPT) {
          unknown.add(HexFormat.of().withUpperCase().formatHex(c));
        }
      }
    }
  }

  private void columns(byte[] c) {
    int count = (c.length - 4) / 3;
    line = new boolean[24][count];
    for (int x = 0; x < count; x++) {
      for (int y = 0; y < 24; y++) {
        line[y][x] = (c[4 + 3 * x + y / 8] & 0x80 >> y % 8) != 0;
      }
    }
  }

  private void printLine() {
    for (boolean[] row : line) {
      strip.row(Arrays.copyOf(row, width));
    }
    feed(Math.max(0, spacing - line.length));
    line = new boolean[0][0];
    strip.say("\n");
  }

  private void feed(int rows) {
    for (int i = 0; i < rows; i++) {
      strip.row(new boolean[width]);
    }
  }

  private void cut(int kind) {
    if (kind >= 2) {
      feed(96);
    }
    tear();
  }

  private void tear() {
    if (strip.length() > 0) {
      tickets.add(strip);
      strip = new PaperStrip(width);
      if (tickets.size() > MOST_KEPT) {
        tickets.removeFirst();
      }
    }
  }
}
