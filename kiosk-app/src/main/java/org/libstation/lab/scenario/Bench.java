package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.libstation.device.DeviceAddress;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.pty.PtyTwin;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;
import org.libstation.site.DeviceName;
import org.libstation.site.StationSettings.DeviceEntry;
import org.libstation.station.driven.ScenarioProblem;

/// The emulated devices of a site: a twin for each, with methods for what hands do with it. A twin
/// is behind a pseudo-terminal at its baud rate; one for network devices is at a port.
public final class Bench implements AutoCloseable {
  private static final String ISIL = "HK-SEL";

  private static final String CARD_TAG = "E0040150CA2D0001";

  private static final String TAG = "[0-9A-Fa-f]{16}";

  /// Distances in millimetres from the drop's sensor to the floor of an empty bin and to the top of
  /// a full one: the defaults of the bin's driver.
  private static final int EMPTY_MM = 800;

  private static final int FULL_MM = 150;

  private final Map<String, Twin> twins = new LinkedHashMap<>();
  private final Map<String, PluggedTwin> plugs = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, String> patience = new LinkedHashMap<>();
  private final Map<String, TagField> lastReaders = new ConcurrentHashMap<>();
  private final Map<String, ScenarioItem> seen = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Set<String> faulty = ConcurrentHashMap.newKeySet();
  private final LampWatch lamp = new LampWatch(System::nanoTime);
  private Predicate<String> onLoan = _ -> false;

  private Bench() {}

  /// Plugs in a twin for each device.
  ///
  /// @param links directory of the stable names that the station opens
  /// @throws ScenarioProblem when a model has no twin here
  public static Bench plug(Map<DeviceName, DeviceEntry> devices, Path links)
      throws ScenarioProblem {
    try {
      Files.createDirectories(links);
    } catch (IOException e) {
      throw new ScenarioProblem(links + " cannot be made: " + e.getMessage());
    }
    Bench bench = new Bench();
    for (Map.Entry<DeviceName, DeviceEntry> device : devices.entrySet()) {
      try {
        bench.plug(device.getKey().word(), device.getValue(), links);
      } catch (ScenarioProblem problem) {
        bench.close();
        throw problem;
      }
    }
    return bench;
  }

  private void plug(String name, DeviceEntry device, Path links) throws ScenarioProblem {
    Twin twin = twin(device.model(), device.options());
    DeviceAddress address = DeviceAddress.parse(device.address());
    int baud = Integer.parseInt(address.baud());
    Path link = links.resolve(name).toAbsolutePath();
    String scheme = Twins.usual(device.model()).scheme();
    PluggedTwin plugged =
        scheme.equals("tcp")
            ? Twins.atPort(device.model(), twin, 0)
            : PtyTwin.plugged(twin, baud, Optional.of(link));
    plugs.put(name, plugged);
    Twins.patience(device.model()).entrySet().stream()
        .filter(option -> !device.options().containsKey(option.getKey()))
        .forEach(
            option ->
                patience.put(
                    "station.devices." + name + ".options." + option.getKey(), option.getValue()));
    twins.put(name, twin);
    if (twin instanceof BookDrop bin) {
      bin.watched(
          (output, on) -> {
            if (output == BookDrop.LAMP) {
              lamp.turned(on);
            }
          });
    }
    int question = device.address().indexOf('?');
    addresses.put(
        name,
        scheme
            + ":"
            + plugged.place()
            + (question < 0 || !scheme.equals("serial")
                ? ""
                : device.address().substring(question)));
  }

  private static Twin twin(String model, Map<String, String> options) throws ScenarioProblem {
    return Twins.of(model, options)
        .orElseThrow(
            () ->
                new ScenarioProblem(
                    "there is no twin of the model "
                        + model
                        + "; there are "
                        + String.join(", ", Twins.models())));
  }

  /// Sets how a tag begins when its item first appears: cleared if it is on loan.
  void knowLoansBy(Predicate<String> isOnLoan) {
    onLoan = isOnLoan;
  }

