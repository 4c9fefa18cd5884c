package org.libstation.station;

import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.flow.state.StationFacts.JournalCause;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.journal.DiskState;
import org.libstation.journal.JournalException;

/// Translates faults of the journal into the station's journal health and its cause.
public final class JournalTrouble {
  private JournalTrouble() {}

  /// The journal's health after a fault.
  static JournalHealth of(JournalException trouble, Supplier<DiskState> disk) {
    return switch (trouble.kind()) {
      case DISK_FULL -> ofFullDisk(disk);
      case CORRUPT, NEWER, OLD_FORM, IN_USE, KEY, KEY_MISSING, KEY_BOUND, READ_ONLY, IO, DISK ->
          JournalHealth.FAILING;
    };
  }

  /// The cause for the technician; empty for a full disk, because the health already says so.
  public static Optional<JournalCause> cause(JournalException trouble) {
    return switch (trouble.kind()) {
      case DISK_FULL -> Optional.empty();
      case CORRUPT -> Optional.of(JournalCause.DAMAGED);
      case NEWER -> Optional.of(JournalCause.NEWER);
      case OLD_FORM -> Optional.of(JournalCause.OLD_FORM);
      case IN_USE -> Optional.of(JournalCause.IN_USE);
      case KEY -> Optional.of(JournalCause.KEY);
      case KEY_MISSING -> Optional.of(JournalCause.KEY_MISSING);
      case KEY_BOUND -> Optional.of(JournalCause.KEY_BOUND);
      case READ_ONLY -> Optional.of(JournalCause.READ_ONLY);
      case IO -> Optional.of(JournalCause.IO);
      case DISK -> Optional.of(JournalCause.DISK);
    };
  }

  /// A full disk refuses loans before returns, so that returns still fit.
  private static JournalHealth ofFullDisk(Supplier<DiskState> disk) {
    try {
      return switch (disk.get()) {
        case ROOMY, BALLAST_USED -> JournalHealth.NEARLY_FULL;
        case FULL -> JournalHealth.DISK_FULL;
      };
    } catch (JournalException e) {
      return JournalHealth.FAILING;
    }
  }
}
