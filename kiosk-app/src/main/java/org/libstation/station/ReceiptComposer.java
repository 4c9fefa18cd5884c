package org.libstation.station;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.StaffTask;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Line;
import org.libstation.device.Receipt.Style;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.Suspension;
import org.libstation.language.FineWords;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.paper.Layout;
import org.libstation.paper.Layout.Part;
import org.libstation.paper.ManifestPaper;
import org.libstation.paper.ManifestWords;
import org.libstation.paper.TaskPaper;
import org.libstation.paper.TaskWords;
import org.libstation.returnproof.ReturnStatement.HandedOver;

/// Turns the data of a receipt into printable lines. No receipt names a person. A receipt shows
/// titles only if the patron asked for them.
public final class ReceiptComposer {
  private final Texts texts;
  private final Map<Language, String> library;
  private final Map<Language, String> station;
  private final ZoneId zone;
  private final StationBanner banner;
  private final Layout layout;
  private final RenewOnPaper renewing;
  private final NoticeOnPaper notice;
  private final ProofOfReturn proofs;

  /// @param library the library's name in each language
  /// @param station the station's name in each language
  /// @param zone the time zone of the printed times
  /// @param banner the demo or training banner of the test print
  /// @param layout the site's receipt template
  /// @param renewing prints below the loans how to renew them
  /// @param notice prints the library's notice after the lines of the visit
  /// @param proofs signs the proof codes of returned items
  public ReceiptComposer(
      Texts texts,
      Map<Language, String> library,
      Map<Language, String> station,
      ZoneId zone,
      StationBanner banner,
      Layout layout,
      RenewOnPaper renewing,
      NoticeOnPaper notice,
      ProofOfReturn proofs) {
    this.texts = texts;
    this.library = Map.copyOf(library);
    this.station = Map.copyOf(station);
    this.zone = zone;
    this.banner = banner;
    this.layout = layout;
    this.renewing = renewing;
    this.notice = notice;
    this.proofs = proofs;
  }

  /// Lays out the receipt of a visit in the patron's language, within the site's template.
  public Receipt compose(ReceiptContent content) {
    Words words = words(content);
    List<Line> body = new ArrayList<>();
    content
        .whose()
        .ifPresent(end -> body.add(text(words.say("slip.whose", end), Style.BOLD, Align.LEFT)));
    List<Line> loans = new LoansOnPaper(words, local(content.at()).getYear()).in(content);
    body.addAll(loans);
    section(body, words, content, ReceiptContent.ContentLine.RenewalAsked.class, "slip.asked");
    section(body, words, content, ReceiptContent.ContentLine.ReturnedLine.class, "slip.returned");
    section(body, words, content, ReceiptContent.ContentLine.PaidLine.class, "slip.paid");
    section(body, words, content, ReceiptContent.ContentLine.InDoubt.class, "slip.doubt");
    proofs(body, words, content);
    content.suspension().fines().ifPresent(stopped -> body.add(stopped(words, stopped)));
    if (content.silent()) {
      body.add(text(words.say("slip.silent"), Style.NORMAL, Align.LEFT));
    }
    if (!loans.isEmpty()) {
      body.addAll(renewing.in(words));
    }
    notice.in(words).ifPresent(told -> body.add(text(told, Style.NORMAL, Align.LEFT)));
    return laidOut(words, content.banner(), content.at(), body);
  }

  private Words words(ReceiptContent content) {
    Words words = texts.in(content.language());
    return content.suspension().quiet() ? words.quiet() : words;
  }

  private static Line stopped(Words words, Suspension.Fines stopped) {
    String said =
        stopped
            .restart()
            .map(day -> words.say("slip.stopped.until", words.date(day)))
            .orElseGet(() -> words.say("slip.stopped"));
    return text(said, Style.NORMAL, Align.LEFT);
  }

  private void proofs(List<Line> lines, Words words, ReceiptContent content) {
    List<HandedOver> returns = new ArrayList<>();
    for (ReceiptContent.ContentLine line : content.lines()) {
      if (line instanceof ReceiptContent.ContentLine.ReturnedLine returned
          && returned.stated().isPresent()) {
        ReceiptContent.ContentLine.Stated stated = returned.stated().get();
        OffsetDateTime at = returned.at().atZoneSameInstant(zone).toOffsetDateTime();
        returns.add(new HandedOver(stated.item().value(), at, stated.entry()));
      }
    }
    String place =
        station.getOrDefault(words.language(), "")
            + ", "
            + library.getOrDefault(words.language(), "");
    List<String> codes = returns.isEmpty() ? List.of() : proofs.of(place, returns);
    if (!codes.isEmpty()) {
      lines.add(text(words.say("slip.proof"), Style.NORMAL, Align.LEFT));
      codes.forEach(code -> lines.add(new Receipt.Qr(code)));
      lines.add(new Receipt.Rule());
    }
  }

