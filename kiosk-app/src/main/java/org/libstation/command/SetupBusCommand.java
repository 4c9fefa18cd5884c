package org.libstation.command;

import org.jspecify.annotations.Nullable;
import org.libstation.station.parts.SiteBus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Brings the slaves of a drop's bus to one speed and to their addresses: once, by a technician.
@Command(
    name = "setup-bus",
    description =
        "Brings the modules of a drop's Modbus line to one speed and to the addresses the site"
            + " gives them: a new sensor comes with its maker's. It looks for each, writes its"
            + " address and speed where its sheet in devices/modbus says, and asks it once more."
            + " The station must not run: it holds the line.",
    footer = {
      "",
      "Examples:",
      "  ./station setup-bus --config config                 to the speed of the bin's address",
      "  ./station setup-bus --config config --baud 115200   then write baud=115200 there",
      "  ./station setup-bus --config config --timing        only says what each speed gives",
      "Exit status: 0 all answer as they shall; 1 one does not."
    })
public final class SetupBusCommand extends SettableCommand {
  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "whose line (default: ${DEFAULT-VALUE})")
  private String device = "bin";

  @Option(names = "--baud", paramLabel = "N", description = "the speed all shall have")
  private @Nullable Integer baud;

  @Option(names = "--timing", description = "says how often the inputs are read at each speed")
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
