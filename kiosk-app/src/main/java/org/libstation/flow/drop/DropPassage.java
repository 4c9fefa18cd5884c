package org.libstation.flow.drop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropSight.Hint;
import org.libstation.flow.state.DropSight.Passed;
import org.libstation.flow.state.DropSight.SeenObject;
import org.libstation.flow.state.DropSight.Together;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;

/// Brings together what the drop's reader reads and what its photo-eye sees pass. Only what has
/// passed the eye was handed over: what is pushed in and taken out again is not. Where no eye can
/// be used, what is read counts.
public final class DropPassage {
  /// What passed and was not read within this time is written down as unread.
  static final Duration GRACE = Duration.ofMillis(1500);

  /// A tag that is read so long after something passed may be its own.
  public static final Duration LATE = Duration.ofSeconds(3);

  /// How long a shadow was is known so soon after it, where the driver measures it.
  static final Duration MEASURED = Duration.ofMillis(500);

  /// A longer shadow, up to a jam, is a hand: nothing falls that slowly.
  static final Duration HAND = Duration.ofMillis(1500);

  /// A tag that is not seen any more may still pass the eye for so long.
  public static final Duration FALLS = Duration.ofSeconds(3);

  /// What was read and lies behind the shut flap for so long is inside.
  static final Duration INSIDE = Duration.ofSeconds(3);

  /// Further passages of what was read together are waited for so long.
  static final Duration TOGETHER = Duration.ofSeconds(3);

  static final Duration HINTS = Duration.ofSeconds(8);

  private static final int MOST_SEEN = 20;
  private static final int MOST_PASSED = 50;

  private DropPassage() {}

  private static boolean eye(Turn turn) {
    return turn.station.usable(DeviceRole.DROP);
  }

  /// Something was read.
  static void read(Turn turn, SeenObject fresh) {
    turn.sight = turn.sight.sees(turn.sight.seen(), others(turn.sight.outOfSight(), fresh));
    boolean there = turn.sight.seen().stream().anyMatch(old -> !old.left() && isSame(old, fresh));
    if (there) {
      return;
    }
    Optional<Passed> unread =
        turn.sight.passed().stream()
            .filter(old -> old.late().isEmpty() && old.sign().isEmpty())
            .filter(old -> old.stage() != Passed.PassedStage.IDENTIFYING)
            .filter(old -> !turn.over(old.at().monotonic(), LATE))
            .findFirst();
    if (unread.isPresent()) {
      late(turn, unread.get(), fresh);
    } else if (!eye(turn)) {
      take(turn, fresh, turn.now);
    } else if (turn.sight.seen().size() < MOST_SEEN) {
      List<SeenObject> all = new ArrayList<>(turn.sight.seen());
      all.removeIf(old -> isSame(old, fresh));
      boolean closed = turn.station.drop().flapClosed();
      SeenObject here = closed ? fresh : fresh.flap(false, turn.at());
      all.add(here);
      turn.sight = turn.sight.seen(all);
      turn.beep(Sound.SEEN);
      if (!(fresh.reading() instanceof TagReading.ItemTag)) {
        boolean foreign = fresh.reading() instanceof TagReading.ForeignTag;
        hint(turn, foreign ? Code.R20 : fresh.reading().unfit());
        turn.beep(Sound.NOT_POSSIBLE);
      }
    }
  }

  private static List<SeenObject> others(List<SeenObject> some, SeenObject one) {
    return some.stream().filter(other -> !isSame(one, other)).toList();
  }

  private static boolean isSame(SeenObject one, SeenObject other) {
    boolean tagged = one.uid().isPresent() || other.uid().isPresent();
    return tagged ? one.uid().equals(other.uid()) : one.reading().equals(other.reading());
  }

  /// It was read after it had passed: its moment is that of the passage.
  private static void late(Turn turn, Passed unread, SeenObject tag) {
    boolean item = tag.reading() instanceof TagReading.ItemTag;
    if (unread.fresh()) {
      if (item) {
        turn.sight = turn.sight.without(unread.number());
        take(turn, tag, unread.at());
      } else {
        turn.sight = turn.sight.changed(unread.sign(tag.reading().unfit()));
      }
    } else if (item) {
      Passed known = unread.late(tag);
      turn.sight = turn.sight.changed(known);
      DropAsk.identifyLate(turn, known);
    } else {
      DropAsk.signedLate(turn, unread, tag.reading().unfit());
    }
  }

