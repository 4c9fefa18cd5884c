package org.libstation.device.pad;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.TagReader;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.pad.lab.TagFieldTwin;
import org.libstation.lab.link.simulated.FaultyLink;
import org.libstation.lab.link.simulated.LineFaults;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// A make's driver and its twin in memory, one thread, a manual clock.
///
/// @param <T> the make's twin
public class PadRig<T extends TagFieldTwin<?>> {
  private static final Duration TURN = Duration.ofMillis(50);
  private static final int TURNS = 120;

  public final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  public final T twin;
  public final LineFaults faults = new LineFaults();
  public final LoopLine line;
  public final List<DeviceEvent> events = new ArrayList<>();
  public final TagReader reader;
  public final String model;

  /// @param address of its line
  /// @param between what stands between driver and line
  protected PadRig(
      String model,
      String address,
      T twin,
      Map<String, String> options,
      UnaryOperator<LinkOpener> between) {
    this.model = model;
    this.twin = twin;
    this.line = new LoopLine("the pad's line", twin, clock::advance);
    LinkOpener opener = between.apply(FaultyLink.over(line, faults));
    this.reader = make(model, address, opener, options, clock, events);
  }

  public static TagReader make(
      String model,
      String address,
      LinkOpener opener,
      Map<String, String> options,
      ManualClock clock,
      List<DeviceEvent> events) {
    DeviceAddress parsed = DeviceAddress.parse(address);
    return (TagReader) Drivers.create(model, "pad", parsed, options, clock, events::add, opener);
  }

  public void settle() {
    for (int i = 0; i < TURNS; i++) {
      step();
    }
  }

  public void step() {
    reader.step();
    clock.advance(TURN);
  }

  public <E extends DeviceEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// @param written takes every request, as hex
  public static LinkOpener overheard(LinkOpener inner, Consumer<String> written) {
    return new LinkOpener() {
      @Override
      public ByteLink open() throws LinkLostException {
        ByteLink link = inner.open();
        return new ByteLink() {
          @Override
          public int read(byte[] buffer, Duration timeout) throws LinkLostException {
            return link.read(buffer, timeout);
          }

          @Override
          public void write(byte[] bytes, Duration deadline) throws LinkLostException {
            written.accept(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes));
            link.write(bytes, deadline);
          }

          @Override
          public void close() {
            link.close();
          }
        };
      }

      @Override
      public String describe() {
        return inner.describe();
      }
    };
  }
}
