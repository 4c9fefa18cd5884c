package org.libstation.flow;

import java.time.Duration;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.PartsTaken;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.StationFacts;
import org.libstation.lab.measure.UsualFlow;
import org.libstation.testkit.Changed;

/// Settings for tests.
public final class FlowTests {
  private FlowTests() {}

  private static final FlowSettings USUAL = UsualFlow.settings();

  static FlowSettings settings(FlowSettings.PinRule pin) {
    return Changed.with(USUAL, "visit", visit(USUAL.visit().comeBack(), pin, false));
  }

  /// With a payment terminal; the central system takes any part, 5.00 at least.
  public static FlowSettings paying() {
    return paying(new PartsTaken(true, true, true));
  }

  static FlowSettings paying(PartsTaken parts) {
    return Changed.with(
        USUAL,
        "pays",
        new FlowSettings.Pays(
            true, parts, Optional.of(Money.of(500, "HKD")), Optional.of(Money.of(5000, "HKD"))));
  }

  /// No visit goes on.
  static FlowSettings forgetting() {
    return Changed.with(USUAL, "visit", visit(Duration.ZERO, USUAL.visit().pin(), false));
  }

  /// How many are you holding?
  static FlowSettings asking() {
    return Changed.with(USUAL, "visit", visit(USUAL.visit().comeBack(), USUAL.visit().pin(), true));
  }

  static FlowSettings cardStays(FlowSettings settings, boolean stays) {
    return Changed.with(settings, "visit", Changed.with(settings.visit(), "cardStays", stays));
  }

  /// Keeps the library's hours; dark after ten minutes outside them.
  static FlowSettings keepingHours(boolean drop) {
    FlowSettings.Keeps hours = FlowSettings.Keeps.LIBRARY_HOURS;
    return UsualFlow.settings()
        .withHours(
            new FlowSettings.Hours(
                hours,
                drop ? hours : FlowSettings.Keeps.ALWAYS_OPEN,
                Duration.ofMinutes(10),
                false));
  }

  /// A drop alone that keeps the library's hours.
  static FlowSettings dropKeepingHours() {
    return role(StationFacts.StationRole.BOOK_DROP)
        .withHours(
            new FlowSettings.Hours(
                FlowSettings.Keeps.ALWAYS_OPEN,
                FlowSettings.Keeps.LIBRARY_HOURS,
                Duration.ZERO,
                false));
  }

  public static FlowSettings role(StationFacts.StationRole role) {
    return Changed.with(USUAL, "role", role);
  }

  private static FlowSettings.VisitSettings visit(
      Duration comeBack, FlowSettings.PinRule pin, boolean askCount) {
    FlowSettings.VisitSettings usual = USUAL.visit();
    return usual.with(c -> c.comeBack(comeBack).pin(pin).askCount(askCount));
  }
}
