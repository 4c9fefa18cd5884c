package org.libstation.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a run of the technician's checks stands. What is said lies in the text files: here are their
/// keys, with values that no language changes.
///
/// @param running a check is under way, or the devices are not open again yet
/// @param stopping it ends after, or in, the check that runs
/// @param hand what a person is asked to do now
/// @param live what is measured beside a person, a line each; it stays when the run has ended
/// @param reopened how many of the devices answer again; empty while they are with the checks
public record CheckBoard(
    List<Line> lines,
    boolean running,
    boolean stopping,
    Duration took,
    Optional<Asked> hand,
    List<Said> live,
    Optional<Reopened> reopened) {
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
  public record Asked(String act, String code, boolean saysDone) {}

  /// How one check stands.
  public enum Stand {
    WAITING,
    RUNNING,
    GOOD,
    ATTENTION,
    FAULT,
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
  public record Said(String key, List<String> values) {
    public Said {
      values = List.copyOf(values);
    }
  }

  /// @param id such as `pad`
  public record Line(String id, Stand stand, Said told, List<Found> found, Duration took) {
    public Line {
      found = List.copyOf(found);
    }
  }

  /// @param code such as `E15`
  public record Found(String code, boolean fault, Said seen, boolean fixable) {}

  public Optional<Line> line(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /// The worst that was found so far, the first of its kind.
  public Optional<Line> worst() {
    return of(Stand.FAULT).or(() -> of(Stand.ATTENTION));
  }

  private Optional<Line> of(Stand stand) {
    return lines.stream().filter(line -> line.stand() == stand).findFirst();
  }

  CheckBoard stopped() {
    return new CheckBoard(lines, running, true, took, hand, live, reopened);
  }
}
