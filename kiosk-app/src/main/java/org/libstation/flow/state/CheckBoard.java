package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// State of a run of the technician's checks. It holds keys of the text files with their values,
/// not words.
///
/// @param running a check is under way, or the devices are not open again yet
/// @param stopping the run ends after or in the current check
/// @param took time since the run began
/// @param hand what a person must do now; empty if nothing
/// @param live newest measurements, one line each; kept after the run
/// @param reopened how many devices answer again; empty while the checks use them
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
  /// Key of a calibration's line in the text files.
  public static final String CALIBRATED = "live.calibrated";

  public static final CheckBoard EMPTY =
      new CheckBoard(
          List.of(), true, false, Duration.ZERO, Optional.empty(), List.of(), Optional.empty());

  public CheckBoard {
    lines = List.copyOf(lines);
    live = List.copyOf(live);
  }

  /// An action that a check asks of a person.
  ///
  /// @param act name of the action in the text files
  /// @param code barcode to show and scan; empty text if there is none
  /// @param saysDone the action ends when the person reports it done
  public record CheckPrompt(String act, String code, boolean saysDone) {}

  /// State of one check.
  public enum CheckState {
    WAITING,
    RUNNING,
    GOOD,
    ATTENTION,
    FAULT,
    /// No fault was found, but the device cannot be asked whether it works. It must read or print
    /// something first.
    UNPROVEN,
    /// The station has nothing for this check to examine.
    NOTHING,
    STOPPED
  }

  /// Result of opening the devices again after a run.
  ///
  /// @param answer number of devices that answer, out of `of`
  public record Reopened(int answer, int of) {
    public boolean all() {
      return answer == of;
    }
  }

  /// A message: a key of the text files with its values.
  public record CheckMessage(String key, List<String> values) {
    public CheckMessage {
      values = List.copyOf(values);
    }
  }

  /// One check with its state and findings.
  ///
  /// @param id of the check, such as `pad`
  public record CheckLine(
      String id, CheckState stand, CheckMessage told, List<BoardFinding> found) {
    public CheckLine {
      found = List.copyOf(found);
    }

    /// Whether the check found that its device is not connected.
    public boolean dead() {
      return stand == CheckState.FAULT && found.stream().anyMatch(BoardFinding::away);
    }
  }

  /// One finding of a check.
  ///
  /// @param code such as `E15`
  /// @param fixable the station can try to repair it
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

  /// Result of calibrating the level sensor. Empty unless a finished run of one check measured it.
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

  /// Values that a calibration measured.
  ///
  /// @param device name of the device in the settings
  /// @param empty value with an empty bin, in `unit`
  /// @param full value with a full bin, in `unit`
  /// @param unit `mm` or `g`
  public record LevelCalibration(String device, String empty, String full, String unit) {
    /// The values as options of the device, by their setting keys.
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
