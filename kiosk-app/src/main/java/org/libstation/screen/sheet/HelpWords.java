package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Overlay;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;

/// What the sheet *ask a librarian* says; what the site leaves blank is left out.
///
/// @param lines how to reach somebody
/// @param codeWord the word for *code*
/// @param code of the last problem, to be quoted
/// @param station its name, to be quoted
/// @param scan what the QR code holds
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

  /// @param figure a number to dial; empty where the words are all
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
