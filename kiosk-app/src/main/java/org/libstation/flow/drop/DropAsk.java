package org.libstation.flow.drop;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropSight.Passed;
import org.libstation.flow.state.DropSight.Passed.PassedStage;
import org.libstation.flow.state.DropSight.UnreadObjectPrompt;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;

/// Handles objects in the drop that could not be read. Each is written into the journal first. Then
/// the person may scan or type its barcode; otherwise staff identify it later.
public final class DropAsk {
  /// How long the question is shown.
  static final Duration ASKS = Duration.ofSeconds(30);

  /// Most digits that can be typed.
  static final int MOST_DIGITS = 20;

  /// Problems without a question, because the person at the drop cannot add anything: another
  /// library's item, a library card.
  private static final Set<Code> NOT_ASKED = Set.of(Code.T21, Code.B13);

  private static final String PATRON = "patron";
  private static final String STATION = "station";

  private DropAsk() {}

  static void write(Turn turn, Passed unread) {
    turn.sight = turn.sight.changed(unread.stage(PassedStage.WRITING, turn.at()));
    turn.effect(new Effect.WriteObject(unread.number(), unread.at(), unread.dark(), unread.sign()));
    Code why = unread.sign().orElse(Code.R15);
    turn.staff(Effect.StaffNote.DROPPED_UNKNOWN, Optional.of(why));
    turn.beep(Sound.NEEDS_HAND);
  }

  /// Asks about an object that is now on disk.
  public static void written(Turn turn, FlowEvent.ObjectWritten written) {
    find(turn, written.object())
        .ifPresent(
            unread -> {
              Passed kept = unread.written(written.entry(), turn.at());
              turn.sight = turn.sight.changed(kept);
              turn.sight = turn.sight.answered(Optional.of(turn.at()));
              if (kept.late().isPresent()) {
                identifyLate(turn, kept);
              }
              next(turn);
            });
  }

  /// Keeps an object for another attempt, because the journal could not be written.
  public static void notWritten(Turn turn, long object) {
    find(turn, object)
        .ifPresent(
            unread -> {
              boolean told = unread.entry().isPresent();
              PassedStage stage = told ? PassedStage.WRITTEN : PassedStage.UNWRITTEN;
              turn.sight = turn.sight.changed(unread.stage(stage, turn.at()));
            });
  }

  private static Optional<Passed> find(Turn turn, long object) {
    return turn.sight.passed().stream().filter(one -> one.number() == object).findFirst();
  }

  /// Identifies an object whose tag was read after it was written down as unread.
  static void identifyLate(Turn turn, Passed unread) {
    if ((unread.stage() == PassedStage.WRITTEN || unread.stage() == PassedStage.LEFT)
        && unread.late().isPresent()
        && unread.late().get().reading() instanceof TagReading.ItemTag item) {
      identify(turn, unread, item.item(), STATION);
    }
  }

  /// Tells staff that an object's tag, read late, is not an item of this library. For the codes in
  /// [#NOT_ASKED] the question to the person ends.
  static void signedLate(Turn turn, Passed unread, Code sign) {
    Passed known = unread.sign(sign);
    turn.sight = turn.sight.changed(known);
    known.entry().ifPresent(entry -> turn.effect(new Effect.ToldFinding(entry, sign)));
    if (NOT_ASKED.contains(sign)) {
      turn.sight = turn.sight.answered(Optional.of(turn.at()));
      turn.sight
          .asking()
          .filter(it -> it.object() == known.number())
          .ifPresent(it -> leave(turn, it));
    }
  }

  private static void identify(Turn turn, Passed unread, ItemId item, String by) {
    turn.sight = turn.sight.changed(unread.stage(PassedStage.IDENTIFYING, turn.at()));
    boolean tagged = unread.late().flatMap(DropSight.SeenObject::uid).isPresent();
    unread
        .entry()
        .ifPresent(
            entry ->
                turn.effect(new Effect.IdentifyObject(unread.number(), entry, item, by, tagged)));
  }

  public static void identified(Turn turn, FlowEvent.ObjectIdentified answer) {
    Optional<Passed> known = find(turn, answer.object());
    if (known.isEmpty()) {
      return;
    }
    if (answer.back().isEmpty()) {
      turn.sight = turn.sight.changed(known.get().stage(PassedStage.WRITTEN, turn.at()));
      problem(turn, Code.R19);
      return;
    }
    turn.sight = turn.sight.without(answer.object());
    if (turn.sight.asking().filter(asked -> asked.object() == answer.object()).isPresent()) {
      turn.sight = turn.sight.asking(Optional.empty());
    }
    turn.sight = turn.sight.answered(Optional.of(turn.at()));
    DropRows.identified(turn, known.get(), answer.item(), answer.back().getAsLong());
    next(turn);
  }

