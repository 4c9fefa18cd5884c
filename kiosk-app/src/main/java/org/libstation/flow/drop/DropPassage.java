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

/// Matches what the drop's reader reads with what passes its photo-eye. Only an object that passed
/// the eye was handed over; one that is pushed in and taken out again was not. If no eye is usable,
/// reading alone counts.
public final class DropPassage {
  /// Time to read an object after it passed; then it is written down as unread.
  static final Duration GRACE = Duration.ofMillis(1500);

  /// How long after a passage a tag that is read may belong to it.
  public static final Duration LATE = Duration.ofSeconds(3);

  /// How soon after a shadow its length is known, if the driver measures it.
  static final Duration MEASURED = Duration.ofMillis(500);

  /// A longer shadow, up to a jam, is a hand, because no object falls that slowly.
  static final Duration HAND = Duration.ofMillis(1500);

  /// How long a tag that is no longer seen may still pass the eye.
  public static final Duration FALLS = Duration.ofSeconds(3);

  /// How long an object that was read must lie behind the closed flap to count as inside.
  static final Duration INSIDE = Duration.ofSeconds(3);

  /// How long further passages of objects that were read together are awaited.
  static final Duration TOGETHER = Duration.ofSeconds(3);

  static final Duration HINTS = Duration.ofSeconds(8);

  private static final int MOST_SEEN = 20;
  private static final int MOST_PASSED = 50;

  private DropPassage() {}

  private static boolean eye(Turn turn) {
    return turn.station.usable(DeviceRole.DROP);
  }

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

  /// Takes in a tag that was read after its object had passed; the moment of the passage counts.
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

  /// Puts the tags of a failed reader out of sight; one that had left will not be seen again. A
  /// barcode stays, because it was read at one moment.
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

  /// Handles something that begins to pass the eye.
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
    // Everything that was read is taken and written at once, so that a power cut loses none of it.
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

  /// Takes in an object that was read.
  ///
  /// @param at the moment of return that counts
  /// @return the number of its row, if it is an item of this library
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

  public static void eye(Turn turn, boolean dark) {
    if (dark != turn.sight.dark()) {
      turn.sight = turn.sight.eye(dark, turn.at());
    }
  }

  /// Takes in how long the last shadow was. The device's own clock measures it, because events may
  /// arrive here late.
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

  /// Takes in the reader's list of its field. With the flap closed, an item whose bit is cleared,
  /// as on loan, came in during a power cut and is taken. With the flap open, an item whose bit is
  /// not cleared may have been returned before. It is taken only when it passes, not because the
  /// flap closes. Tags that were out of sight and are still there continue.
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
        // It lies in the bin near the reader; nobody has just put it there.
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

  /// Ends the wait for passages of items read together. If fewer passed, staff check whether all
  /// lie in the bin.
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
