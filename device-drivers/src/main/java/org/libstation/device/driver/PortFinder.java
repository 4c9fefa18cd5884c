package org.libstation.device.driver;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Finds out which device is at each unknown serial port, by each driver's own greeting.
///
/// The caller must be the only user of the ports. Some questions might make a printer print. Such a
/// question is not asked at a port with a configured printer, unless it is that printer's own. It
/// is asked there too once a harmless question has found a printer elsewhere. Each question waits
/// 250 ms, so a port without an answer takes about five seconds.
public final class PortFinder {
  private final DeviceClock clock;
  private final Function<DeviceAddress, LinkOpener> openers;
  private final List<PortQuestion> questions;
  private final Map<String, KnownDevice> spared;
  private final Duration limit;

  /// @param openers opens the link to an address
  /// @param questions the likeliest first
  /// @param spared the configured printer of each such port; only harmless questions and that
  ///   printer's own are asked there, unless a printer was found elsewhere
  /// @param limit time for all ports; ports not reached by then are reported as not asked
  public PortFinder(
      DeviceClock clock,
      Function<DeviceAddress, LinkOpener> openers,
      List<PortQuestion> questions,
      Map<String, KnownDevice> spared,
      Duration limit) {
    this.clock = clock;
    this.openers = openers;
    this.questions = List.copyOf(questions);
    this.spared = Map.copyOf(spared);
    this.limit = limit;
  }

  /// A question for one model.
  ///
  /// @param way the configuration to use if the device answers
  public record PortQuestion(String model, DriverProvider.Usual way, Greeting greeting) {
    private boolean isOf(KnownDevice known) {
      return model.equals(known.model()) && way.line().equals(known.address().options());
    }
  }

  /// A device as configured at a site.
  public record KnownDevice(String model, DeviceAddress address, Map<String, String> options) {}

  /// The result of one port.
  public sealed interface PortAnswer {
    /// A device was recognised.
    ///
    /// @param address and options with which its driver will find it
    record PortDevice(String model, DeviceAddress address, Map<String, String> options)
        implements PortAnswer {
      public PortDevice {
        options = Map.copyOf(options);
      }
    }

    /// Something answers, but no known device.
    record Something() implements PortAnswer {}

    /// No known answer: nothing is there, or a device that does not answer.
    record NothingAnswers() implements PortAnswer {}

    /// No harmless question was answered, and no others were asked, because a printer may be there.
    record Spared() implements PortAnswer {}

    /// The port could not be opened.
    ///
    /// @param reason in words
    record NotOpened(String reason) implements PortAnswer {}

    /// The search ended before this port.
    record PortNotAsked() implements PortAnswer {}
  }

  /// A port and its result.
  ///
  /// @param port its name, as it would be configured
  public record PortResult(String port, PortAnswer answer) {}

  /// The questions of all drivers: first for the devices as the site configures them, then for
  /// their common configurations.
  public static List<PortQuestion> questions(
      List<KnownDevice> site, DeviceClock clock, DeviceSheets sheets) {
    Map<String, PortQuestion> all = new LinkedHashMap<>();
    for (KnownDevice known : site) {
      if (known.address().scheme().equals("serial")) {
        add(
            all,
            known.model(),
            new DriverProvider.Usual(known.address().options(), known.options()),
            clock,
            sheets);
      }
    }
    for (String model : Drivers.models()) {
      for (DriverProvider.Usual way : Drivers.usual(model, sheets)) {
        add(all, model, way, clock, sheets);
      }
    }
    return List.copyOf(all.values());
  }

  private static void add(
      Map<String, PortQuestion> all,
      String model,
      DriverProvider.Usual way,
      DeviceClock clock,
      DeviceSheets sheets) {
    DeviceAddress anywhere = new DeviceAddress("serial", "/dev/null", way.line());
    Optional<Greeting> greeting;
    try {
      greeting = Drivers.greeting(model, anywhere, way.options(), clock, sheets);
    } catch (IllegalArgumentException _) {
      // The sheet belongs to no scanner, or the site's own sheet is faulty. The check of the site
      // reports it.
      return;
    }
    greeting.ifPresent(
        it ->
            all.putIfAbsent(
                model + " " + new TreeMap<>(way.line()) + " " + it.question(),
                new PortQuestion(model, way, it)));
  }