  /// Asks about the next object that somebody may be able to identify.
  private static void next(Turn turn) {
    if (turn.sight.asking().isEmpty()) {
      turn.sight =
          turn.sight.asking(
              turn.sight.passed().stream()
                  .filter(one -> one.stage() == PassedStage.WRITTEN)
                  .filter(one -> one.sign().filter(NOT_ASKED::contains).isEmpty())
                  .filter(one -> !turn.over(one.since(), turn.patience(ASKS)))
                  .findFirst()
                  .map(
                      one ->
                          new UnreadObjectPrompt(one.number(), "", Optional.empty(), turn.at())));
    }
  }

  /// @return whether the scan answers a question
  static boolean scanned(Turn turn, ScannedCode scan) {
    Optional<Passed> asked = turn.sight.asking().flatMap(asking -> find(turn, asking.object()));
    if (asked.isEmpty()) {
      return false;
    }
    switch (scan) {
      case ScannedCode.ItemCode(ItemId item) -> identify(turn, asked.get(), item, PATRON);
      case ScannedCode.Card _ -> problem(turn, Code.R13);
      case ScannedCode.Isbn _ -> problem(turn, Code.R12);
      case ScannedCode.BadCheck _ -> problem(turn, Code.R14);
      case ScannedCode.UnknownCode _ -> problem(turn, Code.R11);
    }
    return true;
  }

  private static void problem(Turn turn, Code code) {
    turn.sight =
        turn.sight.asking(
            turn.sight
                .asking()
                .map(
                    asked ->
                        new UnreadObjectPrompt(asked.object(), "", Optional.of(code), turn.at())));
    turn.complain(code);
  }

  public static void key(Turn turn, Key.OnQuestion key) {
    turn.sight.asking().ifPresent(asked -> key(turn, asked, key));
  }

  private static void key(Turn turn, UnreadObjectPrompt asked, Key.OnQuestion key) {
    String typed = asked.typed();
    switch (key) {
      case Key.Digit(int digit) -> {
        if (typed.length() < MOST_DIGITS) {
          typed(turn, asked, typed + digit);
        }
      }
      case Key.Erase _ -> {
        if (!typed.isEmpty()) {
          typed(turn, asked, typed.substring(0, typed.length() - 1));
        }
      }
      case Key.Confirm _ -> {
        if (!typed.isEmpty()) {
          turn.effect(new Effect.JudgeAtDrop(typed));
        }
      }
      case Key.Leave _, Key.Stay _ -> leave(turn, asked);
    }
  }

  /// Ends the question, because the person cannot identify the object. Its time is kept, and staff
  /// identify it later.
  private static void leave(Turn turn, UnreadObjectPrompt asked) {
    find(turn, asked.object())
        .ifPresent(
            one -> turn.sight = turn.sight.changed(one.stage(PassedStage.LEFT, one.since())));
    turn.sight = turn.sight.asking(Optional.empty());
    next(turn);
  }

  private static void typed(Turn turn, UnreadObjectPrompt asked, String digits) {
    turn.sight =
        turn.sight.asking(
            Optional.of(
                new UnreadObjectPrompt(asked.object(), digits, Optional.empty(), turn.at())));
  }

  static void tick(Turn turn) {
    if (turn.station.writes()) {
      turn.sight.passed().stream()
          .filter(one -> one.stage() == PassedStage.UNWRITTEN)
          .filter(one -> turn.over(one.since(), DropRows.WRITE_AGAIN))
          .forEach(one -> write(turn, one));
    }
    turn.sight
        .asking()
        .filter(asked -> turn.over(asked.since(), turn.patience(ASKS)))
        .ifPresent(asked -> leave(turn, asked));
    turn.sight =
        turn.sight.withPassed(
            turn.sight.passed().stream()
                .filter(
                    one ->
                        (one.stage() != PassedStage.WRITTEN && one.stage() != PassedStage.LEFT)
                            || !turn.over(one.since(), DropRows.SAME_ITEM))
                .toList());
    next(turn);
  }
}
