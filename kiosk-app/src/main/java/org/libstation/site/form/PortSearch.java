package org.libstation.site.form;

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
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.PortFinder;
import org.libstation.device.driver.PortFinder.Answer;
import org.libstation.device.driver.PortFinder.Known;
import org.libstation.device.driver.PortFinder.Looked;
import org.libstation.device.driver.SerialPorts;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.PortBoard.PortLine;
import org.libstation.flow.state.PortBoard.Stand;
import org.libstation.site.StationSettings;

/// Looks at all serial ports of this computer for the devices a site may have.
final class PortSearch {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final List<String> ports;
  private final PortFinder finder;

  private PortSearch(List<String> ports, PortFinder finder) {
    this.ports = ports;
    this.finder = finder;
  }

  static PortSearch of(Path config, StationSettings settings) {
    List<Known> site = new ArrayList<>();
    settings
        .devices()
        .forEach(
            (name, entry) ->
                site.add(
                    new Known(
                        entry.model(), DeviceAddress.parse(entry.address()), entry.options())));
    List<String> configured =
        site.stream()
            .filter(known -> known.address().scheme().equals("serial"))
            .map(known -> known.address().place())
            .toList();
    DeviceClock clock = DeviceClock.system();
    return new PortSearch(
        SerialPorts.ofThisComputer().list(configured),
        new PortFinder(
            clock,
            LinkOpeners::of,
            PortFinder.questions(site, clock, DeviceSheets.of(config.resolve("devices"))),
            PortFinder.printers(site),
            LIMIT));
  }

  PortBoard run(BooleanSupplier ended, Consumer<PortBoard> moved) {
    Map<String, PortLine> lines = new LinkedHashMap<>();
    ports.forEach(port -> lines.put(port, new PortLine(port, Stand.WAITING, "", "", Map.of())));
    moved.accept(board(lines, true));
    List<Looked> _ =
        finder.look(
            ports,
            ended,
            looked -> {
              lines.put(looked.port(), line(looked));
              moved.accept(board(lines, true));
            });
    return board(lines, false);
  }

  private static PortBoard board(Map<String, PortLine> lines, boolean running) {
    return new PortBoard(List.copyOf(lines.values()), running, false, Optional.empty());
  }

  private static PortLine line(Looked looked) {
    return switch (looked.answer()) {
      case Answer.Found found -> found(looked.port(), found);
      case Answer.Something _ -> line(looked, Stand.SOMETHING, "");
      case Answer.Nothing _ -> line(looked, Stand.NOTHING, "");
      case Answer.Spared _ -> line(looked, Stand.SPARED, "");
      case Answer.NotOpened(String reason) ->
          line(looked, Stand.NOT_OPENED, withoutPort(reason, looked.port()));
      case Answer.NotAsked _ -> line(looked, Stand.NOT_ASKED, "");
    };
  }

  /// The reason begins with the port's name, which stands there already.
  private static String withoutPort(String reason, String port) {
    return reason.startsWith(port)
        ? reason.substring(port.length()).replaceFirst("^:? +", "")
        : reason;
  }

  private static PortLine line(Looked looked, Stand stand, String told) {
    return new PortLine(looked.port(), stand, "", told, Map.of());
  }

  private static PortLine found(String port, Answer.Found found) {
    Map<String, String> settings = new HashMap<>();
    settings.put("model", found.model());
    settings.put("port", port);
    settings.put("baud", found.address().option("baud").orElse("9600"));
    settings.put("frame", found.address().option("frame").orElse("8N1"));
    found.options().forEach((key, value) -> settings.put("options." + key, value));
    String told =
        settings.get("baud")
            + " "
            + settings.get("frame")
            + found.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> ", " + each.getKey() + " " + each.getValue())
                .collect(Collectors.joining());
    return new PortLine(port, Stand.FOUND, found.model(), told, settings);
  }
}
