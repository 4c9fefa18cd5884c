package org.libstation.station;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.device.BarcodeReader;
import org.libstation.device.LampPattern;
import org.libstation.device.Receipt;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;
import org.libstation.device.TagSecurity;
import org.libstation.device.TagUid;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.Sound;
import org.libstation.station.TagCommands.Command;
import org.libstation.station.TagCommands.TagTask;

/// Carries out the flow's effects at the devices. Devices only queue commands. A missing device is
/// reported to the flow at once.
final class DeviceEffects {
  private final StationDevices devices;
  private final TagCommands commands;
  private final ReceiptComposer receipts;
  private final Consumer<Sound> sounds;
  private final Consumer<FlowEvent> answers;

  DeviceEffects(
      StationDevices devices,
      TagCommands commands,
      ReceiptComposer receipts,
      Consumer<Sound> sounds,
      Consumer<FlowEvent> answers) {
    this.devices = devices;
    this.commands = commands;
    this.receipts = receipts;
    this.sounds = sounds;
    this.answers = answers;
  }

  void carryOut(Effect.ToDevice effect) {
    switch (effect) {
      case Effect.ClearTag clear ->
          secure(
              devices.pad(),
              new Command(TagTask.CLEAR, clear.entry(), clear.uid()),
              TagSecurity.CLEARED);
      case Effect.ArmTag arm ->
          secure(
              arm.place() == Place.PAD ? devices.pad() : devices.dropReader(),
              new Command(TagTask.ARM, arm.entry(), arm.uid()),
              TagSecurity.ARMED);
      case Effect.ReadSecurityEffect read -> readSecurity(read.uid());
      case Effect.RepairTag repair -> repair(repair);
      case Effect.Print print -> print(print.job(), () -> receipts.compose(print.receipt()));
      case Effect.PrintTestEffect test ->
          print(test.job(), () -> receipts.test(test.language(), test.at()));
      case Effect.PrintTasksEffect list ->
          print(list.job(), () -> receipts.tasks(list.language(), list.tasks(), list.at()));
      case Effect.PrintManifest list ->
          print(list.job(), () -> receipts.manifest(list.language(), list.contents(), list.at()));
      case Effect.LookAnew _ -> devices.pad().ifPresent(TagReader::lookAnew);
      case Effect.LightLamp light -> lamp(light.lamp());
      case Effect.WithdrawPrint(long job) ->
          devices.printer().ifPresent(printer -> printer.withdraw(job));
      case Effect.LockFlap lock -> lockFlap(lock.locked());
      case Effect.Beep beep -> sounds.accept(beep.sound());
      case Effect.ScanJudged judged -> {
        BarcodeReader reader = devices.readers().get(judged.reader());
        if (reader != null) {
          // A full queue means that the reader is away. The patron only misses a sound; no data is
          // lost.
          boolean _ = reader.judged(judged.good());
        }
      }
    }
  }

  private void readSecurity(String uid) {
    Command command = new Command(TagTask.READ, 0, uid);
    long number = commands.begin(command);
    Optional<TagReader> pad = devices.pad();
    if (pad.isEmpty() || !pad.get().readSecurity(number, new TagUid(uid))) {
      commands.end(number);
      answers.accept(DeviceBridge.ended(command, TagResult.NO_READER));
    }
  }

  private void repair(Effect.RepairTag repair) {
    switch (repair.to()) {
      case ARMED ->
          secure(
              devices.pad(), new Command(TagTask.SET_IN_STOCK, 0, repair.uid()), TagSecurity.ARMED);
      case CLEARED ->
          secure(
              devices.pad(), new Command(TagTask.SET_LENT, 0, repair.uid()), TagSecurity.CLEARED);
      case UNKNOWN -> throw new IllegalArgumentException("a tag is armed or cleared");
    }
  }

  private void secure(Optional<TagReader> reader, Command command, TagSecurity to) {
    long number = commands.begin(command);
    boolean taken =
        reader.isPresent() && reader.get().setSecurity(number, new TagUid(command.uid()), to);
    if (!taken) {
      commands.end(number);
      answers.accept(DeviceBridge.ended(command, TagResult.NO_READER));
    }
  }

  private void print(long job, Supplier<Receipt> receipt) {
    Optional<ReceiptPrinter> printer = devices.printer();
    boolean taken = printer.isPresent() && printer.get().print(job, receipt.get());
    if (!taken) {
      String code = printer.map(device -> device.health().code()).orElse("");
      String reason =
          printer.map(device -> device.health().reason()).orElse("no printer is configured");
      answers.accept(
          new FlowEvent.PrintJobEnded(job, Optional.of(DeviceBridge.trouble(code, reason, false))));
    }
  }

  private void lockFlap(boolean locked) {
    boolean taken = devices.bin().isPresent() && devices.bin().get().lockFlap(0, locked);
    if (!taken) {
      answers.accept(new FlowEvent.FlapLocked(locked, false));
    }
  }

  private void lamp(DropLamp lamp) {
    LampPattern sign =
        switch (lamp) {
          case STEADY -> LampPattern.STEADY;
          case QUICK -> LampPattern.QUICK;
          case SLOW -> LampPattern.SLOW;
          case OFF -> LampPattern.OFF;
        };
    devices.bin().ifPresent(bin -> bin.lamp(sign));
  }
}
