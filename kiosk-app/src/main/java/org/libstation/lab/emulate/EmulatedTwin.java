package org.libstation.lab.emulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.BookDrop;
import org.libstation.lab.twin.CardSurface;
import org.libstation.lab.twin.CodeScanner;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.TagField;

/// Moves a twin by the words of all roles that it plays, whatever its make.
public record EmulatedTwin(List<Emulated> roles) implements Emulated {
  public EmulatedTwin {
    roles = List.copyOf(roles);
  }

  /// @param line that the twin is plugged into
  public static EmulatedTwin of(Twin twin, PluggedTwin line) {
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
    roles.add(new EmulatedPlug(twin, line));
    return new EmulatedTwin(roles);
  }

  @Override
  public List<String> help() {
    return roles.stream().flatMap(role -> role.help().stream()).toList();
  }

  @Override
  public Optional<String> act(List<String> words) {
    return roles.stream().flatMap(role -> role.act(words).stream()).findFirst();
  }
}
