package org.libstation.flow.staff;

import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.Letters;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.flow.state.SetupSheet;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.turn.Turn;

/// Changes settings by hand, behind the technician's PIN. Changes are collected first. They are
/// written only after a trial, and after the difference was shown.
public final class SetupFlow {
  private SetupFlow() {}

  /// Opens the settings from the technician's page; needs the technician's level.
  static void open(Turn turn) {
    if (!turn.technician.level().may(StaffLevel.TECHNICIAN)) {
      turn.beep(Sound.NOT_POSSIBLE);
      return;
    }
    turn.effect(new Effect.ReadSetup());
    show(turn, SetupBoard.READING);
  }

  /// Tries the settings that a calibration measured. Their difference is then shown and written
  /// like any other.
  static void measured(Turn turn, CheckBoard.LevelCalibration measured) {
    Map<String, String> changes = measured.settings();
    turn.effect(new Effect.ReadSetup());
    turn.effect(new Effect.TrySetup(changes));
    show(turn, new SetupBoard(Optional.empty(), changes, new View.Trying()));
  }

  private static void show(Turn turn, SetupBoard board) {
    turn.show(new Screen.Service(new ServicePage.Setup(board), turn.at()));
  }

  static void key(Turn turn, SetupBoard board, Key key) {
    switch (board.view()) {
      case View.Groups groups -> onGroups(turn, board, groups, key);
      case View.SetupGroupView group -> onGroup(turn, board, group, key);
      case View.SetupEntryView entry -> onEntry(turn, board, entry, key);
      case View.SetupFieldView field -> onField(turn, board, field, key);
      case View.PortsView ports -> onPorts(turn, board, ports, key);
      case View.SetupDifferenceView difference -> onDifference(turn, board, difference, key);
      case View.Trying _, View.SetupWritingView _ -> {}
    }
  }

  private static boolean may(Turn turn, SetupSheet.Group group) {
    return turn.technician.level().may(group.level());
  }

  private static void onGroups(Turn turn, SetupBoard board, View.Groups view, Key key) {
    if (key instanceof Key.Leave) {
      if (board.changes().isEmpty()) {
        TechnicianPage.back(turn);
      } else {
        // The first press discards the collected changes, so that nobody leaves believing they were
        // written.
        show(turn, new SetupBoard(board.sheet(), Map.of(), View.Groups.unchanged()));
      }
    } else if (key instanceof Key.ChooseGroup(String id)) {
      Optional<SetupSheet.Group> group = board.sheet().flatMap(sheet -> sheet.group(id));
      if (group.filter(it -> may(turn, it)).isPresent()) {
        show(turn, board.withView(new View.SetupGroupView(id)));
      } else {
        turn.beep(Sound.NOT_POSSIBLE);
        show(turn, board);
      }
    } else if (key instanceof Key.FindPorts) {
      find(turn, board, "");
    } else if (key instanceof Key.ShowChanges) {
      attempt(turn, board);
    } else if (key instanceof Key.PutBackSettings
        && board.sheet().flatMap(SetupSheet::back).isPresent()) {
      turn.effect(new Effect.PutBackSetup(turn.technician.who()));
      show(turn, board.withView(new View.SetupWritingView()));
    } else if (key instanceof Key.RestartStation
        && view.done().filter(it -> it.result() != SetupAnswer.WriteResult.NOT_DONE).isPresent()
        && board.sheet().filter(SetupSheet::restarts).isPresent()) {
      turn.staff(StaffNote.RESTART_ASKED, Optional.empty());
      turn.effect(new Effect.RestartStationEffect());
      show(turn, board.withView(new View.SetupWritingView()));
    }
  }

  private static void attempt(Turn turn, SetupBoard board) {
    if (!board.changes().isEmpty()) {
      turn.effect(new Effect.TrySetup(board.changes()));
      show(turn, board.withView(new View.Trying()));
    }
  }

  private static void find(Turn turn, SetupBoard board, String group) {
    turn.staff(StaffNote.PORTS_SOUGHT, Optional.empty());
    turn.effect(new Effect.FindPortsEffect());
    show(turn, board.withView(new View.PortsView(group, PortBoard.EMPTY)));
  }

