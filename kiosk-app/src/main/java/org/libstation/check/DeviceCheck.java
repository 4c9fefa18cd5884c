package org.libstation.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.device.DeviceClock;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.ExamWishes;
import org.libstation.device.exam.Examination;
import org.libstation.device.exam.Examined;
import org.libstation.device.exam.Found;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;

/// Examines one device over its own line, which no other program may hold.
public final class DeviceCheck implements Check {
  private static final Duration USUAL = Duration.ofSeconds(8);
  private static final Duration BY_HAND = Duration.ofSeconds(110);

  /// Time limit of a calibration, during which a person empties a bin.
  private static final Duration CALIBRATION = Duration.ofMinutes(4);

  private final String id;
  private final Optional<Examination> examination;
  private final LinkOpener opener;
  private final DeviceClock clock;
  private final ExamWishes wishes;

  /// @param id the device's name in the settings
  /// @param examination empty if the device's model has none
  public DeviceCheck(
      String id,
      Optional<Examination> examination,
      LinkOpener opener,
      DeviceClock clock,
      ExamWishes wishes) {
    this.id = id;
    this.examination = examination;
    this.opener = opener;
    this.clock = clock;
    this.wishes = wishes;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Duration limit() {
    if (wishes.calibrate()) {
      return CALIBRATION;
    }
    boolean alone = !wishes.print() && !wishes.hands().isThere();
    return alone ? USUAL : BY_HAND;
  }

  @Override
  public Verdict run() {
    if (examination.isEmpty()) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.device.noexam"));
    }
    try {
      return verdict(examination.get().run(opener, clock, wishes));
    } catch (LinkLostException e) {
      CheckPhrase seen = CheckPhrase.of("told.plain", String.valueOf(e.getMessage()));
      return Verdict.of(
          CheckPhrase.of("told.device.noline"),
          List.of(new Finding(fault(e).code(), Finding.Severity.FAULT, seen, false)));
    }
  }

  private static DeviceFault fault(LinkLostException lost) {
    return lost instanceof NoRightsException ? DeviceFault.NO_RIGHT : DeviceFault.NO_LINE;
  }

  private static Verdict verdict(Examined examined) {
    boolean well = examined.found().isEmpty();
    if (well && examined.look()) {
      return new Verdict.Unproven(CheckPhrase.of("told.device.look"));
    }
    if (well && examined.asked() == 0) {
      // The line opens, but a plain scanner of unknown make is as silent as no scanner at all.
      return examined.notTried().isEmpty()
          ? new Verdict.Good(CheckPhrase.of("told.device.byhand"))
          : new Verdict.Unproven(CheckPhrase.of("told.device.unproven"));
    }
    CheckPhrase told =
        examined.answered() == 0
            ? CheckPhrase.of("told.device.quiet")
            : CheckPhrase.of(
                "told.device.answers",
                examined.identity(),
                examined.answered(),
                examined.asked(),
                examined.slowest().toMillis());
    return Verdict.of(told, examined.found().stream().map(found -> finding(found, told)).toList());
  }

  /// Makes a finding with the same code as the driver's fault.
  ///
  /// @param told the check's text, shown if nothing more is known
  static Finding finding(Found found, CheckPhrase told) {
    Finding.Severity severity =
        found.fault().isFault() ? Finding.Severity.FAULT : Finding.Severity.ATTENTION;
    return new Finding(found.fault().code(), severity, seen(found, told), false);
  }

  private static CheckPhrase seen(Found found, CheckPhrase told) {
    if (found.fault() == DeviceFault.OTHER_LAYOUT) {
      return CheckPhrase.of("seen.layout." + found.detail());
    }
    boolean counted = found.count() > 0;
    boolean detailed = !found.detail().isEmpty();
    if (counted && detailed) {
      return CheckPhrase.of("seen.both", found.count(), found.of(), found.detail());
    }
    if (counted) {
      return CheckPhrase.of("seen.count", found.count(), found.of());
    }
    return detailed ? CheckPhrase.of("told.plain", found.detail()) : told;
  }
}
