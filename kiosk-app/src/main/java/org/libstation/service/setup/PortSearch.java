package org.libstation.service.setup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.CodeSearch;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.PortFinder;
import org.libstation.device.driver.PortFinder.KnownDevice;
import org.libstation.device.driver.PortFinder.PortAnswer;
import org.libstation.device.driver.PortFinder.PortResult;
import org.libstation.device.driver.SerialPorts;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.PortBoard.PortLine;
import org.libstation.flow.state.PortBoard.Stand;
import org.libstation.site.StationSettings;

/// Searches for devices in three steps. It probes all serial ports of this computer. It lists the
/// other devices that the system knows (USB printers, card readers, queues of its print server).
/// Then it listens to all keyboard-like devices while a person holds a code before a scanner. It
/// does not search the network.
final class PortSearch {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /// Time allowed to hold the code before the scanner.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> ports;
  private final PortFinder finder;
  private final CodeSearch typing;
  private final String code;

  private PortSearch(List<String> ports, PortFinder finder, CodeSearch typing, String code) {
    this.ports = ports;
    this.finder = finder;
    this.typing = typing;
    this.code = code;
  }

  /// @param code the code that a person holds before a scanner that types
  static PortSearch of(Path config, StationSettings settings, String code) {
    List<KnownDevice> site = new ArrayList<>();
    settings
        .devices()
        .forEach(
            (name, entry) ->
                site.add(
                    new KnownDevice(
                        entry.model(), DeviceAddress.parse(entry.address()), entry.options())));
    List<String> configured =
        site.stream()
            .filter(known -> known.address().scheme().equals("serial"))
            .map(known -> known.address().place())
            .toList();
    DeviceClock clock = DeviceClock.system();
    DeviceSheets sheets = DeviceSheets.of(config.resolve("devices"));
    return new PortSearch(
        SerialPorts.ofThisComputer().list(configured),
        new PortFinder(
            clock,
            LinkOpeners::of,
            PortFinder.questions(site, clock, sheets),
            PortFinder.printers(site),
            LIMIT),
        new CodeSearch(clock, LinkOpeners::of, CodeSearch.places(sheets)),
        code);
  }

  /// Runs the search.
  ///
  /// @param ended whether to stop early
  /// @param moved takes the board after each step
  PortBoard run(BooleanSupplier ended, Consumer<PortBoard> moved) {
    Map<String, PortLine> lines = new LinkedHashMap<>();
    ports.forEach(port -> lines.put(port, new PortLine(port, Stand.WAITING, "", "", Map.of())));
    moved.accept(board(lines, true));
    List<PortResult> _ =
        finder.look(
            ports,
            ended,
            looked -> {
              lines.put(looked.port(), line(looked));
              moved.accept(board(lines, true));
            });
    if (!ended.getAsBoolean()) {
      Drivers.models()
          .forEach(
              model ->
                  Drivers.listed(model).stream()
                      .map(listed -> line(model, listed))
                      .forEach(line -> lines.put(line.port(), line)));
      moved.accept(board(lines, true));
    }
    if (!typing.isEmpty() && !ended.getAsBoolean()) {
      moved.accept(
          new PortBoard(
              List.copyOf(lines.values()), true, false, Optional.empty(), Optional.of(code)));
      CodeSearch.CodeSearchOutcome outcome = typing.look(code, PATIENCE, ended);
      outcome.shut().forEach(shut -> lines.put(name(shut.address()), line(shut)));
      outcome.found().ifPresent(found -> lines.put(name(found.address()), line(found)));
    }
    return board(lines, false);
  }

  private static String name(DeviceAddress address) {
    return address.scheme() + ":" + address.place();
  }

  private static PortLine line(CodeSearch.UnopenedAddress shut) {
    String reason = withoutPort(shut.reason(), shut.address().place());
    return new PortLine(name(shut.address()), Stand.NOT_OPENED, "", reason, Map.of());
  }

  private static PortLine line(CodeSearch.FoundReader found) {
    String name = name(found.address());
    Map<String, String> settings = new HashMap<>(Map.of("model", found.model(), "address", name));
    found.options().forEach((key, value) -> settings.put("options." + key, value));
    return new PortLine(name, Stand.FOUND, found.model(), told(found.options()), settings);
  }

  private static PortLine line(String model, DriverProvider.ListedDevice listed) {
    Map<String, String> settings =
        new HashMap<>(Map.of("model", model, "address", name(listed.address())));
    listed.options().forEach((key, value) -> settings.put("options." + key, value));
    String options = told(listed.options());
    String port =
        options.isEmpty() ? name(listed.address()) : name(listed.address()) + " " + options;
    return new PortLine(port, Stand.FOUND, model, listed.says(), settings);
  }

  private static String told(Map<String, String> options) {
    return options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static PortBoard board(Map<String, PortLine> lines, boolean running) {
    return PortBoard.of(List.copyOf(lines.values()), running, false, Optional.empty());
  }

  private static PortLine line(PortResult looked) {
    return switch (looked.answer()) {
      case PortAnswer.PortDevice found -> found(looked.port(), found);
      case PortAnswer.Something _ -> line(looked, Stand.SOMETHING, "");
      case PortAnswer.NothingAnswers _ -> line(looked, Stand.NOTHING, "");
      case PortAnswer.Spared _ -> line(looked, Stand.SPARED, "");
      case PortAnswer.NotOpened(String reason) ->
          line(looked, Stand.NOT_OPENED, withoutPort(reason, looked.port()));
      case PortAnswer.PortNotAsked _ -> line(looked, Stand.NOT_ASKED, "");
    };
  }

  /// Removes the port's name from the start of the reason, because the line already shows it.
  private static String withoutPort(String reason, String port) {
    return reason.startsWith(port)
        ? reason.substring(port.length()).replaceFirst("^:? +", "")
        : reason;
  }

  private static PortLine line(PortResult looked, Stand stand, String told) {
    return new PortLine(looked.port(), stand, "", told, Map.of("port", looked.port()));
  }

  private static PortLine found(String port, PortAnswer.PortDevice found) {
    Map<String, String> settings = new HashMap<>();
    settings.put("model", found.model());
    settings.put("port", port);
    settings.put("baud", found.address().baud());
    settings.put("frame", found.address().frame());
    found.options().forEach((key, value) -> settings.put("options." + key, value));
    String options = told(found.options());
    String told =
        settings.get("baud")
            + " "
            + settings.get("frame")
            + (options.isEmpty() ? "" : ", " + options);
    return new PortLine(port, Stand.FOUND, found.model(), told, settings);
  }
}
