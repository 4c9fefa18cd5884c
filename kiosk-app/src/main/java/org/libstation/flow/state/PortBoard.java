package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who answers at which port, as far as it is known: at serial ports, by what the system names,
/// then among what types.
///
/// @param running ports are being asked, or the devices are not open again yet
/// @param stopping it ends after the question under way
/// @param reopened how many of the station's devices answer again; empty while they are let go
/// @param code to be held before a scanner that types, now; empty where none is awaited
@RecordBuilder
public record PortBoard(
    List<PortLine> lines,
    boolean running,
    boolean stopping,
    Optional<CheckBoard.Reopened> reopened,
    Optional<String> code)
    implements PortBoardBuilder.With {
  public static final PortBoard EMPTY = PortBoard.of(List.of(), true, false, Optional.empty());

  public PortBoard {
    lines = List.copyOf(lines);
  }

  /// While no code is awaited.
  public static PortBoard of(
      List<PortLine> lines,
      boolean running,
      boolean stopping,
      Optional<CheckBoard.Reopened> reopened) {
    return new PortBoard(lines, running, stopping, reopened, Optional.empty());
  }

  public enum Stand {
    WAITING,
    FOUND,
    /// Something answers that is nothing known.
    SOMETHING,
    /// Nothing known answers.
    NOTHING,
    /// A printer may be there that would print what is asked.
    SPARED,
    NOT_OPENED,
    /// It was ended before.
    NOT_ASKED
  }

  /// @param port its name that stays
  /// @param model of the driver whose device was found; empty text where none was
  /// @param told how its line is set, or why it could not be opened
  /// @param settings what is to be set where a device is to be at this port, without its name:
  ///   `port`, `baud` …; of a port at which nothing known answers `port` alone
  public record PortLine(
      String port, Stand stand, String model, String told, Map<String, String> settings) {
    public PortLine {
      settings = Map.copyOf(settings);
    }
  }

  public PortBoard stopped() {
    return withStopping(true);
  }
}
