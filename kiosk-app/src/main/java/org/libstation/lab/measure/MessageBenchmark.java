package org.libstation.lab.measure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Message;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Encodes and decodes one SIP2 message, checksum included, under JMH. Run by [MessageTrial].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBenchmark {
  private static final int SEQUENCE = 3;
  private static final String NOW = "20261126    101500";

  /// The ten commonest messages of a station's day, as a library and a station write them.
  private static final Map<String, String> LINES =
      Map.of(
          "99", "9900802.00",
          "98",
              "98YYYYNN030003"
                  + NOW
                  + "2.00AOSEL|AMHarbourside Library|BXYYYNYNYYYYYNNNYN|ANSEL-1|",
          "17", "17" + NOW + "AOSEL|AB38801000002151|AC|",
          "18",
              "18030001"
                  + NOW
                  + "CF0|AB38801000002151|AJThe time machine|CK001|CRadult|CS823 WEL|AQSEL-1|",
          "11",
              "11NN" + NOW + "                  AOSEL|AA28801000000306|AB38801000002151|AC|AD|BON|",
          "12",
              "121NUY"
                  + NOW
                  + "AOSEL|AA28801000000306|AB38801000002151|AJThe time machine"
                  + "|AH20261210    235900|CK001|",
          "09", "09N" + NOW + NOW + "APSEL-1|AOSEL|AB38801000002151|AC|",
          "10", "101YUN" + NOW + "AOSEL|AB38801000002151|AQSEL-1|AJThe time machine|CK001|CLadult|",
          "63", "63001" + NOW + "  Y       AOSEL|AA28801000000306|AC|AD|",
          "64",
              "64              001"
                  + NOW
                  + "000000000003000000000000AOSEL|AA28801000000306|AEStation Test|BLY|CQY|BHHKD"
                  + "|BV0.00|BZ0010|CA0010|CB0010|AU38801000002151|AU38801000002185"
                  + "|AU38801000000254|");

  /// Code of the message.
  @Param({"99", "98", "17", "18", "11", "12", "09", "10", "63", "64"})
  private String code = "99";

  private final Sip2Codec codec = new Sip2Codec(StandardCharsets.UTF_8, true);
  private Sip2Message message = Sip2Message.read(LINES.getOrDefault(code, ""));
  private byte[] line = {};

  /// Prepares the message; not timed.
  @Setup
  public void choose() {
    message = Sip2Message.read(LINES.getOrDefault(code, ""));
    byte[] bytes = codec.encode(message, SEQUENCE);
    line = Arrays.copyOf(bytes, bytes.length - 1);
  }

  /// @return the bytes, so that JMH does not optimise the work away
  @Benchmark
  public byte[] encode() {
    return codec.encode(message, SEQUENCE);
  }

  /// @return the message, so that JMH does not optimise the work away
  @Benchmark
  public Sip2Codec.Received parse() {
    return codec.decode(line);
  }
}
