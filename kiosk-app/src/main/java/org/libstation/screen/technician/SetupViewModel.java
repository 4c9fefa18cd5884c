package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.flow.state.SetupSheet;
import org.libstation.flow.state.StaffLevel;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.look.Look;
import org.libstation.screen.widget.ActionKey;
import org.libstation.screen.widget.ModelValue;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.words.Voice;

/// Settings changed by hand: what there is, what is chosen, what would differ in the file.
public final class SetupViewModel extends ServiceModel {
  private static final String SECRET = "••••";

  /// More than two lines of it are nobody's value.
  private static final int LINE = 140;

  private static final List<String> SMALL =
      List.of("1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm./:", "_=&?, ");
  private static final List<String> CAPITALS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM./:", "_=&?, ");
  private static final List<String> SIGNS =
      List.of("1234567890", "\\()[]{}|*+", "^$.?-_=&#@", "/:;,'\"!%~<", "> ");
  private static final List<String> NUMBER = List.of("1234567890", ".");

  public final ModelValue<Optional<NoticeBar.Words>> first = new ModelValue<>(Optional.empty());
  public final ModelValue<List<Row>> rows = new ModelValue<>(List.of());
  public final ModelValue<Optional<Typing>> typing = new ModelValue<>(Optional.empty());

  private final RefusalWords refusals;
  private final EntryRows entries;

  public SetupViewModel(Voice voice, Look look) {
    super(voice, look);
    this.refusals = new RefusalWords(voice);
    this.entries = new EntryRows(voice);
  }

  /// One thing that can be chosen, or was found.
  ///
  /// @param ink of its edge where it is marked
  /// @param state what it is marked with, in words; blank = nothing
  /// @param plain a line of a file, drawn close to the next
  public record Row(
      String name,
      String line,
      Optional<Ink> ink,
      String state,
      Optional<ActionKey> key,
      boolean plain) {}

  /// @param rows of the keyboard
  /// @param other the key for the other letters
  public record Typing(String typed, List<String> rows, Optional<ActionKey> other) {}