  /// Address of each twin for the station, by device name.
  public Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  /// Settings that let the station's drivers wait longer for these twins, unless the site sets
  /// them.
  public Map<String, String> patience() {
    return Map.copyOf(patience);
  }

  /// Holds a barcode before the scanner.
  public void scan(String code) throws ScenarioProblem {
    device("scanner", CodeScanner.class).scan(code);
  }

  /// Lays items on the pad. A tag that was here before keeps its content.
  void place(List<ScenarioItem> items) throws ScenarioProblem {
    TagField pad = device("pad", TagField.class);
    for (ScenarioItem item : items) {
      lay(pad, item);
    }
  }

  /// Takes items off the pad; all if the list is empty.
  void lift(List<ScenarioItem> items) throws ScenarioProblem {
    TagField pad = device("pad", TagField.class);
    if (items.isEmpty()) {
      pad.liftAll();
    }
    items.forEach(item -> pad.lift(item.uid()));
  }

  /// Lays a card with a tag before the card reader if that one reads tags, else on the pad. Takes
  /// the card away if `code` is empty.
  void card(Optional<String> code) throws ScenarioProblem {
    TagField reader =
        twins.get("cards") instanceof TagField cards ? cards : device("pad", TagField.class);
    reader.lift(CARD_TAG);
    code.ifPresent(number -> reader.placePatronCard(CARD_TAG, number, ISIL));
  }

  /// Makes a tag on the pad keep its security byte whatever it is told, or obey again.
  void deaf(ScenarioItem item, boolean deaf) throws ScenarioProblem {
    TagField pad = device("pad", TagField.class);
    if (!pad.equals(lastReaders.get(item.uid()))) {
      lay(pad, item);
      pad.lift(item.uid());
    }
    pad.deafToAfi(item.uid(), deaf);
  }

  void paper(Action.PaperState state) throws ScenarioProblem {
    ReceiptPaper printer = device("printer", ReceiptPaper.class);
    switch (state) {
      case OUT -> printer.takePaperOut();
      case NEAR_END -> printer.paperNearEnd(true);
      case IN -> {
        printer.paperNearEnd(false);
        printer.loadPaper();
      }
    }
  }

  void plug(String device, boolean in) throws ScenarioProblem {
    PluggedTwin plug = plugs.get(device);
    if (plug == null) {
      throw new ScenarioProblem("this site has no " + device);
    }
    if (in) {
      plug.plug();
    } else {
      plug.unplug();
    }
  }

  /// Faults that a device's twin can have; empty if there is no such device.
  public List<TwinFault> faults(String device) {
    Twin twin = twins.get(device);
    return twin == null ? List.of() : twin.faults();
  }

  /// Identifier of a tag on the pad: of those lying there, the one that came here first.
  public Optional<String> tagOnPad() {
    if (!(twins.get("pad") instanceof TagField pad)) {
      return Optional.empty();
    }
    synchronized (seen) {
      return seen.keySet().stream().filter(pad::isInField).findFirst();
    }
  }

  /// Gives a device's twin a fault.
  ///
  /// @throws ScenarioProblem when there is no such device, or the twin refuses
  void bringAbout(String device, String fault, List<String> arguments) throws ScenarioProblem {
    Twin twin = twinOf(device);
    List<String> known =
        twin.faults().stream()
            .filter(told -> told.name().equals(fault))
            .map(TwinFault::arguments)
            .findFirst()
            .orElse(List.of());
    List<String> told = new ArrayList<>();
    for (int at = 0; at < arguments.size(); at++) {
      boolean tag = at < known.size() && known.get(at).equals(TwinFault.SOME_TAG);
      told.add(tag ? tag(arguments.get(at)) : arguments.get(at));
    }
    Optional<String> refused = twin.bringAbout(fault, told);
    if (refused.isPresent()) {
      throw new ScenarioProblem(device + ": " + refused.get());
    }
    faulty.add(device);
  }

  /// Identifier of a tag that is named by its own number or by its item.
  private static String tag(String named) throws ScenarioProblem {
    return named.matches(TAG) ? named : ScenarioItem.parse(named).uid();
  }

