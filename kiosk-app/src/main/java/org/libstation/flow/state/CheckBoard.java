package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a run of the technician's checks stands. What is said lies in the text files: here are their
/// keys, with values that no language changes.
///
/// @param running a check is under way, or the devices are not open again yet
/// @param stopping it ends after, or in, the check that runs
/// @param hand what a person is asked to do now
/// @param live what is measured beside a person, a line each; it stays when the run has ended
/// @param reopened how many of the devices answer again; empty while they are with the checks
@RecordBuilder
public record CheckBoard(
    List<CheckLine> lines,
    boolean running,
    boolean stopping,
    Duration took,
    Optional<CheckPrompt> hand,
    List<CheckMessage> live,
    Optional<Reopened> reopened)
    implements CheckBoardBuilder.With {
  /// The word of a calibration in the text files.
  public static final String CALIBRATED = "live.calibrated";

  public static final CheckBoard EMPTY =
      new CheckBoard(
          List.of(), true, false, Duration.ZERO, Optional.empty(), List.of(), Optional.empty());

  public CheckBoard {
    lines = List.copyOf(lines);
    live = List.copyOf(live);
  }

  /// What a person is asked for.
  ///
  /// @param act its word in the text files
  /// @param code that is shown, to be scanned; empty where nothing is to be scanned
  /// @param saysDone it ends when they say so
  public record CheckPrompt(String act, String code, boolean saysDone) {}

  /// How one check stands.
  public enum CheckState {
    WAITING,
    RUNNING,
    GOOD,
    ATTENTION,
    FAULT,
    /// Nothing wrong was found, and it cannot be asked: something must be read or printed by it.
    UNPROVEN,
    /// There is nothing to look at here.
    NOTHING,
    STOPPED
  }

  /// @param answer of the devices that were opened again
  public record Reopened(int answer, int of) {
    public boolean all() {
      return answer == of;
    }
  }

  /// A key of the text files with its values.
  public record CheckMessage(String key, List<String> values) {
    public CheckMessage {
      values = List.copyOf(values);
    }
  }

  /// @param id such as `pad`
  public record CheckLine(
      String id, CheckState stand, CheckMessage told, List<BoardFinding> found) {
    public CheckLine {
      found = List.copyOf(found);
    }

    /// A device that is not connected.
    public boolean dead() {
      return stand == CheckState.FAULT && found.stream().anyMatch(BoardFinding::away);
    }
  }

  /// @param code such as `E15`
  /// @param away the device's line did not open, or nothing came over it
  public record BoardFinding(
      String code,
      boolean fault,
      CheckMessage seen,
      boolean fixable,
      boolean away,
      CheckMessage cause,
      CheckMessage remedy) {

    /// A finding with the cause and remedy that its code always has.
    public BoardFinding(
        String code, boolean fault, CheckMessage seen, boolean fixable, boolean away) {
      this(
          code,
          fault,
          seen,
          fixable,
          away,
          new CheckMessage("finding." + code + ".cause", List.of()),
          new CheckMessage("finding." + code + ".do", List.of()));
    }
  }

  /// What a calibration of the level told: empty, full, unit; nothing where none was made.
  public Optional<LevelCalibration> calibration() {
    return live.stream()
        .filter(said -> said.key().equals(CALIBRATED) && said.values().size() == 3)
        .filter(_ -> !running && lines.size() == 1)
        .map(
            said ->
                new LevelCalibration(
                    lines.getFirst().id(),
                    said.values().get(0),
                    said.values().get(1),
                    said.values().get(2)))
        .findFirst();
  }

  /// @param device by its name in the settings
  /// @param empty over the empty bin, in `unit`
  /// @param full over the full bin
  /// @param unit `mm` or `g`
  public record LevelCalibration(String device, String empty, String full, String unit) {
    /// As options of the device, by their keys in the settings.
    public Map<String, String> settings() {
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put(new SettingName.DeviceOption(device, "empty." + unit).key(), empty);
      settings.put(new SettingName.DeviceOption(device, "full." + unit).key(), full);
      return settings;
    }
  }

  public CheckBoard stopped() {
    return withStopping(true);
  }
}
