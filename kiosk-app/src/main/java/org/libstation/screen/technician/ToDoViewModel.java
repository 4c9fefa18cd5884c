package org.libstation.screen.technician;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemStanding;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.StaffTask;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.TaskReason;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Look;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.Held;
import org.libstation.screen.words.Voice;
import org.libstation.staff.TaskWords;

/// What staff must put right: a task a row, or the chosen one with what can be done about it.
public final class ToDoViewModel {
  public final Held<String> clock = new Held<>("");
  public final Held<String> head = new Held<>("");
  public final Held<String> sums = new Held<>("");
  public final Held<List<Row>> rows = new Held<>(List.of());
  public final Held<Optional<Details>> chosen = new Held<>(Optional.empty());
  public final Held<String> print = new Held<>("");
  public final Held<List<ActionKey>> actions = new Held<>(List.of());

  private final Voice voice;
  private final Look look;

  public ToDoViewModel(Voice voice, Look look) {
    this.voice = voice;
    this.look = look;
  }

  /// One task on the list.
  ///
  /// @param open chooses it
  public record Row(String what, String title, String line, ActionKey open) {}

  /// The chosen task.
  ///
  /// @param lines what is known of it
  /// @param act what a person should do
  /// @param card opens the whole card number, where one is kept and not open yet
  /// @param keys how it was put right
  public record Details(
      String what,
      List<String> lines,
      String act,
      Optional<ActionKey> card,
      List<ActionKey> keys) {}

  public Voice voice() {
    return voice;
  }

  public Look look() {
    return look;
  }

  public void show(FlowState state) {
    OffsetDateTime now = state.now().wall();
    clock.set(
        voice.say(
            "technician.clock",
            voice.words().stampDate(now.toLocalDate()),
            voice.words().time(now.toLocalTime())));
    if (!(state.screen() instanceof Screen.ToDo screen)) {
      return;
    }
    List<StaffTask> tasks = screen.list().map(StaffList::tasks).orElse(List.of());
    head.set(head(screen, tasks));
    sums.set(screen.list().map(list -> sums(list.sums())).orElse(""));
    rows.set(screen.chosen().isPresent() ? List.of() : tasks.stream().map(this::row).toList());
    chosen.set(screen.chosen().map(this::details));
    print.set(print(screen.print()));
    actions.set(actions(state.station(), screen, tasks));
  }

  private String head(Screen.ToDo screen, List<StaffTask> tasks) {
    if (screen.list().isEmpty()) {
      return voice.say("todo.reading");
    }
    return screen
        .chosen()
        .map(one -> voice.say("todo.number", one.task().entry()))
        .orElseGet(
            () ->
                tasks.isEmpty() ? voice.say("todo.none") : voice.count("todo.count", tasks.size()));
  }

  private String sums(StaffList.Sums all) {
    return voice.say(
        "todo.sums",
        all.done(),
        all.settled(),
        all.foundDone(),
        all.abandoned(),
        all.refused(),
        all.putRight(),
        all.withStaff(),
        all.unknown(),
        all.open());
  }

  private Row row(StaffTask task) {
    return new Row(
        what(task),
        title(task),
        String.join(" · ", happened(task), card(task)),
        ActionKey.plain(voice.say("todo.open"), Icon.NEXT, new Key.ChooseTask(task.entry())));
  }

  private Details details(Screen.ToDo.Chosen one) {
    StaffTask task = one.task();
    List<String> lines = new ArrayList<>();
    // The journal keeps no titles; the central system tells it with where the item is.
    Optional.of(task.title())
        .filter(known -> !known.isBlank())
        .or(() -> one.standing().map(ItemStanding::title).filter(told -> !told.isBlank()))
        .ifPresent(lines::add);
    lines.add(task.item().value());
    lines.add(happened(task));
    lines.add(
        one.card().map(PatronId::value).map(n -> voice.say("todo.card", n)).orElse(card(task)));
    lines.add(
        one.standing()
            .map(
                told ->
                    voice.say(
                        "todo.stands",
                        voice.say("todo.where." + told.where()),
                        voice.say("tray.by." + told.source())))
            .orElse(voice.say("todo.stands.asking")));
    if (task.refused().filter(Refusal.Reason.OTHER::equals).isPresent()) {
      lines.add(voice.say("todo.refused.unknown"));
    }
    if (!task.note().isBlank()) {
      lines.add(voice.say("todo.note", TaskWords.note(voice.words(), task)));
    }
    Optional<ActionKey> card =
        task.card()
            .filter(_ -> one.card().isEmpty())
            .map(_ -> ActionKey.plain(voice.say("todo.showcard"), Icon.SHOW, new Key.ShowCard()));
    List<ActionKey> keys = new ArrayList<>();
    for (TaskReason how : TaskReason.values()) {
      keys.add(
          ActionKey.plain(voice.say("todo.reason." + how), Icon.CHECK, new Key.CloseTask(how)));
    }
    return new Details(
        what(task), lines, voice.say("todo.act", voice.say("todo.do." + task.kind())), card, keys);
  }

  private String what(StaffTask task) {
    return voice.say("todo.what." + task.kind());
  }

  private static String title(StaffTask task) {
    return task.title().isBlank() ? task.item().value() : task.title();
  }

  private String card(StaffTask task) {
    return task.card()
        .map(masked -> voice.say("todo.card", masked))
        .orElseGet(() -> voice.say("todo.nocard"));
  }

  private String happened(StaffTask task) {
    OffsetDateTime at = task.happened().corrected();
    String told =
        voice.say(
            "todo.at",
            voice.say("todo.deed." + task.deed()),
            voice.words().fullDate(at.toLocalDate()),
            DateTimeFormatter.ofPattern("HH:mm").format(at));
    return task.happened().doubtful() ? voice.say("todo.doubtful", told) : told;
  }

  private String print(Screen.TestPrint print) {
    return switch (print) {
      case Screen.TestPrint.NotAsked _ -> "";
      case Screen.TestPrint.UnderWay _ -> voice.say("todo.printing");
      case Screen.TestPrint.Good _ -> voice.say("todo.printed");
      case Screen.TestPrint.Bad bad -> voice.say("todo.notprinted", bad.code());
    };
  }

  private List<ActionKey> actions(StationFacts station, Screen.ToDo screen, List<StaffTask> tasks) {
    List<ActionKey> keys = new ArrayList<>();
    if (screen.chosen().isEmpty()) {
      if (!tasks.isEmpty() && station.configured(StationFacts.DeviceRole.PRINTER)) {
        keys.add(ActionKey.plain(voice.say("todo.print"), Icon.PRINT, new Key.PrintTasks()));
      }
      keys.add(ActionKey.plain(voice.say("todo.again"), Icon.RENEW, new Key.OpenTasks()));
    }
    keys.add(
        ActionKey.primary(
            voice.say(screen.chosen().isPresent() ? "todo.tolist" : "tray.back"),
            Icon.LEAVE,
            false,
            new Key.Leave()));
    return List.copyOf(keys);
  }
}
