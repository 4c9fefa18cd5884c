package org.libstation.flow.staff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagCheck;
import org.libstation.flow.state.TagCheck.BitState;
import org.libstation.flow.state.TagCheck.TagRepairState;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// A technician checks the tags on the pad. Each security bit is read again and compared with
/// journal and central system. A wrong bit is corrected when its key is pressed.
public final class TrayFlow {
  private TrayFlow() {}

  /// Opens the page, or checks all tags again.
  public static void open(Turn turn) {
    List<TagCheck> checks = new ArrayList<>();
    for (PadTag tag : turn.pad) {
      if (tag.reading() instanceof TagReading.ItemTag item) {
        checks.add(TagCheck.of(tag.uid(), item));
      }
    }
    show(turn, checks);
    checks.forEach(check -> turn.effect(new Effect.ReadSecurityEffect(check.uid())));
    Set<ItemId> items = new LinkedHashSet<>(checks.stream().map(TagCheck::item).toList());
    items.forEach(item -> turn.effect(new Effect.AskStanding(item)));
  }

  private static void show(Turn turn, List<TagCheck> checks) {
    turn.show(new Screen.Tray(checks, turn.at()));
  }

  /// Empties the list, because the pad does not answer and its tags may be gone.
  public static void outOfSight(Turn turn) {
    if (turn.screen instanceof Screen.Tray) {
      show(turn, List.of());
    }
  }

  public static void arrived(Turn turn, Screen.Tray tray, PadTag tag) {
    if (tag.reading() instanceof TagReading.ItemTag item) {
      List<TagCheck> checks = new ArrayList<>(tray.checks());
      checks.add(TagCheck.of(tag.uid(), item));
      show(turn, checks);
      turn.effect(new Effect.ReadSecurityEffect(tag.uid()));
      turn.effect(new Effect.AskStanding(item.item()));
    }
  }

  public static void lifted(Turn turn, String uid) {
    if (turn.screen instanceof Screen.Tray tray) {
      show(turn, tray.checks().stream().filter(check -> !check.uid().equals(uid)).toList());
    }
  }

  public static void key(Turn turn, Screen.Tray tray, Key.OnTray key) {
    switch (key) {
      case Key.CheckTray _, Key.Confirm _ -> open(turn);
      case Key.Repair(String uid) -> change(turn, uid, check -> repair(turn, check));
      case Key.Leave _ -> TechnicianPage.back(turn);
      case Key.Paging _, Key.Accounting _ -> show(turn, tray.checks());
    }
  }

  private static TagCheck repair(Turn turn, TagCheck check) {
    if (check.verdict() != BitState.WRONG || check.repair() == TagRepairState.UNDER_WAY) {
      return check;
    }
    turn.effect(new Effect.RepairTag(check.uid(), check.expected().orElseThrow()));
    return check.withRepair(TagRepairState.UNDER_WAY);
  }

  public static void read(Turn turn, FlowEvent.SecurityRead read) {
    read.security().ifPresent(bit -> Pad.secured(turn, read.uid(), bit));
    change(turn, read.uid(), check -> check.read(read.security()));
  }

  public static void told(Turn turn, ItemId item, ItemStanding standing) {
    if (turn.screen instanceof Screen.Tray tray) {
      turn.screen =
          tray.with(
              tray.checks().stream()
                  .map(check -> check.item().equals(item) ? check.standing(standing) : check)
                  .toList());
    }
  }

  public static void repaired(Turn turn, FlowEvent.TagRepaired repaired) {
    boolean done = repaired.result() == TagResult.DONE;
    if (done) {
      Pad.secured(turn, repaired.uid(), repaired.to());
    }
    Optional<ItemId> item =
        Pad.mayLie(turn)
            .filter(tag -> tag.uid().equals(repaired.uid()))
            .findFirst()
            .flatMap(
                tag ->
                    tag.reading() instanceof TagReading.ItemTag lying
                        ? Optional.of(lying.item())
                        : Optional.empty());
    turn.effect(new Effect.LogStaff(note(repaired), Optional.empty(), item));
    turn.beep(done ? Sound.SEEN : Sound.FAULT);
    change(
        turn,
        repaired.uid(),
        check ->
            done
                ? check.read(Optional.of(repaired.to())).withRepair(TagRepairState.DONE)
                : check.withRepair(TagRepairState.FAILED));
  }

  private static StaffNote note(FlowEvent.TagRepaired repaired) {
    return switch (repaired.result()) {
      case DONE ->
          repaired.to() == SecurityBit.ARMED ? StaffNote.TAG_SET_IN_STOCK : StaffNote.TAG_SET_LENT;
      case GONE, FAILED, NO_READER -> StaffNote.TAG_NOT_SET;
    };
  }

  private static void change(Turn turn, String uid, UnaryOperator<TagCheck> change) {
    if (turn.screen instanceof Screen.Tray tray) {
      turn.screen =
          tray.with(
              tray.checks().stream()
                  .map(check -> check.uid().equals(uid) ? change.apply(check) : check)
                  .toList());
    }
  }
}
