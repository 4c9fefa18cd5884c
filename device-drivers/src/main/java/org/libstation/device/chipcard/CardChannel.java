package org.libstation.device.chipcard;

import java.util.Arrays;
import java.util.HexFormat;
import org.libstation.device.CardProblem;
import org.libstation.device.link.LinkLostException;

/// The card that lies in the field, asked by APDUs (ISO/IEC 7816-4).
interface CardChannel {

  /// @return the card's data and its two bytes of status
  /// @throws NotReadException when it was torn away, or its reader does not answer
  byte[] transmit(byte[] apdu) throws NotReadException, LinkLostException;

  /// @param apdu as hex
  /// @return the data of an answer `90 00`
  /// @throws NotReadException when the card says anything else
  default byte[] done(String what, byte[] apdu) throws NotReadException, LinkLostException {
    byte[] answer = transmit(apdu);
    int status = status(answer);
    if (status != 0x9000) {
      throw new NotReadException(
          CardProblem.NOT_OURS, what + " is refused (%04X)".formatted(status));
    }
    return data(answer);
  }

  static int status(byte[] answer) {
    return (answer[answer.length - 2] & 0xFF) << 8 | (answer[answer.length - 1] & 0xFF);
  }

  static byte[] data(byte[] answer) {
    return Arrays.copyOf(answer, answer.length - 2);
  }

  static byte[] hex(String apdu) {
    return HexFormat.of().parseHex(apdu.replace(" ", ""));
  }
}
