package org.libstation.station.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.barcode.Classifier;
import org.libstation.barcode.Symbology;
import org.libstation.device.BarcodeReader;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.Ports;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.TracedLink;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.site.BarcodeSettings;
import org.libstation.site.DeviceName;
import org.libstation.site.OnePort;
import org.libstation.site.Reason;
import org.libstation.site.SettingsFile;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.DeviceBridge;
import org.libstation.station.KeyboardScanner;
import org.libstation.station.ScanJudge;
import org.libstation.station.StationDevices;
import org.libstation.station.TagCommands;
import org.libstation.tag.TagOwners;

/// The site's devices, each with its own thread.
public final class Devices implements AutoCloseable {
  private final Map<DeviceName, Device> devices;
  private final DeviceBridge listener;
  private final KeyboardScanner keyboard;
  private final List<DeviceThread> threads = new ArrayList<>();

  private Devices(
      Map<DeviceName, Device> devices, DeviceBridge listener, KeyboardScanner keyboard) {
    this.devices = devices;
    this.keyboard = keyboard;
    this.listener = listener;
  }

  /// Makes the devices without opening any.
  ///
  /// @param traces takes the masked wire traffic, by device name
  /// @param repeats called for each read that had to be repeated
  /// @throws SiteProblem if a model, an option or an address is wrong, or two devices share a port
  public static Devices of(
      StationSettings settings,
      Path site,
      TagCommands commands,
      Inbox inbox,
      BiConsumer<String, String> traces,
      Runnable repeats) {
    OnePort.check(site, settings);
    Map<String, DeviceRole> roles = new HashMap<>();
    settings.devices().keySet().forEach(name -> roles.put(name.word(), name.role()));
    DeviceBridge bridge =
        new DeviceBridge(
            roles,
            judge(settings.barcodes()),
            commands,
            event -> {
              boolean _ = inbox.reading(event);
            },
            inbox::answer,
            TagOwners.of(settings.tagOwners()));
    DeviceListener listener =
        event -> {
          // A rejected scan counts as a repeat, because the person scans the item again.
          if (event instanceof DeviceEvent.ReadRepeated
              || event instanceof DeviceEvent.ScanRejected) {
            repeats.run();
          }
          bridge.on(event);
        };
    Map<DeviceName, Device> devices = new LinkedHashMap<>();
    Ports ports = new Ports(DeviceClock.system(), address -> traced(settings, address, traces));
    settings
        .devices()
        .forEach((name, entry) -> devices.put(name, create(site, name, entry, listener, ports)));
    return new Devices(
        KeptReceipts.around(devices, settings, site),
        bridge,
        new KeyboardScanner(
            KeyboardScanner.Rules.like(scannerOptions(settings)), System::nanoTime, listener));
  }

  private static Map<String, String> scannerOptions(StationSettings settings) {
    return Optional.ofNullable(settings.devices().get(DeviceName.SCANNER))
        .map(StationSettings.DeviceEntry::options)
        .orElse(Map.of());
  }

  /// Makes a single device of a site.
  ///
  /// @throws SiteProblem if its model, an option or its address is wrong
  public static Device create(
      Path site, DeviceName name, StationSettings.DeviceEntry entry, DeviceListener listener) {
    return create(site, name, entry, listener, new Ports(DeviceClock.system()));
  }

  private static Device create(
      Path site,
      DeviceName name,
      StationSettings.DeviceEntry entry,
      DeviceListener listener,
      Ports ports) {
    try {
      name.check(entry.model());
      return Drivers.create(
          entry.model(),
          name.word(),
          DeviceAddress.parse(entry.address()),
          entry.options(),
          DeviceClock.system(),
          listener,
          DeviceSheets.of(site.resolve("devices")),
          ports);
    } catch (WrongOptionException e) {
      String device = "station.devices." + name.word();
      boolean option =
          !e.key().equals(WrongOptionException.MODEL)
              && !e.key().equals(WrongOptionException.ADDRESS);
      String key = device + (option ? ".options." : ".") + e.key();
      throw SettingsFile.problem(site, key, e.getMessage(), Reason.of(e));
    } catch (IllegalArgumentException e) {
      throw SettingsFile.problem(
          site,
          "station.devices." + name.word() + ".address",
          e.getMessage(),
          Reason.of(Reason.Word.ADDRESS));
    }
  }

