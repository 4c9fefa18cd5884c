package org.libstation.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.BinHistory;

/// How full the bin is, and when the flap is to stay shut.
class DropFillTest {
  private static final DropFill FRESH = DropFill.UNKNOWN.told(90, BinHistory.NONE, 0);

  @Test
  void objects_since_the_last_level_count_as_well() {
    DropFill fill = FRESH.counted(30).measured(60);
    assertThat(fill.percent(false)).isEqualTo(60);
    // 30 objects made 60 points; 20 of 1.5 points were taken for seen: 1.8 an object.
    assertThat(fill.milliPointsAnObject()).isEqualTo(1800);
    assertThat(fill.counted(40).percent(false)).isEqualTo(78);
  }

  @Test
  void it_is_full_before_the_level_says_so() {
    DropFill fill = FRESH.counted(40).measured(82);
    assertThat(fill.full(false, false)).isFalse();
    assertThat(fill.counted(45).full(false, false)).isTrue();
    assertThat(fill.counted(41).full(false, false)).isFalse();
  }

  @Test
  void a_blind_sensor_is_left_out_and_the_counter_decides() {
    DropFill fill = FRESH.counted(5).measured(0).counted(70);
    assertThat(fill.full(true, false)).isTrue();
  }

  @Test
  void former_fillings_teach_how_much_an_object_makes() {
    DropFill thick = DropFill.UNKNOWN.told(90, new BinHistory(200, 800), 0);
    DropFill thin = DropFill.UNKNOWN.told(90, new BinHistory(800, 200), 0);
    assertThat(thick.counted(25).percent(true)).isGreaterThan(85);
    assertThat(thin.counted(25).percent(true)).isLessThan(10);
  }

  @Test
  void once_shut_it_opens_only_well_below() {
    DropFill fill = FRESH.measured(90);
    assertThat(fill.full(false, false)).isTrue();
    assertThat(fill.measured(87).full(false, true)).isTrue();
    assertThat(fill.measured(84).full(false, true)).isFalse();
  }

  @Test
  void noise_of_the_sensor_does_not_make_the_flap_flutter() {
    Random random = new Random(7);
    DropFill fill = FRESH;
    boolean shut = false;
    int changes = 0;
    for (int object = 1; object <= 60; object++) {
      fill = fill.counted(object);
      int level = Math.clamp(object * 3L / 2 + random.nextInt(-2, 3), 0, 100);
      fill = fill.measured(level);
      boolean now = fill.full(false, shut);
      changes += now == shut ? 0 : 1;
      shut = now;
    }
    assertThat(changes).isEqualTo(1);
    assertThat(shut).isTrue();
  }

  @Test
  void another_bin_begins_anew() {
    assertThat(FRESH.counted(50).measured(80).counted(0).percent(false)).isZero();
    assertThat(FRESH.counted(50).measured(80).emptied().objects()).isZero();
  }
}
