package org.libstation.device.escpos.lab;

import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.TwinFault;

/// The faults the printer's twin can be told to have.
final class PrinterFaults {
  private static final int MOST = 1_000_000;

  static final List<TwinFault> ALL =
      List.of(
          fault("paper-out", "the roll is empty"),
          fault("paper-out-after", "the roll ends after so many more rows of dots", "200"),
          fault("paper-near-end", "the roll is nearly empty; it still prints"),
          fault("cover-open", "the cover is open"),
          fault("cutter-jam", "the knife is stuck"),
          fault("cutter-jam-at-cut", "the knife is found stuck by the next cut"),
          fault("head-hot", "the head is too hot and cools down"),
          fault("broken", "a fault it cannot recover from"),
          fault("feed-button", "the feed button is held"),
          fault("power-off", "it is switched off"),
          fault("power-cycle", "it is switched off and on in no time"),
          fault("power-cycle-after", "the same after so many more bytes came", "3000"),
          fault("mute", "it prints and says nothing"),
          fault("mute-marks", "it answers no end-of-job mark"));

  private PrinterFaults() {}

  private static TwinFault fault(String name, String words, String... arguments) {
    return new TwinFault(name, words, List.of(arguments));
  }

  static Optional<String> bringAbout(EscPosTwin twin, String name, List<String> arguments) {
    Optional<TwinFault> known = ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    if (known.isEmpty()) {
      return Optional.of("it has no fault '" + name + "'");
    }
    int count = 0;
    if (arguments.size() != known.get().arguments().size()) {
      return Optional.of("expected: " + known.get().example());
    }
    if (!arguments.isEmpty()) {
      if (!arguments.getFirst().matches("[0-9]{1,7}")) {
        return Optional.of("expected a whole number, as in " + known.get().example());
      }
      count = Integer.parseInt(arguments.getFirst());
      if (count < 1 || count > MOST) {
        return Optional.of("expected a number from 1 to " + MOST);
      }
    }
    obey(twin, name, count);
    return Optional.empty();
  }

  private static void obey(EscPosTwin twin, String name, int count) {
    switch (name) {
      case "paper-out" -> twin.takePaperOut();
      case "paper-out-after" -> twin.paperOutAfter(count);
      case "paper-near-end" -> twin.paperNearEnd(true);
      case "cover-open" -> twin.cover(true);
      case "cutter-jam" -> twin.jamCutter(true);
      case "cutter-jam-at-cut" -> twin.jamCutterAtNextCut();
      case "head-hot" -> twin.overheat(true);
      case "broken" -> twin.breakDown(true);
      case "feed-button" -> twin.holdFeedButton(true);
      case "power-off" -> twin.power(false);
      case "power-cycle" -> twin.powerCycle();
      case "power-cycle-after" -> twin.powerCycleAfter(count);
      case "mute" -> twin.mute(true);
      case "mute-marks" -> twin.muteMarks(true);
      default -> throw new IllegalArgumentException("listed and not done: " + name);
    }
  }
}
