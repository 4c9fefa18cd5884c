package org.libstation.flow.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.flow.state.CheckBoard.CheckLine;
import org.libstation.flow.state.CheckBoard.CheckState;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.flow.state.StationFacts.LinkState;
import org.libstation.flow.state.StationFacts.PolicyFacts;
import org.libstation.flow.state.StationFacts.Trouble;

/// What a trouble of the station does to its patrons, the worst first. The one rule of rank: what
/// the technician's home, the health page and the checks name first follows from it.
public enum Harm {
  /// Nothing can be lent or taken back.
  NOTHING_WRITTEN,
  /// An item or a card is not read at all.
  NOT_READ,
  /// Nothing is lent; returns go on.
  NOT_LENT,
  /// The drop takes nothing.
  DROP_SHUT,
  /// Some items or cards are read only when tried again.
  BADLY_READ,
  /// The drop works, with trouble.
  DROP_TROUBLED,
  /// Patrons are served by the offline rules.
  NO_LIBRARY_SYSTEM,
  /// Nobody can pay at the terminal.
  NO_PAYMENT,
  /// No receipt is printed.
  NO_RECEIPT,
  /// The screen is not read aloud.
  NOT_READ_ALOUD,
  /// Dates and sums are told by rules or a clock that may be wrong.
  TOLD_WRONGLY,
  /// Nobody notices yet.
  LATER,
  /// All is well.
  NONE;

  /// The worst first; of the same harm, the one that came first.
  public static <T> Optional<T> worst(List<T> all, Function<T, Harm> harm) {
    return all.stream().filter(one -> harm.apply(one) != NONE).min(Comparator.comparing(harm));
  }

  /// What hurts stands before what is well, the worst first; nothing else changes its place.
  public static <T> List<T> ranked(List<T> all, Function<T, Harm> harm) {
    return all.stream().sorted(Comparator.comparing(harm)).toList();
  }

  public static Harm of(JournalHealth journal) {
    return switch (journal) {
      case FAILING, DISK_FULL -> NOTHING_WRITTEN;
      case SET_ASIDE, MISSING, OLDER, NEARLY_FULL -> NOT_LENT;
      case GOOD -> NONE;
    };
  }

  public static Harm of(LinkState link) {
    return link == LinkState.SILENT ? NO_LIBRARY_SYSTEM : NONE;
  }

  public static Harm of(PolicyFacts policy) {
    return policy.old() ? TOLD_WRONGLY : policy.trouble().isEmpty() ? NONE : LATER;
  }

  /// Of the central system's clock and ours.
  public static Harm of(Figures.LinkFact link) {
    return link.apart().isPresent() ? TOLD_WRONGLY : NONE;
  }

  public static Harm of(Figures.Computer computer) {
    return computer.diskFull() ? NOTHING_WRITTEN : computer.found().isEmpty() ? NONE : LATER;
  }

  public static Harm of(DeviceLine line) {
    return switch (line.condition()) {
      case READY -> NONE;
      case NEEDS_HAND ->
          line.trouble() == Trouble.PAPER_NEAR_END ? LATER : device(line.role(), false);
      case CONNECTING -> device(line.role(), true);
    };
  }

  /// @param dead it does nothing at all
  private static Harm device(DeviceRole role, boolean dead) {
    return switch (role) {
      case PAD, SCANNER, CARD_READER, DROP_READER, DROP_SCANNER -> dead ? NOT_READ : BADLY_READ;
      case DROP -> dead ? DROP_SHUT : DROP_TROUBLED;
      case PAYMENT -> NO_PAYMENT;
      case PRINTER -> NO_RECEIPT;
      case SPEECH -> NOT_READ_ALOUD;
      case DROP_SCREEN -> DROP_TROUBLED;
    };
  }

  /// @param devices of the station, whose checks have their names
  public static Harm of(CheckLine line, List<DeviceLine> devices) {
    return switch (line.stand()) {
      case FAULT, ATTENTION -> found(line, devices);
      case WAITING, RUNNING, GOOD, UNPROVEN, NOTHING, STOPPED -> NONE;
    };
  }

  private static Harm found(CheckLine line, List<DeviceLine> devices) {
    boolean fault = line.stand() == CheckState.FAULT;
    return devices.stream()
        .filter(device -> device.name().equals(line.id()))
        .findFirst()
        .map(
            device ->
                device.role() == DeviceRole.PRINTER && !fault
                    ? LATER
                    : device(device.role(), fault))
        .orElseGet(() -> ofStation(line.id(), fault));
  }

  /// Of a check of the station itself.
  private static Harm ofStation(String check, boolean fault) {
    return switch (check) {
      case "journal", "disk", "configuration" -> fault ? NOTHING_WRITTEN : LATER;
      case "link" -> fault ? NO_LIBRARY_SYSTEM : TOLD_WRONGLY;
      case "policy", "clock" -> TOLD_WRONGLY;
      default -> LATER;
    };
  }
}
