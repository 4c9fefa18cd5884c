package org.libstation.device.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.libstation.device.DeviceAddress;
import org.libstation.device.TagUid;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;

/// A twin with a person beside it, and what each of its faults must be named.
///
/// Faults that happen once, in no time, are brought about while it is examined.
final class Patient {
  static final String TAG = "E004015012345678";

  static final String CODE = TestCode.random(new SplittableRandom(7));

  private final String model;
  private final Twin twin;
  private final Map<String, String> options;
  private final Map<String, Ailment> names;
  private final Map<String, Integer> momentary;
  private final Map<Hands.Act, Runnable> acts = new EnumMap<>(Hands.Act.class);
  private final Map<Hands.Act, Runnable> undone = new EnumMap<>(Hands.Act.class);
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
  private Runnable mend = () -> {};

  private Patient(
      String model,
      Twin twin,
      Map<String, String> options,
      Map<String, Ailment> names,
      Map<String, Integer> momentary) {
    this.model = model;
    this.twin = twin;
    this.options = options;
    this.names = new TreeMap<>(names);
    this.momentary = momentary;
  }

  static List<Patient> all() {
    return List.of(pad(), printer(), scanner(), bin());
  }

  private static Patient pad() {
    FeigTwin twin = new FeigTwin();
    Runnable lay = () -> twin.place(TAG, "31234000012342", "HK-SEL", 1, 1, true);
    Map<String, Ailment> names = new TreeMap<>();
    names.put("pull-away", Ailment.PULLED_AWAY);
    names.put("weak", Ailment.WEAK_TAG);
    names.put("deaf", Ailment.DEAF_TAG);
    names.put("lock-afi", Ailment.LOCKED_AFI);
    names.put("lock-block", Ailment.LOCKED_BLOCK);
    names.put("third-afi", Ailment.THIRD_AFI);
    names.put("quiet", Ailment.QUIET_TAG);
    names.put("torn", Ailment.TORN_RECORD);
    names.put("ghost", Ailment.GHOST);
    names.put("flipped", Ailment.BIT_WRONG);
    names.put("no-e0", Ailment.NOT_E0);
    names.put("twice", Ailment.LISTED_TWICE);
    names.put("endless", Ailment.ENDLESS_LIST);
    names.put("refuse", Ailment.REFUSED);
    names.put("silent", Ailment.UNANSWERED);
    names.put("late", Ailment.LATE);
    names.put("half", Ailment.BROKEN_OFF);
    names.put("noise", Ailment.NOISE);
    names.put("corrupt", Ailment.DISTURBED);
    names.put("misshapen", Ailment.MISSHAPEN);
    names.put("other-address", Ailment.OTHER_DEVICE_ANSWERS);
    names.put("other-command", Ailment.OTHER_ANSWER);
    names.put("other-tag", Ailment.OTHER_TAG);
    names.put("field-off", Ailment.FIELD_OFF);
    Patient pad = new Patient("feig", twin, Map.of(), names, Map.of());
    pad.mend = lay;
    lay.run();
    return pad;
  }

  private static Patient printer() {
    EscPosTwin twin = new EscPosTwin(576);
    Map<String, Ailment> names = new TreeMap<>();
    names.put("paper-out", Ailment.PAPER_OUT);
    names.put("paper-out-after", Ailment.PAPER_OUT);
    names.put("paper-near-end", Ailment.PAPER_NEAR_END);
    names.put("cover-open", Ailment.COVER_OPEN);
    names.put("cutter-jam", Ailment.CUTTER_JAM);
    names.put("cutter-jam-at-cut", Ailment.CUTTER_JAM);
    names.put("head-hot", Ailment.HEAD_HOT);
    names.put("broken", Ailment.PRINTER_BROKEN);
    names.put("feed-button", Ailment.PRINTER_OFFLINE);
    names.put("power-off", Ailment.SILENT);
    names.put("power-cycle", Ailment.POWER_CUT);
    names.put("power-cycle-after", Ailment.POWER_CUT);
    names.put("mute", Ailment.SILENT);
    names.put("mute-marks", Ailment.NO_MARK);
    Patient printer = new Patient("escpos", twin, Map.of(), names, Map.of("power-cycle", 400));
    printer.acts.put(Hands.Act.PRINT, () -> {});
    // The knife's own error is left by a hand that switches it off and on.
    printer.mend = twin::powerCycle;
    return printer;
  }

  private static Patient scanner() {
    LineScannerTwin twin = new LineScannerTwin();
    Map<String, Ailment> names = new TreeMap<>();
    names.put("off", Ailment.SILENT);
    names.put("mute", Ailment.READS_UNASKED);
    names.put("late-answer", Ailment.LATE);
    names.put("half-answer", Ailment.BROKEN_OFF);
    names.put("refuse", Ailment.REFUSED);
    names.put("break-off", Ailment.SCAN_BROKEN_OFF);
    names.put("lose-start", Ailment.SCAN_LOST_START);
    names.put("misread", Ailment.MISREAD);
    names.put("other-prefix", Ailment.OTHER_PREFIX);
    names.put("other-suffix", Ailment.OTHER_SUFFIX);
    names.put("small-letters", Ailment.CASE_CHANGED);
    names.put("german-keys", Ailment.OTHER_LAYOUT);
    names.put("repeat", Ailment.SCAN_REPEATED);
    names.put("wrong-baud", Ailment.WRONG_SPEED);
    names.put("babble", Ailment.BABBLE);
    Patient scanner =
        new Patient("linescanner", twin, Map.of("dialect", "honeywell"), names, Map.of());
    scanner.acts.put(
        Hands.Act.HOLD_CODE,
        () -> {
          boolean _ = twin.scan(CODE);
        });
    return scanner;
  }

