package org.libstation.lab.emulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;

/// Emulates a receipt printer whose paper can be looked at.
final class EmulatedPrinter implements Emulated {
  private final ReceiptPaper twin;

  EmulatedPrinter(ReceiptPaper twin) {
    this.twin = twin;
  }

  @Override
  public List<String> help() {
    return List.of(
        "paper out|near-end|in    'in' loads a new roll",
        "cover open|closed",
        "picture FILE.png         what it printed last, as a picture",
        "words                    the letters of it that were not drawn");
  }

  @Override
  public Optional<String> act(List<String> words) {
    if (words.size() == 2 && words.getFirst().equals("picture")) {
      return Optional.of(picture(words.get(1)));
    }
    return switch (String.join(" ", words)) {
      case "paper out" -> done(twin::takePaperOut);
      case "paper near-end" -> done(() -> twin.paperNearEnd(true));
      case "paper in" -> done(twin::loadPaper);
      case "cover open" -> done(() -> twin.cover(true));
      case "cover closed" -> done(() -> twin.cover(false));
      case "words" -> Optional.of(last().map(PaperStrip::words).orElse("nothing was printed yet"));
      default -> Optional.empty();
    };
  }

  private String picture(String file) {
    Optional<PaperStrip> printed = last();
    if (printed.isEmpty()) {
      return "nothing was printed yet";
    }
    try {
      printed.get().writePng(Path.of(file));
      return "ok " + file;
    } catch (IOException e) {
      return file + " cannot be written: " + e.getMessage();
    }
  }

  /// The paper that hangs out of the printer, else the ticket that was cut off last.
  private Optional<PaperStrip> last() {
    PaperStrip hanging = twin.hanging();
    if (hanging.length() > 0) {
      return Optional.of(hanging);
    }
    List<PaperStrip> cut = twin.tickets();
    return cut.isEmpty() ? Optional.empty() : Optional.of(cut.getLast());
  }

  private static Optional<String> done(Runnable change) {
    change.run();
    return Optional.of("ok");
  }
}
