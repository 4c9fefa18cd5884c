package org.libstation.lab.rig;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libstation.barcode.Classifier;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.device.BarcodeReader;
import org.libstation.device.BinSensor;
import org.libstation.device.Device;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceListener;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.journal.DiskState;
import org.libstation.station.DeviceBridge;
import org.libstation.station.EffectRunner;
import org.libstation.station.FineExplainer;
import org.libstation.station.FlowLoop;
import org.libstation.station.ReceiptComposer;
import org.libstation.station.ScanJudge;
import org.libstation.station.StaffOffice;
import org.libstation.station.StationDevices;
import org.libstation.station.TagCommands;
import org.libstation.station.parts.Inbox;
import org.libstation.sync.Desk;
import org.libstation.tag.TagOwners;

/// The production flow, put together as the program does it: first the bridge, for which devices
/// can be made, then the runner, then the loop. By default all work is done on the caller's thread,
/// the staff office is empty and the disk has room.
public final class FlowRig {
  private final Map<String, DeviceRole> roles;
  private final Inbox inbox = new Inbox();
  private final TagCommands commands = new TagCommands();
  private final DeviceBridge bridge;
  private Executor deskThread = Runnable::run;
  private Executor releaseThread = Runnable::run;
  private StaffOffice office = QuietOffice.EMPTY;
  private Supplier<DiskState> disk = () -> DiskState.ROOMY;
  private Predicate<FlowEvent> heard = _ -> true;

  /// @param roles of the devices, by name
  public FlowRig(Map<String, DeviceRole> roles) {
    this.roles = roles;
    bridge =
        new DeviceBridge(
            roles,
            new ScanJudge(Classifier.usual(), false),
            commands,
            event -> {
              boolean _ = inbox.reading(event);
            },
            inbox::answer,
            TagOwners.ANY);
  }

  /// @param releases runs the writes that only record a released loan
  public FlowRig threads(Executor desk, Executor releases) {
    deskThread = desk;
    releaseThread = releases;
    return this;
  }

  public FlowRig office(StaffOffice there) {
    office = there;
    return this;
  }

  public FlowRig disk(Supplier<DiskState> asked) {
    disk = asked;
    return this;
  }

  /// Sets which answers of the runner reach the flow.
  public FlowRig hears(Predicate<FlowEvent> which) {
    heard = which;
    return this;
  }

  /// The listener for the devices.
  public DeviceListener bridge() {
    return bridge;
  }

  /// Takes an answer of a device or the desk; answers before the loop exists are kept.
  public void answer(FlowEvent event) {
    inbox.answer(event);
  }

  /// @param devices of the station, each with its name
  public EffectRunner runner(
      Desk desk, List<Device> devices, ReceiptComposer receipts, FineExplainer fines) {
    return new EffectRunner(
        desk,
        deskThread,
        releaseThread,
        commanded(devices),
        commands,
        receipts,
        fines,
        office,
        disk,
        _ -> {},
        event -> {
          if (heard.test(event)) {
            inbox.answer(event);
          }
        });
  }

  private StationDevices commanded(List<Device> devices) {
    Map<DeviceRole, BarcodeReader> readers = new EnumMap<>(DeviceRole.class);
    for (DeviceRole role : DeviceRole.values()) {
      there(devices, role, BarcodeReader.class).ifPresent(reader -> readers.put(role, reader));
    }
    return new StationDevices(
        there(devices, DeviceRole.PAD, TagReader.class),
        there(devices, DeviceRole.DROP_READER, TagReader.class),
        there(devices, DeviceRole.DROP, BinSensor.class),
        there(devices, DeviceRole.PRINTER, ReceiptPrinter.class),
        readers);
  }

  private <T extends Device> Optional<T> there(List<Device> devices, DeviceRole as, Class<T> kind) {
    return devices.stream()
        .filter(device -> roles.get(device.name()) == as)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /// @param effects the runner, or a filter before it
  /// @param viewer sees every state
  public FlowLoop loop(
      FlowSettings settings,
      StationClock clock,
      Consumer<Effect> effects,
      Consumer<FlowState> viewer) {
    FlowLoop loop = new FlowLoop(new Flow(settings, PatronId::masked), clock, effects, viewer);
    inbox.deliverTo(loop);
    return loop;
  }

  /// Reports each device to the flow before the device's first event, so that a dead one is noticed
  /// too.
  public void name(List<Device> devices) {
    devices.forEach(
        device -> bridge.on(new DeviceEvent.HealthChanged(device.name(), device.health())));
  }
}
