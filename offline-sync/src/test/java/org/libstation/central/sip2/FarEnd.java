package org.libstation.central.sip2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// A scripted far end: what it does when a line comes in. Lines and checksums are made here, never
/// by the codec under test.
interface FarEnd {

  sealed interface Step {
    /// Bytes that go out as they are.
    record Say(String bytes) implements Step {}

    /// Virtual clock only.
    record Wait(Duration time) implements Step {}

    record HangUp() implements Step {}

    /// A TCP reset where there is TCP.
    record Reset() implements Step {}
  }

  List<Step> hear(String line);

  /// The sequence number of a request.
  static String ay(String line) {
    int at = line.lastIndexOf("AY");
    return at < 0 ? "" : line.substring(at + 2, at + 3);
  }

  /// A whole line with its trailer and CR.
  static String line(String body, String sequence) {
    String through = body + (sequence.isEmpty() ? "" : "AY" + sequence) + "AZ";
    int sum = 0;
    for (byte b : through.getBytes(StandardCharsets.UTF_8)) {
      sum += b & 0xFF;
    }
    return through + "%04X".formatted(-sum & 0xFFFF) + "\r";
  }

  static Step say(String body, String sequence) {
    return new Step.Say(line(body, sequence));
  }

  static Step raw(String bytes) {
    return new Step.Say(bytes);
  }

  /// Answers 93 and 99, and leaves the rest to another.
  static FarEnd ready(FarEnd rest) {
    return line -> {
      if (line.startsWith("93")) {
        return List.of(say("941", ay(line)));
      }
      if (line.startsWith("99")) {
        return List.of(
            say(
                "98YYYYNY03000320261124    0900002.00AOMAIN|AMLindenhof City Library"
                    + "|BXYYYYYYYYYYYNNYYY|",
                ay(line)));
      }
      return rest.hear(line);
    };
  }
}
