package org.libstation.device.escpos;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.libstation.device.link.Twin;

/// A receipt printer played by software: prints on paper one can look at, and answers as Epson's
/// TM-T88III specification says. Shares no code with the driver.
///
/// Real-time requests are answered even offline, and even where they stand inside picture data.
/// While it is offline it takes bytes until its receive buffer is full, and then none.
public final class EscPosTwin implements Twin {
  /// Bytes the receive buffer holds.
  static final int RECEIVE_BUFFER = 4096;

  private final int width;
  private final List<PaperStrip> tickets = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> unknown = new ArrayList<>();
  private PaperStrip strip;
  private PrintHead head;
  private byte[] waiting = new byte[0];
  private int dle;
  private boolean on = true;
  private boolean coverOpen;
  private boolean paperOut;
  private boolean nearEnd;
  private boolean cutterJammed;
  private boolean unrecoverable;
  private boolean hot;
  private int rowsLeft = Integer.MAX_VALUE;
  private int automatic;
  private boolean startsInChineseMode;

  /// @param width dots across the paper, 576 or 384
  public EscPosTwin(int width) {
    this.width = width;
    this.strip = new PaperStrip(width);
    this.head = new PrintHead(width, this::dotRow, this::said);
  }

  /// What was cut (or torn) off so far, oldest first.
  public synchronized List<PaperStrip> tickets() {
    return List.copyOf(tickets);
  }

  /// What hangs out of the printer, not yet cut.
  public synchronized PaperStrip hanging() {
    return strip;
  }

  /// Commands it did not understand, as hex.
  public synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  /// Whether there is a roll in it.
  public synchronized boolean hasPaper() {
    return !paperOut;
  }

  public synchronized void takePaperOut() {
    change(() -> paperOut = true);
  }

  /// The roll ends after so many more rows of dots.
  public synchronized void paperOutAfter(int rows) {
    rowsLeft = rows;
  }

  /// A new roll: what hung out of the old one is torn off.
  public synchronized void loadPaper() {
    tear();
    rowsLeft = Integer.MAX_VALUE;
    change(
        () -> {
          paperOut = false;
          nearEnd = false;
        });
  }

  public synchronized void paperNearEnd(boolean near) {
    change(() -> nearEnd = near);
  }

  public synchronized void cover(boolean open) {
    change(() -> coverOpen = open);
  }

  public synchronized void jamCutter(boolean jammed) {
    change(() -> cutterJammed = jammed);
  }

  public synchronized void breakDown(boolean broken) {
    change(() -> unrecoverable = broken);
  }

  /// The head is too hot for a while.
  public synchronized void overheat(boolean hot) {
    change(() -> this.hot = hot);
  }

  /// As Chinese-market printers do at switching on.
  public synchronized void startsInChineseMode(boolean starts) {
    startsInChineseMode = starts;
    head.initialise(starts);
  }

  /// Switched off and on: what it had received and not printed is gone.
  public synchronized void powerCycle() {
    power(false);
    power(true);
  }

  public synchronized void power(boolean on) {
    this.on = on;
    waiting = new byte[0];
    dle = 0;
    automatic = 0;
    out.reset();
    head = new PrintHead(width, this::dotRow, this::said);
    head.initialise(startsInChineseMode);
  }

  @Override
  public synchronized boolean ready() {
    return online() || waiting.length < RECEIVE_BUFFER;
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    if (!on) {
      return new byte[0];
    }
    for (byte b : received) {
      realTime(b & 0xFF);
    }
    byte[] all = Arrays.copyOf(waiting, waiting.length + received.length);
    System.arraycopy(received, 0, all, waiting.length, received.length);
    waiting = all;
    work();
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }

  private void work() {
    int at = 0;
    while (online() && at < waiting.length) {
      int length = CommandLength.of(waiting, at);
      if (length > waiting.length - at || length == 0) {
        break;
      }
      byte[] command = Arrays.copyOfRange(waiting, at, at + length);
      at += length;
      obey(command);
    }
    waiting = Arrays.copyOfRange(waiting, at, waiting.length);
  }

  private void obey(byte[] command) {
    int first = command[0] & 0xFF;
    int second = command.length > 1 ? command[1] & 0xFF : -1;
    if (first == 0x1D && second == 0x72) {
      int which = command[2] & 0x0F;
      out.write(which == 1 ? (paperOut ? 0x0C : 0) | (nearEnd ? 0x03 : 0) : 0);
    } else if (first == 0x1D && second == 0x61) {
      automatic = command[2];
      if (automatic != 0) {
        sayAutomatically();
      }
    } else if (first == 0x1D && second == 0x49) {
      out.write((command[2] & 0x0F) == 2 ? 0x02 : 0x20);
    } else if (first == 0x1D && second == 0x56) {
      head.feedLineIfBegun();
      cut(command);
    } else if (first == 0x1B && second == 0x40) {
      head.initialise(head.chineseMode());
    } else if (!head.obey(command)) {
      unknown.add(java.util.HexFormat.of().withUpperCase().formatHex(command));
    }
  }

  private void cut(byte[] command) {
    int kind = command[2] & 0xFF;
    if (kind >= 0x41) {
      // Feeds to the knife first: about 12 mm, and the asked dots more.
      for (int i = 0; i < 96 + (command[3] & 0xFF); i++) {
        dotRow(new boolean[width]);
      }
    }
    tear();
  }

  private void tear() {
    if (strip.length() > 0) {
      tickets.add(strip);
      strip = new PaperStrip(width);
    }
  }

  private void dotRow(boolean[] dots) {
    if (rowsLeft <= 0) {
      // Beyond the end of the roll the head burns air.
      return;
    }
    strip.row(dots);
    rowsLeft--;
    if (rowsLeft == 0) {
      change(() -> paperOut = true);
    }
  }

  private void said(String text) {
    strip.say(text);
  }

  private boolean online() {
    return on && !coverOpen && !paperOut && !cutterJammed && !unrecoverable && !hot;
  }

  private void realTime(int b) {
    if (dle == 0x1004) {
      answer(b);
      dle = 0;
    } else if (dle == 0x1005) {
      recover(b);
      dle = 0;
    } else if (dle == 0x10 && (b == 0x04 || b == 0x05)) {
      dle = 0x1000 | b;
    } else {
      dle = b == 0x10 ? 0x10 : 0;
    }
  }

  private void answer(int n) {
    switch (n) {
      case 1 -> out.write(0x12 | (online() ? 0 : 0x08));
      case 2 ->
          out.write(
              0x12
                  | (coverOpen ? 0x04 : 0)
                  | (paperOut ? 0x20 : 0)
                  | (cutterJammed || unrecoverable || hot ? 0x40 : 0));
      case 3 ->
          out.write(
              0x12 | (cutterJammed ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (hot ? 0x40 : 0));
      case 4 -> out.write(0x12 | (nearEnd ? 0x0C : 0) | (paperOut ? 0x60 : 0));
      default -> {
        // No such status: silence, as the real one.
      }
    }
  }

  private void recover(int n) {
    if (n == 1 || n == 2) {
      if (n == 2) {
        waiting = new byte[0];
      }
      change(() -> cutterJammed = false);
    }
  }

  private void change(Runnable what) {
    what.run();
    if (on && automatic != 0) {
      sayAutomatically();
    }
  }

  private void sayAutomatically() {
    out.write(0x10 | (online() ? 0 : 0x08) | (coverOpen ? 0x20 : 0));
    out.write((cutterJammed ? 0x08 : 0) | (unrecoverable ? 0x20 : 0) | (hot ? 0x40 : 0));
    out.write((nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0C : 0));
    out.write(0);
  }
}
