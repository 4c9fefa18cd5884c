package org.libstation.payment.zvt;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes messages for a trace: direction, class, instruction, length, and which fields they have.
/// Only the result and the intermediate state are shown with their value. All else is *masked* by
/// its structure, so that values of unknown fields cannot appear either.
final class WireTrace {
  private WireTrace() {}

  /// The trace line of one message.
  ///
  /// @param way direction: `>` to the terminal, `<` from it
  static String line(String way, Apdu message) {
    byte[] data = message.data();
    String rest =
        switch (message.control()) {
          case Apdu.STATUS, Apdu.COMPLETION, Apdu.AUTHORISATION -> fields(data, 0);
          case Apdu.INTERMEDIATE, Apdu.ABORTED ->
              data.length == 0
                  ? ""
                  : " %02X".formatted(data[0]) + (data.length > 1 ? " masked" : "");
          // Password, config byte, currency.
          case Apdu.REGISTRATION -> " password masked" + fields(data, Math.min(data.length, 6));
          case Apdu.REPEAT_RECEIPT, Apdu.REVERSAL, Apdu.END_OF_DAY ->
              " password masked" + fields(data, Math.min(data.length, 3));
          default -> data.length == 0 ? "" : " masked";
        };
    return way + " " + message + rest;
  }

  private static String fields(byte[] data, int from) {
    ZvtFields fields = ZvtFields.of(Arrays.copyOfRange(data, from, data.length));
    Optional<String> result =
        fields.binary(ZvtField.RESULT).stream().mapToObj(" = %02X"::formatted).findFirst();
    return fields.seen().stream()
            .map(
                field ->
                    " %02X".formatted(field.number())
                        + (field == ZvtField.RESULT ? result.orElse("") : " masked"))
            .collect(Collectors.joining(","))
        + (fields.whole() ? "" : " and more, masked");
  }
}
