package org.libstation.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.Found;

/// Reports a device's state from the running station, which holds the device.
public final class RunningDeviceCheck implements Check {
  private final String id;
  private final Optional<HealthFile.DeviceState> state;

  public RunningDeviceCheck(String id, Optional<HealthFile.DeviceState> state) {
    this.id = id;
    this.state = state;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Duration limit() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Verdict run() {
    if (state.isEmpty()) {
      return new Verdict.NotApplicable(CheckPhrase.of("told.device.untold"));
    }
    HealthFile.DeviceState known = state.get();
    CheckPhrase told = CheckPhrase.of("told.device.says", known.code(), known.reason());
    if (known.condition() == HealthFile.HealthCondition.READY) {
      if (known.says().isEmpty() && known.reason().isBlank()) {
        // The line opens, but a plain scanner is as silent as no scanner at all.
        return new Verdict.Unproven(CheckPhrase.of("told.device.unread"));
      }
      return new Verdict.Good(
          known.says().isEmpty()
              ? CheckPhrase.of("told.plain", known.reason())
              : CheckPhrase.of(known.says()));
    }
    return Verdict.of(told, List.of(finding(known, told)));
  }

  private static Finding finding(HealthFile.DeviceState known, CheckPhrase told) {
    boolean connecting = known.condition() == HealthFile.HealthCondition.CONNECTING;
    DeviceFault fault =
        DeviceFault.ofHealth(known.code())
            .orElse(
                known.code().startsWith("DF") || !connecting
                    ? DeviceFault.REFUSED
                    : DeviceFault.SILENT);
    String detail = (known.code() + " " + known.reason()).strip();
    return DeviceCheck.finding(Found.of(fault, detail), told);
  }
}
