package org.libstation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.ItemId;
import org.libstation.proof.DropDay.Cut;
import org.libstation.proof.DropDay.Wiring;
import org.libstation.testkit.Sample;

/// Two books are pushed in, their slip comes, the bin is emptied and its manifest printed, with a
/// cut at every step: the bin went once, in the name of who took it, with all that was in it, and
/// its manifest came out; where only the program ended, what was pushed in stands on a slip.
class EmptyingCutTest {
  /// The quick tests cut at every so many steps.
  private static final int SOME = 25;

  /// All tests at every so many, from one on that the seed says; the long test at each.
  private static final int MORE = Sample.WHOLE ? 1 : 3;

  @ParameterizedTest
  @EnumSource
  void a_bin_is_emptied_once_and_its_manifest_and_slip_come_out_when_it_is_cut(Cut what) {
    cut(what, 1, SOME);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("full")
  void a_bin_is_emptied_once_and_its_manifest_and_slip_come_out_wherever_it_is_cut(Cut what) {
    cut(what, 1 + Math.floorMod(Sample.SEED, MORE), MORE);
  }

  private static void cut(Cut what, int first, int stride) {
    int steps = emptied(Wiring.RIGHT, what, 0, new ArrayList<>());
    assertThat(steps).isGreaterThan(20);
    for (int cut = first; cut <= steps; cut += stride) {
      List<String> broken = new ArrayList<>();
      int _ = emptied(Wiring.RIGHT, what, cut, broken);
      assertThat(broken).as("cut at %d", cut).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
  @Tag("full")
  void what_a_running_program_alone_knows_of_an_emptying_is_caught(Wiring wrong) {
    int steps = emptied(wrong, Cut.PROGRAM, 0, new ArrayList<>());
    List<String> broken = new ArrayList<>();
    for (int cut = 1; cut <= steps && broken.isEmpty(); cut++) {
      int _ = emptied(wrong, Cut.PROGRAM, cut, broken);
    }
    assertThat(broken.toString())
        .contains(
            switch (wrong) {
              case RIGHT -> "";
              case BEGUN_IN_MEMORY -> "the bin went in the name of \"\"";
              case UNDONE_NOT_READ -> "on no slip";
            });
  }

  /// @param cut the step at which the power goes; 0 = never
  /// @param broken takes what is broken, and then the history
  /// @return how many steps there were
  private static int emptied(Wiring wiring, Cut what, int cut, List<String> broken) {
    try (DropDay day = new DropDay(wiring, what)) {
      int before = day.power().steps();
      if (cut > 0) {
        day.power().cutAfter(cut);
      }
      List<ItemId> books = day.items().subList(0, 2);
      books.forEach(day::pushIn);
      day.waitForSlip();
      day.empty();
      int taken = day.power().steps() - before;
      broken.addAll(day.broken(books));
      if (cut == 0) {
        assertThat(broken).as(day.history()).isEmpty();
        assertThat(day.tickets()).as("a slip and a manifest").isEqualTo(2);
      }
      if (!broken.isEmpty()) {
        broken.add(day.history());
      }
      return taken;
    }
  }
}
