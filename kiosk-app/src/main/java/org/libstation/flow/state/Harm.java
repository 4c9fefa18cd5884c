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

/// How a fault of the station harms its patrons, worst first. This order alone decides what the
/// technician's start page, the health page and the checks show first.
public enum Harm {
  /// No loan and no return can be written to disk.
  NOTHING_WRITTEN,
  /// Items or cards are not read at all.
  NOT_READ,
  /// Nothing is lent; returns go on.
  NOT_LENT,
  /// The drop takes nothing.
  DROP_SHUT,
  /// Some items or cards are read only at a second try.
  BADLY_READ,
  /// The drop works, but has a fault.
  DROP_TROUBLED,
  /// Patrons are served by the offline rules only.
  NO_LIBRARY_SYSTEM,
  /// Patrons cannot pay at the terminal.
  NO_PAYMENT,
  /// No receipt is printed.
  NO_RECEIPT,
  /// The screen is not read aloud.
  NOT_READ_ALOUD,
  /// Dates and sums come from rules or a clock that may be wrong.
  TOLD_WRONGLY,
  /// No patron notices it yet.
  LATER,
  /// All is well.
  NONE;

  /// The element with the worst harm; of equal ones the first. Empty if none has a harm.
  public static <T> Optional<T> worst(List<T> all, Function<T, Harm> harm) {
    return all.stream().filter(one -> harm.apply(one) != NONE).min(Comparator.comparing(harm));
  }

  /// Sorts by harm, worst first. Elements of equal harm keep their order.
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

  /// Harm of a difference between the clocks of central system and station.
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

  /// Harm of a device with a fault.
  ///
  /// @param dead the device does nothing at all
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

  /// Harm of what a check found.
  ///
  /// @param devices all devices of the station; the check of a device has its name as id
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

  /// Harm of a check that belongs to no device.
  private static Harm ofStation(String check, boolean fault) {
    return switch (check) {
      case "journal", "disk", "configuration" -> fault ? NOTHING_WRITTEN : LATER;
      case "link" -> fault ? NO_LIBRARY_SYSTEM : TOLD_WRONGLY;
      case "policy", "clock" -> TOLD_WRONGLY;
      default -> LATER;
    };
  }
}
