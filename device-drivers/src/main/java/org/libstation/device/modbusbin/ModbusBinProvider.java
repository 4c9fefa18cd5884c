package org.libstation.device.modbusbin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.driver.BusSetup;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.driver.Greeting;
import org.libstation.device.exam.Examination;
import org.libstation.device.link.LinkOpener;

/// Makes [ModbusBinSensor]s; model `modbusbin`.
public final class ModbusBinProvider implements DriverProvider {
  private static final int WHOLE_FRAME = 64;

  @Override
  public String model() {
    return "modbusbin";
  }

  @Override
  public Class<BinSensor> kind() {
    return BinSensor.class;
  }

  /// Traces show whole frames: the bus carries inputs, levels and a lock, and no personal data.
  @Override
  public int shown() {
    return WHOLE_FRAME;
  }

  @Override
  public Device create(DriverSetup setup) {
    return new ModbusBinSensor(setup, BinOptions.read(setup));
  }

  /// The handshake of the input module, which only reads.
  @Override
  public Optional<Greeting> greeting(DriverSetup setup) {
    BinOptions options = BinOptions.read(setup);
    ModbusRequest.Read question = options.module().handShake(options.ioUnit());
    return Optional.of(
        new Greeting(
            question.encode(),
            false,
            came ->
                new RtuParser(RtuParser.FrameDirection.REPLIES)
                    .parse(came).stream()
                        .anyMatch(frame -> ModbusReply.decode(question, frame).isPresent())));
  }

  @Override
  public Optional<Examination> examination(DriverSetup setup) {
    return Optional.of(new BinExamination(BinOptions.read(setup)));
  }

  /// Addresses of the input module and the level sensor.
  @Override
  public Set<Integer> busAddresses(DriverSetup setup) {
    BinOptions options = BinOptions.read(setup);
    Set<Integer> units = new TreeSet<>();
    units.add(options.ioUnit());
    options.level().ifPresent(level -> units.add(level.unit()));
    return units;
  }

  @Override
  public Optional<BusSetup> busSetup(DriverSetup setup, IntFunction<LinkOpener> lines) {
    return Optional.of(new ModbusSetup(BinOptions.read(setup), lines, setup.clock()));
  }

  @Override
  public List<Usual> usual(DeviceSheets sheets) {
    return List.of("115200", "9600", "19200").stream()
        .map(baud -> new Usual(Map.of("baud", baud), Map.of()))
        .toList();
  }
}
