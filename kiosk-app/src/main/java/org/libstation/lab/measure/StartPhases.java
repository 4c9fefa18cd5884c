package org.libstation.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.station.driven.ScenarioProblem;

/// The phases of a start, from the marks that the program left (`StartMarks`); each lasts until the
/// next begins.
///
/// @param inOrder the first is the virtual machine's own
/// @param picture from the start of the process to the first picture; empty = none was shown
/// @param whole from the start of the process until the station can be used
/// @param processor time of all processors until then
record StartPhases(
    List<StartPhase> inOrder, Optional<Duration> picture, Duration whole, Duration processor) {
  private static final String FIRST_PICTURE = "first picture";
  private static final String READY = "ready";
  private static final String MACHINE = "the virtual machine";

  private static final int LEFT = 340;
  private static final int BARS = 700;
  private static final int RIGHT = 110;
  private static final int ROW = 30;

  StartPhases {
    inOrder = List.copyOf(inOrder);
  }

  record StartPhase(String name, Duration from, Duration to) {
    Duration length() {
      return to.minus(from);
    }
  }

  /// @param marks lines: milliseconds of the wall clock, of processor time, and the phase that
  ///   begins
  /// @param begun when the process was started, in milliseconds of the wall clock
  static StartPhases of(List<String> marks, long begun) throws ScenarioProblem {
    List<StartPhase> phases = new ArrayList<>();
    Duration last = Duration.ZERO;
    Optional<Duration> picture = Optional.empty();
    String name = MACHINE;
    for (String mark : marks) {
      String[] parts = mark.split(" ", 3);
      Duration at = Duration.ofMillis(Long.parseLong(parts[0]) - begun);
      if (parts[2].equals(FIRST_PICTURE)) {
        picture = Optional.of(at);
        continue;
      }
      phases.add(new StartPhase(name, last, at));
      if (parts[2].equals(READY)) {
        return new StartPhases(phases, picture, at, Duration.ofMillis(Long.parseLong(parts[1])));
      }
      last = at;
      name = parts[2];
    }
    throw new ScenarioProblem("the station left no mark that it was ready");
  }

  /// Draws the phases as bars over one axis of time, in SVG.
  ///
  /// @param beside phases of a bare program, drawn below, from the start of its process
  String svg(List<StartPhase> beside) {
    List<StartPhase> all = new ArrayList<>(inOrder);
    picture.ifPresent(at -> all.add(new StartPhase("first picture", Duration.ZERO, at)));
    all.addAll(beside);
    long most = all.stream().mapToLong(phase -> phase.to().toMillis()).max().orElse(1);
    List<String> bars = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      StartPhase phase = all.get(at);
      long x = LEFT + phase.from().toMillis() * BARS / Math.max(1, most);
      long width = Math.max(1, phase.length().toMillis() * BARS / Math.max(1, most));
      int y = ROW / 2 + at * ROW;
      bars.add(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
              x,
              y,
              width,
              ROW - 8,
              at < inOrder.size() ? "#143C5D" : "#EBAE2D"));
      bars.add(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
              LEFT - 12,
              y + ROW / 2,
              phase.name()));
      bars.add(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\">%s</text>",
              LEFT + BARS + 12,
              y + ROW / 2,
              BenchReport.time(phase.length())));
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"15\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#FFFDF8\"/>%n%s%n</svg>%n"
        .formatted(
            LEFT + BARS + RIGHT, ROW + all.size() * ROW, String.join(System.lineSeparator(), bars));
  }
}
