package org.libstation.device.chipcard;

import java.util.Arrays;
import java.util.HexFormat;
import org.libstation.device.CardProblem;
import org.libstation.device.link.LinkLostException;

/// Sends APDUs to the card in the reader's field (ISO/IEC 7816-4).
interface CardChannel {

  /// @return the card's data and its two status bytes
  /// @throws NotReadException if the card was taken away or its reader does not answer
  byte[] transmit(byte[] apdu) throws NotReadException, LinkLostException;

  /// Sends an APDU that must succeed.
  ///
  /// @param what the step, for the words of the exception
  /// @return the data of an answer with status `90 00`
  /// @throws NotReadException if the card answers anything else
  default byte[] done(String what, byte[] apdu) throws NotReadException, LinkLostException {
    byte[] answer = transmit(apdu);
    int status = status(answer);
    if (status != 0x9000) {
      throw new NotReadException(
          CardProblem.NOT_OURS, what + " is refused (%04X)".formatted(status));
    }
    return data(answer);
  }

  /// The two status bytes as one number.
  static int status(byte[] answer) {
    return (answer[answer.length - 2] & 0xFF) << 8 | (answer[answer.length - 1] & 0xFF);
  }

  /// The answer without its status bytes.
  static byte[] data(byte[] answer) {
    return Arrays.copyOf(answer, answer.length - 2);
  }

  static byte[] hex(String apdu) {
    return HexFormat.of().parseHex(apdu.replace(" ", ""));
  }
}
