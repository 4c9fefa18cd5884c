package org.libstation.device.link.pcsc;

import org.libstation.device.link.WireBytes;

/// One message to or from a card reader on a serial line (ACS, ACR122S communication protocol, 2.1;
/// USB CCID 1.1, 6.1 and 6.2).
///
/// It consists of `02`, a ten-byte header, the data, the XOR of header and data, and `03`. The
/// header is that of CCID: type, length of the data with the lowest byte first, slot, sequence,
/// three more.
///
/// @param type such as [#EXCHANGE]
/// @param sequence 0 to 255; an answer repeats that of its question
/// @param status of an answer: 0 = done; bits 6 and 7 report failure
/// @param data an APDU or the card's answer to one; at most [#LONGEST] bytes
public record CardFrame(int type, int sequence, int status, WireBytes data) {
  /// Message type that powers a card on (CCID: PC_to_RDR_IccPowerOn).
  public static final int POWER_ON = 0x62;

  /// Message type that powers a card off (CCID: PC_to_RDR_IccPowerOff).
  public static final int POWER_OFF = 0x63;

  /// Message type that sends an APDU to the card (CCID: PC_to_RDR_XfrBlock).
  public static final int EXCHANGE = 0x6F;

  /// Message type of a reply with data (CCID: RDR_to_PC_DataBlock).
  public static final int DATA = 0x80;

  /// Message type of a reply with the slot status only (CCID: RDR_to_PC_SlotStatus).
  public static final int SLOT_STATUS = 0x81;

  /// Most bytes of data: the length of the longest short APDU or its answer.
  public static final int LONGEST = 261;

  static final int START = 0x02;
  static final int END = 0x03;
  static final int HEADER = 10;

  /// The message as sent on the line.
  public byte[] bytes() {
    byte[] bytes = new byte[HEADER + data.length() + 3];
    bytes[0] = START;
    bytes[1] = (byte) type;
    bytes[2] = (byte) data.length();
    bytes[3] = (byte) (data.length() >> 8);
    bytes[7] = (byte) sequence;
    bytes[8] = (byte) status;
    System.arraycopy(data.toArray(), 0, bytes, 1 + HEADER, data.length());
    bytes[bytes.length - 2] = (byte) check(bytes, 1, bytes.length - 2);
    bytes[bytes.length - 1] = END;
    return bytes;
  }

  /// The XOR of the bytes from `from` to `to` (exclusive).
  static int check(byte[] bytes, int from, int to) {
    int check = 0;
    for (int i = from; i < to; i++) {
      check ^= bytes[i];
    }
    return check & 0xFF;
  }
}
