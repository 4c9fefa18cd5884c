package org.libstation.flow;

import java.time.Duration;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.StationFacts;

/// Settings for tests.
public final class FlowTests {
  private FlowTests() {}

  static FlowSettings settings(FlowSettings.PinRule pin) {
    FlowSettings usual = FlowSettings.standard();
    return with(pin, usual.pays(), false, usual.comeBack());
  }

  /// With a payment terminal.
  static FlowSettings paying() {
    FlowSettings usual = FlowSettings.standard();
    return with(usual.pin(), true, false, usual.comeBack());
  }

  /// No visit goes on.
  static FlowSettings forgetting() {
    FlowSettings usual = FlowSettings.standard();
    return with(usual.pin(), usual.pays(), false, Duration.ZERO);
  }

  /// How many are you holding?
  static FlowSettings asking() {
    FlowSettings usual = FlowSettings.standard();
    return with(usual.pin(), usual.pays(), true, usual.comeBack());
  }

  /// Keeps the library's hours; dark after ten minutes outside them.
  static FlowSettings keepingHours(boolean drop) {
    FlowSettings.Keeps hours = FlowSettings.Keeps.LIBRARY_HOURS;
    return FlowSettings.standard()
        .with(
            new FlowSettings.Hours(
                hours,
                drop ? hours : FlowSettings.Keeps.ALWAYS_OPEN,
                Duration.ofMinutes(10),
                false));
  }

  /// A drop alone that keeps the library's hours.
  static FlowSettings dropKeepingHours() {
    return role(StationFacts.Role.BOOK_DROP)
        .with(
            new FlowSettings.Hours(
                FlowSettings.Keeps.ALWAYS_OPEN,
                FlowSettings.Keeps.LIBRARY_HOURS,
                Duration.ZERO,
                false));
  }

  public static FlowSettings role(StationFacts.Role role) {
    FlowSettings usual = FlowSettings.standard();
    return with(role, usual.pin(), usual.pays(), false, usual.comeBack());
  }

  private static FlowSettings with(
      FlowSettings.PinRule pin, boolean pays, boolean askCount, Duration comeBack) {
    return with(StationFacts.Role.LEND_AND_RETURN, pin, pays, askCount, comeBack);
  }

  private static FlowSettings with(
      StationFacts.Role role,
      FlowSettings.PinRule pin,
      boolean pays,
      boolean askCount,
      Duration comeBack) {
    FlowSettings usual = FlowSettings.standard();
    return new FlowSettings(
        usual.language(),
        usual.banner(),
        role,
        usual.idle(),
        usual.warning(),
        usual.mostExtensions(),
        usual.quiet(),
        usual.placeAgainTries(),
        usual.answerLimit(),
        usual.takeAway(),
        usual.printing(),
        usual.done(),
        pin,
        usual.mostPinDigits(),
        usual.pinTries(),
        usual.technicianTries(),
        usual.technicianLock(),
        usual.technicianIdle(),
        pays,
        askCount,
        comeBack);
  }
}
