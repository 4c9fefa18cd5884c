package org.libstation.payment.zvt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Messages that others wrote or recorded.
///
/// @param hex the message
/// @param frame the same on a serial line; empty where none was recorded
record ForeignFrames(String from, String name, String hex, String frame) {

  static List<ForeignFrames> all() {
    try (InputStream file =
        Objects.requireNonNull(ForeignFrames.class.getResourceAsStream("foreign-frames.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .map(
              words ->
                  new ForeignFrames(
                      words[0].strip(), words[1].strip(), words[2].strip(), words[3].strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ForeignFrames of(String name) {
    return all().stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  byte[] message() {
    return HexFormat.of().parseHex(hex);
  }

  byte[] serial() {
    return HexFormat.of().parseHex(frame);
  }

  Apdu apdu() {
    return Apdu.of(message());
  }

  StatusInformation transaction() {
    return StatusInformation.of(ZvtFields.of(apdu().data())).orElseThrow();
  }
}
