package org.libstation.command;

import org.jspecify.annotations.Nullable;
import org.libstation.station.parts.SiteBus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `setup-bus`: sets the speed and the addresses of the modules on a drop's bus, once,
/// by a technician.
@Command(name = "setup-bus")
public final class SetupBusCommand extends SettableCommand {
  @Option(names = "--device", paramLabel = "NAME")
  private String device = "bin";

  @Option(names = "--baud", paramLabel = "N")
  private @Nullable Integer baud;

  @Option(names = "--timing")
  private boolean timing;

  @Override
  protected int run() {
    SiteBus bus = SiteBus.of(site(), device);
    if (timing) {
      bus.setup().timings().forEach(line -> say("inputs are read " + line));
      return 0;
    }
    int speed = baud == null ? bus.baud() : baud;
    boolean done = bus.setup().run(speed, this::say);
    if (done && speed != bus.baud()) {
      say("now write baud=%d into the address of station.devices.%s".formatted(speed, device));
    }
    return done ? 0 : 1;
  }
}
