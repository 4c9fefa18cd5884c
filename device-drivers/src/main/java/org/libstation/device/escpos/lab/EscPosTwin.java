package org.libstation.device.escpos.lab;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;

/// A simulated receipt printer. It prints on a [PaperStrip] that can be inspected, and answers as
/// Epson's TM-T88III specification says. It shares no code with the driver.
///
/// It answers real-time requests even offline, and even if they are inside picture data. While
/// offline it accepts bytes until its receive buffer is full, and then none.
public final class EscPosTwin implements ReceiptPaper {
  /// Size of the receive buffer in bytes.
  public static final int RECEIVE_BUFFER = 4096;

  /// A longer command (a picture of 36 cm) is skipped, as if the printer did not know it.
  public static final int LONGEST_COMMAND = 1 << 18;

  /// How many tickets and unknown commands the twin keeps.
  public static final int MOST_KEPT = 200;

  private final int width;
  private final LetterCells letters = new LetterCells();
  private final TwinCondition condition = new TwinCondition();
  private final Deque<PaperStrip> tickets = new ArrayDeque<>();
  private final Deque<String> unknown = new ArrayDeque<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TwinMacro macro = new TwinMacro();
  private final CommandBuffer buffer = new CommandBuffer(LONGEST_COMMAND);
  private final TwinFaults<PrinterFault> faults = new TwinFaults<>(PrinterFault.class);
  private PaperStrip strip;
  private PrintHead head;
  private int dle;
  private int automatic;
  private boolean startsInChineseMode;
  private int bytesUntilPowerCycle = -1;
  private int rowsUntilPaperOut = -1;
  private int onlyColumns;

  /// @param width dots across the paper, such as 576 or 384
  public EscPosTwin(int width) {
    this.width = width;
    this.strip = new PaperStrip(width);
    this.head = newHead();
  }

  private PrintHead newHead() {
    PrintHead made = new PrintHead(width, letters, this::dotRow, text -> strip.say(text));
    if (onlyColumns > 0) {
      made.onlyColumns(onlyColumns);
    }
    return made;
  }

  /// Returns what was cut or torn off, oldest first; at most the last [#MOST_KEPT].
  @Override
  public synchronized List<PaperStrip> tickets() {
    return List.copyOf(tickets);
  }

  @Override
  public synchronized PaperStrip hanging() {
    return strip;
  }

  /// Returns the ticket that was cut off last; before the first cut, the paper that hangs out.
  public synchronized PaperStrip paper() {
    return tickets.isEmpty() ? strip : tickets.getLast();
  }

  /// Commands that the twin did not understand, as hex.
  public synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  /// Number of bytes received but not yet obeyed.
  public synchronized int waiting() {
    return buffer.size();
  }

  @Override
  public synchronized boolean hasPaper() {
    return !condition.paperOut;
  }

  @Override
  public synchronized void takePaperOut() {
    change(() -> condition.paperOut = true);
  }

  /// The roll ends after this many more rows of dots.
  public synchronized void paperOutAfter(int rows) {
    rowsUntilPaperOut = rows;
  }

  @Override
  public synchronized void loadPaper() {
    tear();
    rowsUntilPaperOut = -1;
    change(
        () -> {
          condition.paperOut = false;
          condition.nearEnd = false;
        });
  }

  @Override
  public synchronized void paperNearEnd(boolean near) {
    change(() -> condition.nearEnd = near);
  }

  @Override
  public synchronized void cover(boolean open) {
    change(() -> condition.coverOpen = open);
  }

  /// Jams or frees the knife. Its error stays until the printer is told to continue (`DLE ENQ`) or
  /// switched off and on.
  public synchronized void jamCutter(boolean stuck) {
    condition.knifeStuck = stuck;
    if (stuck) {
      change(() -> condition.cutterError = true);
    }
  }

  /// The next cut will find the knife jammed.
  public synchronized void jamCutterAtNextCut() {
    condition.knifeStuck = true;
  }

  /// Starts or ends a fault from which the printer cannot recover.
  public synchronized void breakDown(boolean broken) {
    change(() -> condition.unrecoverable = broken);
  }

  /// The head is too hot to print, or has cooled down.
  public synchronized void overheat(boolean hot) {
    change(() -> condition.hot = hot);
  }

  /// Holds or releases the feed button.
  public synchronized void holdFeedButton(boolean held) {
    change(() -> condition.feedHeld = held);
  }

