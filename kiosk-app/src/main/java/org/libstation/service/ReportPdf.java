package org.libstation.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.libstation.check.JournalFigures;
import org.libstation.check.Statistics;

/// Lays out the support bundle's report as pages: the text of the checks, then the plots. It is in
/// English, with fonts that every PDF reader has.
public final class ReportPdf {
  private static final float MARGIN = 42;
  private static final float LINE = 11.5f;
  private static final float SIZE = 8.5f;
  private static final int WIDEST = 100;
  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.COURIER);
  private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

  private ReportPdf() {}

  /// Lays out the report and the plots of both figures.
  static byte[] of(String report, JournalFigures day, JournalFigures month) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      words(document, report);
      plots(document, day, month);
      document.save(out);
      return out.toByteArray();
    }
  }

  /// Lays out statistics: the table, then one plot for each kind.
  public static byte[] of(Statistics statistics) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      words(document, String.join("\n", statistics.csv()).replace(",", "  "));
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      List<Statistics.StatisticsCount> counts = List.copyOf(statistics.counts().values());
      List<Integer> names = IntStream.rangeClosed(1, counts.size()).boxed().toList();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        plot(
            content,
            640,
            "Checkouts",
            counts.stream().map(it -> it.checkouts() + it.offline()).toList(),
            names);
        plot(
            content,
            500,
            "Returns",
            counts.stream().map(Statistics.StatisticsCount::returns).toList(),
            names);
        plot(
            content,
            360,
            "Renewals",
            counts.stream().map(Statistics.StatisticsCount::renewals).toList(),
            names);
        plot(
            content,
            220,
            "Refused",
            counts.stream().map(Statistics.StatisticsCount::refused).toList(),
            names);
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  /// Adds pages with the text of a report.
  static void words(PDDocument document, String report) throws IOException {
    List<String> lines =
        report.lines().flatMap(line -> wrapped(printable(line), WIDEST).stream()).toList();
    int room = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LINE);
    for (int from = 0; from < lines.size(); from += room) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = PDRectangle.A4.getHeight() - MARGIN;
        for (String line : lines.subList(from, Math.min(lines.size(), from + room))) {
          write(content, FONT, SIZE, MARGIN, y, line);
          y -= LINE;
        }
      }
    }
  }

  /// Replaces characters that the standard fonts lack; they have only Latin letters.
  private static String printable(String line) {
    return line.replace('\u2019', '\'')
        .replace('\u2022', '*')
        .replace('\u00b7', '-')
        .replaceAll("[^\\x20-\\x7E]", "?");
  }

  private static List<String> wrapped(String line, int widest) {
    List<String> parts = new java.util.ArrayList<>();
    String rest = line;
    while (rest.length() > widest) {
      int cut = rest.lastIndexOf(' ', widest);
      cut = cut < widest / 2 ? widest : cut;
      parts.add(rest.substring(0, cut));
      rest = " ".repeat(17) + rest.substring(cut).strip();
    }
    parts.add(rest);
    return parts;
  }

  private static void write(
      PDPageContentStream content, PDFont font, float size, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private static void plots(PDDocument document, JournalFigures day, JournalFigures month)
      throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      plot(content, 640, "Checkouts, last 24 hours", day, JournalFigures.PeriodCount::checkouts);
      plot(content, 500, "Returns, last 24 hours", day, JournalFigures.PeriodCount::returns);
      plot(content, 360, "Checkouts, last 30 days", month, JournalFigures.PeriodCount::checkouts);
      plot(content, 220, "Returns, last 30 days", month, JournalFigures.PeriodCount::returns);
      plot(content, 80, "Refused, last 30 days", month, JournalFigures.PeriodCount::refused);
    }
  }

  private static void plot(
      PDPageContentStream content,
      float y,
      String title,
      JournalFigures figures,
      ToIntFunction<JournalFigures.PeriodCount> of)
      throws IOException {
    plot(
        content,
        y,
        title,
        figures.slots().values().stream().map(count -> of.applyAsInt(count)).toList(),
        figures.slots().keySet().stream().map(figures::name).toList());
  }

  private static void plot(
      PDPageContentStream content, float y, String title, List<Integer> values, List<Integer> names)
      throws IOException {
    float height = 90;
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN - 30;
    int most = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(1));
    write(content, BOLD, 10, MARGIN, y + height + 10, title);
    write(content, FONT, SIZE, MARGIN, y + height - 6, String.valueOf(most));
    write(content, FONT, SIZE, MARGIN, y, "0");
    content.setStrokingColor(0.6f);
    content.moveTo(MARGIN + 30, y);
    content.lineTo(MARGIN + 30 + width, y);
    content.stroke();
    float step = width / Math.max(1, values.size());
    content.setNonStrokingColor(0.09f, 0.25f, 0.37f);
    for (int i = 0; i < values.size(); i++) {
      float high = height * values.get(i) / most;
      if (high > 0) {
        content.addRect(MARGIN + 30 + i * step, y, step * 0.8f, high);
        content.fill();
      }
    }
    content.setNonStrokingColor(0f);
    for (int i = 0; i < names.size(); i += Math.max(1, names.size() / 5)) {
      write(content, FONT, 7, MARGIN + 30 + i * step, y - 10, String.valueOf(names.get(i)));
    }
  }
}
