package org.libstation.device.keyscanner.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.libstation.lab.twin.CodeScanner;

/// A simulated HID-POS scanner. It sends its report descriptor, then each code in as many reports
/// of 56 data bytes as needed.
///
/// Written from the HID Point of Sale Usage Tables 1.02 and their example of a scanner; shares no
/// code with the driver.
public final class PosScannerTwin implements CodeScanner {
  /// Page 8C, scanner. Report 2 has a byte count, three identifiers, 56 bytes of data, the flag
  /// that more follows, and seven unused bits.
  public static final String DESCRIPTOR =
      "05 8C 09 02 A1 01 09 12 A1 02 85 02 15 00 26 FF 00 75 08 95 01 05 01 09 3B 81 02"
          + " 95 03 05 8C 09 FB 09 FC 09 FD 81 02 95 38 09 FE 82 02 01 75 01 95 01 09 FF 81 02"
          + " 95 07 81 03 C0 C0";

  private static final int ROOM = 56;
  private static final int HEAD = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String identifier = "]C0";

  public PosScannerTwin() {
    plug();
  }

  /// Opens the device anew: it sends its descriptor again.
  public synchronized void plug() {
    out.reset();
    piece(HexFormat.of().parseHex(DESCRIPTOR.replace(" ", "")));
  }

  /// Sets the AIM identifier of the next codes; empty for none.
  public synchronized void identifier(String aim) {
    identifier = aim;
  }

  @Override
  public synchronized boolean scan(String data) {
    byte[] all = data.getBytes(StandardCharsets.ISO_8859_1);
    int from = 0;
    do {
      int count = Math.min(ROOM, all.length - from);
      report(Arrays.copyOfRange(all, from, from + count), from + count < all.length);
      from += count;
    } while (from < all.length);
    return true;
  }

  private void report(byte[] data, boolean more) {
    byte[] report = new byte[HEAD + ROOM + 1];
    report[0] = 2;
    report[1] = (byte) data.length;
    byte[] aim = identifier.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(aim, 0, report, 2, aim.length);
    System.arraycopy(data, 0, report, HEAD, data.length);
    report[HEAD + ROOM] = (byte) (more ? 1 : 0);
    piece(report);
  }

  /// Adds the bytes of one read of the device.
  public synchronized void piece(byte[] read) {
    out.write(read.length & 0xFF);
    out.write(read.length >> 8);
    out.writeBytes(read);
  }

  @Override
  public synchronized byte[] exchange(byte[] received) {
    byte[] sent = out.toByteArray();
    out.reset();
    return sent;
  }
}
