package org.libstation.device.linescanner.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.CodeScanner;

/// A simulated scanner. It sends the codes that are held before it, with its own prefix and
/// terminator, and understands the commands of the makes that have sheets.
///
/// Written from the makers' guides alone; shares no code with the driver.
public final class LineScannerTwin implements CodeScanner {
  private static final String TRIGGER_ON = "16540D";
  private static final String TRIGGER_OFF = "16550D";
  private static final String MENU = "164D0D";

  private static final List<String> COMMANDS =
      List.of(
          TRIGGER_ON,
          TRIGGER_OFF,
          MENU,
          "1B34",
          "1B35",
          "1B36",
          "1B37",
          "1B38",
          "23402F2F2F2F0D",
          "23402D2D2D2D0D",
          "23402E2E2E2E0D",
          "45",
          "44",
          "42",
          "01",
          "07",
          "46",
          "52");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> heard = new ArrayList<>();
  private final TwinFaults<ScannerFault> faults = new TwinFaults<>(ScannerFault.class);
  private final ByteArrayOutputStream late = new ByteArrayOutputStream();
  private int lateTurns;
  private String before = "";
  private String after = "\r";
  private String pending = "";
  private boolean serialTrigger;
  private boolean triggered;
  private boolean enabled = true;
  private int beeps;
  private int badBeeps;

  /// Sets the text around each scan; initially no prefix and CR as suffix.
  public synchronized void wrap(String prefix, String suffix) {
    before = prefix;
    after = suffix;
  }

  /// Limits reading to the time between trigger on and trigger off.
  public synchronized void serialTrigger(boolean only) {
    serialTrigger = only;
  }

  @Override
  public synchronized boolean scan(String data) {
    if (faults.has(ScannerFault.OFF) || !enabled || (serialTrigger && !triggered)) {
      return false;
    }
    triggered = false;
    byte[] sent = spoilt(changed(data).getBytes(StandardCharsets.ISO_8859_1));
    raw(sent);
    int more = faults.end(ScannerFault.REPEAT);
    for (int i = 0; i < more; i++) {
      raw(sent);
    }
    return true;
  }

  /// The code with the text around it, as the settings and faults require.
  private String changed(String data) {
    if (faults.strikes(ScannerFault.OTHER_PREFIX)) {
      return before + "~" + data + after;
    }
    if (faults.strikes(ScannerFault.OTHER_SUFFIX)) {
      return before + data + "#" + after;
    }
    if (faults.strikes(ScannerFault.SMALL_LETTERS)) {
      return before + data.toLowerCase(Locale.ROOT) + after;
    }
    return before + (faults.strikes(ScannerFault.GERMAN_KEYS) ? german(data) : data) + after;
  }

  private static String german(String data) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      int at = "yzYZ-/".indexOf(c);
      typed.append(at < 0 ? c : "zyZY\u00df-".charAt(at));
    }
    return typed.toString();
  }

  private byte[] spoilt(byte[] scan) {
    if (faults.strikes(ScannerFault.BREAK_OFF)) {
      return Arrays.copyOf(scan, scan.length / 2);
    }
    if (faults.strikes(ScannerFault.LOSE_START)) {
      return Arrays.copyOfRange(scan, 1, scan.length);
    }
    if (faults.strikes(ScannerFault.WRONG_BAUD)) {
      for (int i = 0; i < scan.length - 1; i++) {
        scan[i] |= (byte) 0x80;
      }
    } else if (faults.strikes(ScannerFault.MISREAD)) {
      int digit = scan.length - after.length() - 2;
      scan[digit] = (byte) (scan[digit] == '1' ? '2' : '1');
    }
    return scan;
  }

  /// Sends bytes as they are, for faults.
  public synchronized void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /// Switches the scanner off or on.
  public synchronized void power(boolean on) {
    if (on) {
      faults.end(ScannerFault.OFF);
    } else {
      faults.set(ScannerFault.OFF, 1);
    }
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(name, arguments, this::happen);
  }

  private void happen(ScannerFault fault, int count) {
    if (fault == ScannerFault.BABBLE) {
      raw(
          "\u00aa~"
              .repeat(count / 2 + 1)
              .substring(0, count)
              .getBytes(StandardCharsets.ISO_8859_1));
    } else {
      faults.set(fault, count);
    }
  }

  @Override
  public synchronized void heal() {
    faults.heal();
  }

  public synchronized boolean triggered() {
    return triggered;
  }

  public synchronized boolean enabled() {
    return enabled;
  }

  /// Number of beeps of every kind except the bad one.
  public synchronized int beeps() {
    return beeps;
  }

  /// How often the scanner signalled a bad read.
  public synchronized int badBeeps() {
    return badBeeps;
  }

  /// Commands that the scanner understood, as hex, in order.
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    if (faults.has(ScannerFault.OFF)) {
      out.reset();
      pending = "";
      return new byte[0];
    }
    pending += HexFormat.of().withUpperCase().formatHex(received);
    while (!pending.isEmpty()) {
      int taken = command();
      if (taken == 0) {
        break;
      }
      pending = pending.substring(taken);
    }
    if (late.size() > 0 && --lateTurns <= 0) {
      raw(late.toByteArray());
      late.reset();
    }
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }

  /// @return number of hex digits used; 0 if the command is not whole yet
  private int command() {
    for (String whole : COMMANDS) {
      if (whole.equals(MENU) && pending.startsWith(MENU)) {
        return menu();
      }
      if (pending.startsWith(whole)) {
        obey(whole);
        return whole.length();
      }
      if (whole.startsWith(pending)) {
        return 0;
      }
    }
    return 2;
  }

  private void obey(String command) {
    heard.add(command);
    switch (command) {
      case TRIGGER_ON -> triggered = true;
      case TRIGGER_OFF -> triggered = false;
      case "45", "52", "23402E2E2E2E0D" -> enabled = true;
      case "44", "23402D2D2D2D0D" -> enabled = false;
      case "46" -> {
        // Like a Magellan 800i: it reads nothing until it is enabled again.
        badBeeps++;
        enabled = false;
      }
      case "1B38" -> badBeeps++;
      default -> beeps++;
    }
  }

  /// Answers a menu command: echoes it in capitals, with the value if it was asked for, and ACK
  /// before the end mark. An unknown command gets ENQ instead.
  private int menu() {
    byte[] bytes = HexFormat.of().parseHex(pending);
    for (int end = 3; end < bytes.length; end++) {
      if (bytes[end] == '.' || bytes[end] == '!') {
        String text = new String(bytes, 3, end - 3, StandardCharsets.US_ASCII);
        heard.add(pending.substring(0, (end + 1) * 2));
        boolean known = text.matches("(?i)cbrena[01?^*]") && !faults.strikes(ScannerFault.REFUSE);
        String echo = text.toUpperCase(Locale.ROOT).replaceAll("[?^*]$", "1");
        answer(echo + (known ? '\u0006' : '\u0005') + (char) bytes[end]);
        return (end + 1) * 2;
      }
    }
    return 0;
  }

  private void answer(String text) {
    if (faults.has(ScannerFault.MUTE)) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    int turns = faults.end(ScannerFault.LATE_ANSWER);
    if (turns > 0) {
      lateTurns = turns;
      late.writeBytes(bytes);
    } else {
      raw(
          faults.strikes(ScannerFault.HALF_ANSWER)
              ? Arrays.copyOf(bytes, bytes.length / 2)
              : bytes);
    }
  }
}
