package org.libstation.payment.zvt;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/// One message (APDU) of the terminal's protocol: class and instruction, a length, and a data block
/// (PA00P015, 1). [#toString()] shows no data.
public final class Apdu {
  /// Class and instruction, written as in the manual.
  public static final int STATUS = 0x040F;

  public static final int INTERMEDIATE = 0x04FF;
  public static final int REGISTRATION = 0x0600;
  public static final int AUTHORISATION = 0x0601;
  public static final int LOG_OFF = 0x0602;
  public static final int COMPLETION = 0x060F;
  public static final int ABORTED = 0x061E;
  public static final int REPEAT_RECEIPT = 0x0620;
  public static final int REVERSAL = 0x0630;
  public static final int END_OF_DAY = 0x0650;
  public static final int DIAGNOSIS = 0x0670;
  public static final int ABORT = 0x06B0;
  public static final int PRINT_LINE = 0x06D1;
  public static final int PRINT_BLOCK = 0x06D3;
  public static final int POSITIVE = 0x8000;

  /// The class of a negative acknowledgement; its instruction is the reason.
  public static final int NEGATIVE_CLASS = 0x84;

  private static final int LONG = 0xFF;

  private final int control;
  private final byte[] data;

  /// @throws IllegalArgumentException if the data block has more than 65535 bytes
  public Apdu(int control, byte... data) {
    if (data.length > 0xFFFF) {
      throw new IllegalArgumentException("a data block has at most 65535 bytes");
    }
    this.control = control;
    this.data = data.clone();
  }

  /// Class (high byte) and instruction (low byte).
  public int control() {
    return control;
  }

  public byte[] data() {
    return data.clone();
  }

  public boolean negative() {
    return control >> 8 == NEGATIVE_CLASS;
  }

  /// Whether this is `80 00` or `84 xx`: an answer to a message that is not answered itself.
  public boolean acknowledges() {
    return control == POSITIVE || negative();
  }

  /// The whole message as it is sent, without the frame of a serial line.
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(control >> 8);
    all.write(control);
    if (data.length < LONG) {
      all.write(data.length);
    } else {
      all.write(LONG);
      all.write(data.length);
      all.write(data.length >> 8);
    }
    all.writeBytes(data);
    return all.toByteArray();
  }

  /// Length in bytes of the message that begins here; 0 while it is not known yet.
  ///
  /// @param count number of bytes received so far
  public static int length(byte[] begun, int count) {
    if (count < 3) {
      return 0;
    }
    int told = begun[2] & 0xFF;
    if (told < LONG) {
      return 3 + told;
    }
    return count < 5 ? 0 : 5 + (begun[3] & 0xFF) + ((begun[4] & 0xFF) << 8);
  }

  /// @param whole exactly as many bytes as [#length] says
  public static Apdu of(byte[] whole) {
    int head = (whole[2] & 0xFF) == LONG ? 5 : 3;
    return new Apdu(
        (whole[0] & 0xFF) << 8 | (whole[1] & 0xFF), Arrays.copyOfRange(whole, head, whole.length));
  }

  /// Class and instruction as text, such as `06 01`.
  public String name() {
    return HexFormat.ofDelimiter(" ")
        .withUpperCase()
        .formatHex(new byte[] {(byte) (control >> 8), (byte) control});
  }

  @Override
  public String toString() {
    return name() + ", " + data.length + " bytes";
  }
}
