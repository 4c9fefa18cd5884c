package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupSheet;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.SetupViewModel.SetupRow;

/// Rows for the entries of a list in the settings: what each entry is, and whether it was changed.
final class EntryRows extends Saying {

  EntryRows(Voice voice) {
    super(voice);
  }

  /// Returns a row for each entry, also for those that are added or marked for removal.
  List<SetupRow> rows(SetupBoard board, SetupSheet.Entries list) {
    List<SetupRow> rows = new ArrayList<>();
    for (int number : board.entries(list)) {
      rows.add(row(board, list, number));
    }
    return rows;
  }

  private SetupRow row(SetupBoard board, SetupSheet.Entries list, int number) {
    boolean out = board.isOut(list, number);
    boolean fresh = number >= list.items().size();
    boolean changed = board.changes().keySet().stream().anyMatch(key -> list.number(key) == number);
    Optional<Ink> ink =
        out ? Optional.of(Ink.STOP) : changed ? Optional.of(Ink.ASK) : Optional.empty();
    String state = out ? "setup.entry.isout" : fresh ? "setup.entry.isnew" : "setup.changed";
    int line =
        list.entry(number).stream().mapToInt(SheetField::line).filter(it -> it > 0).min().orElse(0);
    return new SetupRow(
        say("setup.entry.row", number + 1, title(board, list.entry(number))),
        line > 0 ? say("setup.place.file", line) : "",
        ink,
        ink.isPresent() ? say(state) : "",
        Optional.of(plain("setup.open", Icon.NEXT, new Key.ChooseEntry(number))),
        false);
  }

  /// Returns an entry's name in the language of the screen, otherwise its first two values.
  private String title(SetupBoard board, List<SheetField> fields) {
    String named = ".name." + voice.words().language().tag();
    Optional<SheetField> name =
        fields.stream().filter(field -> field.key().endsWith(named)).findFirst();
    String title =
        name.isPresent()
            ? board.value(name.get())
            : fields.stream()
                .filter(field -> field.kind() != SetupSheet.FieldKind.SECRET)
                .limit(2)
                .map(field -> value(board, field))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(" · "));
    return title.isBlank() ? say("setup.empty") : title;
  }

  private String value(SetupBoard board, SheetField field) {
    String value = board.value(field);
    String key = "setup.word." + value;
    boolean word = field.kind() == SetupSheet.FieldKind.CHOICE && voice.words().has(key);
    return word ? say(key) : value;
  }
}