  private static void onGroup(Turn turn, SetupBoard board, View.SetupGroupView view, Key key) {
    if (key instanceof Key.Leave || key instanceof Key.Confirm) {
      show(turn, board.withView(View.Groups.unchanged()));
    } else if (key instanceof Key.ShowChanges) {
      attempt(turn, board);
    } else if (key instanceof Key.FindPorts) {
      find(turn, board, view.id());
    } else if (key instanceof Key.ChooseField(String wanted)) {
      choose(turn, board, view.id(), wanted);
    } else if (key instanceof Key.ChooseEntry(int number)) {
      entries(board, view.id())
          .filter(list -> board.entries(list).contains(number))
          .ifPresent(_ -> show(turn, board.withView(new View.SetupEntryView(view.id(), number))));
    } else if (key instanceof Key.AddEntry) {
      entries(board, view.id())
          .ifPresent(
              list -> {
                SetupBoard more = board.added(list);
                show(
                    turn,
                    more.withView(
                        new View.SetupEntryView(view.id(), more.entries(list).getLast())));
              });
    }
  }

  private static Optional<SetupSheet.Entries> entries(SetupBoard board, String group) {
    return board.sheet().flatMap(sheet -> sheet.group(group)).flatMap(SetupSheet.Group::entries);
  }

  /// Opens a value of a group, or of one of its entries. Refuses a value given on the command line.
  private static void choose(Turn turn, SetupBoard board, String group, String wanted) {
    board
        .sheet()
        .filter(sheet -> sheet.isOf(group, wanted))
        .flatMap(sheet -> sheet.field(wanted))
        .filter(field -> field.source() != SetupSheet.SettingSource.COMMAND_LINE)
        .ifPresentOrElse(
            field -> {
              boolean secret = field.kind() == SetupSheet.FieldKind.SECRET;
              String typed = secret ? "" : board.value(field);
              show(
                  turn,
                  board.withView(new View.SetupFieldView(group, wanted, typed, Letters.SMALL)));
            },
            () -> turn.beep(Sound.NOT_POSSIBLE));
  }

  private static void onEntry(Turn turn, SetupBoard board, View.SetupEntryView view, Key key) {
    Optional<SetupSheet.Entries> list = entries(board, view.group());
    View back = new View.SetupGroupView(view.group());
    if (list.isEmpty() || key instanceof Key.Leave || key instanceof Key.Confirm) {
      show(turn, board.withView(back));
    } else if (key instanceof Key.ShowChanges) {
      attempt(turn, board);
    } else if (key instanceof Key.TakeEntryOut) {
      boolean was = board.isOut(list.get(), view.number());
      SetupBoard without = board.out(list.get(), view.number());
      show(turn, without.withView(was ? view : back));
    } else if (key instanceof Key.ChooseField(String wanted)
        && list.get().number(wanted) == view.number()
        && !board.isOut(list.get(), view.number())) {
      choose(turn, board, view.group(), wanted);
    }
  }

  private static void onField(Turn turn, SetupBoard board, View.SetupFieldView view, Key key) {
    Optional<SetupSheet.SheetField> field = board.sheet().flatMap(sheet -> sheet.field(view.key()));
    View back = behind(board, view);
    if (field.isEmpty() || key instanceof Key.Leave) {
      show(turn, board.withView(back));
      return;
    }
    String typed = view.typed();
    boolean free = field.get().kind() != SetupSheet.FieldKind.CHOICE;
    if (key instanceof Key.ChooseValue(String value)) {
      if (field.get().choices().contains(value)) {
        show(turn, board.changed(view.key(), value).withView(back));
      }
    } else if (free && key instanceof Key.Confirm && isNothing(field.get(), typed)) {
      show(turn, board.withView(back));
    } else if (free && key instanceof Key.Confirm) {
      show(turn, board.changed(view.key(), typed.strip()).withView(back));
    } else if (free && key instanceof Key.Sign(char sign)) {
      type(turn, board, view, sign);
    } else if (free && key instanceof Key.Letter(char letter)) {
      type(turn, board, view, letter);
    } else if (free && key instanceof Key.Digit(int digit)) {
      type(turn, board, view, (char) ('0' + digit));
    } else if (free && key instanceof Key.Erase && !typed.isEmpty()) {
      int end = typed.offsetByCodePoints(typed.length(), -1);
      typing(turn, board, view, typed.substring(0, end), view.letters());
    } else if (free && key instanceof Key.OtherLetters) {
      typing(turn, board, view, typed, view.letters().next());
    }
  }

