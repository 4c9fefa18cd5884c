package org.libstation.device.oddpad;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.TagReader;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamTalk;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.LineTally;
import org.libstation.device.link.WireBytes;

/// Makes [OddPad]s; model `oddpad`.
public final class OddPadProvider implements DriverProvider {
  static final String WHO = "V\n";
  static final String ANSWER = "ODDPAD 1";

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final int QUESTIONS = 5;

  @Override
  public String model() {
    return "oddpad";
  }

  @Override
  public Class<TagReader> kind() {
    return TagReader.class;
  }

  /// The letter of the command.
  @Override
  public int shown() {
    return 1;
  }

  @Override
  public Device create(DriverSetup setup) {
    return new OddPad(setup, looks(setup.options()), tone(setup.options()));
  }

  private static int looks(DriverOptions options) {
    return options.number("looks", 3, 1, 50);
  }

  private static String tone(DriverOptions options) {
    return options.choice("tone", "soft", "soft", "loud");
  }

  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    return Optional.of(
        new Greeting(
            WireBytes.of(WHO.getBytes(StandardCharsets.US_ASCII)),
            false,
            OddPadProvider::isAnswer));
  }

  private static boolean isAnswer(byte[] came) {
    return new String(came, StandardCharsets.US_ASCII).equals(ANSWER + "\n");
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(
        (opener, clock, _) -> {
          LineTally tally = new LineTally();
          try (ExamTalk talk = new ExamTalk(opener.open(), clock)) {
            for (int question = 0; question < QUESTIONS; question++) {
              tally.asked();
              Duration begun = talk.now();
              talk.send(WHO.getBytes(StandardCharsets.US_ASCII));
              byte[] came = talk.listen(PATIENCE, PATIENCE, OddPadProvider::isAnswer);
              if (isAnswer(came)) {
                tally.answered(talk.now().minus(begun));
              } else {
                tally.odd(came.length == 0 ? DeviceFault.UNANSWERED : DeviceFault.NOISE);
              }
            }
          }
          return tally.end(tally.anyAnswer() ? ANSWER : "", List.of(), List.of());
        });
  }

  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of(new Usual(Map.of("baud", "57600"), Map.of()));
  }
}
