package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Overlay;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;

/// Words of the sheet *ask a librarian*. What the site does not configure is left out.
///
/// @param lines ways to reach somebody
/// @param codeWord the word for *code*
/// @param code code of the last problem, to be quoted
/// @param station name of the station, to be quoted
/// @param scan content of the QR code
public record HelpWords(
    String head,
    String told,
    List<HelpLine> lines,
    String quote,
    String codeWord,
    Optional<String> code,
    String station,
    Optional<String> scan,
    String scanWords,
    String close) {
  public HelpWords {
    lines = List.copyOf(lines);
  }

  /// @param figure a number to dial; empty = words only
  public record HelpLine(Icon icon, String words, String figure) {}

  static HelpWords of(Voice voice, Overlay.Help sheet) {
    SiteWords.SiteHelp help = voice.site().help();
    List<HelpLine> lines = new ArrayList<>();
    if (!help.phone().isBlank()) {
      lines.add(
          new HelpLine(Icon.PHONE, labelled(voice, "help.phone", help.hours()), help.phone()));
    } else if (!help.hours().isBlank()) {
      lines.add(new HelpLine(Icon.CLOCK, help.hours(), ""));
    }
    if (!help.afterPhone().isBlank() || !help.afterHours().isBlank()) {
      lines.add(
          new HelpLine(
              Icon.MOON, labelled(voice, "help.after", help.afterHours()), help.afterPhone()));
    }
    if (help.phone().isBlank()) {
      lines.addFirst(new HelpLine(Icon.HAND, voice.say("help.desk"), ""));
    }
    return new HelpWords(
        voice.say("help.head"),
        voice.say("help.told"),
        lines,
        voice.say("help.quote"),
        voice.say("help.quote.code"),
        sheet.code().map(Code::name),
        voice.station(),
        help.code(),
        voice.say("help.scan"),
        voice.say("help.close"));
  }

  private static String labelled(Voice voice, String key, String words) {
    return words.isBlank() ? voice.say(key) : voice.say("activity.line", voice.say(key), words);
  }
}