  /// Looks at each port. An interrupt ends the search as `ended` does.
  ///
  /// @param ended polled before each question
  /// @param told receives each port's result once it is known
  /// @return the results of all ports
  public List<PortResult> look(
      List<String> ports, BooleanSupplier ended, Consumer<PortResult> told) {
    Duration until = clock.monotonic().plus(limit);
    BooleanSupplier over =
        () ->
            ended.getAsBoolean()
                || Thread.currentThread().isInterrupted()
                || clock.monotonic().compareTo(until) >= 0;
    Map<String, PortAnswer> answers = new LinkedHashMap<>();
    for (String port : ports) {
      PortAnswer first = round(port, it -> it.greeting().harmless(), over);
      answers.put(port, first);
      if (isLast(first)) {
        told.accept(new PortResult(port, first));
      }
    }
    boolean printerFound =
        answers.entrySet().stream()
            .anyMatch(
                each ->
                    each.getValue() instanceof PortAnswer.PortDevice(String model, var _, var _)
                        && questions.stream()
                            .anyMatch(it -> it.model().equals(model) && it.greeting().harmless()));
    for (String port : ports) {
      PortAnswer first = answers.getOrDefault(port, new PortAnswer.PortNotAsked());
      if (isLast(first)) {
        continue;
      }
      @Nullable KnownDevice printer = printerFound ? null : spared.get(port);
      PortAnswer second =
          round(
              port, it -> !it.greeting().harmless() && (printer == null || it.isOf(printer)), over);
      second =
          printer != null
                  && second instanceof PortAnswer.NothingAnswers
                  && first instanceof PortAnswer.NothingAnswers
              ? new PortAnswer.Spared()
              : better(first, second);
      answers.put(port, second);
      told.accept(new PortResult(port, second));
    }
    return answers.entrySet().stream()
        .map(each -> new PortResult(each.getKey(), each.getValue()))
        .toList();
  }

  private static boolean isLast(PortAnswer answer) {
    return answer instanceof PortAnswer.PortDevice || answer instanceof PortAnswer.NotOpened;
  }

  private static PortAnswer better(PortAnswer first, PortAnswer second) {
    return first instanceof PortAnswer.Something && second instanceof PortAnswer.NothingAnswers
        ? first
        : second;
  }

  private PortAnswer round(String port, Predicate<PortQuestion> asked, BooleanSupplier over) {
    boolean something = false;
    for (PortQuestion question : questions) {
      if (!asked.test(question)) {
        continue;
      }
      if (over.getAsBoolean()) {
        return something ? new PortAnswer.Something() : new PortAnswer.PortNotAsked();
      }
      DeviceAddress address = new DeviceAddress("serial", port, question.way().line());
      try (ByteLink link = openers.apply(address).open()) {
        byte[] came = Ports.heard(clock, link, question.greeting());
        if (came.length > 0 && !question.greeting().answered().test(came)) {
          // The device may have been busy with another model's question.
          came = Ports.heard(clock, link, question.greeting());
        }
        if (question.greeting().answered().test(came)) {
          return new PortAnswer.PortDevice(question.model(), address, question.way().options());
        }
        something |= came.length > 0;
      } catch (LinkLostException e) {
        return new PortAnswer.NotOpened(String.valueOf(e.getMessage()));
      }
    }
    return something ? new PortAnswer.Something() : new PortAnswer.NothingAnswers();
  }

  /// The ports where a configured printer may be present but silent, each with that printer.
  public static Map<String, KnownDevice> printers(List<KnownDevice> site) {
    Map<String, KnownDevice> ports = new LinkedHashMap<>();
    for (KnownDevice known : site) {
      if (known.address().scheme().equals("serial")
          && ReceiptPrinter.class.isAssignableFrom(Drivers.kind(known.model()))) {
        ports.put(known.address().place(), known);
      }
    }
    return Map.copyOf(ports);
  }
}
