package org.libstation.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.simulation.SimulatedTime;

/// What goes wrong with the reader of cards and the scanner that types: unplugged at any moment,
/// each fault of its twin, another device on its port, two on one.
final class FailingReaders {
  private final Kiosk kiosk;
  private final SimulatedTime time;
  private final Random random;
  private final Consumer<String> history;

  /// Something that goes wrong.
  record Mischief(String what, Runnable happens) {}

  FailingReaders(Kiosk kiosk, SimulatedTime time, Random random, Consumer<String> history) {
    this.kiosk = kiosk;
    this.time = time;
    this.random = random;
    this.history = history;
  }

  /// All that can go wrong at one port.
  static List<Mischief> at(SharedPort port, LoopLine line) {
    List<Mischief> all = new ArrayList<>();
    all.add(new Mischief("is unplugged", line::unplug));
    all.add(new Mischief("is another device", () -> port.plug(SharedPort.Who.STRANGER)));
    all.add(new Mischief("has two devices", () -> port.plug(SharedPort.Who.BOTH)));
    for (TwinFault fault : port.faults()) {
      if (fault.name().equals("two")) {
        // Then another card does lie there.
        continue;
      }
      all.add(
          new Mischief(
              fault.example(),
              () -> {
                Optional<String> why = port.bringAbout(fault.name(), fault.arguments());
                if (why.isPresent()) {
                  throw new IllegalStateException(why.get());
                }
              }));
    }
    return all;
  }

  /// Something goes wrong at one of them, whatever people do, and is well again later.
  void failSome() {
    List<SharedPort> ports = kiosk.readers();
    int which = random.nextInt(ports.size());
    LoopLine line = kiosk.readerLines().get(which);
    List<Mischief> all = at(ports.get(which), line);
    Mischief mischief = all.get(random.nextInt(all.size()));
    long after = random.nextInt(8_000);
    history.accept(
        "%s %s: %s after %d ms".formatted(time.now(), line.describe(), mischief.what(), after));
    time.later(Duration.ofMillis(after), mischief.happens());
    time.later(Duration.ofMillis(after + 300 + random.nextInt(15_000)), this::mend);
  }

  void mend() {
    kiosk.readers().forEach(SharedPort::heal);
    kiosk.readerLines().forEach(LoopLine::plug);
  }
}
