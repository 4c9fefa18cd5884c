package org.libstation.device.keyscanner.lab;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.TwinFaults;
import org.libstation.lab.twin.CodeScanner;

/// A simulated scanner that is a United States USB keyboard. It sends the events that Linux makes
/// of its reports: one key at a time, as such scanners do, and Enter after each code.
///
/// Written from linux/input.h and linux/input-event-codes.h alone; shares no code with the driver.
public final class KeyScannerTwin implements CodeScanner {
  private static final String[] PLAIN = {
    "1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "\\zxcvbnm,./"
  };
  private static final String[] SHIFTED = {
    "!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"~", "|ZXCVBNM<>?"
  };
  private static final int[] FIRST = {2, 16, 30, 43};
  private static final int SYN = 0;
  private static final int KEY = 1;
  private static final int MSC = 4;
  private static final int SYN_DROPPED = 3;
  private static final int SHIFT = 42;
  private static final int CAPS = 58;
  private static final int SPACE = 57;
  private static final int CTRL = 29;
  private static final int RIGHT_BRACKET = 27;
  private static final int ENTER = 28;
  private static final char GS = 0x1D;

  /// A full-speed keyboard is polled once a millisecond.
  private static final long REPORT_MICROS = 1_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TwinFaults<KeyFault> faults = new TwinFaults<>(KeyFault.class);
  private long micros = 1_700_000_000_000_000L;
  private long pace = REPORT_MICROS;
  private int end = ENTER;

  /// Sets the time between two reports, as a scanner's inter-character delay does.
  public synchronized void pace(long reportMicros) {
    pace = reportMicros;
  }

  /// Sets the code of the key after each code; 0 for none.
  public synchronized void endsWith(int key) {
    end = key;
  }

  @Override
  public Optional<CodeScanner> as(String scheme) {
    return scheme.equals("hidraw") ? Optional.of(new PosScannerTwin()) : Optional.empty();
  }

  @Override
  public synchronized boolean scan(String data) {
    if (faults.has(KeyFault.OFF)) {
      return false;
    }
    int times = 1 + faults.end(KeyFault.REPEAT);
    String changed = changed(data);
    boolean caps = faults.strikes(KeyFault.CAPS_LOCK);
    boolean dropped = faults.strikes(KeyFault.DROPPED);
    for (int i = 0; i < times; i++) {
      code(changed, caps, dropped);
    }
    return true;
  }

  private String changed(String data) {
    if (faults.strikes(KeyFault.OTHER_PREFIX)) {
      return "~" + data;
    }
    if (faults.strikes(KeyFault.OTHER_SUFFIX)) {
      return data + "#";
    }
    if (faults.strikes(KeyFault.LOSE_START)) {
      return data.substring(1);
    }
    if (faults.strikes(KeyFault.MISREAD)) {
      int digit = data.length() - 2;
      char wrong = data.charAt(digit) == '1' ? '2' : '1';
      return data.substring(0, digit) + wrong + data.substring(digit + 1);
    }
    return faults.strikes(KeyFault.GERMAN_KEYS) ? german(data) : data;
  }

  /// What a German keyboard types if the system takes it for a United States keyboard.
  private static String german(String data) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < data.length(); i++) {
      char sign = data.charAt(i);
      int at = "yzYZ-".indexOf(sign);
      typed.append(at < 0 ? sign : "zyZY/".charAt(at));
    }
    return typed.toString();
  }

  private void code(String data, boolean caps, boolean dropped) {
    if (caps) {
      stroke(CAPS);
    }
    boolean broken = faults.strikes(KeyFault.BREAK_OFF);
    int half = data.length() / 2;
    for (int i = 0; i < (broken ? half : data.length()); i++) {
      if (dropped && i == half) {
        event(SYN, SYN_DROPPED, 0);
      } else {
        sign(data.charAt(i));
      }
    }
    if (caps) {
      stroke(CAPS);
    }
    if (!broken && end != 0) {
      stroke(end);
    }
  }

  /// Types one character as a United States keyboard does.
  private void sign(char sign) {
    if (sign == ' ') {
      stroke(SPACE);
    } else if (sign == GS) {
      held(CTRL, RIGHT_BRACKET);
    } else if (!typed(PLAIN, sign, false) && !typed(SHIFTED, sign, true)) {
      throw new IllegalArgumentException("no key types the sign " + (int) sign);
    }
  }

  private boolean typed(String[] rows, char sign, boolean shift) {
    for (int row = 0; row < rows.length; row++) {
      int at = rows[row].indexOf(sign);
      if (at >= 0) {
        int key = FIRST[row] + at;
        if (shift) {
          held(SHIFT, key);
        } else {
          stroke(key);
        }
        return true;
      }
    }
    return false;
  }

  private void held(int modifier, int key) {
    press(modifier, 1);
    stroke(key);
    press(modifier, 0);
  }

  private void stroke(int key) {
    press(key, 1);
    press(key, 0);
  }

  /// Sends the events that Linux makes of one report in which one key changed.
  private void press(int key, int value) {
    micros += pace;
    event(MSC, 4, 0x7_0000 + key);
    event(KEY, key, value);
    event(SYN, 0, 0);
  }

  /// Sends an event as it is.
  public synchronized void event(int type, int code, int value) {
    out.writeBytes(
        ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(micros / 1_000_000)
            .putLong(micros % 1_000_000)
            .putShort((short) type)
            .putShort((short) code)
            .putInt(value)
            .array());
  }

  @Override
  public List<TwinFault> faults() {
    return faults.all();
  }

  @Override
  public synchronized Optional<String> bringAbout(String name, List<String> arguments) {
    return faults.bringAbout(name, arguments, this::happen);
  }

  private void happen(KeyFault fault, int count) {
    if (fault == KeyFault.BABBLE) {
      for (int i = 0; i < count; i++) {
        sign((char) ('a' + i % 26));
      }
    } else {
      faults.set(fault, count);
    }
  }

  @Override
  public synchronized void heal() {
    faults.heal();
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    byte[] sent = out.toByteArray();
    out.reset();
    return faults.has(KeyFault.OFF) ? new byte[0] : sent;
  }
}