  /// Makes the judge of scans from the site's barcode rules, or from the usual rules if the site
  /// has none.
  public static ScanJudge judge(BarcodeSettings barcodes) {
    Classifier classifier =
        barcodes.rules().isEmpty()
            ? Classifier.usual()
            : new Classifier(
                barcodes.rules().stream().map(Devices::rule).toList(), barcodes.titles());
    return new ScanJudge(classifier, barcodes.unmatched() == BarcodeSettings.Unmatched.BY_SCREEN);
  }

  private static Classifier.BarcodeRule rule(BarcodeSettings.BarcodeRuleSettings rule) {
    return new Classifier.BarcodeRule(
        rule.is(),
        Pattern.compile(rule.pattern()),
        rule.check().rule(),
        Symbology.ofWord(rule.symbology()).map(Set::of).orElse(Set.of()),
        rule.dropCheck());
  }

  /// Whether the station has a book drop.
  public boolean hasDrop() {
    return Stream.of(DeviceName.DROP, DeviceName.DROPSCANNER, DeviceName.BIN)
        .anyMatch(devices::containsKey);
  }

  /// Judges digits typed at the drop as a scan.
  public FlowEvent typed(String digits) {
    return listener.typed(digits);
  }

  /// Takes text from a scanner that types like a keyboard, with its terminator.
  public void typedByScanner(String typed) {
    keyboard.typed(typed);
  }

  /// Returns the devices that take commands.
  public StationDevices commands() {
    return new StationDevices(
        device(DeviceName.PAD, TagReader.class),
        device(DeviceName.DROP, TagReader.class),
        device(DeviceName.BIN, BinSensor.class),
        device(DeviceName.PRINTER, ReceiptPrinter.class),
        readers());
  }

  /// Prints lines that belong to no visit, such as a payment terminal's receipt. The lines are lost
  /// if there is no printer or it cannot print.
  public void printOnce(List<String> lines) {
    List<Receipt.Line> paper =
        lines.stream()
            .<Receipt.Line>map(
                line -> new Receipt.Text(line, Receipt.Style.NORMAL, Receipt.Align.LEFT))
            .toList();
    device(DeviceName.PRINTER, ReceiptPrinter.class)
        .ifPresent(
            printer -> printer.print(NOBODYS_JOB, Receipt.of(Language.OF_STAFF.tag(), paper)));
  }

  /// Differs from every print job of the flow, which count from 1.
  private static final long NOBODYS_JOB = 0;

  private Map<DeviceRole, BarcodeReader> readers() {
    Map<DeviceRole, BarcodeReader> readers = new EnumMap<>(DeviceRole.class);
    for (DeviceName name : DeviceName.values()) {
      device(name, BarcodeReader.class).ifPresent(reader -> readers.put(name.role(), reader));
    }
    return readers;
  }

  private <T extends Device> Optional<T> device(DeviceName name, Class<T> kind) {
    return Optional.ofNullable(devices.get(name)).filter(kind::isInstance).map(kind::cast);
  }

  /// Starts one thread for each device. Each device's health is reported to the flow first, so that
  /// a dead device is shown too.
  public void start() {
    devices.forEach(
        (name, device) -> {
          listener.on(new DeviceEvent.HealthChanged(name.word(), device.health()));
          threads.add(DeviceThread.start(device));
        });
  }

  /// Returns counters of each device thread's turns, by thread name. Call this after [#start()].
  public Map<String, LongSupplier> turns() {
    Map<String, LongSupplier> turns = new TreeMap<>();
    threads.forEach(thread -> turns.put("device " + thread.device().name(), thread::turns));
    return turns;
  }

  private static LinkOpener traced(
      StationSettings settings, DeviceAddress address, BiConsumer<String, String> traces) {
    LinkOpener opener = LinkOpeners.of(address);
    return settings.devices().entrySet().stream()
        .filter(entry -> entry.getValue().address().contains(address.place()))
        .findFirst()
        .map(
            entry ->
                TracedLink.around(
                    opener,
                    Drivers.shown(entry.getValue().model()),
                    line -> traces.accept(entry.getKey().word(), line)))
        .orElse(opener);
  }

  /// Returns the device's health; empty if the site has no such device.
  public Optional<DeviceHealth> health(DeviceName name) {
    return Optional.ofNullable(devices.get(name)).map(Device::health);
  }

  /// Whether each device can take commands, by device name.
  public Map<String, Boolean> usable() {
    Map<String, Boolean> usable = new TreeMap<>();
    devices.forEach((name, device) -> usable.put(name.word(), device.health().usable()));
    return usable;
  }

  @Override
  public void close() {
    threads.forEach(DeviceThread::close);
    threads.clear();
  }
}
