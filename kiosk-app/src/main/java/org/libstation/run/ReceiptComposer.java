package org.libstation.run;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.FineExplained;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Line;
import org.libstation.device.Receipt.Style;
import org.libstation.flow.Language;
import org.libstation.flow.ReceiptContent;
import org.libstation.flow.StationFacts.Banner;
import org.libstation.text.FineWords;
import org.libstation.text.Texts;
import org.libstation.text.Words;

/// Turns a receipt's data into its lines. Paper never names a person, and shows titles only when
/// they were asked for.
public final class ReceiptComposer {
  private final Texts texts;
  private final Map<Language, String> library;
  private final Map<Language, String> station;
  private final ZoneId zone;
  private final Banner banner;

  /// @param library the library's name in each language
  /// @param station the station's name in each language
  /// @param zone the place's zone: in it the times are printed
  /// @param banner worn by the test print too
  public ReceiptComposer(
      Texts texts,
      Map<Language, String> library,
      Map<Language, String> station,
      ZoneId zone,
      Banner banner) {
    this.texts = texts;
    this.library = Map.copyOf(library);
    this.station = Map.copyOf(station);
    this.zone = zone;
    this.banner = banner;
  }

  public Receipt compose(ReceiptContent content) {
    Words words = texts.in(content.language());
    List<Line> lines = new ArrayList<>();
    head(lines, words, content.banner());
    lines.add(new ItemLines(words).pair("slip.printed", moment(words, content.at())));
    lines.add(new Receipt.Rule());
    section(lines, words, content, ReceiptContent.Line.Lent.class, "slip.lent");
    section(lines, words, content, ReceiptContent.Line.Renewed.class, "slip.renewed");
    section(lines, words, content, ReceiptContent.Line.RenewalAsked.class, "slip.asked");
    section(lines, words, content, ReceiptContent.Line.Returned.class, "slip.returned");
    if (content.silent()) {
      lines.add(text(words.say("slip.silent"), Style.NORMAL, Align.LEFT));
    }
    foot(lines, words, content.banner());
    return new Receipt(content.language().tag(), lines);
  }

  /// A page that shows a technician that the printer prints: all sizes, all three scripts, a code.
  public Receipt test(Language language) {
    Words words = texts.in(language);
    List<Line> lines = new ArrayList<>();
    head(lines, words, banner);
    lines.add(text(words.say("slip.test"), Style.LARGE, Align.CENTRE));
    for (Language each : Language.values()) {
      lines.add(text(texts.in(each).say("slip.test.line"), Style.NORMAL, Align.LEFT));
    }
    lines.add(text("0123456789 ABC xyz", Style.BOLD, Align.LEFT));
    lines.add(new Receipt.Qr("LIBSTATION TEST"));
    foot(lines, words, banner);
    return new Receipt(language.tag(), lines);
  }

  private void head(List<Line> lines, Words words, Banner worn) {
    banner(lines, words, worn);
    lines.add(text(library.getOrDefault(words.language(), ""), Style.LARGE, Align.CENTRE));
    lines.add(text(station.getOrDefault(words.language(), ""), Style.NORMAL, Align.CENTRE));
    lines.add(new Receipt.Space());
  }

  private static void foot(List<Line> lines, Words words, Banner worn) {
    lines.add(new Receipt.Space());
    lines.add(text(words.say("slip.thanks"), Style.NORMAL, Align.CENTRE));
    banner(lines, words, worn);
  }

  private static void banner(List<Line> lines, Words words, Banner worn) {
    switch (worn) {
      case NONE -> {}
      case DEMO -> lines.add(text(words.say("slip.demo"), Style.BOLD, Align.CENTRE));
      case TRAINING -> lines.add(text(words.say("slip.training"), Style.BOLD, Align.CENTRE));
    }
  }

