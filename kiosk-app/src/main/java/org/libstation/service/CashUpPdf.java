package org.libstation.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.CashDay.Difference;
import org.libstation.circulation.Money;
import org.libstation.circulation.TerminalDay;
import org.libstation.device.receipt.PdfFont;
import org.libstation.language.Words;

/// Lays out a day's payments as A4 pages: first the differences, then the totals beside the
/// terminal's own, then each payment. It contains numbers of the terminal and the journal, and no
/// personal data.
public final class CashUpPdf {
  private static final float LEFT = 42;
  private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
  private static final float TOP = PDRectangle.A4.getHeight() - LEFT;
  private static final float FOOT = LEFT + 10;
  private static final float LINE = 15;
  private static final float SIZE = 9;
  private static final float HEAD = 16;

  /// The form in which ZVT [PaymentTerminal][org.libstation.payment.PaymentTerminal]s write their
  /// numbers.
  private static final Pattern NUMBERS = Pattern.compile("(\\S+) trace (\\S+) terminal (\\S+)");

  private static final List<Column> SUMS =
      List.of(new Column(LEFT, 260, false), new Column(330, 50, true), new Column(400, 90, true));
  private static final List<Column> PAYMENTS =
      List.of(
          new Column(LEFT, 44, false),
          new Column(90, 104, false),
          new Column(198, 70, true),
          new Column(278, 40, false),
          new Column(322, 46, false),
          new Column(372, 56, false),
          new Column(432, RIGHT - 432, false));

  private final CashDay day;
  private final Words words;
  private final List<CashUpRow> rows = new ArrayList<>();

  private CashUpPdf(CashDay day, Words words) {
    this.day = day;
    this.words = words;
  }

  /// @param width limit of the text's width; longer text is written smaller, because no number may
  ///   be cut
  private record Column(float x, float width, boolean right) {}

  /// @param grey whether the row has a grey background
  private record CashUpRow(List<Column> columns, List<String> cells, float size, boolean grey) {
    float high() {
      return Math.max(LINE, size * 1.6f);
    }
  }

  /// @param station the station's name
  /// @param words words of the language; a language without Latin letters needs an [installed
  ///   font][#canWrite]
  public static byte[] of(CashDay day, String station, Words words) throws IOException {
    CashUpPdf pages = new CashUpPdf(day, words);
    pages.tell(station);
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (canWrite()) {
        try (PdfFont.LoadedFont wide = PdfFont.load(document)) {
          pages.draw(document, wide.font());
          document.save(out);
        }
      } else {
        pages.draw(document, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        document.save(out);
      }
      return out.toByteArray();
    }
  }

  /// Whether letters other than Latin ones can be written here.
  public static boolean canWrite() {
    return PdfFont.installed().isPresent();
  }

  private void tell(String station) {
    line(words.say("cashup.head") + "  " + words.fullDate(day.day()), HEAD);
    line(station, SIZE + 2);
    space();
    List<Difference> differences = day.differences();
    if (differences.isEmpty()) {
      line(words.say(day.lines().isEmpty() ? "cashup.none" : "cashup.agrees"), SIZE + 3);
    } else {
      line(words.say("cashup.differs", differences.size()), SIZE + 3);
      differences.forEach(this::difference);
    }
    space();
    head(SUMS, "", words.say("cashup.count"), words.say("cashup.sum"));
    for (CashDay.Sum sum : day.sums()) {
      row(SUMS, kind(sum.kind()), String.valueOf(sum.count()), words.money(sum.amount()));
    }
    if (day.held().isEmpty()) {
      row(SUMS, words.say("cashup.held"), "", money(Optional.empty()));
    }
    day.held().forEach(sum -> row(SUMS, words.say("cashup.held"), "", words.money(sum)));
    day.end().ifPresentOrElse(this::end, () -> line(words.say("cashup.end.none"), SIZE));
    if (day.lines().isEmpty()) {
      return;
    }
    space();
    head(
        PAYMENTS,
        words.say("cashup.time"),
        "",
        words.say("cashup.sum"),
        words.say("cashup.slip"),
        words.say("cashup.trace"),
        words.say("cashup.terminal"),
        words.say("cashup.number"));
    day.lines().forEach(this::payment);
  }

  private void difference(Difference difference) {
    switch (difference) {
      case Difference.OfPayment(CashDay.CashLine line) -> payment(line);
      case Difference.EndNotKnown(var asked) ->
          line(words.say("cashup.end.unknown", words.time(asked.toLocalTime())), SIZE);
      case Difference.OtherTotal other ->
          line(
              words.say(other.terminalHasMore() ? "cashup.total.more" : "cashup.total.less")
                  + "  "
                  + words.money(other.gap())
                  + "  ("
                  + words.say(
                      "cashup.total.line",
                      words.money(other.terminal()),
                      words.money(other.journal()))
                  + ")",
              SIZE);
    }
  }

