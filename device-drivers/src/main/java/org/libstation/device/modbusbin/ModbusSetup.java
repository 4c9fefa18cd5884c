package org.libstation.device.modbusbin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.BusSetup;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Sets all slaves of a bus to one speed and to their own addresses, as a technician does once.
///
/// Each slave is searched for at its wanted speed and address, then at those it has when new, then
/// at every speed in its sheet. When it is found, its address and then its speed are written, and
/// it is asked again at the new ones. Nothing is ever broadcast, so a slave that is not found is
/// not changed.
final class ModbusSetup implements BusSetup {
  private static final Duration REPLY = Duration.ofMillis(200);

  /// A slave that is to be set up.
  ///
  /// @param unit the wanted address
  /// @param question a request that the slave is sure to answer, if only by a refusal
  private record Slave(String name, int unit, SlaveSetup setup, ModbusRequest.Read question) {
    ModbusRequest.Read questionAt(int other) {
      return question.withUnit(other);
    }
  }

  private record BaudAndUnit(int baud, int unit) {}

  private final List<Slave> slaves = new ArrayList<>();
  private final BusTiming timing;
  private final IntFunction<LinkOpener> lines;
  private final DeviceClock clock;

  ModbusSetup(BinOptions options, IntFunction<LinkOpener> lines, DeviceClock clock) {
    InputModule module = options.module();
    slaves.add(
        new Slave(
            module.maker(), options.ioUnit(), module.setup(), module.handShake(options.ioUnit())));
    options
        .level()
        .ifPresent(
            level ->
                slaves.add(
                    new Slave(
                        level.sensor().maker(),
                        level.unit(),
                        level.sensor().setup(),
                        level.sensor().ask(level.unit()))));
    this.timing = options.times().timing();
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public List<String> timings() {
    return BusTiming.SPEEDS.stream().map(baud -> timing.withBaud(baud).inWords()).toList();
  }

  @Override
  public boolean run(int baud, Consumer<String> say) {
    boolean all = true;
    for (Slave slave : slaves) {
      try {
        all &= bring(slave, baud, say);
      } catch (LinkLostException e) {
        say.accept(slave.name + ": " + e.getMessage());
        return false;
      }
    }
    return all;
  }

  private boolean bring(Slave slave, int baud, Consumer<String> say) throws LinkLostException {
    BaudAndUnit wanted = new BaudAndUnit(baud, slave.unit);
    if (answers(slave, wanted)) {
      say.accept(
          "%s: answers already as slave %d at %d baud".formatted(slave.name, slave.unit, baud));
      return true;
    }
    Optional<BaudAndUnit> found = find(slave);
    if (found.isEmpty()) {
      say.accept(slave.name + ": found nowhere; is it powered, are A and B the right way round?");
      return false;
    }
    BaudAndUnit there = found.get();
    say.accept("%s: found as slave %d at %d baud".formatted(slave.name, there.unit, there.baud));
    Optional<String> refusal = write(slave, there, wanted);
    if (refusal.isPresent()) {
      say.accept(slave.name + ": " + refusal.get());
      return false;
    }
    boolean done = answers(slave, wanted);
    say.accept(
        done
            ? "%s: is slave %d at %d baud now".formatted(slave.name, wanted.unit, wanted.baud)
            : slave.name
                + ": accepted the settings but does not answer there; switch its power off and on, and"
                + " try once more");
    return done;
  }

  private Optional<BaudAndUnit> find(Slave slave) throws LinkLostException {
    List<BaudAndUnit> places = new ArrayList<>();
    places.add(new BaudAndUnit(slave.setup.baud(), slave.setup.unit()));
    places.add(new BaudAndUnit(slave.setup.baud(), slave.unit));
    for (int speed : new TreeSet<>(slave.setup.codes().keySet())) {
      places.add(new BaudAndUnit(speed, slave.unit));
      places.add(new BaudAndUnit(speed, slave.setup.unit()));
    }
    for (BaudAndUnit place : places.stream().distinct().toList()) {
      // That address may belong to another slave of this bus.
      boolean another =
          slaves.stream().anyMatch(other -> !other.equals(slave) && other.unit == place.unit);
      if (!another && answers(slave, place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private boolean answers(Slave slave, BaudAndUnit at) throws LinkLostException {
    try (ModbusMaster bus = open(at.baud)) {
      return bus.ask(slave.questionAt(at.unit)).isPresent();
    }
  }

  private ModbusMaster open(int baud) throws LinkLostException {
    return new ModbusMaster(
        lines.apply(baud).open(), clock, REPLY, BusTiming.gap(baud, timing.bitsPerByte()));
  }

  /// @return the reason for a failure; empty if all was written
  private Optional<String> write(Slave slave, BaudAndUnit there, BaudAndUnit wanted)
      throws LinkLostException {
    try (ModbusMaster bus = open(there.baud)) {
      int unit = there.unit;
      if (unit != wanted.unit) {
        Optional<ModbusPlace> register = slave.setup.setUnit();
        if (register.isEmpty()) {
          return Optional.of("its sheet does not say where its address is set (set.unit)");
        }
        if (!takes(bus, unit, register.get(), wanted.unit)) {
          return Optional.of("does not take the address " + wanted.unit);
        }
        unit = wanted.unit;
      }
      if (there.baud == wanted.baud) {
        return Optional.empty();
      }
      Integer code = slave.setup.codes().get(wanted.baud);
      if (slave.setup.setBaud().isEmpty() || code == null) {
        return Optional.of("its sheet does not say how it is set to " + wanted.baud + " baud");
      }
      // The slave may answer at the old speed, at the new one, or not at all; the caller asks it
      // afterwards.
      return bus.askOnce(
                      new ModbusRequest.WriteRegister(
                          unit, slave.setup.setBaud().get().address(), code))
                  .orElse(new ModbusReply.WriteConfirmed())
              instanceof ModbusReply.ModbusRefusal refused
          ? Optional.of(wanted.baud + " baud: " + refused.inWords())
          : Optional.empty();
    }
  }

  /// Writes the address. Only a refusal counts as failure: the slave may answer from its old
  /// address or from the new one.
  private static boolean takes(ModbusMaster bus, int unit, ModbusPlace register, int wanted)
      throws LinkLostException {
    return !(bus.askOnce(new ModbusRequest.WriteRegister(unit, register.address(), wanted))
            .orElse(new ModbusReply.WriteConfirmed())
        instanceof ModbusReply.ModbusRefusal);
  }
}
