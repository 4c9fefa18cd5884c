package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/// Plays days against the laws: random ones, each named by its seed, and scripted ones that a power
/// cut interrupts at a chosen step. The stage (the desk alone, or the whole station) is the day.
///
/// @param begin makes a day from its seed and the bug that is planted in it
/// @param sound no bug
/// @param steps random steps of a day
public record DayHarness<B, D extends WorldDay>(
    BiFunction<Integer, B, D> begin, B sound, int steps) {

  /// A script has at least so many steps at which the power can go.
  private static final int LEAST_STEPS = 60;

  /// Asserts that the laws hold on random days.
  public void holds(int first, int last) {
    holds(first, last, _ -> {});
  }

  /// @param ended is given each day at its end
  public void holds(int first, int last, Consumer<D> ended) {
    for (int seed = first; seed <= last; seed++) {
      try (D day = begin.apply(seed, sound)) {
        List<String> broken = day.run(steps);
        ended.accept(day);
        assertThat(broken).as("seed %d%n%s", seed, day.history()).isEmpty();
      }
    }
  }

  /// Asserts that a law is broken on a random day with this bug.
  ///
  /// @param first seed of the first day
  /// @param most days to try
  public void catches(B bug, int first, int most) {
    for (int seed = first; seed < first + most; seed++) {
      List<String> broken = broken(seed, bug);
      // What the production wiring does not survive either is no catch.
      if (!broken.isEmpty() && broken(seed, sound).isEmpty()) {
        System.out.printf("%s is caught by seed %d: %s%n", bug, seed, broken.getFirst());
        return;
      }
    }
    throw new AssertionError(bug + " was not caught by " + most + " seeds");
  }

  private List<String> broken(int seed, B bug) {
    try (D day = begin.apply(seed, bug)) {
      return day.run(steps);
    }
  }

  /// Plays a script and asserts that the laws hold after each step and when all is healed.
  ///
  /// @param cut the step at which the power goes; 0 = never
  /// @return how many steps there were
  public static int play(WorldDay day, int cut, List<Runnable> script) {
    if (cut > 0) {
      day.power().cutAfter(cut);
    }
    for (Runnable step : script) {
      step.run();
      assertThat(day.broken()).as("cut at %d%n%s", cut, day.history()).isEmpty();
    }
    int taken = day.power().steps();
    assertThat(day.heal()).as("healed, cut at %d%n%s", cut, day.history()).isEmpty();
    return taken;
  }

  /// Plays a script without a cut, then with one at every so many steps.
  ///
  /// @param script takes the step of the cut, 0 for none; returns how many steps there were
  public static void cutEvery(int stride, IntUnaryOperator script) {
    int steps = script.applyAsInt(0);
    assertThat(steps).isGreaterThan(LEAST_STEPS);
    for (int cut = 1; cut <= steps; cut += stride) {
      int _ = script.applyAsInt(cut);
    }
  }
}
