package org.libstation.flow.staff;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.TestPrintState;
import org.libstation.flow.state.Screen.ToDo.Chosen;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TaskReason;
import org.libstation.flow.turn.Turn;

/// Leads staff through their to-do list. One task at a time is chosen, looked into and closed in
/// the name of whoever typed the PIN. A whole card number is shown only while its task is chosen.
public final class TaskFlow {
  /// The journal's word for a task about an object that could not be identified.
  private static final String UNIDENTIFIED = "OBJECT_UNIDENTIFIED";

  /// Object number for requests of staff; no passage of the drop has this number.
  public static final long OF_STAFF = 0;

  private TaskFlow() {}

  /// Opens the list, or reads it again.
  static void open(Turn turn) {
    turn.effect(new Effect.ReadTasks());
    turn.show(
        new Screen.ToDo(
            Optional.empty(), Optional.empty(), new TestPrintState.TestPrintNotAsked(), turn.at()));
  }

  public static void key(Turn turn, Screen.ToDo screen, Key.OnTasks key) {
    switch (key) {
      case Key.OpenTasks _, Key.Confirm _ -> open(turn);
      case Key.ChooseTask(long entry) -> choose(turn, screen, entry);
      case Key.ShowCard _ ->
          screen
              .chosen()
              .filter(chosen -> chosen.task().card().isPresent() && chosen.card().isEmpty())
              .ifPresent(
                  chosen -> {
                    turn.effect(new Effect.OpenCard(chosen.task().entry(), turn.technician.who()));
                    show(turn, screen, screen.chosen(), screen.print());
                  });
      case Key.CloseTask(TaskReason how) ->
          screen
              .chosen()
              .ifPresent(
                  chosen -> {
                    turn.effect(
                        new Effect.CloseStaffTaskEffect(
                            chosen.task().entry(), turn.technician.who(), how));
                    turn.show(
                        new Screen.ToDo(
                            Optional.empty(),
                            Optional.empty(),
                            new TestPrintState.TestPrintNotAsked(),
                            turn.at()));
                  });
      case Key.PrintTasks _ -> print(turn, screen);
      case Key.Paging _ -> show(turn, screen, screen.chosen(), screen.print());
      case Key.Leave _ -> {
        if (screen.chosen().isPresent()) {
          show(turn, screen, Optional.empty(), screen.print());
        } else {
          TechnicianPage.back(turn);
        }
      }
    }
  }

  private static void choose(Turn turn, Screen.ToDo screen, long entry) {
    task(screen, entry)
        .ifPresent(
            task -> {
              turn.effect(new Effect.AskStanding(task.item()));
              show(
                  turn,
                  screen,
                  Optional.of(new Chosen(task, Optional.empty(), Optional.empty())),
                  screen.print());
            });
  }

  private static Optional<StaffTask> task(Screen.ToDo screen, long entry) {
    return screen.list().stream()
        .flatMap(list -> list.tasks().stream())
        .filter(task -> task.entry() == entry)
        .findFirst();
  }

  private static void print(Turn turn, Screen.ToDo screen) {
    List<StaffTask> tasks = screen.list().map(StaffList::tasks).orElse(List.of());
    if (tasks.isEmpty() || screen.print() instanceof TestPrintState.UnderWay) {
      return;
    }
    long job = turn.number();
    turn.effect(new Effect.PrintTasksEffect(job, turn.language, tasks, turn.now.corrected()));
    show(turn, screen, screen.chosen(), new TestPrintState.UnderWay(job));
  }

  private static void show(
      Turn turn, Screen.ToDo screen, Optional<Chosen> chosen, TestPrintState print) {
    turn.show(new Screen.ToDo(screen.list(), chosen, print, turn.at()));
  }

  public static void read(Turn turn, StaffList list) {
    if (turn.screen instanceof Screen.ToDo screen) {
      turn.screen = screen.with(c -> c.list(Optional.of(list)).chosen(Optional.empty()));
    }
  }

  /// Takes a barcode or an item's tag that was read while a task about an unidentified object is
  /// chosen: it identifies the object.
  ///
  /// @return whether the to-do list used the item
  public static boolean identify(Turn turn, ItemId item) {
    if (!(turn.screen instanceof Screen.ToDo screen)) {
      return false;
    }
    screen
        .chosen()
        .filter(chosen -> chosen.task().kind().equals(UNIDENTIFIED))
        .ifPresent(
            chosen -> {
              turn.effect(
                  new Effect.IdentifyObject(
                      OF_STAFF, chosen.task().entry(), item, turn.technician.who(), false));
              show(turn, screen, screen.chosen(), screen.print());
            });
    return true;
  }

  public static void identified(Turn turn, FlowEvent.ObjectIdentified answer) {
    if (answer.back().isPresent()) {
      turn.beep(Sound.RETURNED);
      if (turn.screen instanceof Screen.ToDo) {
        open(turn);
      }
    } else {
      turn.beep(Sound.NOT_POSSIBLE);
    }
  }

  public static void opened(Turn turn, FlowEvent.CardNumberShown opened) {
    changed(
        turn, chosen -> chosen.task().entry() == opened.entry(), opened.card(), Optional.empty());
  }

  public static void told(Turn turn, ItemId item, ItemStanding standing) {
    changed(
        turn, chosen -> chosen.task().item().equals(item), Optional.empty(), Optional.of(standing));
  }

  private static void changed(
      Turn turn,
      java.util.function.Predicate<Chosen> which,
      Optional<PatronId> card,
      Optional<ItemStanding> standing) {
    if (turn.screen instanceof Screen.ToDo screen && screen.chosen().filter(which).isPresent()) {
      Chosen before = screen.chosen().orElseThrow();
      turn.screen =
          screen.withChosen(
              Optional.of(
                  new Chosen(before.task(), card.or(before::card), standing.or(before::standing))));
    }
  }

  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    if (turn.screen instanceof Screen.ToDo screen
        && screen.print() instanceof TestPrintState.UnderWay(long job)
        && job == ended.job()) {
      TestPrintState result = ended.testPrint();
      turn.screen = screen.withPrint(result);
    }
  }
}
