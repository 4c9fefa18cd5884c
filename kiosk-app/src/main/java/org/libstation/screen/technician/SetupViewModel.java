package org.libstation.screen.technician;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.PortBoard.PortLine;
import org.libstation.flow.state.PortBoard.Stand;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupAnswer.WriteResult;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.flow.state.SetupSheet;
import org.libstation.flow.state.SetupSheet.Entries;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.flow.state.StaffLevel;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar.NoticeBarWords;
import org.libstation.screen.kit.words.Voice;

/// Content of the settings pages: the settings, the current choice, and how the file would change.
public final class SetupViewModel extends ServiceModel {
  private static final String SECRET = "••••";

  /// Longest shown value, about two lines.
  private static final int LINE = 140;

  public final ModelValue<Optional<NoticeBarWords>> first = new ModelValue<>(Optional.empty());
  public final ModelValue<List<SetupRow>> rows = new ModelValue<>(List.of());
  public final ModelValue<Optional<TypingField>> typing = new ModelValue<>(Optional.empty());
  public final ModelValue<Optional<String>> code = new ModelValue<>(Optional.empty());

  private final RefusalWords refusals;
  private final EntryRows entries;
  private final PortRows ports;

  public SetupViewModel(Voice voice, Look look) {
    super(voice, look);
    this.refusals = new RefusalWords(voice);
    this.entries = new EntryRows(voice);
    this.ports = new PortRows(voice);
  }

  /// One thing that can be chosen, or was found.
  ///
  /// @param ink colour of the edge if the row is marked
  /// @param state reason for the mark in words; blank = not marked
  /// @param plain whether it is a line of a file, drawn close to the next
  public record SetupRow(
      String name,
      String line,
      Optional<Ink> ink,
      String state,
      Optional<ActionKey> key,
      boolean plain) {}

  /// One whole page.
  @RecordBuilder
  record SetupViewPage(
      String head,
      Optional<NoticeBarWords> first,
      List<SetupRow> rows,
      Optional<TypingField> typing,
      Optional<String> code,
      List<ActionKey> actions)
      implements SetupViewModelSetupViewPageBuilder.With {
    static SetupViewPage of(
        String head, Optional<NoticeBarWords> first, List<SetupRow> rows, List<ActionKey> actions) {
      return new SetupViewPage(head, first, rows, Optional.empty(), Optional.empty(), actions);
    }
  }