  /// The reader fails: its tags are out of sight, and one that had left will not be seen again. A
  /// barcode was read at its moment.
  public static void readerLost(Turn turn) {
    List<SeenObject> out = new ArrayList<>(turn.sight.outOfSight());
    turn.sight.seen().stream()
        .filter(one -> one.uid().isPresent() && !one.left())
        .forEach(out::add);
    List<SeenObject> stay = turn.sight.seen().stream().filter(one -> one.uid().isEmpty()).toList();
    turn.sight = turn.sight.sees(stay, out);
  }

  public static void left(Turn turn, String uid) {
    List<SeenObject> out =
        turn.sight.outOfSight().stream()
            .filter(old -> old.uid().filter(uid::equals).isEmpty())
            .toList();
    turn.sight = turn.sight.sees(turn.sight.seen(), out);
    turn.sight =
        turn.sight.seen(
            turn.sight.seen().stream()
                .map(
                    old ->
                        old.uid().filter(uid::equals).isPresent() && !old.left()
                            ? old.left(turn.at())
                            : old)
                .toList());
  }

  /// Something begins to pass the eye.
  public static void passed(Turn turn) {
    Optional<Together> together = turn.sight.together().filter(one -> one.spare() > 0);
    List<SeenObject> all = turn.sight.seen();
    if (all.isEmpty() && together.isPresent()) {
      Together one = together.get();
      turn.sight =
          turn.sight.together(Optional.of(new Together(one.rows(), one.spare() - 1, turn.at())));
      return;
    }
    if (all.isEmpty()) {
      if (turn.sight.passed().size() < MOST_PASSED) {
        turn.sight =
            turn.sight.passing(
                new Passed(
                    turn.number(),
                    turn.now,
                    Optional.empty(),
                    Optional.empty(),
                    Passed.PassedStage.FRESH,
                    OptionalLong.empty(),
                    Optional.empty(),
                    turn.at()));
      }
      return;
    }
    // All that was read is taken, and written, at once: a power cut must lose none of it.
    turn.sight = turn.sight.seen(List.of());
    List<Long> rows = new ArrayList<>();
    for (SeenObject one : all) {
      take(turn, one, turn.now).filter(row -> !rows.contains(row)).ifPresent(rows::add);
    }
    if (rows.size() > 1) {
      turn.sight = turn.sight.together(Optional.of(new Together(rows, rows.size() - 1, turn.at())));
      hint(turn, Code.R17);
    }
  }

  /// Takes in what was read.
  ///
  /// @param at the moment that counts
  /// @return the number of its row, where it is an item of ours
  private static Optional<Long> take(Turn turn, SeenObject one, EventTime at) {
    turn.sight = turn.sight.answered(Optional.of(turn.at()));
    if (one.reading() instanceof TagReading.ItemTag item) {
      return Optional.of(DropRows.take(turn, one, item, at));
    }
    Code sign = one.reading().unfit();
    Passed unread =
        new Passed(
            turn.number(),
            at,
            Optional.empty(),
            Optional.of(sign),
            Passed.PassedStage.FRESH,
            OptionalLong.empty(),
            Optional.empty(),
            turn.at());
    turn.sight = turn.sight.passing(unread);
    DropAsk.write(turn, unread);
    return Optional.empty();
  }

  /// The eye became dark or light.
  public static void eye(Turn turn, boolean dark) {
    if (dark != turn.sight.dark()) {
      turn.sight = turn.sight.eye(dark, turn.at());
    }
  }

  /// How long the last shadow lasted. By the device's own clock: what is seen here may be late.
  public static void measured(Turn turn, Duration lasted) {
    turn.sight.passed().stream()
        .filter(old -> old.fresh() && old.dark().isEmpty())
        .reduce((_, newer) -> newer)
        .ifPresent(old -> measured(turn, old, lasted));
  }

  private static void measured(Turn turn, Passed unread, Duration lasted) {
    boolean hand = lasted.compareTo(HAND) >= 0 && lasted.compareTo(DropSight.JAM) <= 0;
    if (hand && unread.sign().isEmpty()) {
      turn.sight = turn.sight.without(unread.number());
      turn.staff(Effect.StaffNote.DROP_DISTURBED, Optional.of(Code.R16));
      hint(turn, Code.R16);
      turn.beep(Sound.NEEDS_HAND);
    } else {
      turn.sight = turn.sight.changed(unread.dark(lasted));
    }
  }