  /// Leaves a secret unchanged if nothing was typed.
  private static boolean isNothing(SetupSheet.SheetField field, String typed) {
    return field.kind() == SetupSheet.FieldKind.SECRET && typed.isBlank();
  }

  /// Returns the page above a value: its group, or the entry of its list.
  private static View behind(SetupBoard board, View.SetupFieldView view) {
    return entries(board, view.group())
        .map(list -> list.number(view.key()))
        .filter(number -> number >= 0)
        .<View>map(number -> new View.SetupEntryView(view.group(), number))
        .orElseGet(() -> new View.SetupGroupView(view.group()));
  }

  private static void type(Turn turn, SetupBoard board, View.SetupFieldView view, char sign) {
    if (view.typed().length() < SetupBoard.LONGEST) {
      typing(turn, board, view, view.typed() + sign, view.letters());
    }
  }

  private static void typing(
      Turn turn, SetupBoard board, View.SetupFieldView view, String typed, Letters letters) {
    show(turn, board.withView(view.with(c -> c.typed(typed).letters(letters))));
  }

  private static void onPorts(Turn turn, SetupBoard board, View.PortsView view, Key key) {
    PortBoard ports = view.board();
    if (ports.running()) {
      if (key instanceof Key.StopFinding || key instanceof Key.Leave) {
        turn.effect(new Effect.EndPortSearch());
        show(turn, board.withView(new View.PortsView(view.group(), ports.stopped())));
      }
    } else if (key instanceof Key.Leave) {
      show(
          turn,
          board.withView(
              view.group().isEmpty()
                  ? View.Groups.unchanged()
                  : new View.SetupGroupView(view.group())));
    } else if (key instanceof Key.FindPorts) {
      find(turn, board, view.group());
    } else if (key instanceof Key.TakePort(int row)
        && row < ports.lines().size()
        && !view.group().isEmpty()
        && board.fits(view.group(), ports.lines().get(row))) {
      SetupBoard changed = board;
      String device = "devices." + view.group() + ".";
      for (Map.Entry<String, String> each : ports.lines().get(row).settings().entrySet()) {
        changed = changed.changed(device + each.getKey(), each.getValue());
      }
      show(turn, changed.withView(new View.SetupGroupView(view.group())));
    }
  }

  private static void onDifference(
      Turn turn, SetupBoard board, View.SetupDifferenceView view, Key key) {
    if (key instanceof Key.Leave) {
      show(turn, board.withView(View.Groups.unchanged()));
    } else if (key instanceof Key.WriteSettings && view.tried().refused().isEmpty()) {
      turn.effect(new Effect.WriteSetup(turn.technician.who()));
      show(turn, board.withView(new View.SetupWritingView()));
    }
  }

  /// Takes in the answer to a [Effect.SettingUp]; ignored after the page was left.
  public static void told(Turn turn, SetupAnswer answer) {
    if (!(turn.screen instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _))) {
      return;
    }
    switch (answer) {
      case SetupAnswer.SetupSheetRead(SetupSheet sheet) ->
          show(turn, board.withSheet(Optional.of(sheet)));
      case SetupAnswer.SetupTried tried -> {
        if (board.view() instanceof View.Trying) {
          show(turn, board.withView(new View.SetupDifferenceView(tried)));
        }
      }
      case SetupAnswer.SetupResult done -> {
        boolean kept = done.result() == SetupAnswer.WriteResult.NOT_DONE;
        View groups = new View.Groups(Optional.of(done));
        Optional<SetupSheet> sheet = done.sheet().or(board::sheet);
        show(
            turn,
            kept ? new SetupBoard(sheet, board.changes(), groups) : board.with(sheet, groups));
      }
      case SetupAnswer.PortsAnswer(PortBoard ports) -> {
        if (board.view() instanceof View.PortsView view) {
          PortBoard shown = view.board().stopping() && ports.running() ? ports.stopped() : ports;
          show(turn, board.withView(new View.PortsView(view.group(), shown)));
        }
      }
    }
  }

  /// Whether the page cannot be left now.
  static boolean holds(SetupBoard board) {
    return switch (board.view()) {
      case View.PortsView ports -> ports.board().running();
      case View.Trying _, View.SetupWritingView _ -> true;
      case View.Groups _,
          View.SetupGroupView _,
          View.SetupEntryView _,
          View.SetupFieldView _,
          View.SetupDifferenceView _ ->
          false;
    };
  }
}
