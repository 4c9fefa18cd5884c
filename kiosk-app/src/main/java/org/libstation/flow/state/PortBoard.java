package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Progress of the search for devices at this machine's ports. Serial ports come first, then
/// devices that the operating system names, then scanners that type like a keyboard.
///
/// @param running the search is running, or the station's own devices are not open again yet
/// @param stopping the search ends after the present question
/// @param reopened how many of the station's devices answer again; empty while they are released
/// @param code the barcode to hold now before a scanner that types; empty if none is awaited
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

  /// Returns a board on which no barcode is awaited.
  public static PortBoard of(
      List<PortLine> lines,
      boolean running,
      boolean stopping,
      Optional<CheckBoard.Reopened> reopened) {
    return new PortBoard(lines, running, stopping, reopened, Optional.empty());
  }

  /// Result of the search at one port.
  public enum Stand {
    WAITING,
    FOUND,
    /// An unknown device answers.
    SOMETHING,
    /// No known device answers.
    NOTHING,
    /// Not asked, because a printer that may be there would print the question.
    SPARED,
    NOT_OPENED,
    /// The search ended before this port.
    NOT_ASKED
  }

  /// @param port the port's permanent name
  /// @param model the driver's model of the device that was found; empty text if none was
  /// @param told how the line is set, or why the port could not be opened
  /// @param settings settings for a device at this port, by key without the device's name: `port`,
  ///   `baud` …; only `port` if no known device answers
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
