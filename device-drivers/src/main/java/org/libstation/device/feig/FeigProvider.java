package org.libstation.device.feig;

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
import org.libstation.device.pad.PadExamination;
import org.libstation.device.pad.PadReader;

/// Makes [PadReader]s for FEIG readers, with the protocol of [FeigWire]; model `feig`.
public final class FeigProvider implements DriverProvider {
  private static final int HEAD = 4;

  @Override
  public String model() {
    return "feig";
  }

  @Override
  public Class<TagReader> kind() {
    return TagReader.class;
  }

  /// Traces show length, address, command and status; the bytes after them are data of tags.
  @Override
  public int shown() {
    return HEAD;
  }

  @Override
  public Device create(DriverSetup setup) {
    FeigOptions options = FeigOptions.read(setup.options());
    return new PadReader(setup, options.pad(), () -> new FeigWire(options.wire()));
  }

  /// Asks for the software version, which changes nothing.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    FeigOptions.FeigLine wire = FeigOptions.read(setup.options()).wire();
    FeigRequest version = new FeigRequest.SoftwareVersion();
    return Optional.of(
        new Greeting(
            version.encode(wire.advanced(), wire.address()),
            false,
            came ->
                new FeigParser()
                    .parse(came).stream()
                        .flatMap(frame -> FeigReply.decode(frame).stream())
                        .anyMatch(reply -> reply.command() == version.command())));
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    FeigOptions options = FeigOptions.read(setup.options());
    return Optional.of(new PadExamination(options.pad(), () -> new FeigWire(options.wire())));
  }

  /// A new reader has 38400 8E1; a site may have set another speed.
  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of(
        new Usual(Map.of("baud", "38400", "frame", "8E1"), Map.of()),
        new Usual(Map.of("baud", "38400", "frame", "8E1"), Map.of("frame", "advanced")),
        new Usual(Map.of("baud", "115200", "frame", "8E1"), Map.of()),
        new Usual(Map.of("baud", "9600", "frame", "8E1"), Map.of()));
  }
}