  /// Lays out a test page for a technician: all sizes, all three scripts, and codes.
  ///
  /// @param at the moment of the request
  public Receipt test(Language language, OffsetDateTime at) {
    Words words = texts.in(language);
    List<Line> body = new ArrayList<>();
    body.add(text(words.say("slip.test"), Style.LARGE, Align.CENTRE));
    for (Language each : Language.values()) {
      body.add(text(texts.in(each).say("slip.test.line"), Style.NORMAL, Align.LEFT));
    }
    body.add(text("0123456789 ABC xyz", Style.BOLD, Align.LEFT));
    body.add(new Receipt.Codabar("A31234000012342B"));
    body.add(new Receipt.Qr("LIBSTATION TEST"));
    return laidOut(words, banner, at, body);
  }

  /// Lays out the staff task list. The list is no receipt, so the site's template is not used.
  ///
  /// @param at when the list was made
  public Receipt tasks(Language language, List<StaffTask> tasks, OffsetDateTime at) {
    return TaskPaper.page(
        new TaskWords(texts.in(language), zone),
        tasks,
        station.getOrDefault(language, ""),
        at,
        1,
        1);
  }

  /// Lays out the list of the items that were in the bin of the drop.
  ///
  /// @param at printed on the list
  public Receipt manifest(Language language, BinContents contents, OffsetDateTime at) {
    return ManifestPaper.of(
        new ManifestWords(texts.in(language), zone),
        contents,
        station.getOrDefault(language, ""),
        at);
  }

  /// Puts a body into the site's template.
  private Receipt laidOut(Words words, StationBanner worn, OffsetDateTime at, List<Line> body) {
    List<Line> lines = new ArrayList<>();
    for (Layout.Element element : layout.in(words.language())) {
      switch (element.kind()) {
        case Layout.ElementKind.Banner _ -> banner(lines, words, worn);
        case Layout.ElementKind.Body _ -> lines.addAll(body);
        case Layout.ElementKind.Logo(Receipt.Picture picture) -> lines.add(picture);
        case Layout.ElementKind.TextElement(List<Part> parts, Style style, Align align) ->
            lines.add(text(filled(parts, words, at), style, align));
        case Layout.ElementKind.PairElement(List<Part> left, List<Part> right, Style style) ->
            lines.add(new Receipt.Pair(filled(left, words, at), filled(right, words, at), style));
        case Layout.ElementKind.RuleElement _ -> lines.add(new Receipt.Rule());
        case Layout.ElementKind.SpaceElement _ -> lines.add(new Receipt.Space());
        case Layout.ElementKind.QrElement(String text) -> lines.add(new Receipt.Qr(text));
        case Layout.ElementKind.CodabarElement(String data) -> lines.add(new Receipt.Codabar(data));
      }
    }
    return new Receipt(
        words.language().tag(),
        lines,
        new Receipt.Again(words.say("slip.again.rest"), words.say("slip.again.whole")));
  }

