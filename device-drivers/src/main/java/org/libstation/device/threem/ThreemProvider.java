package org.libstation.device.threem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.Device;
import org.libstation.device.TagReader;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.exam.Examination;
import org.libstation.device.pad.FrameParser;
import org.libstation.device.pad.PadExamination;
import org.libstation.device.pad.PadReader;
import org.libstation.device.pad.PadReply;
import org.libstation.device.pad.PadRequest;

/// Makes [PadReader]s for 3M pads, with the protocol of [ThreemWire]; model `threem`.
public final class ThreemProvider implements DriverProvider {
  /// Traces show head, length, command and status; the bytes after them are data of tags.
  private static final int HEAD = 5;

  private static final Map<String, String> LINE = Map.of("baud", "19200", "frame", "8N1");

  @Override
  public String model() {
    return "threem";
  }

  @Override
  public Class<TagReader> kind() {
    return TagReader.class;
  }

  @Override
  public int shown() {
    return HEAD;
  }

  @Override
  public Device create(DriverSetup setup) {
    ThreemOptions options = ThreemOptions.read(setup.options());
    return new PadReader(setup, options.pad(), () -> new ThreemWire(options));
  }

  /// Asks for the version, or sends the start question of an 810; neither changes anything.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    ThreemWire wire = new ThreemWire(ThreemOptions.read(setup.options()));
    PadRequest who = new PadRequest.Greet(0);
    return Optional.of(
        new Greeting(
            wire.encode(who),
            false,
            came ->
                new FrameParser<>(wire.framing())
                    .parse(came).stream()
                        .flatMap(frame -> wire.reply(who, frame).stream())
                        .anyMatch(PadReply.Greeted.class::isInstance)));
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    ThreemOptions options = ThreemOptions.read(setup.options());
    return Optional.of(new PadExamination(options.pad(), () -> new ThreemWire(options)));
  }

  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of(new Usual(LINE, Map.of()), new Usual(LINE, Map.of("start", "810")));
  }
}
