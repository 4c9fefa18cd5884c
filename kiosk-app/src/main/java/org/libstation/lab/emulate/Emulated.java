package org.libstation.lab.emulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.TagField;

/// What plain words do at a twin.
public interface Emulated {

  /// What it understands, a line a command.
  List<String> help();

  /// Does what a person says.
  ///
  /// @param words of one line; never empty
  /// @return what to answer; empty when it does not understand
  Optional<String> act(List<String> words);

  /// All that a twin understands by the roles it plays, whatever its make.
  static Emulated of(Twin twin) {
    List<Emulated> roles = new ArrayList<>();
    if (twin instanceof CodeScanner scanner) {
      roles.add(new EmulatedScanner(scanner));
    }
    if (twin instanceof CardSurface cards) {
      roles.add(new EmulatedCards(cards));
    }
    if (twin instanceof TagField field) {
      roles.add(new EmulatedPad(field));
    }
    if (twin instanceof BookDrop drop) {
      roles.add(new EmulatedBin(drop));
    }
    if (twin instanceof ReceiptPaper printer) {
      roles.add(new EmulatedPrinter(printer));
    }
    return new Emulated() {
      @Override
      public List<String> help() {
        return roles.stream().flatMap(role -> role.help().stream()).toList();
      }

      @Override
      public Optional<String> act(List<String> words) {
        return roles.stream().flatMap(role -> role.act(words).stream()).findFirst();
      }
    };
  }
}
