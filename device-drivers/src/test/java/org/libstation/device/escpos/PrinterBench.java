package org.libstation.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.PrintOutcome;
import org.libstation.device.PrintState;
import org.libstation.device.Receipt;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.simulated.FaultyLink;
import org.libstation.lab.link.simulated.LineFaults;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// The real driver on a line in memory to a printer played by software, under a clock of its own.
public final class PrinterBench {
  private static final int MOST_STEPS = 20_000;

  public final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T06:02:00Z"));
  public final EscPosTwin twin;
  final LineFaults faults = new LineFaults();
  final LoopLine line;
  final List<DeviceEvent> events = new ArrayList<>();
  public final EscPosPrinter printer;

  private PrinterBench(EscPosTwin twin, Twin far, Map<String, String> options) {
    this.twin = twin;
    this.line = new LoopLine("loop", far, clock::advance);
    this.printer =
        (EscPosPrinter)
            Drivers.create(
                "escpos",
                "printer",
                DeviceAddress.parse("serial:/dev/null"),
                options,
                clock,
                events::add,
                FaultyLink.over(line, faults));
  }

  public static PrinterBench with(Map<String, String> options) {
    EscPosTwin twin = new EscPosTwin(Integer.parseInt(options.getOrDefault("dots", "576")));
    return new PrinterBench(twin, twin, options);
  }

  /// A printer of a make that knows no more than its sheet says.
  ///
  /// @param options on top of the make
  static PrinterBench make(String make, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("make", make);
    PrinterSheet sheet = sheet(make);
    EscPosTwin twin =
        new EscPosTwin(
            Integer.parseInt(options.getOrDefault("dots", Integer.toString(sheet.dots()))));
    if (!sheet.image().rows()) {
      twin.knowsOnlyColumns(sheet.image().tall());
    }
    twin.mute(!sheet.answers());
    return new PrinterBench(twin, twin, all);
  }

  static PrinterSheet sheet(String make) {
    return PrinterSheet.of("make", DeviceSheets.shipped().named("make", PrinterSheet.KIND, make));
  }

  /// Something else than the twin at the far end.
  static PrinterBench facing(Twin far, Map<String, String> options) {
    return new PrinterBench(new EscPosTwin(576), far, options);
  }

  static PrinterBench plain() {
    return with(Map.of());
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  /// A turn takes at least a moment, also where the link does not wait.
  public void step() {
    Duration before = clock.monotonic();
    printer.step();
    if (clock.monotonic().equals(before)) {
      clock.advance(Duration.ofMillis(5));
    }
  }

  public void untilReady() {
    for (int i = 0; i < MOST_STEPS && !ready(); i++) {
      step();
    }
    assertThat(ready()).as(printer.health().toString()).isTrue();
  }

  public void untilUsable() {
    for (int i = 0; i < MOST_STEPS && !printer.health().usable(); i++) {
      step();
    }
    assertThat(printer.health().usable()).as(printer.health().toString()).isTrue();
  }

  private boolean ready() {
    return printer.health() instanceof DeviceHealth.Ready ready
        && ready.says().stream().noneMatch(note -> note.name().equals("PRINTER"));
  }

  /// Asks for it and waits for its end.
  public PrintOutcome print(long job, Receipt receipt) {
    assertThat(printer.print(job, receipt)).isTrue();
    return ended(job);
  }

  public PrintOutcome ended(long job) {
    for (int i = 0; i < MOST_STEPS && outcomes(job).isEmpty(); i++) {
      step();
    }
    assertThat(outcomes(job)).as("job %d", job).hasSize(1);
    return outcomes(job).getFirst();
  }

  public void untilPrinted(int rows) {
    for (int i = 0; i < MOST_STEPS && twin.hanging().length() < rows; i++) {
      step();
    }
    assertThat(twin.hanging().length()).isGreaterThanOrEqualTo(rows);
  }

  PrintState.Halted held(long job) {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (!states(job).isEmpty() && states(job).getLast() instanceof PrintState.Halted held) {
        return held;
      }
      step();
    }
    throw new AssertionError("job " + job + " was not held: " + states(job) + outcomes(job));
  }

  public List<PrintOutcome> outcomes() {
    return outcomes(events);
  }

  List<PrintOutcome> outcomes(long job) {
    return outcomes(
        events.stream()
            .filter(e -> e instanceof DeviceEvent.PrintEnded end && end.job() == job)
            .toList());
  }

  static List<PrintOutcome> outcomes(List<DeviceEvent> events) {
    return events.stream()
        .filter(DeviceEvent.PrintEnded.class::isInstance)
        .map(e -> ((DeviceEvent.PrintEnded) e).outcome())
        .toList();
  }

  List<PrintState> states(long job) {
    return events.stream()
        .filter(e -> e instanceof DeviceEvent.PrintMoved moved && moved.job() == job)
        .map(e -> ((DeviceEvent.PrintMoved) e).state())
        .toList();
  }
}