  private void end(TerminalDay end) {
    String receipts =
        end.first()
            .map(one -> "  " + words.say("cashup.end.receipts", one, end.last().orElse("?")))
            .orElse("");
    row(
        SUMS,
        words.say("cashup.end")
            + "  "
            + words.say("cashup.end.at", words.time(end.asked().toLocalTime()))
            + receipts,
        "",
        end.known() ? money(end.total()) : "?");
  }

  private void payment(CashDay.CashLine line) {
    Matcher numbers = NUMBERS.matcher(line.receipt());
    boolean known = numbers.matches();
    row(
        PAYMENTS,
        "%tT".formatted(line.at()),
        kind(line.kind()),
        words.money(line.amount()),
        known ? numbers.group(1) : line.receipt(),
        known ? numbers.group(2) : "",
        known ? numbers.group(3) : "",
        line.reference());
  }

  private String kind(CashDay.PaymentKind kind) {
    return words.say("cashup.kind." + kind);
  }

  private String money(Optional<Money> sum) {
    return sum.map(words::money).orElse("–");
  }

  private void line(String text, float size) {
    rows.add(
        new CashUpRow(List.of(new Column(LEFT, RIGHT - LEFT, false)), List.of(text), size, false));
  }

  private void space() {
    rows.add(new CashUpRow(List.of(), List.of(), SIZE, false));
  }

  private void head(List<Column> columns, String... cells) {
    rows.add(new CashUpRow(columns, Arrays.asList(cells), SIZE, true));
  }

  private void row(List<Column> columns, String... cells) {
    rows.add(new CashUpRow(columns, Arrays.asList(cells), SIZE, false));
  }

  private void draw(PDDocument document, PDFont font) throws IOException {
    List<List<CashUpRow>> pages = pages();
    for (int i = 0; i < pages.size(); i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = TOP;
        for (CashUpRow row : pages.get(i)) {
          draw(content, font, row, y);
          y -= row.high();
        }
        String number = words.say("evidence.of", i + 1, pages.size());
        Column foot = new Column(LEFT, RIGHT - LEFT, true);
        draw(content, font, new CashUpRow(List.of(foot), List.of(number), SIZE, false), LEFT);
      }
    }
  }

  /// Divides the rows into pages. A table that continues repeats its header.
  private List<List<CashUpRow>> pages() {
    List<List<CashUpRow>> pages = new ArrayList<>();
    List<CashUpRow> page = new ArrayList<>();
    Optional<CashUpRow> head = Optional.empty();
    float y = TOP;
    for (CashUpRow row : rows) {
      if (y - row.high() < FOOT) {
        pages.add(page);
        page = new ArrayList<>(head.filter(_ -> !row.grey()).stream().toList());
        y = TOP - (page.isEmpty() ? 0 : LINE);
      }
      if (row.grey()) {
        head = Optional.of(row);
      } else if (row.cells().size() < 2) {
        head = Optional.empty();
      }
      page.add(row);
      y -= row.high();
    }
    pages.add(page);
    return pages;
  }

  private static void draw(PDPageContentStream content, PDFont font, CashUpRow row, float top)
      throws IOException {
    if (row.grey()) {
      content.setNonStrokingColor(0.9f);
      content.addRect(LEFT - 4, top - LINE + 3, RIGHT - LEFT + 8, LINE - 1);
      content.fill();
      content.setNonStrokingColor(0f);
    }
    for (int i = 0; i < row.cells().size(); i++) {
      String text = within(font, row.cells().get(i));
      Column column = row.columns().get(i);
      float wide = font.getStringWidth(text) / 1000 * row.size();
      float size = wide > column.width() ? row.size() * column.width() / wide : row.size();
      float x =
          column.right()
              ? column.x() + column.width() - Math.min(wide, column.width())
              : column.x();
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, top - row.size());
      content.showText(text);
      content.endText();
    }
  }

  /// Replaces characters that the font lacks by question marks.
  private static String within(PDFont font, String line) {
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .mapToObj(Character::toString)
        .map(each -> has(font, each) ? each : "?")
        .forEach(text::append);
    return text.toString();
  }

  private static boolean has(PDFont font, String letter) {
    try {
      return font.encode(letter).length > 0;
    } catch (IllegalArgumentException | IOException _) {
      return false;
    }
  }
}