  /// The printer prints, but sends nothing at all.
  public synchronized void mute(boolean mute) {
    condition.mute = mute;
  }

  /// The printer answers real-time requests only.
  public synchronized void muteMarks(boolean mute) {
    condition.muteMarks = mute;
  }

  /// Sets whether the printer knows macros (`GS :`) and named marks (`GS ( H`); cheap models do
  /// not.
  public synchronized void knows(boolean macros, boolean names) {
    condition.knowsMacros = macros;
    condition.knowsNames = names;
  }

  /// Makes the twin a printer that draws pictures only in columns (`ESC *`), not by `GS v 0`.
  ///
  /// @param pinHeight height on paper of each dot of an 8-dot column, in dots of the twin
  public synchronized void knowsOnlyColumns(int pinHeight) {
    onlyColumns = pinHeight;
    head = newHead();
    head.initialise(startsInChineseMode);
  }

  /// Starts in Chinese mode, as printers for the Chinese market do.
  public synchronized void startsInChineseMode(boolean starts) {
    startsInChineseMode = starts;
    head.initialise(starts);
  }

  /// Switches the printer off and on. Bytes that it received but did not print are lost.
  public synchronized void powerCycle() {
    power(false);
    power(true);
  }

  /// Switches the printer off and on after this many more bytes, taking no time.
  public synchronized void powerCycleAfter(int bytes) {
    bytesUntilPowerCycle = bytes;
  }

  /// Switches the printer on or off; its buffer and settings are lost.
  public synchronized void power(boolean on) {
    condition.on = on;
    condition.cutterError = condition.knifeStuck && condition.cutterError;
    buffer.clear();
    dle = 0;
    automatic = 0;
    macro.forget();
    out.reset();
    head = newHead();
    head.initialise(startsInChineseMode);
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String fault, List<String> arguments) {
    return faults.bringAbout(fault, arguments, this::happen);
  }

  private void happen(PrinterFault fault, int count) {
    switch (fault) {
      case PAPER_OUT -> takePaperOut();
      case PAPER_OUT_AFTER -> paperOutAfter(count);
      case PAPER_NEAR_END -> paperNearEnd(true);
      case COVER_OPEN -> cover(true);
      case CUTTER_JAM -> jamCutter(true);
      case CUTTER_JAM_AT_CUT -> jamCutterAtNextCut();
      case HEAD_HOT -> overheat(true);
      case BROKEN -> breakDown(true);
      case FEED_BUTTON -> holdFeedButton(true);
      case OFF -> power(false);
      case POWER_CYCLE -> powerCycle();
      case POWER_CYCLE_AFTER -> powerCycleAfter(count);
      case MUTE -> mute(true);
      case MUTE_MARKS -> muteMarks(true);
    }
  }

  @Override
  public synchronized void heal() {
    bytesUntilPowerCycle = -1;
    if (!condition.on) {
      power(true);
    }
    condition.mute = false;
    condition.muteMarks = false;
    condition.knifeStuck = false;
    if (condition.paperOut || condition.nearEnd || rowsUntilPaperOut >= 0) {
      loadPaper();
    }
    change(
        () -> {
          condition.coverOpen = false;
          condition.hot = false;
          condition.unrecoverable = false;
          condition.feedHeld = false;
        });
  }

  @Override
  public synchronized boolean ready() {
    return condition.online() || buffer.size() < RECEIVE_BUFFER;
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    byte[] coming = received;
    if (bytesUntilPowerCycle >= 0) {
      int before = Math.min(bytesUntilPowerCycle, coming.length);
      bytesUntilPowerCycle -= before;
      if (bytesUntilPowerCycle == 0 && before < coming.length) {
        take(Arrays.copyOf(coming, before));
        powerCycle();
        bytesUntilPowerCycle = -1;
        coming = Arrays.copyOfRange(coming, before, coming.length);
      }
    }
    take(coming);
    byte[] sent = condition.mute ? new byte[0] : out.toByteArray();
    out.reset();
    return sent;
  }

  private void take(byte[] received) {
    if (!condition.on) {
      return;
    }
    for (byte b : received) {
      realTime(b & 0xFF);
    }
    int room = condition.online() ? received.length : RECEIVE_BUFFER * 2 - buffer.size();
    buffer.add(received, Math.clamp(room, 0, received.length));
    work();
  }