  private <T extends ReceiptContent.Line> void section(
      List<Line> lines, Words words, ReceiptContent content, Class<T> kind, String key) {
    List<T> items = content.lines().stream().filter(kind::isInstance).map(kind::cast).toList();
    if (!items.isEmpty()) {
      lines.add(text(words.count(key, items.size()), Style.BOLD, Align.LEFT));
      items.forEach(item -> item(lines, words, item));
      lines.add(new Receipt.Rule());
    }
  }

  private void item(List<Line> lines, Words words, ReceiptContent.Line item) {
    ItemLines line = new ItemLines(words);
    switch (item) {
      case ReceiptContent.Line.Lent lent -> {
        lines.add(line.named(lent.title(), lent.lastFour()));
        lines.add(line.pair("slip.due", day(words, lent.due())));
        if (!lent.confirmed()) {
          lines.add(line.text("slip.unconfirmed"));
        }
      }
      case ReceiptContent.Line.Renewed renewed -> {
        lines.add(line.named(renewed.title(), renewed.lastFour()));
        lines.add(line.pair("slip.newdue", day(words, renewed.due())));
      }
      case ReceiptContent.Line.RenewalAsked asked -> {
        lines.add(line.named(asked.title(), asked.lastFour()));
        String at = words.time(local(asked.at()).toLocalTime());
        lines.add(
            asked
                .due()
                .map(due -> line.text("slip.asked.until", at, day(words, due)))
                .orElseGet(() -> line.text("slip.asked.at", at)));
      }
      case ReceiptContent.Line.Returned returned -> returned(lines, words, returned);
    }
  }

  private void returned(List<Line> lines, Words words, ReceiptContent.Line.Returned returned) {
    ItemLines line = new ItemLines(words);
    lines.add(line.named(returned.title(), returned.lastFour()));
    String at = moment(words, returned.at());
    lines.add(line.text("slip.counts", at));
    if (returned.fine().isPresent()) {
      fine(lines, words, returned.fine().get(), at);
    } else if (returned.fineMayRun()) {
      lines.add(line.text("slip.fine", at));
    }
    if (returned.withStaff()) {
      lines.add(line.text("slip.staff"));
    } else if (!returned.told()) {
      lines.add(line.text("slip.unconfirmed"));
    }
  }

  private static void fine(List<Line> lines, Words words, FineExplained fine, String until) {
    ItemLines line = new ItemLines(words);
    switch (fine) {
      case FineExplained.LibrarysOwn own -> {
        lines.add(line.pair("slip.charge", words.money(own.sum())));
        lines.add(line.text("slip.own"));
      }
      case FineExplained.ByDays days -> {
        String key = days.estimate() ? "slip.estimate" : "slip.charge";
        lines.add(line.pair(key, words.money(days.sum())));
        lines.add(text(new FineWords(words).whole(days), Style.NORMAL, Align.LEFT));
        if (days.estimate()) {
          lines.add(line.text("slip.estimate.note", until));
        }
      }
    }
  }

  private String moment(Words words, OffsetDateTime at) {
    LocalDateTime here = local(at);
    return words.fullDate(here.toLocalDate()) + " " + words.time(here.toLocalTime());
  }

  private LocalDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(zone).toLocalDateTime();
  }

  private static String day(Words words, DueDate due) {
    return due.day().map(words::fullDate).orElse(due.verbatim());
  }

  private static Line text(String text, Style style, Align align) {
    return new Receipt.Text(text, style, align);
  }

  /// Lines of one item in one language.
  private record ItemLines(Words words) {
    Line text(String key, Object... values) {
      return new Receipt.Text(words.say(key, values), Style.NORMAL, Align.LEFT);
    }

    Line pair(String key, String figure) {
      return new Receipt.Pair(words.say(key), figure, Style.NORMAL);
    }

    Line named(Optional<String> title, String lastFour) {
      return title
          .<Line>map(name -> new Receipt.Text(name, Style.BOLD, Align.LEFT))
          .orElseGet(() -> text("slip.item", lastFour));
    }
  }
}
