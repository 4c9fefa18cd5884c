package org.libstation.screen.technician;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.libstation.paper.TaskWords;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.words.Voice;

/// Content of the staff tasks: a row each, or the chosen task with what can be done about it.
public final class ToDoViewModel extends ServiceModel {
  public final ModelValue<String> sums = new ModelValue<>("");
  public final ModelValue<List<ToDoRow>> rows = new ModelValue<>(List.of());
  public final ModelValue<Optional<TaskDetails>> chosen = new ModelValue<>(Optional.empty());
  public final ModelValue<String> print = new ModelValue<>("");

  public ToDoViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// One task of the list.
  ///
  /// @param open key that chooses it
  public record ToDoRow(String what, String title, String line, ActionKey open) {}

  /// The chosen task.
  ///
  /// @param lines known facts
  /// @param act what a person should do
  /// @param card key that shows the whole card number; empty if none is kept or it is shown already
  /// @param keys ways in which the task may have been done
  public record TaskDetails(
      String what,
      List<String> lines,
      String act,
      Optional<ActionKey> card,
      List<ActionKey> keys) {}

  @Override
  void fill(FlowState state) {
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
      return say("todo.reading");
    }
    return screen
        .chosen()
        .map(one -> say("todo.number", one.task().entry()))
        .orElseGet(() -> tasks.isEmpty() ? say("todo.none") : count("todo.count", tasks.size()));
  }

  /// Counts the events of this station by their outcome; outcomes without events are left out.
  private String sums(StaffList.Sums all) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("SETTLED", all.settled());
    parts.put("FOUND_DONE", all.foundDone());
    parts.put("ABANDONED", all.abandoned());
    parts.put("REFUSED", all.refused());
    parts.put("PUT_RIGHT", all.putRight());
    parts.put("WITH_STAFF", all.withStaff());
    parts.put("UNKNOWN", all.unknown());
    parts.put("OPEN", all.open());
    return parts.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .map(part -> say("todo.sum." + part.getKey(), part.getValue()))
        .reduce((before, next) -> say("why.comma", before, next))
        .map(told -> say("todo.sum.all", all.done(), told))
        .orElse("");
  }

  private ToDoRow row(StaffTask task) {
    return new ToDoRow(
        what(task),
        title(task),
        String.join(" · ", happened(task), card(task)),
        plain("todo.open", Icon.NEXT, new Key.ChooseTask(task.entry())));
  }

  private TaskDetails details(Screen.ToDo.Chosen one) {
    StaffTask task = one.task();
    List<String> lines = new ArrayList<>();
    // The journal keeps no titles; the central system gives the title with the item's status.
    Optional.of(task.title())
        .filter(known -> !known.isBlank())
        .or(() -> one.standing().map(ItemStanding::title).filter(told -> !told.isBlank()))
        .ifPresent(lines::add);
    lines.add(task.item().value());
    lines.add(happened(task));
    lines.add(one.card().map(PatronId::value).map(n -> say("todo.card", n)).orElse(card(task)));
    lines.add(
        one.standing()
            .map(
                told ->
                    say(
                        "todo.stands",
                        say("todo.where." + told.where()),
                        say("tray.by." + told.source())))
            .orElse(say("todo.stands.asking")));
    if (task.refused().filter(Refusal.RefusalReason.OTHER::equals).isPresent()) {
      lines.add(say("todo.refused.unknown"));
    }
    String note = TaskWords.note(voice.words(), task.happened().corrected().getOffset(), task);
    if (!note.isBlank()) {
      lines.add(say("todo.note", note));
    }
    Optional<ActionKey> card =
        task.card()
            .filter(_ -> one.card().isEmpty())
            .map(_ -> plain("todo.showcard", Icon.SHOW, new Key.ShowCard()));
    List<ActionKey> keys = new ArrayList<>();
    for (TaskReason how : TaskReason.values()) {
      keys.add(plain("todo.reason." + how, Icon.CHECK, new Key.CloseTask(how)));
    }
    return new TaskDetails(
        what(task), lines, say("todo.act", TaskWords.act(voice.words(), task)), card, keys);
  }

  private String what(StaffTask task) {
    return say("todo.what." + task.kind());
  }

  private static String title(StaffTask task) {
    return task.title().isBlank() ? task.item().value() : task.title();
  }

  private String card(StaffTask task) {
    return task.card().map(masked -> say("todo.card", masked)).orElseGet(() -> say("todo.nocard"));
  }

  private String happened(StaffTask task) {
    OffsetDateTime at = task.happened().corrected();
    String told =
        say(
            "todo.at",
            say("todo.deed." + task.deed()),
            voice.words().fullDate(at.toLocalDate()),
            voice.words().time(at.toLocalTime()));
    return task.happened().doubtful() ? say("todo.doubtful", told) : told;
  }

  private String print(Screen.TestPrintState print) {
    return switch (print) {
      case Screen.TestPrintState.TestPrintNotAsked _ -> "";
      case Screen.TestPrintState.UnderWay _ -> say("todo.printing");
      case Screen.TestPrintState.TestPrintGood _ -> say("todo.printed");
      case Screen.TestPrintState.Bad bad -> say("todo.notprinted", bad.code());
    };
  }

  private List<ActionKey> actions(StationFacts station, Screen.ToDo screen, List<StaffTask> tasks) {
    List<ActionKey> keys = new ArrayList<>();
    if (screen.chosen().isEmpty()) {
      if (!tasks.isEmpty() && station.configured(StationFacts.DeviceRole.PRINTER)) {
        keys.add(plain("todo.print", Icon.PRINT, new Key.PrintTasks()));
      }
      keys.add(plain("todo.again", Icon.RENEW, new Key.OpenTasks()));
    }
    keys.add(
        plain(
            screen.chosen().isPresent() ? "todo.tolist" : "tray.back",
            Icon.LEAVE,
            new Key.Leave()));
    return List.copyOf(keys);
  }
}
