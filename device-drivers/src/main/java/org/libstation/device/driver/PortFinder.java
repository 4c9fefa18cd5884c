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

/// Asks at serial ports of which nothing is known who is there, by each driver's own greeting.
///
/// Nobody else may hold the ports. What a printer might print is asked only where no printer was
/// found by its own harmless question, and never at a port where a silent printer is configured.
/// Each question waits 250 ms, so that a port at which nothing answers takes about five seconds.
public final class PortFinder {
  private final DeviceClock clock;
  private final Function<DeviceAddress, LinkOpener> openers;
  private final List<PortQuestion> questions;
  private final Map<String, KnownDevice> spared;
  private final Duration limit;

  /// @param openers from an address to what opens it
  /// @param questions the likeliest first
  /// @param spared ports where only harmless questions are asked, and that of the printer that is
  ///   configured there, unless a printer was found at another one
  /// @param limit ports that were not reached within it are told so
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

  /// Whom to ask for, and how.
  ///
  /// @param way what is configured where it answers
  public record PortQuestion(String model, DriverProvider.Usual way, Greeting greeting) {
    private boolean isOf(KnownDevice known) {
      return model.equals(known.model()) && way.line().equals(known.address().options());
    }
  }

  /// A device as a site has it.
  public record KnownDevice(String model, DeviceAddress address, Map<String, String> options) {}

  /// What a port answered.
  public sealed interface PortAnswer {
    /// @param address and options by which its driver will find it
    record PortDevice(String model, DeviceAddress address, Map<String, String> options)
        implements PortAnswer {
      public PortDevice {
        options = Map.copyOf(options);
      }
    }

    /// Something answers, and it is nothing known.
    record Something() implements PortAnswer {}

    /// Nothing known answers: nothing is there, or something that says nothing of itself.
    record NothingAnswers() implements PortAnswer {}

    /// Nothing that asks harmlessly was answered, and more is not asked: a printer may be there.
    record Spared() implements PortAnswer {}

    /// @param reason in words
    record NotOpened(String reason) implements PortAnswer {}

    /// It was ended before.
    record PortNotAsked() implements PortAnswer {}
  }

  /// @param port its name, as it would be configured
  public record PortResult(String port, PortAnswer answer) {}

  /// The questions of all drivers: first as the site's own devices are set, then as they are
  /// usually met.
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
      // A sheet that is no scanner's, or a site's own that cannot be: the check of the site says
      // so.
      return;
    }
    greeting.ifPresent(
        it ->
            all.putIfAbsent(
                model + " " + new TreeMap<>(way.line()) + " " + it.question(),
                new PortQuestion(model, way, it)));
  }

  /// Looks at each port. An interrupt ends it as `ended` does.
  ///
  /// @param ended asked before each question
  /// @param told each port once it is known, and all of them at the end
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
          // It may have been busy with another one's question.
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

  /// Where a printer is configured that may be there and say nothing.
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