  private void work() {
    while (condition.online()) {
      Optional<byte[]> command = buffer.next(this::notKnown);
      if (command.isEmpty()) {
        return;
      }
      obeyOrKeep(command.get());
    }
  }

  /// While a macro is defined, its commands are obeyed too.
  private void obeyOrKeep(byte[] command) {
    boolean gs = command[0] == 0x1D && command.length > 1 && condition.knowsMacros;
    if (gs && command[1] == 0x3A) {
      macro.toggle();
    } else if (gs && command[1] == 0x5E) {
      if (macro.defining()) {
        macro.forget();
      } else {
        obeyMacro(command[2] & 0xFF);
      }
    } else {
      if (macro.defining()) {
        macro.add(command);
      }
      obey(command);
    }
  }

  private void obeyMacro(int times) {
    for (int i = 0; i < times; i++) {
      for (byte[] command : macro.commands()) {
        if (condition.online()) {
          obey(command);
        }
      }
    }
  }

  private void obey(byte[] command) {
    int first = command[0] & 0xFF;
    int second = command.length > 1 ? command[1] & 0xFF : -1;
    if (first == 0x1D && second == 0x72) {
      mark(condition.queued(command[2] & 0x0F));
    } else if (first == 0x1D && second == 0x28 && command[2] == 0x48 && condition.knowsNames) {
      named(command);
    } else if (first == 0x1D && second == 0x61) {
      automatic = command[2];
      if (automatic != 0) {
        out.writeBytes(condition.automatic());
      }
    } else if (first == 0x1D && second == 0x49) {
      mark((command[2] & 0x0F) == 2 ? 0x02 : 0x20);
    } else if (first == 0x1D && second == 0x56) {
      head.feedLineIfBegun();
      cut(command[2] & 0xFF, command.length > 3 ? command[3] & 0xFF : 0);
    } else if (first == 0x1B && (second == 0x69 || second == 0x6D)) {
      head.feedLineIfBegun();
      cut(0, 0);
    } else if (first == 0x1B && second == 0x40) {
      head.initialise(startsInChineseMode);
    } else if (!head.obey(command)) {
      notKnown(command);
    }
  }

  private void mark(int answer) {
    if (!condition.muteMarks) {
      out.write(answer);
    }
  }

  private void named(byte[] command) {
    if (command.length == 11 && command[5] == 0x30 && !condition.muteMarks) {
      out.write(0x37);
      out.write(0x22);
      out.write(command, 7, 4);
      out.write(0);
    }
  }

  private void notKnown(byte[] command) {
    unknown.add(HexFormat.of().withUpperCase().formatHex(command));
    if (unknown.size() > MOST_KEPT) {
      unknown.removeFirst();
    }
  }

  private void cut(int kind, int feed) {
    if (kind >= 0x41) {
      // Feeds to the knife first: about 12 mm, plus the requested dots.
      boolean[] white = new boolean[width];
      for (int i = 0; i < 96 + feed; i++) {
        dotRow(white);
      }
    }
    if (condition.knifeStuck) {
      change(() -> condition.cutterError = true);
    } else {
      tear();
    }
  }

  private void tear() {
    if (strip.length() > 0) {
      tickets.add(strip);
      if (tickets.size() > MOST_KEPT) {
        tickets.removeFirst();
      }
      strip = new PaperStrip(width);
    }
  }

  private void dotRow(boolean[] dots) {
    if (rowsUntilPaperOut == 0) {
      // Beyond the end of the roll nothing is printed.
      return;
    }
    if (strip.length() >= PaperStrip.LONGEST) {
      tear();
    }
    strip.row(dots);
    if (rowsUntilPaperOut > 0) {
      rowsUntilPaperOut--;
      if (rowsUntilPaperOut == 0) {
        change(() -> condition.paperOut = true);
      }
    }
  }

  private void realTime(int b) {
    if (dle == 0x1004) {
      condition.realTime(b).ifPresent(out::write);
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

  private void recover(int n) {
    if ((n == 1 || n == 2) && condition.cutterError && !condition.knifeStuck) {
      if (n == 2) {
        buffer.clear();
      }
      change(() -> condition.cutterError = false);
    }
  }

  private void change(Runnable what) {
    byte[] before = condition.automatic();
    what.run();
    if (condition.on && automatic != 0 && !Arrays.equals(before, condition.automatic())) {
      out.writeBytes(condition.automatic());
    }
  }
}
