package org.libstation.diagnostics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.exam.Ailment;
import org.libstation.device.exam.Found;

/// A device as the running station, which holds it, says it is.
public final class RunningDeviceCheck implements Check {
  /// The drivers' own codes, as the findings name them.
  private static final Map<String, Ailment> AILMENTS =
      Map.ofEntries(
          Map.entry("S10", Ailment.NO_LINE),
          Map.entry("R10", Ailment.NO_LINE),
          Map.entry("P10", Ailment.NO_LINE),
          Map.entry("B10", Ailment.NO_LINE),
          Map.entry("S11", Ailment.SILENT),
          Map.entry("R11", Ailment.SILENT),
          Map.entry("P11", Ailment.SILENT),
          Map.entry("B11", Ailment.SILENT),
          Map.entry("P12", Ailment.NO_LINE),
          Map.entry("D12", Ailment.NONSENSE),
          Map.entry("D13", Ailment.OTHER_DEVICE_ANSWERS),
          Map.entry("P16", Ailment.COVER_OPEN),
          Map.entry("P1A", Ailment.CUTTER_JAM),
          Map.entry("P1B", Ailment.PRINTER_OFFLINE),
          Map.entry("P1E", Ailment.PAPER_NEAR_END),
          Map.entry("P32", Ailment.PAPER_OUT),
          Map.entry("P42", Ailment.PRINTER_BROKEN),
          Map.entry("P52", Ailment.HEAD_HOT),
          Map.entry("P14", Ailment.POWER_CUT),
          Map.entry("P13", Ailment.NO_MARK),
          Map.entry("P17", Ailment.NO_MARK),
          Map.entry("B12", Ailment.REFUSED),
          Map.entry("B21", Ailment.JAM),
          Map.entry("B22", Ailment.LEVEL_BLIND),
          Map.entry("B23", Ailment.LEVEL_FROZEN),
          Map.entry("B24", Ailment.EYE_BLIND),
          Map.entry("B25", Ailment.FLAP_OPEN),
          Map.entry("B26", Ailment.DOOR_OPEN),
          Map.entry("B27", Ailment.BIN_OUT),
          Map.entry("B28", Ailment.LOCK_STUCK));

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
      return new Verdict.NotApplicable(Told.of("told.device.untold"));
    }
    HealthFile.DeviceState known = state.get();
    Told told = Told.of("told.device.says", known.code(), known.reason());
    if (known.condition().equals("READY")) {
      return new Verdict.Good(Told.of("told.plain", known.reason()));
    }
    return Verdict.of(told, List.of(finding(known)));
  }

  private static Finding finding(HealthFile.DeviceState known) {
    boolean connecting = known.condition().equals("CONNECTING");
    Optional<Ailment> named = Optional.ofNullable(AILMENTS.get(known.code()));
    Ailment ailment =
        named.orElse(
            known.code().startsWith("R") || !connecting ? Ailment.REFUSED : Ailment.SILENT);
    String detail = (known.code() + " " + known.reason()).strip();
    return DeviceCheck.finding(Found.of(ailment, detail));
  }
}
