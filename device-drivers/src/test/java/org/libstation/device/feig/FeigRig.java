package org.libstation.device.feig;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagReader;
import org.libstation.device.driver.Drivers;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.simulated.FaultyLink;
import org.libstation.lab.link.simulated.LineFaults;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// The driver and its twin in memory, one thread, a manual clock.
public final class FeigRig {
  private static final Duration TURN = Duration.ofMillis(50);
  private static final int TURNS = 120;

  final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  public final FeigTwin twin = new FeigTwin();
  final LineFaults faults = new LineFaults();
  public final LoopLine line = new LoopLine("the pad's line", twin, clock::advance);
  final List<DeviceEvent> events = new ArrayList<>();
  public final TagReader reader;

  public FeigRig() {
    this(Map.of());
  }

  FeigRig(Map<String, String> options) {
    this(options, opener -> opener);
  }

  /// @param between what stands between driver and line
  FeigRig(Map<String, String> options, UnaryOperator<LinkOpener> between) {
    this.reader = reader(between.apply(FaultyLink.over(line, faults)), options);
  }

  private TagReader reader(LinkOpener opener, Map<String, String> options) {
    return make(opener, options, clock, events);
  }

  static TagReader make(
      LinkOpener opener, Map<String, String> options, ManualClock clock, List<DeviceEvent> events) {
    DeviceAddress address = DeviceAddress.parse("serial:/dev/pad?baud=38400&frame=8E1");
    return (TagReader) Drivers.create("feig", "pad", address, options, clock, events::add, opener);
  }

  public void settle() {
    for (int i = 0; i < TURNS; i++) {
      step();
    }
  }

  void step() {
    reader.step();
    clock.advance(TURN);
  }

  public <T extends DeviceEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