  private static Patient bin() {
    BinTwin twin = new BinTwin();
    Map<String, Ailment> names = new TreeMap<>();
    names.put("io-off", Ailment.SILENT);
    names.put("level-off", Ailment.LEVEL_SILENT);
    names.put("refuse", Ailment.REFUSED);
    names.put("corrupt", Ailment.DISTURBED);
    names.put("half", Ailment.BROKEN_OFF);
    names.put("late", Ailment.LATE);
    names.put("other-unit", Ailment.OTHER_DEVICE_ANSWERS);
    names.put("other-function", Ailment.OTHER_ANSWER);
    names.put("echo", Ailment.ECHO);
    names.put("babble", Ailment.NONSENSE);
    names.put("lock-stuck", Ailment.LOCK_STUCK);
    names.put("brown-out", Ailment.OUTPUTS_LOST);
    names.put("no-echo", Ailment.LEVEL_BLIND);
    names.put("level-frozen", Ailment.LEVEL_FROZEN);
    names.put("eye-blind", Ailment.EYE_BLIND);
    names.put("jam", Ailment.JAM);
    names.put("door-open", Ailment.DOOR_OPEN);
    names.put("bin-out", Ailment.BIN_OUT);
    names.put("flap-open", Ailment.FLAP_OPEN);
    Patient bin = new Patient("modbusbin", twin, Map.of(), names, Map.of("brown-out", 60));
    bin.acts.put(Hands.Act.BREAK_BEAM, () -> twin.beam(true));
    bin.undone.put(Hands.Act.BREAK_BEAM, () -> twin.beam(false));
    bin.acts.put(Hands.Act.COVER_LEVEL, () -> twin.distance(300));
    bin.undone.put(Hands.Act.COVER_LEVEL, () -> twin.distance(800));
    return bin;
  }

  String model() {
    return model;
  }

  List<TwinFault> faults() {
    return twin.faults();
  }

  Map<String, Ailment> names() {
    return names;
  }

  /// A hand puts right what healing alone leaves: another tag in place of a locked one.
  void mend() {
    twin.heal();
    mend.run();
  }

  /// Examines it with the fault there, or coming up.
  Examined examined(Optional<TwinFault> fault) throws LinkLostException {
    Optional<TwinFault> later = fault.filter(it -> momentary.containsKey(it.name()));
    fault.filter(it -> later.isEmpty()).ifPresent(this::bringAbout);
    Twin far =
        later
            .<Twin>map(
                it -> new Delayed(twin, momentary.getOrDefault(it.name(), 1), () -> bringAbout(it)))
            .orElse(twin);
    LinkOpener line = new LoopLine(model, far, clock::advance);
    return examination(line).run(line, clock, wishes(new Person()));
  }

  private void bringAbout(TwinFault fault) {
    Optional<String> why = twin.bringAbout(fault.name(), fault.arguments());
    if (why.isPresent()) {
      throw new IllegalStateException(why.get());
    }
  }

  private ExamWishes wishes(Hands hands) {
    Optional<TagUid> tag = model.equals("feig") ? Optional.of(new TagUid(TAG)) : Optional.empty();
    return new ExamWishes(tag, true, CODE, hands, Duration.ofSeconds(3));
  }

  private Examination examination(LinkOpener line) {
    DriverSetup setup =
        new DriverSetup(
            model,
            DeviceAddress.parse("sim:" + model),
            new DriverOptions(options),
            clock,
            _ -> {},
            line,
            DeviceSheets.shipped());
    for (DriverProvider provider : ServiceLoader.load(DriverProvider.class)) {
      if (provider.model().equals(model)) {
        return provider.examination(setup).orElseThrow();
      }
    }
    throw new IllegalStateException(model);
  }

  private final class Person implements Hands {
    @Override
    public boolean asked(Act act) {
      Runnable does = acts.get(act);
      if (does != null) {
        does.run();
      }
      return does != null;
    }

    @Override
    public void over(Act act) {
      undone.getOrDefault(act, () -> {}).run();
    }
  }

  /// A twin to which something happens after so many bytes.
  private static final class Delayed implements Twin {
    private final Twin twin;
    private final Runnable happens;
    private int left;

    Delayed(Twin twin, int bytes, Runnable happens) {
      this.twin = twin;
      this.left = bytes;
      this.happens = happens;
    }

    @Override
    public byte[] exchange(byte[] received) {
      byte[] sent = twin.exchange(received);
      boolean before = left > 0;
      left -= received.length;
      if (before && left <= 0) {
        happens.run();
      }
      return sent;
    }

    @Override
    public boolean ready() {
      return twin.ready();
    }
  }
}