  private String filled(List<Part> parts, Words words, OffsetDateTime at) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          switch (part) {
            case Part.Literal(String literal) -> literal;
            case Part.LayoutTextLine(String key) -> words.say(key);
            case Part.Filled(Layout.TemplateField field) ->
                switch (field) {
                  case LIBRARY -> library.getOrDefault(words.language(), "");
                  case STATION -> station.getOrDefault(words.language(), "");
                  case PRINTED -> moment(words, at);
                };
          });
    }
    return filled.toString();
  }

  private static void banner(List<Line> lines, Words words, StationBanner worn) {
    switch (worn) {
      case NONE -> {}
      case DEMO -> lines.add(text(words.say("slip.demo"), Style.BOLD, Align.CENTRE));
      case TRAINING -> lines.add(text(words.say("slip.training"), Style.BOLD, Align.CENTRE));
    }
  }

  private <T extends ReceiptContent.ContentLine> void section(
      List<Line> lines, Words words, ReceiptContent content, Class<T> kind, String key) {
    List<T> items = content.lines().stream().filter(kind::isInstance).map(kind::cast).toList();
    if (!items.isEmpty()) {
      lines.add(text(words.count(key, items.size()), Style.BOLD, Align.LEFT));
      for (T item : items) {
        lines.add(new Receipt.Space());
        item(lines, words, content.suspension().fines().isPresent(), item);
      }
      lines.add(new Receipt.Rule());
    }
  }

  private void item(
      List<Line> lines, Words words, boolean stopped, ReceiptContent.ContentLine item) {
    ItemLines line = new ItemLines(words);
    switch (item) {
      case ReceiptContent.ContentLine.LentLine _, ReceiptContent.ContentLine.RenewedLine _ -> {}
      case ReceiptContent.ContentLine.RenewalAsked asked -> {
        lines.add(line.named(asked.title(), asked.lastFour()));
        String at = words.time(local(asked.at()).toLocalTime());
        lines.add(
            asked
                .due()
                .map(due -> line.text("slip.asked.until", at, day(words, due)))
                .orElseGet(() -> line.text("slip.asked.at", at)));
      }
      case ReceiptContent.ContentLine.ReturnedLine returned ->
          returned(lines, words, returned, stopped);
      case ReceiptContent.ContentLine.PaidLine paid -> {
        lines.add(line.pair("slip.paid.sum", words.money(paid.sum())));
        if (paid.others()) {
          lines.add(line.text("slip.paid.others"));
        }
        lines.add(line.text("slip.paid.number", paid.reference()));
        lines.add(line.text("slip.paid.at", moment(words, paid.at())));
        if (!paid.booked()) {
          lines.add(line.text("slip.paid.unconfirmed"));
        }
      }
      case ReceiptContent.ContentLine.InDoubt doubt -> {
        lines.add(line.pair("slip.doubt.sum", words.money(doubt.asked())));
        doubt.took().ifPresent(took -> lines.add(line.pair("slip.doubt.took", words.money(took))));
        if (doubt.others()) {
          lines.add(line.text("slip.paid.others"));
        }
        doubt.reference().ifPresent(number -> lines.add(line.text("slip.paid.number", number)));
        lines.add(line.text("slip.paid.at", moment(words, doubt.at())));
        lines.add(line.text("code." + doubt.code() + ".what"));
        lines.add(line.text("code." + doubt.code() + ".do"));
        lines.add(line.text("slip.doubt.keep", doubt.code()));
      }
    }
  }

  private void returned(
      List<Line> lines,
      Words words,
      ReceiptContent.ContentLine.ReturnedLine returned,
      boolean stopped) {
    ItemLines line = new ItemLines(words);
    lines.add(line.named(returned.title(), returned.lastFour()));
    String at = moment(words, returned.at());
    lines.add(line.text("slip.counts", at));
    if (returned.fine().isPresent()) {
      fine(lines, words, returned.fine().get(), at);
    } else if (returned.fineMayRun()) {
      lines.add(line.text(stopped ? "slip.fine.stopped" : "slip.fine", at));
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
      case FineExplained.ByDays days when days.isInDays() -> {
        FineWords said = new FineWords(words);
        lines.add(line.pair("slip.suspension", said.length(days)));
        lines.add(text(said.whole(days), Style.NORMAL, Align.LEFT));
        suspension(lines, said, days);
      }
      case FineExplained.ByDays days -> {
        String key =
            days.basis().atMost() ? "slip.most" : days.estimate() ? "slip.estimate" : "slip.charge";
        lines.add(line.pair(key, words.money(days.sum())));
        lines.add(text(new FineWords(words).whole(days), Style.NORMAL, Align.LEFT));
        if (days.estimate()) {
          lines.add(
              line.text(days.basis().rulesOld() ? "slip.old.note" : "slip.estimate.note", until));
        }
        suspension(lines, new FineWords(words), days);
      }
    }
  }

  private static void suspension(List<Line> lines, FineWords said, FineExplained.ByDays fine) {
    said.suspension(fine).ifPresent(told -> lines.add(text(told, Style.NORMAL, Align.LEFT)));
  }

  private String moment(Words words, OffsetDateTime at) {
    return words.moment(local(at));
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

  /// Makes the printed lines of one item in one language.
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
          .orElseGet(
              () -> new Receipt.Text(words.say("slip.item", lastFour), Style.BOLD, Align.LEFT));
    }
  }
}