  static void flap(Turn turn, boolean closed) {
    turn.sight =
        turn.sight.sees(
            turn.sight.seen().stream().map(one -> one.flap(closed, turn.at())).toList(),
            turn.sight.outOfSight().stream().map(one -> one.flap(closed, turn.at())).toList());
  }

  /// The reader has said what lies in its field: what bears the bit of a loan behind the shut flap
  /// came in while there was no power to see it. With the flap open, what does not bear it may have
  /// been taken in before: it is taken when it passes, and not because the flap is shut over it.
  /// What was out of sight and lies there still goes on where it was.
  public static void listed(Turn turn) {
    List<SeenObject> again = turn.sight.outOfSight();
    List<SeenObject> fresh = turn.sight.seen();
    if (!turn.station.drop().flapClosed()) {
      List<SeenObject> all = new ArrayList<>(again);
      fresh.forEach(
          one -> all.add(one.security() == PadTag.SecurityBit.CLEARED ? one : one.lying()));
      turn.sight = turn.sight.sees(all, List.of());
      return;
    }
    turn.sight = turn.sight.sees(again.stream().filter(SeenObject::opened).toList(), List.of());
    List<SeenObject> inside = new ArrayList<>(fresh);
    again.stream().filter(one -> !one.opened()).forEach(inside::add);
    for (SeenObject one : inside) {
      if (one.security() == PadTag.SecurityBit.CLEARED && !one.left()) {
        take(turn, one, turn.now);
      }
    }
  }

  static void tick(Turn turn) {
    List<SeenObject> stay = new ArrayList<>();
    List<SeenObject> inside = new ArrayList<>();
    boolean out = false;
    for (SeenObject one : turn.sight.seen()) {
      boolean gone = one.leftAt().filter(at -> turn.over(at, FALLS)).isPresent();
      boolean shut = one.shutAt().filter(at -> turn.over(at, INSIDE)).isPresent();
      if (!one.opened() && turn.over(one.since(), DropRows.READ_LIMIT)) {
        // It lies in the bin, near the reader; nobody has just put it there.
        continue;
      }
      if (gone || (shut && one.uid().isEmpty())) {
        out = true;
      } else if (shut && one.opened() && !one.left()) {
        inside.add(one);
      } else {
        stay.add(one);
      }
    }
    turn.sight = turn.sight.seen(stay);
    if (out) {
      hint(turn, Code.R18);
      turn.beep(Sound.NEEDS_HAND);
    }
    inside.forEach(one -> take(turn, one, turn.now));
    if (!turn.sight.dark()) {
      turn.sight.passed().stream()
          .filter(old -> old.fresh() && turn.over(old.at().monotonic(), GRACE))
          .filter(old -> old.dark().isPresent() || turn.over(turn.sight.eye().since(), MEASURED))
          .forEach(old -> DropAsk.write(turn, old));
    }
    turn.sight
        .together()
        .filter(one -> turn.over(one.since(), TOGETHER) && turn.station.drop().flapClosed())
        .ifPresent(one -> parted(turn, one));
    turn.sight = turn.sight.hint(turn.sight.hint().filter(told -> !turn.over(told.since(), HINTS)));
  }

  /// So many were read and fewer passed: staff look whether all lie in the bin.
  private static void parted(Turn turn, Together one) {
    List<ReturnRow> rows =
        turn.drops.stream().filter(row -> one.rows().contains(row.number())).toList();
    boolean allWritten = rows.stream().allMatch(row -> row.entry().isPresent());
    if (one.spare() > 0 && !allWritten) {
      return;
    }
    turn.sight = turn.sight.together(Optional.empty());
    if (one.spare() > 0) {
      for (ReturnRow row : rows) {
        turn.effect(new Effect.ToldFinding(row.entry().getAsLong(), Code.R17));
        row.item().ifPresent(item -> turn.matter(Code.R17, item, Optional.empty()));
      }
    }
  }

  static void hint(Turn turn, Code code) {
    turn.sight = turn.sight.hint(Optional.of(new Hint(code, turn.at())));
  }
}
