package org.libstation.device.linescanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.libstation.device.link.Twin;

/// A scanner played by software: sends what is held before it, with its own prefix and terminator,
/// and understands the commands of the makers we name.
///
/// Written from the makers' guides alone; shares no code with the driver.
public final class LineScannerTwin implements Twin {
  private static final String TRIGGER_ON = "16540D";
  private static final String TRIGGER_OFF = "16550D";
  private static final String MENU = "164D0D";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> heard = new ArrayList<>();
  private String before = "";
  private String after = "\r";
  private String pending = "";
  private boolean serialTrigger;
  private boolean triggered;
  private boolean enabled = true;
  private boolean on = true;
  private int beeps;

  /// What it puts around each scan; the usual is nothing and CR.
  public synchronized void wrap(String prefix, String suffix) {
    before = prefix;
    after = suffix;
  }

  /// Reads only between trigger on and trigger off.
  public synchronized void serialTrigger(boolean only) {
    serialTrigger = only;
  }

  /// Somebody holds a barcode before it.
  ///
  /// @return whether it read it
  public synchronized boolean scan(String data) {
    if (!on || !enabled || (serialTrigger && !triggered)) {
      return false;
    }
    triggered = false;
    raw((before + data + after).getBytes(StandardCharsets.ISO_8859_1));
    return true;
  }

  /// Sends bytes as they are, for faults.
  public synchronized void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /// Switches it off or on.
  public synchronized void power(boolean on) {
    this.on = on;
  }

  public synchronized boolean triggered() {
    return triggered;
  }

  public synchronized boolean enabled() {
    return enabled;
  }

  public synchronized int beeps() {
    return beeps;
  }

  /// Commands it understood, as hex, in order.
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    if (!on) {
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
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }

  /// @return hex digits used up; 0 when the command is not whole yet
  private int command() {
    for (String whole :
        List.of(
            TRIGGER_ON,
            TRIGGER_OFF,
            MENU,
            "1B34",
            "1B35",
            "1B36",
            "23402F2F2F2F0D",
            "2340" + "2D2D2D2D0D",
            "2340" + "2E2E2E2E0D",
            "45",
            "44",
            "42",
            "01",
            "07",
            "46",
            "52")) {
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
      default -> beeps++;
    }
  }

  /// A menu command is echoed in capitals, with the value where it was asked, and ACK before its
  /// end mark; an unknown one with ENQ.
  private int menu() {
    byte[] bytes = HexFormat.of().parseHex(pending);
    for (int end = 3; end < bytes.length; end++) {
      if (bytes[end] == '.' || bytes[end] == '!') {
        String text = new String(bytes, 3, end - 3, StandardCharsets.US_ASCII);
        heard.add(pending.substring(0, (end + 1) * 2));
        boolean known = text.matches("(?i)cbrena[01?^*]");
        String echo = text.toUpperCase(java.util.Locale.ROOT).replaceAll("[?^*]$", "1");
        raw(echo.getBytes(StandardCharsets.US_ASCII));
        raw(new byte[] {(byte) (known ? 0x06 : 0x05), bytes[end]});
        return (end + 1) * 2;
      }
    }
    return 0;
  }
}