  @Override
  void fill(FlowState state) {
    if (!(state.screen() instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _))) {
      return;
    }
    SetupViewPage page =
        switch (board.view()) {
          case View.Groups view -> groups(board, view, state.technician().level());
          case View.SetupGroupView(String id) ->
              group(board, id).map(group -> group(board, group)).orElseGet(this::gone);
          case View.SetupEntryView view ->
              group(board, view.group())
                  .flatMap(
                      group ->
                          group
                              .entries()
                              .map(list -> entry(board, name(group), list, view.number())))
                  .orElseGet(this::gone);
          case View.SetupFieldView view ->
              board
                  .sheet()
                  .flatMap(sheet -> sheet.field(view.key()))
                  .map(field -> field(board, view, field))
                  .orElseGet(this::gone);
          case View.PortsView view -> ports(board, view);
          case View.Trying _ -> waiting("setup.trying");
          case View.SetupWritingView _ -> waiting("setup.writing");
          case View.SetupDifferenceView(SetupAnswer.SetupTried tried) -> difference(tried);
        };
    typing.set(page.typing());
    head.set(page.head());
    first.set(page.first());
    code.set(page.code());
    rows.set(page.rows());
    actions.set(List.copyOf(page.actions()));
  }

  private static Optional<Group> group(SetupBoard board, String id) {
    return board.sheet().flatMap(sheet -> sheet.group(id));
  }

  private NoticeBarWords words(Ink ink, Icon icon, String head, String line) {
    return NoticeBarWords.of(ink, icon, say(head), say(line));
  }

  private SetupViewPage waiting(String key) {
    NoticeBarWords words = notice(Ink.ACTION, Icon.CLOCK, key);
    return SetupViewPage.of(say("setup.head"), Optional.of(words), List.of(), List.of());
  }

  /// Page for a choice that no longer exists.
  private SetupViewPage gone() {
    return SetupViewPage.of(say("setup.head"), Optional.empty(), List.of(), List.of(toGroups()));
  }

  private ActionKey toGroups() {
    return plain("setup.groups", Icon.PREVIOUS, new Key.Leave());
  }

  private SetupViewPage groups(SetupBoard board, View.Groups view, StaffLevel level) {
    boolean written = view.done().filter(it -> it.result() != WriteResult.NOT_DONE).isPresent();
    NoticeBarWords words =
        view.done()
            .map(this::done)
            .or(() -> gathered(board))
            .orElseGet(
                () ->
                    words(
                        Ink.ACTION,
                        Icon.TOOL,
                        board.sheet().isEmpty() ? "setup.reading" : "setup.intro",
                        "setup.intro.line"));
    Stream<SetupRow> lines =
        view.done().stream().flatMap(done -> done.lines().stream()).map(this::line);
    Stream<SetupRow> groups =
        board.sheet().filter(_ -> !written).stream()
            .flatMap(sheet -> sheet.groups().stream())
            .map(group -> row(board, group, level));
    return SetupViewPage.of(
        say("setup.head"),
        Optional.of(words),
        Stream.concat(lines, groups).toList(),
        onGroups(board, written));
  }

  /// Returns how many changes wait to be written; empty if none.
  private Optional<NoticeBarWords> gathered(SetupBoard board) {
    return when(
        board.count() > 0,
        () ->
            NoticeBarWords.of(
                Ink.ASK,
                Icon.WARNING,
                count("setup.gathered", board.count()),
                say("setup.gathered.line")));
  }

  private NoticeBarWords done(SetupAnswer.SetupResult done) {
    return switch (done.result()) {
      case WRITTEN, PUT_BACK ->
          words(
              Ink.DONE,
              Icon.CHECK,
              "setup.done." + done.result(),
              done.sheet().filter(SetupSheet::restarts).isPresent()
                  ? "setup.done.restart"
                  : "setup.done.byhand");
      case NOT_DONE ->
          NoticeBarWords.of(
              Ink.STOP,
              Icon.WARNING,
              say("setup.done.NOT_DONE"),
              done.why().map(refusals::say).orElse(""));
    };
  }

  private List<ActionKey> onGroups(SetupBoard board, boolean written) {
    if (board.count() > 0) {
      ActionKey giveUp = plain("setup.giveup", Icon.ERASE, new Key.Leave());
      return and(Stream.of(giveUp), toDifference(board));
    }
    Optional<ActionKey> back =
        board
            .sheet()
            .flatMap(SetupSheet::back)
            .map(
                at ->
                    ActionKey.plain(
                        moment("setup.back", at), Icon.RENEW, new Key.PutBackSettings()));
    boolean restarts = board.sheet().filter(SetupSheet::restarts).isPresent();
    Optional<ActionKey> next =
        written
            ? when(restarts, () -> primary("setup.restart", Icon.RENEW, new Key.RestartStation()))
            : Optional.of(find());
    return and(
        Stream.concat(back.stream(), next.stream()),
        Optional.of(plain("board.back", Icon.PREVIOUS, new Key.Leave())));
  }

  private static List<ActionKey> and(Stream<ActionKey> keys, Optional<ActionKey> last) {
    return Stream.concat(keys, last.stream()).toList();
  }

  private ActionKey find() {
    return plain("setup.find", Icon.SEEN, new Key.FindPorts());
  }

  private Optional<ActionKey> toDifference(SetupBoard board) {
    return when(
        board.count() > 0, () -> onward("setup.difference", Icon.NEXT, new Key.ShowChanges()));
  }

  private SetupRow row(SetupBoard board, Group group, StaffLevel level) {
    int changed = board.changed(group);
    boolean may = level.may(group.level());
    String values =
        Stream.concat(
                group.fields().stream()
                    .limit(group.device() ? 2 : 3)
                    .map(field -> summed(group, field, value(field, board.value(field)))),
                group.entries().stream()
                    .map(list -> count("setup.entries", board.entries(list).size())))
            .collect(Collectors.joining(" · "));
    return new SetupRow(
        name(group),
        fitted(values),
        when(changed > 0, () -> Ink.ASK),
        changed > 0 ? count("setup.gathered", changed) : may ? "" : say("setup.locked"),
        when(may, () -> plain("setup.open", Icon.NEXT, new Key.ChooseGroup(group.id()))),
        false);
  }

  /// A driver and a port explain themselves; any other value follows the name of its setting.
  private String summed(Group group, SheetField field, String value) {
    return group.device() ? value : say("setup.is", name(field), value);
  }

  private String name(Group group) {
    return say(group.device() ? "check." + group.id() : "setup.group." + group.id());
  }

  private String value(String value) {
    return switch (value) {
      case "true", "false", "none" -> say("setup." + value);
      case "" -> say("setup.empty");
      default -> value;
    };
  }

  private SetupViewPage group(SetupBoard board, Group group) {
    Stream<SetupRow> fields = group.fields().stream().map(field -> row(board, field));
    Stream<SetupRow> list =
        group.entries().stream().flatMap(it -> entries.rows(board, it).stream());
    Stream<ActionKey> keys =
        Stream.of(
                group.entries().map(_ -> plain("setup.entry.add", Icon.NEXT, new Key.AddEntry())),
                when(group.device(), this::find),
                Optional.of(toGroups()))
            .flatMap(Optional::stream);
    return SetupViewPage.of(
        name(group),
        gathered(board),
        Stream.concat(fields, list).toList(),
        and(keys, toDifference(board)));
  }

  /// Page of one entry of a list: its values, and a key that takes it out or keeps it.
  private SetupViewPage entry(SetupBoard board, String name, Entries list, int number) {
    boolean out = board.isOut(list, number);
    ActionKey take =
        out
            ? plain("setup.entry.keep", Icon.RENEW, new Key.TakeEntryOut())
            : plain("setup.entry.out", Icon.ERASE, new Key.TakeEntryOut());
    ActionKey back = plain("setup.entry.back", Icon.PREVIOUS, new Key.Leave());
    return SetupViewPage.of(
        say("setup.entry.head", name, number + 1),
        out
            ? Optional.of(words(Ink.STOP, Icon.WARNING, "setup.entry.isout", "setup.gathered.line"))
            : gathered(board),
        out ? List.of() : list.entry(number).stream().map(it -> row(board, it)).toList(),
        and(Stream.of(take, back), toDifference(board)));
  }

  /// Returns a value as shown; a secret is shown as bullets, also while it is typed.
  private String value(SheetField field, String value) {
    return switch (field.kind()) {
      case SECRET -> value.isEmpty() ? value(value) : SECRET;
      case CHOICE -> chosen(value);
      case TEXT, NUMBER -> value(value);
    };
  }

  /// Returns a word of the file, translated if the texts have it.
  private String chosen(String word) {
    String key = "setup.word." + word;
    return voice.words().has(key) ? say(key) : value(word);
  }

  private SetupRow row(SetupBoard board, SheetField field) {
    boolean changed = board.changes().containsKey(field.key());
    String before = changed ? say("setup.before", fitted(value(field, field.value()))) + " · " : "";
    String place =
        switch (field.source()) {
          case FILE -> say("setup.place.file", field.line());
          case PROGRAM -> say("setup.place.program");
          case COMMAND_LINE -> say("setup.place.command");
        };
    return new SetupRow(
        say("setup.is", name(field), fitted(value(field, board.value(field)))),
        before + effect(field) + " · " + place,
        when(changed, () -> Ink.ASK),
        changed ? say("setup.changed") : "",
        when(
            field.source() != SetupSheet.SettingSource.COMMAND_LINE,
            () -> plain("setup.change", Icon.NEXT, new Key.ChooseField(field.key()))),
        false);
  }

  /// Returns what a setting does, with its limits; for a driver's option, what it must be.
  private String effect(SheetField field) {
    return field
        .expected()
        .map(it -> say(it.key(), it.values().toArray()))
        .orElseGet(() -> say(field.name().effect()));
  }

  private String name(SheetField field) {
    return say("setup.name." + field.name().text(), field.name().told());
  }

  private SetupViewPage field(SetupBoard board, View.SetupFieldView view, SheetField field) {
    String value = board.value(field);
    NoticeBarWords words =
        NoticeBarWords.of(
            Ink.ACTION, Icon.TOOL, say("setup.now", fitted(value(field, value))), effect(field));
    ActionKey back = plain("setup.asitwas", Icon.PREVIOUS, new Key.Leave());
    return field.kind() == FieldKind.CHOICE
        ? SetupViewPage.of(
            name(field),
            Optional.of(words),
            field.choices().stream().map(choice -> choice(choice, value)).toList(),
            List.of(back))
        : SetupViewPage.of(
                name(field),
                Optional.of(words),
                List.of(),
                List.of(back, primary("setup.take", Icon.CHECK, new Key.Confirm())))
            .withTyping(Optional.of(TypingField.of(field.kind(), view)));
  }

  private SetupRow choice(String choice, String chosen) {
    boolean is = choice.equals(chosen);
    return new SetupRow(
        fitted(chosen(choice)),
        "",
        when(is, () -> Ink.DONE),
        is ? say("setup.chosen") : "",
        Optional.of(plain("setup.choose", Icon.CHECK, new Key.ChooseValue(choice))),
        false);
  }

  private SetupViewPage ports(SetupBoard in, View.PortsView view) {
    PortBoard board = view.board();
    List<PortLine> lines = board.lines();
    long known = lines.stream().filter(it -> it.stand() != Stand.WAITING).count();
    List<SetupRow> rows = ports.rows(in, view);
    if (board.running()) {
      return SetupViewPage.of(
              say("setup.ports"),
              Optional.of(
                  board.code().isPresent()
                      ? notice(Ink.ASK, Icon.SEEN, "setup.ports.code")
                      : NoticeBarWords.of(
                          Ink.ACTION,
                          Icon.CLOCK,
                          say("setup.ports.running", known, lines.size()),
                          say("setup.ports.running.line"))),
              rows,
              List.of(
                  plain(
                      board.stopping() ? "board.stopping" : "setup.ports.stop",
                      Icon.PAUSE,
                      new Key.StopFinding())))
          .withCode(board.code());
    }
    boolean good = board.reopened().map(it -> it.all()).orElse(true);
    return SetupViewPage.of(
        say("setup.ports"),
        Optional.of(
            NoticeBarWords.of(
                good ? Ink.DONE : Ink.ASK,
                good ? Icon.CHECK : Icon.WARNING,
                say(lines.isEmpty() ? "setup.ports.none" : "setup.ports.ended"),
                board
                    .reopened()
                    .map(open -> say("board.reopened", open.answer(), open.of()))
                    .orElse(""))),
        Stream.concat(rows.stream(), Stream.of(ports.ofNetwork())).toList(),
        List.of(
            plain("setup.ports.again", Icon.RENEW, new Key.FindPorts()),
            plain("board.back", Icon.PREVIOUS, new Key.Leave())));
  }

  private SetupViewPage difference(SetupAnswer.SetupTried tried) {
    return SetupViewPage.of(
        say("setup.difference.head"),
        Optional.of(
            tried
                .refused()
                .map(
                    why ->
                        NoticeBarWords.of(
                            Ink.STOP, Icon.WARNING, say("setup.refused"), refusals.say(why)))
                .orElseGet(() -> notice(Ink.ACTION, Icon.SEEN, "setup.would"))),
        tried.lines().stream().map(this::line).toList(),
        and(
            Stream.of(toGroups()),
            when(
                tried.refused().isEmpty(),
                () -> primary("setup.write", Icon.CHECK, new Key.WriteSettings()))));
  }

  private SetupRow line(SetupAnswer.ChangedLine line) {
    return switch (line.change()) {
      case SAME -> line(fitted(line.text()), Optional.empty(), "");
      case LEFT_OUT -> line("…", Optional.empty(), "");
      case REMOVED ->
          line(fitted(line.text()), Optional.of(Ink.STOP), say("setup.removed", line.number()));
      case ADDED ->
          line(fitted(line.text()), Optional.of(Ink.DONE), say("setup.added", line.number()));
    };
  }

  private static SetupRow line(String text, Optional<Ink> ink, String state) {
    return new SetupRow(text, "", ink, state, Optional.empty(), true);
  }

  /// Shortens a text to [#LINE] characters by leaving out its middle.
  static String fitted(String text) {
    return text.length() <= LINE ? text : text.substring(0, 24) + "…" + end(text, LINE - 25);
  }

  private static String end(String text, int characters) {
    return text.substring(text.length() - characters);
  }
}
