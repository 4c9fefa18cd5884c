package org.libstation.screen.technician;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.libstation.flow.state.Harm;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Shared words for tiles on technicians' pages, and the notice with the first thing to do.
class TileWords extends Saying {
  /// Up to this many, a time is given in the unit; above, in the next larger unit.
  private static final int SECONDS = 90;

  private static final int MINUTES = 90;
  private static final int HOURS = 48;

  TileWords(Voice voice) {
    super(voice);
  }

  /// Returns the icon for a device, or for another part by its check's name.
  static Icon icon(String id) {
    return switch (id) {
      case "pad", "drop" -> Icon.SEEN;
      case "scanner", "dropscanner" -> Icon.BARCODE;
      case "cards", "payment" -> Icon.CARD;
      case "printer" -> Icon.PRINT;
      case "speech" -> Icon.ALOUD;
      case "bin" -> Icon.DROP;
      case "link" -> Icon.LINK;
      case "journal" -> Icon.JOURNAL;
      case "policy", "fonts" -> Icon.NEWS;
      case "keys" -> Icon.LOCK;
      case "clock" -> Icon.CLOCK;
      default -> Icon.TOOL;
    };
  }

  /// How a state is shown.
  record TileState(Ink ink, Icon icon, String word) {}

  /// Returns the state of a part that is well.
  TileState well(String text) {
    return new TileState(Ink.DONE, Icon.CHECK, say(text));
  }

  /// Returns the state of a part that is well, or another one.
  TileState wellIf(boolean well, Ink otherwise, Icon icon, String text, String other) {
    return well ? well(text) : new TileState(otherwise, icon, say(other));
  }

  static Tile tile(Icon icon, String name, TileState state, Tile.Figure figure, String line) {
    return new Tile(icon, name, state.ink(), state.icon(), state.word(), figure, line);
  }

  /// Returns how long ago a moment was, in the most suitable unit.
  ///
  /// @param unit prefix of the text keys; `.s`, `.min`, `.h` and `.d` are appended
  Tile.Figure ago(OffsetDateTime at, OffsetDateTime now, String unit) {
    Duration since = Duration.between(at, now);
    long seconds = Math.max(0, since.toSeconds());
    if (seconds < SECONDS) {
      return Tile.Figure.of(String.valueOf(seconds), say(unit + ".s"));
    }
    if (since.toMinutes() < MINUTES) {
      return Tile.Figure.of(String.valueOf(since.toMinutes()), say(unit + ".min"));
    }
    return since.toHours() < HOURS
        ? Tile.Figure.of(String.valueOf(since.toHours()), say(unit + ".h"))
        : Tile.Figure.of(String.valueOf(since.toDays()), say(unit + ".d"));
  }

  /// Returns a figure with its values over the last day.
  Tile.Figure course(String number, String unit, List<Double> day) {
    double most =
        day.stream()
            .filter(value -> !value.isNaN())
            .reduce(0.0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    return new Tile.Figure(
        number, unit, day, say("plot.highest", say("health.day"), Plot.number(most), unit));
  }

  /// Returns the colour for a degree of harm.
  static Ink ink(Harm harm) {
    return switch (harm) {
      case NOTHING_WRITTEN, NOT_READ, NOT_LENT, DROP_SHUT -> Ink.STOP;
      case BADLY_READ,
          DROP_TROUBLED,
          NO_LIBRARY_SYSTEM,
          NO_PAYMENT,
          NO_RECEIPT,
          NOT_READ_ALOUD,
          TOLD_WRONGLY,
          LATER ->
          Ink.ASK;
      case NONE -> Ink.DONE;
    };
  }

  /// Returns the notice with the first thing to do.
  NoticeBar.NoticeBarWords first(Harm harm, String name, String line) {
    return NoticeBar.NoticeBarWords.of(
        ink(harm), Icon.WARNING, say("technician.first", name), line);
  }

  /// Returns the notice that nothing has to be done.
  NoticeBar.NoticeBarWords allWell() {
    return NoticeBar.NoticeBarWords.of(
        Ink.DONE, Icon.CHECK, say("technician.well"), say("technician.well.line"));
  }

  /// Joins the parts that are not blank.
  static String joined(String... parts) {
    return String.join(" · ", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
  }
}
