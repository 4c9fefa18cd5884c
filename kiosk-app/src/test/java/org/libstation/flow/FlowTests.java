package org.libstation.flow;

/// Settings for tests.
final class FlowTests {
  private FlowTests() {}

  static FlowSettings settings(FlowSettings.PinRule pin) {
    FlowSettings usual = FlowSettings.standard();
    return new FlowSettings(
        usual.language(),
        usual.banner(),
        usual.role(),
        usual.idle(),
        usual.warning(),
        usual.mostExtensions(),
        usual.quiet(),
        usual.placeAgainTries(),
        usual.placeAgainWait(),
        usual.answerLimit(),
        usual.takeAway(),
        usual.receiptChoice(),
        usual.printing(),
        usual.done(),
        pin,
        usual.mostPinDigits(),
        usual.pinTries(),
        usual.technicianTries(),
        usual.technicianLock(),
        usual.technicianIdle(),
        usual.pays());
  }

  /// With a payment terminal.
  static FlowSettings paying() {
    FlowSettings usual = FlowSettings.standard();
    return new FlowSettings(
        usual.language(),
        usual.banner(),
        usual.role(),
        usual.idle(),
        usual.warning(),
        usual.mostExtensions(),
        usual.quiet(),
        usual.placeAgainTries(),
        usual.placeAgainWait(),
        usual.answerLimit(),
        usual.takeAway(),
        usual.receiptChoice(),
        usual.printing(),
        usual.done(),
        usual.pin(),
        usual.mostPinDigits(),
        usual.pinTries(),
        usual.technicianTries(),
        usual.technicianLock(),
        usual.technicianIdle(),
        true);
  }
}
