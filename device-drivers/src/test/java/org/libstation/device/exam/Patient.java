package org.libstation.device.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.libstation.device.SampleSetup;
import org.libstation.device.TagUid;
import org.libstation.device.chipcard.lab.ChipReaderTwin;
import org.libstation.device.chipcard.lab.UidCard;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.driver.DriverProvider;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.escpos.lab.EscPosTwin;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.keyscanner.lab.KeyScannerTwin;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.modbusbin.lab.BinTwin;
import org.libstation.device.threem.lab.ThreemTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.link.TwinFault;
import org.libstation.lab.link.simulated.LoopLine;
import org.libstation.lab.link.simulated.ManualClock;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.TagField;
import org.libstation.lab.twin.Twins;

/// A twin with a person beside it, and what each of its faults must be named.
///
/// Faults that happen once, in no time, are brought about while it is examined.
final class Patient {
  static final String TAG = "E004015012345678";

  static final String CODE = TestCode.random(new SplittableRandom(7));

  private final String model;
  private final Twin twin;
  private final Map<String, String> options;
  private final Map<String, DeviceFault> names;
  private final Map<String, Integer> momentary;
  private final Map<Examiner.ExaminerAct, Runnable> acts =
      new EnumMap<>(Examiner.ExaminerAct.class);
  private final Map<Examiner.ExaminerAct, Runnable> undone =
      new EnumMap<>(Examiner.ExaminerAct.class);
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));
  private Runnable mend = () -> {};

  private Patient(
      String model,
      Twin twin,
      Map<String, String> options,
      Map<String, DeviceFault> names,
      Map<String, Integer> momentary) {
    this.model = model;
    this.twin = twin;
    this.options = options;
    this.names = new TreeMap<>(names);
    this.momentary = momentary;
  }

  static List<Patient> all() {
    return List.of(
        pad(), otherPad(), printer(), scanner(), keyboard(), bin(), cards(), asked(), unasked());
  }

  private static Patient pad() {
    return pad("feig", new FeigTwin(), Set.of());
  }

  /// It is alone on its line, lists in one reply, and its field has no switch.
  private static Patient otherPad() {
    return pad("threem", new ThreemTwin(), Set.of("endless", "other-address", "field-off"));
  }

  private static Patient pad(String model, TagField twin, Set<String> impossible) {
    Runnable lay = () -> twin.place(TAG, "31234000012342", "HK-SEL", 1, 1, true);
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("pull-away", DeviceFault.PULLED_AWAY);
    names.put("weak", DeviceFault.WEAK_TAG);
    names.put("deaf", DeviceFault.DEAF_TAG);
    names.put("lock-afi", DeviceFault.LOCKED_AFI);
    names.put("lock-block", DeviceFault.LOCKED_BLOCK);
    names.put("third-afi", DeviceFault.THIRD_AFI);
    names.put("quiet", DeviceFault.QUIET_TAG);
    names.put("torn", DeviceFault.TORN_RECORD);
    names.put("ghost", DeviceFault.GHOST);
    names.put("flipped", DeviceFault.BIT_WRONG);
    names.put("no-e0", DeviceFault.NOT_E0);
    names.put("twice", DeviceFault.LISTED_TWICE);
    names.put("endless", DeviceFault.ENDLESS_LIST);
    names.put("refuse", DeviceFault.REFUSED);
    names.put("silent", DeviceFault.UNANSWERED);
    names.put("late", DeviceFault.LATE);
    names.put("half", DeviceFault.BROKEN_OFF);
    names.put("noise", DeviceFault.NOISE);
    names.put("corrupt", DeviceFault.DISTURBED);
    names.put("misshapen", DeviceFault.MISSHAPEN);
    names.put("other-address", DeviceFault.OTHER_DEVICE_ANSWERS);
    names.put("other-command", DeviceFault.OTHER_ANSWER);
    names.put("other-tag", DeviceFault.OTHER_TAG);
    names.put("field-off", DeviceFault.FIELD_OFF);
    names.keySet().removeAll(impossible);
    Patient pad = new Patient(model, twin, Map.of(), names, Map.of());
    pad.mend = lay;
    lay.run();
    return pad;
  }

  private static Patient printer() {
    EscPosTwin twin = new EscPosTwin(576);
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("paper-out", DeviceFault.PAPER_OUT);
    names.put("paper-out-after", DeviceFault.PAPER_OUT);
    names.put("paper-near-end", DeviceFault.PAPER_NEAR_END);
    names.put("cover-open", DeviceFault.COVER_OPEN);
    names.put("cutter-jam", DeviceFault.CUTTER_JAM);
    names.put("cutter-jam-at-cut", DeviceFault.CUTTER_JAM);
    names.put("head-hot", DeviceFault.HEAD_HOT);
    names.put("broken", DeviceFault.PRINTER_BROKEN);
    names.put("feed-button", DeviceFault.PRINTER_OFFLINE);
    names.put("off", DeviceFault.SILENT);
    names.put("power-cycle", DeviceFault.POWER_CUT);
    names.put("power-cycle-after", DeviceFault.POWER_CUT);
    names.put("mute", DeviceFault.SILENT);
    names.put("mute-marks", DeviceFault.NO_MARK);
    Patient printer = new Patient("escpos", twin, Map.of(), names, Map.of("power-cycle", 400));
    printer.acts.put(Examiner.ExaminerAct.PRINT, () -> {});
    // The knife's own error is left by a hand that switches it off and on.
    printer.mend = twin::powerCycle;
    return printer;
  }

  private static Patient scanner() {
    LineScannerTwin twin = new LineScannerTwin();
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("off", DeviceFault.SILENT);
    names.put("mute", DeviceFault.READS_UNASKED);
    names.put("late-answer", DeviceFault.LATE);
    names.put("half-answer", DeviceFault.BROKEN_OFF);
    names.put("refuse", DeviceFault.REFUSED);
    names.put("break-off", DeviceFault.SCAN_BROKEN_OFF);
    names.put("lose-start", DeviceFault.SCAN_LOST_START);
    names.put("misread", DeviceFault.MISREAD);
    names.put("other-prefix", DeviceFault.OTHER_PREFIX);
    names.put("other-suffix", DeviceFault.OTHER_SUFFIX);
    names.put("small-letters", DeviceFault.CASE_CHANGED);
    names.put("german-keys", DeviceFault.OTHER_LAYOUT);
    names.put("repeat", DeviceFault.SCAN_REPEATED);
    names.put("wrong-baud", DeviceFault.WRONG_SPEED);
    names.put("babble", DeviceFault.BABBLE);
    Patient scanner =
        new Patient("linescanner", twin, Map.of("dialect", "honeywell"), names, Map.of());
    scanner.acts.put(
        Examiner.ExaminerAct.HOLD_CODE,
        () -> {
          boolean _ = twin.scan(CODE);
        });
    return scanner;
  }

  private static Patient cards() {
    ChipReaderTwin twin = new ChipReaderTwin();
    Runnable lay = () -> twin.lay(UidCard.of("04A1B2C3D4E580"));
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("off", DeviceFault.SILENT);
    names.put("silent", DeviceFault.UNANSWERED);
    names.put("half", DeviceFault.BROKEN_OFF);
    names.put("corrupt", DeviceFault.NOISE);
    names.put("noise", DeviceFault.NOISE);
    names.put("other-answer", DeviceFault.OTHER_ANSWER);
    names.put("refuse", DeviceFault.REFUSED);
    names.put("taken-away", DeviceFault.CARD_TORN);
    names.put("two", DeviceFault.TWO_CARDS);
    names.put("random", DeviceFault.RANDOM_NUMBER);
    names.put("mute-card", DeviceFault.TWO_CARDS);
    names.put("babble", DeviceFault.NOISE);
    Patient cards = new Patient("chipcard", twin, Map.of(), names, Map.of());
    cards.mend = lay;
    lay.run();
    return cards;
  }

  /// A reader by a sheet that is asked.
  private static Patient asked() {
    CardSurface twin = cards("sm130");
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("off", DeviceFault.SILENT);
    names.put("silent", DeviceFault.UNANSWERED);
    names.put("half", DeviceFault.BROKEN_OFF);
    names.put("corrupt", DeviceFault.NOISE);
    names.put("noise", DeviceFault.NOISE);
    names.put("other-answer", DeviceFault.OTHER_ANSWER);
    names.put("taken-away", DeviceFault.CARD_TORN);
    names.put("two", DeviceFault.TWO_CARDS);
    names.put("random", DeviceFault.RANDOM_NUMBER);
    names.put("babble", DeviceFault.NOISE);
    Patient cards = new Patient("chipcard", twin, Map.of("reader", "sm130"), names, Map.of());
    cards.mend = () -> twin.lay("9F536A2D");
    cards.mend.run();
    return cards;
  }

  /// A reader by a sheet that speaks of its own accord.
  private static Patient unasked() {
    CardSurface twin = cards("id12");
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("off", DeviceFault.NO_CARD_READ);
    names.put("half", DeviceFault.BROKEN_OFF);
    names.put("corrupt", DeviceFault.NOISE);
    names.put("noise", DeviceFault.NOISE);
    names.put("two", DeviceFault.TWO_CARDS);
    names.put("babble", DeviceFault.NOISE);
    Patient cards = new Patient("chipcard", twin, Map.of("reader", "id12"), names, Map.of());
    cards.acts.put(Examiner.ExaminerAct.LAY_CARD, () -> twin.lay("62E3086CED"));
    return cards;
  }

  private static CardSurface cards(String reader) {
    return (CardSurface) Twins.of("chipcard", Map.of("reader", reader)).orElseThrow();
  }

  private static Patient keyboard() {
    KeyScannerTwin twin = new KeyScannerTwin();
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("off", DeviceFault.NOTHING_READ);
    names.put("break-off", DeviceFault.SCAN_BROKEN_OFF);
    names.put("lose-start", DeviceFault.SCAN_LOST_START);
    names.put("misread", DeviceFault.MISREAD);
    names.put("other-prefix", DeviceFault.OTHER_PREFIX);
    names.put("other-suffix", DeviceFault.OTHER_SUFFIX);
    names.put("caps-lock", DeviceFault.CASE_CHANGED);
    names.put("german-keys", DeviceFault.OTHER_LAYOUT);
    names.put("repeat", DeviceFault.SCAN_REPEATED);
    names.put("dropped", DeviceFault.SCAN_BROKEN_OFF);
    names.put("babble", DeviceFault.BABBLE);
    Patient keyboard = new Patient("keyscanner", twin, Map.of(), names, Map.of());
    keyboard.acts.put(Examiner.ExaminerAct.HOLD_CODE, () -> twin.scan(CODE));
    return keyboard;
  }

  private static Patient bin() {
    BinTwin twin = new BinTwin();
    Map<String, DeviceFault> names = new TreeMap<>();
    names.put("io-off", DeviceFault.SILENT);
    names.put("level-off", DeviceFault.LEVEL_SILENT);
    names.put("refuse", DeviceFault.REFUSED);
    names.put("corrupt", DeviceFault.DISTURBED);
    names.put("half", DeviceFault.BROKEN_OFF);
    names.put("late", DeviceFault.LATE);
    names.put("other-unit", DeviceFault.OTHER_DEVICE_ANSWERS);
    names.put("other-function", DeviceFault.OTHER_ANSWER);
    names.put("echo", DeviceFault.ECHO);
    names.put("babble", DeviceFault.NONSENSE);
    names.put("lock-stuck", DeviceFault.LOCK_STUCK);
    names.put("brown-out", DeviceFault.OUTPUTS_LOST);
    names.put("no-echo", DeviceFault.LEVEL_BLIND);
    names.put("level-frozen", DeviceFault.LEVEL_FROZEN);
    names.put("eye-blind", DeviceFault.EYE_BLIND);
    names.put("jam", DeviceFault.JAM);
    names.put("door-open", DeviceFault.DOOR_OPEN);
    names.put("bin-out", DeviceFault.BIN_OUT);
    names.put("flap-open", DeviceFault.FLAP_OPEN);
    Patient bin = new Patient("modbusbin", twin, Map.of(), names, Map.of("brown-out", 60));
    bin.acts.put(Examiner.ExaminerAct.BREAK_BEAM, () -> twin.beam(true));
    bin.undone.put(Examiner.ExaminerAct.BREAK_BEAM, () -> twin.beam(false));
    bin.acts.put(Examiner.ExaminerAct.COVER_LEVEL, () -> twin.distance(300));
    bin.undone.put(Examiner.ExaminerAct.COVER_LEVEL, () -> twin.distance(800));
    return bin;
  }

  /// Its model, and what it is set up by.
  String name() {
    return model + options;
  }

  List<TwinFault> faults() {
    return twin.faults();
  }

  Map<String, DeviceFault> names() {
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

  private ExamWishes wishes(Examiner hands) {
    Optional<TagUid> tag =
        twin instanceof TagField ? Optional.of(new TagUid(TAG)) : Optional.empty();
    return new ExamWishes(tag, true, CODE, hands, Duration.ofSeconds(3), false);
  }

  private Examination examination(LinkOpener line) {
    DriverSetup setup =
        SampleSetup.of("sim:" + model, clock, line)
            .with(c -> c.name(model).options(new DriverOptions(options)));
    for (DriverProvider provider : ServiceLoader.load(DriverProvider.class)) {
      if (provider.model().equals(model)) {
        return provider.examination(setup).orElseThrow();
      }
    }
    throw new IllegalStateException(model);
  }

  private final class Person implements Examiner {
    @Override
    public boolean asked(ExaminerAct act) {
      Runnable does = acts.get(act);
      if (does != null) {
        does.run();
      }
      return does != null;
    }

    @Override
    public void over(ExaminerAct act) {
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
