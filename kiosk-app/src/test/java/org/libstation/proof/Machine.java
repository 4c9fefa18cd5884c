package org.libstation.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceListener;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.LinkOpener;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.paper.ShippedLayout;
import org.libstation.simulation.Cabinet;
import org.libstation.simulation.SimulatedTime;
import org.libstation.station.FlowLoop;
import org.libstation.station.ReceiptComposer;

/// A machine on which a station's program runs, on one thread. What a power cut does not touch (the
/// devices' far ends, the journal's file) stays; [#restart] makes the rest anew.
final class Machine {
  static final ReceiptComposer RECEIPTS = ShippedLayout.receipts(StationBanner.NONE);
  private static final Duration TURN = Duration.ofMillis(20);
  private static final Duration SETTLES = Duration.ofSeconds(1);

  private final SimulatedTime time;
  private final Cabinet cabinet;
  private final Supplier<Program> start;
  private Instant settlesAt;
  private Program program;

  /// What one run of the program is made of.
  ///
  /// @param watch looks at link and journal now and then
  record Program(FlowLoop loop, List<Device> devices, Runnable watch) {}

  /// @param start begins the program anew
  Machine(SimulatedTime time, Cabinet cabinet, Supplier<Program> start) {
    this.time = time;
    this.cabinet = cabinet;
    this.start = start;
    this.settlesAt = time.now();
    this.program = start.get();
  }

  /// A device by its production driver, before a twin at the other end of a line.
  static Device driver(
      String model, String name, SimulatedTime time, DeviceListener listener, LinkOpener line) {
    String address = "serial:/dev/" + name + "?baud=38400";
    return driver(model, name, address, Map.of(), time, listener, line);
  }

  /// As above, as it is set up.
  static Device driver(
      String model,
      String name,
      String address,
      Map<String, String> options,
      SimulatedTime time,
      DeviceListener listener,
      LinkOpener line) {
    return Drivers.create(
        model, name, DeviceAddress.parse(address), options, new MachineClock(time), listener, line);
  }

  FlowState state() {
    return program.loop().state();
  }

  void press(Key key) {
    boolean _ = program.loop().offer(new FlowEvent.Pressed(key));
    int _ = program.loop().drain();
  }

  /// The program ends here and another begins.
  ///
  /// @param between what happens to the machine meanwhile
  void restart(Runnable between) {
    close();
    between.run();
    settlesAt = time.now();
    program = start.get();
  }

  /// Every thread of the station has its turn once, and a moment passes.
  void turn() {
    work();
    moment();
  }

  /// Every thread of the station has its turn once.
  void work() {
    for (Device device : program.devices()) {
      device.step();
      int _ = program.loop().drain();
    }
    if (!time.now().isBefore(settlesAt)) {
      settlesAt = time.now().plus(SETTLES);
      Duration _ = cabinet.work();
      program.watch().run();
    }
    int _ = program.loop().drain();
    program.loop().tick();
  }

  void moment() {
    time.advance(TURN);
  }

  /// Turns until it is so.
  ///
  /// @return whether it came to be so within the time
  boolean until(BooleanSupplier so, Duration within) {
    Instant end = time.now().plus(within);
    turn();
    while (!so.getAsBoolean() && time.now().isBefore(end)) {
      turn();
    }
    return so.getAsBoolean();
  }

  void close() {
    program.devices().forEach(Device::close);
  }

  /// The machine's clocks as a driver sees them.
  private record MachineClock(SimulatedTime time) implements DeviceClock {
    @Override
    public Instant instant() {
      return time.wall();
    }

    @Override
    public Duration monotonic() {
      return time.monotonic();
    }
  }
}