  void heal(String device) throws ScenarioProblem {
    twinOf(device).heal();
    faulty.remove(device);
  }

  /// Whether the device is plugged in and has no fault that was brought about and not healed.
  boolean isWell(String device) {
    return plugged(device) && !faulty.contains(device);
  }

  private Twin twinOf(String device) throws ScenarioProblem {
    Twin twin = twins.get(device);
    if (twin == null) {
      throw new ScenarioProblem("this site has no " + device);
    }
    return twin;
  }

  /// Fills the bin of the drop.
  ///
  /// @param percent 0 = empty, 100 = full
  public void fill(int percent) throws ScenarioProblem {
    device("bin", BookDrop.class).distance(EMPTY_MM - percent * (EMPTY_MM - FULL_MM) / 100);
  }

  /// Empties the bin.
  void emptied() throws ScenarioProblem {
    fill(0);
  }

  /// The lamp of the drop.
  LampWatch lamp() {
    return lamp;
  }

  /// Tags on the pad, in the order in which they first came here.
  public List<TagOnPad> onPad() throws ScenarioProblem {
    TagField pad = device("pad", TagField.class);
    List<Map.Entry<String, ScenarioItem>> all;
    synchronized (seen) {
      all = List.copyOf(seen.entrySet());
    }
    List<TagOnPad> lying = new ArrayList<>();
    for (Map.Entry<String, ScenarioItem> tag : all) {
      if (pad.isInField(tag.getKey())) {
        ScenarioItem item = tag.getValue();
        boolean armed = pad.afi(tag.getKey()) == TagField.AFI_IN_STOCK;
        lying.add(new TagOnPad(item.barcode(), item.part(), item.total(), armed));
      }
    }
    return lying;
  }

  /// A tag on the pad.
  ///
  /// @param part of a set, from 1
  /// @param total parts of the set; 1 if the item is no set
  /// @param armed whether the gate would sound
  public record TagOnPad(String barcode, int part, int total, boolean armed) {

    /// Name in a scenario.
    public String name() {
      return total == 1 ? barcode : barcode + "/" + part + ":" + total;
    }
  }

  /// Names of the devices, sorted.
  public List<String> devices() {
    return plugs.keySet().stream().sorted().toList();
  }

  public boolean plugged(String device) {
    PluggedTwin plug = plugs.get(device);
    return plug != null && plug.plugged();
  }

  /// The twin of a device, for direct access.
  ///
  /// @throws ScenarioProblem when the site has no such device, or another model
  public <T extends Twin> T device(String name, Class<T> kind) throws ScenarioProblem {
    Twin twin = twins.get(name);
    if (!kind.isInstance(twin)) {
      throw new ScenarioProblem(
          "this needs a " + name + " with what a " + words(kind) + " does; the site has none");
    }
    return kind.cast(twin);
  }

  /// Splits a class name such as `TagField` into words.
  private static String words(Class<?> role) {
    return role.getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /// Whether the gate would sound for this item, from its tag's last state; empty if it never lay
  /// here.
  Optional<Boolean> armed(ScenarioItem item) {
    return Optional.ofNullable(lastReaders.get(item.uid()))
        .map(reader -> reader.afi(item.uid()) == TagField.AFI_IN_STOCK);
  }

  @Override
  public void close() {
    plugs.values().forEach(PluggedTwin::close);
  }

  /// Lays an item before a reader; its tag keeps the content from the last reader.
  void lay(TagField reader, ScenarioItem item) {
    String uid = item.uid();
    seen.putIfAbsent(uid, item);
    TagField last = lastReaders.get(uid);
    if (reader.equals(last)) {
      reader.putBack(uid);
      return;
    }
    lastReaders.put(uid, reader);
    boolean armed =
        last == null ? !onLoan.test(item.barcode()) : last.afi(uid) == TagField.AFI_IN_STOCK;
    if (last != null) {
      last.lift(uid);
    }
    reader.place(uid, item.barcode(), ISIL, item.total(), item.part(), armed);
  }
}