  @Override
  void fill(FlowState state) {
    if (!(state.screen() instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _))) {
      return;
    }
    typing.set(Optional.empty());
    switch (board.view()) {
      case View.Groups view -> groups(board, view, state.technician().level());
      case View.Group(String id) -> group(board, id);
      case View.Entry entry -> entry(board, entry);
      case View.Field field -> field(board, field);
      case View.Ports ports -> ports(ports);
      case View.Trying _ -> waiting("setup.trying");
      case View.Writing _ -> waiting("setup.writing");
      case View.Difference(SetupAnswer.Tried tried) -> difference(tried);
    }
  }

  private void waiting(String key) {
    head.set(say("setup.head"));
    first.set(
        Optional.of(NoticeBar.Words.of(Ink.ACTION, Icon.CLOCK, say(key), say(key + ".line"))));
    rows.set(List.of());
    actions.set(List.of());
  }

  private void groups(SetupBoard board, View.Groups view, StaffLevel level) {
    head.set(say("setup.head"));
    int changed = board.count();
    first.set(
        view.done()
            .map(this::done)
            .or(
                () ->
                    changed == 0
                        ? Optional.of(
                            NoticeBar.Words.of(
                                Ink.ACTION,
                                Icon.TOOL,
                                say(board.sheet().isEmpty() ? "setup.reading" : "setup.intro"),
                                say("setup.intro.line")))
                        : Optional.of(gathered(changed))));
    List<Row> all = new ArrayList<>();
    view.done().ifPresent(done -> done.lines().forEach(line -> all.add(line(line))));
    if (view.done().filter(it -> it.deed() != SetupAnswer.WriteResult.NOT_DONE).isEmpty()) {
      board
          .sheet()
          .ifPresent(sheet -> sheet.groups().forEach(group -> all.add(group(board, group, level))));
    }
    rows.set(List.copyOf(all));
    actions.set(onGroups(board, view, changed));
  }

  private NoticeBar.Words gathered(int changed) {
    return NoticeBar.Words.of(
        Ink.ASK, Icon.WARNING, count("setup.gathered", changed), say("setup.gathered.line"));
  }

  private NoticeBar.Words done(SetupAnswer.Done done) {
    return switch (done.deed()) {
      case WRITTEN, PUT_BACK ->
          NoticeBar.Words.of(
              Ink.DONE,
              Icon.CHECK,
              say("setup.done." + done.deed()),
              say(
                  done.sheet().filter(SetupSheet::restarts).isPresent()
                      ? "setup.done.restart"
                      : "setup.done.byhand"));
      case NOT_DONE ->
          NoticeBar.Words.of(
              Ink.STOP,
              Icon.WARNING,
              say("setup.done.NOT_DONE"),
              done.why().map(refusals::say).orElse(""));
    };
  }

  private List<ActionKey> onGroups(SetupBoard board, View.Groups view, int changed) {
    List<ActionKey> keys = new ArrayList<>();
    boolean done =
        view.done().filter(it -> it.deed() != SetupAnswer.WriteResult.NOT_DONE).isPresent();
    if (changed > 0) {
      keys.add(plain("setup.giveup", Icon.ERASE, new Key.Leave()));
      keys.add(onward("setup.difference", Icon.NEXT, new Key.ShowChanges()));
      return keys;
    }
    board
        .sheet()
        .flatMap(SetupSheet::back)
        .ifPresent(
            at ->
                keys.add(
                    ActionKey.plain(
                        say(
                            "setup.back",
                            voice.words().stampDate(at.toLocalDate()),
                            voice.words().time(at.toLocalTime())),
                        Icon.RENEW,
                        new Key.PutBackSettings())));
    if (done && board.sheet().filter(SetupSheet::restarts).isPresent()) {
      keys.add(primary("setup.restart", Icon.RENEW, new Key.RestartStation()));
    } else if (!done) {
      keys.add(plain("setup.find", Icon.SEEN, new Key.FindPorts()));
    }
    ActionKey leave = plain("board.back", Icon.PREVIOUS, new Key.Leave());
    keys.add(leave);
    return keys;
  }

  private Row group(SetupBoard board, SetupSheet.Group group, StaffLevel level) {
    int changed = board.changed(group).size();
    boolean may = level.may(group.level());
    StringBuilder values = new StringBuilder();
    for (SetupSheet.Field field : group.fields().stream().limit(group.device() ? 2 : 3).toList()) {
      values.append(values.isEmpty() ? "" : " · ").append(value(board.value(field)));
    }
    group
        .entries()
        .ifPresent(
            list ->
                values
                    .append(values.isEmpty() ? "" : " · ")
                    .append(count("setup.entries", board.entries(list).size())));
    return new Row(
        name(group),
        fitted(values.toString()),
        changed > 0 ? Optional.of(Ink.ASK) : Optional.empty(),
        changed > 0 ? count("setup.gathered", changed) : may ? "" : say("setup.locked"),
        may
            ? Optional.of(plain("setup.open", Icon.NEXT, new Key.ChooseGroup(group.id())))
            : Optional.empty(),
        false);
  }

  private String name(SetupSheet.Group group) {
    return say(group.device() ? "check." + group.id() : "setup.group." + group.id());
  }

  private String value(String value) {
    return switch (value) {
      case "true" -> say("setup.true");
      case "false" -> say("setup.false");
      case "none" -> say("setup.none");
      case "" -> say("setup.empty");
      default -> value;
    };
  }

  private void group(SetupBoard board, String id) {
    Optional<SetupSheet.Group> group = board.sheet().flatMap(sheet -> sheet.group(id));
    head.set(group.map(this::name).orElse(""));
    int changed = board.count();
    first.set(changed == 0 ? Optional.empty() : Optional.of(gathered(changed)));
    List<Row> all = new ArrayList<>();
    group.ifPresent(
        it -> {
          it.fields().forEach(field -> all.add(row(board, field)));
          it.entries().ifPresent(list -> entries.rows(board, list).forEach(all::add));
        });
    rows.set(List.copyOf(all));
    List<ActionKey> keys = new ArrayList<>();
    if (group.flatMap(SetupSheet.Group::entries).isPresent()) {
      keys.add(plain("setup.entry.add", Icon.NEXT, new Key.AddEntry()));
    }
    if (group.filter(SetupSheet.Group::device).isPresent()) {
      keys.add(plain("setup.find", Icon.SEEN, new Key.FindPorts()));
    }
    keys.add(plain("setup.groups", Icon.PREVIOUS, new Key.Leave()));
    if (changed > 0) {
      keys.add(onward("setup.difference", Icon.NEXT, new Key.ShowChanges()));
    }
    actions.set(keys);
  }

  /// One of a list: its values, and that it can be taken out.
  private void entry(SetupBoard board, View.Entry view) {
    Optional<SetupSheet.Group> group = board.sheet().flatMap(sheet -> sheet.group(view.group()));
    Optional<SetupSheet.Entries> list = group.flatMap(SetupSheet.Group::entries);
    if (list.isEmpty()) {
      rows.set(List.of());
      return;
    }
    boolean out = board.isOut(list.get(), view.number());
    int changed = board.count();
    head.set(say("setup.entry.head", name(group.orElseThrow()), view.number() + 1));
    first.set(
        out
            ? Optional.of(
                NoticeBar.Words.of(
                    Ink.STOP, Icon.WARNING, say("setup.entry.isout"), say("setup.gathered.line")))
            : changed == 0 ? Optional.empty() : Optional.of(gathered(changed)));
    rows.set(
        out
            ? List.of()
            : list.get().entry(view.number()).stream().map(it -> row(board, it)).toList());
    List<ActionKey> keys = new ArrayList<>();
    keys.add(
        plain(
            out ? "setup.entry.keep" : "setup.entry.out",
            out ? Icon.RENEW : Icon.ERASE,
            new Key.TakeEntryOut()));
    keys.add(plain("setup.entry.back", Icon.PREVIOUS, new Key.Leave()));
    if (changed > 0) {
      keys.add(onward("setup.difference", Icon.NEXT, new Key.ShowChanges()));
    }
    actions.set(keys);
  }

  /// A secret is shown as bullets, also one that is typed now.
  private String value(SetupSheet.Field field, String value) {
    return field.kind() == SetupSheet.FieldKind.SECRET && !value.isEmpty() ? SECRET : value(value);
  }

  private Row row(SetupBoard board, SetupSheet.Field field) {
    boolean changed = board.changes().containsKey(field.key());
    boolean locked = field.source() == SetupSheet.Source.COMMAND_LINE;
    String now = value(field, board.value(field));
    String place =
        switch (field.source()) {
          case FILE -> say("setup.place.file", field.line());
          case PROGRAM -> say("setup.place.program");
          case COMMAND_LINE -> say("setup.place.command");
        };
    return new Row(
        say("setup.is", name(field), fitted(now)),
        (changed ? say("setup.before", fitted(value(field, field.value()))) + " · " : "")
            + effect(field)
            + " · "
            + place,
        changed ? Optional.of(Ink.ASK) : Optional.empty(),
        changed ? say("setup.changed") : "",
        locked
            ? Optional.empty()
            : Optional.of(plain("setup.change", Icon.NEXT, new Key.ChooseField(field.key()))),
        false);
  }

  /// What it does; of a driver's own option, what it must be.
  private String effect(SetupSheet.Field field) {
    return field
        .expected()
        .map(it -> say(it.key(), it.values().toArray()))
        .orElseGet(() -> say("setup.effect." + field.name()));
  }

  private String name(SetupSheet.Field field) {
    int options = field.key().indexOf(".options.");
    return options < 0
        ? say("setup.name." + field.name())
        : say("setup.name." + field.name(), field.key().substring(options + ".options.".length()));
  }

  private void field(SetupBoard board, View.Field view) {
    Optional<SetupSheet.Field> found = board.sheet().flatMap(sheet -> sheet.field(view.key()));
    if (found.isEmpty()) {
      rows.set(List.of());
      return;
    }
    SetupSheet.Field field = found.get();
    head.set(name(field));
    first.set(
        Optional.of(
            NoticeBar.Words.of(
                Ink.ACTION,
                Icon.TOOL,
                say("setup.now", fitted(value(field, board.value(field)))),
                effect(field))));
    ActionKey back = plain("setup.asitwas", Icon.PREVIOUS, new Key.Leave());
    if (field.kind() == SetupSheet.FieldKind.CHOICE) {
      String chosen = board.value(field);
      rows.set(field.choices().stream().map(choice -> choice(choice, chosen)).toList());
      actions.set(List.of(back));
      return;
    }
    rows.set(List.of());
    boolean number = field.kind() == SetupSheet.FieldKind.NUMBER;
    typing.set(
        Optional.of(
            new Typing(
                field.kind() == SetupSheet.FieldKind.SECRET
                    ? "•".repeat(Math.min(view.typed().length(), 44))
                    : fittedEnd(view.typed()),
                number
                    ? NUMBER
                    : switch (view.letters()) {
                      case SMALL -> SMALL;
                      case CAPITALS -> CAPITALS;
                      case SIGNS -> SIGNS;
                    },
                number
                    ? Optional.empty()
                    : Optional.of(
                        ActionKey.plain(
                            switch (view.letters()) {
                              case SMALL -> "ABC";
                              case CAPITALS -> "#+=";
                              case SIGNS -> "abc";
                            },
                            new Key.OtherLetters())))));
    actions.set(List.of(back, primary("setup.take", Icon.CHECK, new Key.Confirm())));
  }

  private Row choice(String choice, String chosen) {
    boolean is = choice.equals(chosen);
    return new Row(
        fitted(value(choice)),
        "",
        is ? Optional.of(Ink.DONE) : Optional.empty(),
        is ? say("setup.chosen") : "",
        Optional.of(plain("setup.choose", Icon.CHECK, new Key.ChooseValue(choice))),
        false);
  }

  private void ports(View.Ports view) {
    PortBoard board = view.board();
    head.set(say("setup.ports"));
    long known = board.lines().stream().filter(it -> it.stand() != PortBoard.Stand.WAITING).count();
    int all = board.lines().size();
    NoticeBar.Words words;
    if (board.running()) {
      words =
          NoticeBar.Words.of(
              Ink.ACTION,
              Icon.CLOCK,
              say("setup.ports.running", known, all),
              say("setup.ports.running.line"));
    } else {
      boolean good = board.reopened().map(it -> it.all()).orElse(true);
      String devices =
          board.reopened().map(open -> say("board.reopened", open.answer(), open.of())).orElse("");
      words =
          NoticeBar.Words.of(
              good ? Ink.DONE : Ink.ASK,
              good ? Icon.CHECK : Icon.WARNING,
              say(all == 0 ? "setup.ports.none" : "setup.ports.ended"),
              devices);
    }
    first.set(Optional.of(words));
    List<Row> lines = new ArrayList<>();
    for (int at = 0; at < board.lines().size(); at++) {
      lines.add(port(board.lines().get(at), at, view, board.running()));
    }
    rows.set(lines);
    actions.set(
        board.running()
            ? List.of(
                plain(
                    board.stopping() ? "board.stopping" : "setup.ports.stop",
                    Icon.PAUSE,
                    new Key.StopFinding()))
            : List.of(
                plain("setup.ports.again", Icon.RENEW, new Key.FindPorts()),
                primary("board.back", Icon.PREVIOUS, new Key.Leave())));
  }

  private Row port(PortBoard.PortLine line, int at, View.Ports view, boolean running) {
    String stand = say("setup.port." + line.stand());
    boolean found = line.stand() == PortBoard.Stand.FOUND;
    String what =
        switch (line.stand()) {
          case FOUND -> say("setup.found", model(line.model()));
          case WAITING, SOMETHING, NOTHING, SPARED, NOT_OPENED, NOT_ASKED -> stand;
        };
    boolean possible =
        !running && !view.group().isEmpty() && line.stand() != PortBoard.Stand.NOT_OPENED;
    return new Row(
        what,
        fitted(line.port()) + (line.told().isBlank() ? "" : " · " + line.told()),
        found ? Optional.of(Ink.DONE) : Optional.empty(),
        "",
        possible
            ? Optional.of(
                ActionKey.plain(
                    say("setup.port.take", say("check." + view.group())),
                    Icon.CHECK,
                    new Key.TakePort(at)))
            : Optional.empty(),
        false);
  }

  private String model(String model) {
    String key = "setup.model." + model;
    return voice.words().has(key) ? say(key) : model;
  }

  private void difference(SetupAnswer.Tried tried) {
    head.set(say("setup.difference.head"));
    first.set(
        Optional.of(
            tried
                .refused()
                .map(
                    why ->
                        NoticeBar.Words.of(
                            Ink.STOP, Icon.WARNING, say("setup.refused"), refusals.say(why)))
                .orElseGet(() -> notice(Ink.ACTION, Icon.SEEN, "setup.would"))));
    rows.set(tried.lines().stream().map(this::line).toList());
    List<ActionKey> keys = new ArrayList<>();
    keys.add(plain("setup.groups", Icon.PREVIOUS, new Key.Leave()));
    if (tried.refused().isEmpty()) {
      keys.add(primary("setup.write", Icon.CHECK, new Key.WriteSettings()));
    }
    actions.set(keys);
  }

  private static final Map<SetupAnswer.Change, Ink> INKS =
      Map.of(SetupAnswer.Change.REMOVED, Ink.STOP, SetupAnswer.Change.ADDED, Ink.DONE);

  private Row line(SetupAnswer.ChangedLine line) {
    return new Row(
        line.change() == SetupAnswer.Change.LEFT_OUT ? "…" : fitted(line.text()),
        "",
        Optional.ofNullable(INKS.get(line.change())),
        switch (line.change()) {
          case SAME, LEFT_OUT -> "";
          case REMOVED -> say("setup.removed", line.number());
          case ADDED -> say("setup.added", line.number());
        },
        Optional.empty(),
        true);
  }

  /// Nothing runs out of its line.
  private static String fitted(String text) {
    return text.length() <= LINE ? text : text.substring(0, 24) + "…" + end(text, LINE - 25);
  }

  private static String fittedEnd(String text) {
    return text.length() <= 44 ? text : "…" + end(text, 43);
  }

  private static String end(String text, int characters) {
    return text.substring(text.length() - characters);
  }
}
