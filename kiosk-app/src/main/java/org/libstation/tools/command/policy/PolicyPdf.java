package org.libstation.tools.command.policy;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.libstation.circulation.Money;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.LoanCost;
import org.libstation.fines.ReaderFine;
import org.libstation.fines.Stage;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PlaceRules.Candidate;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyWords;

/// Draws a policy as PDF. The first page shows which days of half a year count. The next pages
/// show, for each lending class, the cost of a return by days late. In English, with standard PDF
/// fonts.
final class PolicyPdf {
  private static final float MARGIN = 42;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color FAINT = new Color(0xd0, 0xd0, 0xd0);
  private static final Color OPEN = new Color(0xff, 0xff, 0xff);
  private static final Color SHUT = new Color(0xb8, 0xb8, 0xb8);
  private static final Color HELD = new Color(0x9c, 0xc4, 0xe8);
  private static final Color LESS = new Color(0xb9, 0xe0, 0xb0);
  private static final List<Color> LINES =
      List.of(
          new Color(0x0b, 0x4f, 0x9c),
          new Color(0xb0, 0x3a, 0x0a),
          new Color(0x1d, 0x7a, 0x3c),
          new Color(0x7a, 0x2f, 0x8f));

  private static final int MONTHS = 6;
  private static final int PER_ROW = 3;
  private static final float CELL = 20;
  private static final float MONTH_HEIGHT = 170;
  private static final int LEAST_DAYS = 60;
  private static final int BEYOND = 14;
  private static final float CHART = 200;
  private static final int PER_PAGE = 2;
  private static final int STEPS = 4;
  private static final int LEGENDS = 4;

  private final PlaceRules rules;
  private final LocalDate today;

  private PolicyPdf(PlaceRules rules, LocalDate today) {
    this.rules = rules;
    this.today = today;
  }

  /// @param place one of the bundle's places
  static byte[] of(PolicyBundle bundle, Instant moment, String place) throws IOException {
    PlaceRules rules = bundle.at(moment, place);
    PolicyPdf drawn = new PolicyPdf(rules, moment.atZone(rules.zone()).toLocalDate());
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      drawn.calendar(document);
      List<LendingClass> classes =
          rules.classes().values().stream()
              .sorted(Comparator.comparing(LendingClass::name))
              .toList();
      for (int from = 0; from < classes.size(); from += PER_PAGE) {
        drawn.stairs(document, classes.subList(from, Math.min(classes.size(), from + PER_PAGE)));
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  /// Draws on one page; coordinates are points from the lower left corner.
  private record Pen(PDPageContentStream content) {
    void write(PDFont font, float size, float x, float y, String text) throws IOException {
      content.setNonStrokingColor(INK);
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, y);
      content.showText(text.replaceAll("[^\\x20-\\x7E]", "?"));
      content.endText();
    }

    void fill(float x, float y, float width, float height, Color color) throws IOException {
      content.setNonStrokingColor(color);
      content.addRect(x, y, width, height);
      content.fill();
    }

    void frame(float x, float y, float width, float height) throws IOException {
      content.setStrokingColor(FAINT);
      content.setLineWidth(0.5f);
      content.addRect(x, y, width, height);
      content.stroke();
    }

    void line(float x1, float y1, float x2, float y2, float width, Color color) throws IOException {
      content.setStrokingColor(color);
      content.setLineWidth(width);
      content.moveTo(x1, y1);
      content.lineTo(x2, y2);
      content.stroke();
    }
  }

  private interface PdfDrawing {
    void on(Pen pen) throws IOException;
  }

  private static void page(PDDocument document, PdfDrawing drawing) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      drawing.on(new Pen(content));
    }
  }

  private void calendar(PDDocument document) throws IOException {
    page(
        document,
        pen -> {
          pen.write(BOLD, 16, MARGIN, TOP - 16, "Which days count");
          pen.write(
              FONT,
              10,
              MARGIN,
              TOP - 34,
              "policy %s, calendar %s, %s, as known on %s"
                  .formatted(
                      rules.version(), rules.calendar().version(), rules.place().id(), today));
          float y = TOP - 70;
          for (int i = 0; i < MONTHS; i++) {
            int row = i / PER_ROW;
            month(
                pen,
                YearMonth.from(today).plusMonths(i),
                MARGIN + i % PER_ROW * (WIDTH / PER_ROW),
                y - row * MONTH_HEIGHT);
          }
          legend(pen, y - (MONTHS / PER_ROW) * MONTH_HEIGHT - 10);
        });
  }

  private void legend(Pen pen, float y) throws IOException {
    Map<Color, String> words = new LinkedHashMap<>();
    words.put(OPEN, charges() ? "counts" : "open");
    words.put(SHUT, charges() && closedCounts() ? "closed, counts too" : "closed");
    words.put(HELD, "fines suspended");
    words.put(LESS, "a return costs less");
    YearMonth first = YearMonth.from(today);
    Set<Color> drawn =
        first
            .atDay(1)
            .datesUntil(first.plusMonths(MONTHS).atDay(1))
            .map(this::color)
            .collect(Collectors.toSet());
    words.keySet().retainAll(drawn);
    float x = MARGIN;
    for (Map.Entry<Color, String> one : words.entrySet()) {
      pen.fill(x, y, 12, 12, one.getKey());
      pen.frame(x, y, 12, 12);
      pen.write(FONT, 9, x + 18, y + 2, one.getValue());
      x += WIDTH / LEGENDS;
    }
    pen.write(
        FONT,
        9,
        MARGIN,
        y - 20,
        charges()
            ? "The day on which an item is due never counts. The day of its return does."
            : "Nothing is charged by the day, whatever the day.");
  }

  /// Whether any class charges by the day or by reminders.
  private boolean charges() {
    return rules.classes().values().stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one.fines()), one.readers().stream().map(ReaderFine::fines)))
        .anyMatch(fines -> !fines.isFree());
  }

  private boolean closedCounts() {
    FinePolicy fines = rules.estimateClass().fines();
    return (fines.rate().isZero() && fines.suspension().isEmpty())
        ? (!fines.stages().isEmpty() && fines.stages().stream().noneMatch(Stage::openDays))
        : fines.counting().closedCounts();
  }

  private void month(Pen pen, YearMonth month, float x, float y) throws IOException {
    pen.write(
        BOLD,
        10,
        x,
        y,
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear());
    for (DayOfWeek day : DayOfWeek.values()) {
      pen.write(
          FONT,
          7,
          x + (day.getValue() - 1) * CELL + 4,
          y - 14,
          day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2));
    }
    int row = 0;
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      int column = day.getDayOfWeek().getValue() - 1;
      float left = x + column * CELL;
      float bottom = y - 38 - row * CELL;
      pen.fill(left, bottom, CELL, CELL, color(day));
      pen.frame(left, bottom, CELL, CELL);
      pen.write(FONT, 8, left + 5, bottom + 6, String.valueOf(day.getDayOfMonth()));
      row += column == DayOfWeek.values().length - 1 ? 1 : 0;
    }
  }

  private Color color(LocalDate day) {
    // On a suspended day no fine counts, whether the library is closed or not.
    if (rules.suspension(day).isPresent()) {
      return HELD;
    }
    if (rules.calendar().closedOn(day).isPresent()) {
      return SHUT;
    }
    boolean less =
        rules.windows().stream()
            .anyMatch(window -> window.effects().isAmnesty() && window.holds(day));
    return less ? LESS : OPEN;
  }

  /// One line of a chart: its name, and the rules by which it is counted.
  private record Stair(String words, Candidate by) {}

  private void stairs(PDDocument document, List<LendingClass> classes) throws IOException {
    page(
        document,
        pen -> {
          pen.write(BOLD, 16, MARGIN, TOP - 16, "What a return costs");
          pen.write(
              FONT,
              10,
              MARGIN,
              TOP - 34,
              "by how many days it is late, for an item due on " + today);
          float y = TOP - 60;
          for (LendingClass one : classes) {
            stairs(pen, one, y);
            y -= CHART + 140;
          }
        });
  }

  private void stairs(Pen pen, LendingClass one, float top) throws IOException {
    List<Stair> stairs = new ArrayList<>();
    stairs.add(new Stair("usually", new Candidate(one, Optional.empty(), false, false)));
    for (ReaderFine other : one.readers()) {
      if (other.isOf(rules.place().id()) && stairs.size() < LINES.size()) {
        stairs.add(
            new Stair(
                (other.patrons().isEmpty()
                        ? "every reader"
                        : String.join(", ", other.patrons().stream().sorted().toList()))
                    + (other.media().isEmpty()
                        ? ""
                        : ", media " + String.join(", ", other.media().stream().sorted().toList())),
                new Candidate(one, Optional.of(other), false, false)));
      }
    }
    int days = days(one);
    List<Costs> costs = stairs.stream().map(stair -> costs(stair.by(), days)).toList();
    long highest =
        costs.stream()
            .flatMap(all -> all.sums().stream())
            .mapToLong(sum -> sum)
            .max()
            .orElseThrow();
    pen.write(BOLD, 12, MARGIN, top + 6, one.name());
    if (highest == 0) {
      unpaid(pen, stairs, costs, days, top);
      return;
    }
    long most = STEPS * step(highest);
    float bottom = top - CHART - 10;
    float left = MARGIN + 50;
    float width = WIDTH - 60;
    axes(pen, left, bottom, width, days, most);
    for (int i = 0; i < stairs.size(); i++) {
      stair(pen, costs.get(i).sums(), left, bottom, width / days, most, LINES.get(i), i);
      float y = bottom - 38 - i * 13;
      pen.fill(left, y + 2, 16, 4, LINES.get(i));
      pen.write(FONT, 9, left + 24, y, words(stairs.get(i), costs.get(i), days));
    }
    Costs usual = costs.getFirst();
    IntStream stages =
        rules.estimate(stairs.getFirst().by(), today, today.plusDays(days)).stages().stream()
            .mapToInt(stage -> Math.toIntExact(ChronoUnit.DAYS.between(today, stage.day())));
    for (int day : IntStream.concat(stages, IntStream.of(usual.lost() + 1)).toArray()) {
      if (day < usual.sums().size()) {
        long sum = usual.sums().get(day);
        pen.write(
            FONT,
            8,
            left + width * day / days + 3,
            bottom + CHART * sum / most + 3,
            new Money(sum, rules.currency()).decimal());
      }
    }
    if (usual.lost() < days) {
      float x = left + width * usual.lost() / days;
      pen.line(x, bottom, x, bottom + CHART, 0.7f, SHUT);
      pen.write(
          FONT,
          8,
          x - 70,
          bottom + CHART + 2,
          "counts as lost after %d days".formatted(usual.lost()));
    }
  }

  /// Writes only text for a class that charges nothing: there are no steps to draw.
  private static void unpaid(Pen pen, List<Stair> stairs, List<Costs> costs, int days, float top)
      throws IOException {
    float y = top - 14;
    for (int i = 0; i < stairs.size(); i++) {
      pen.write(FONT, 10, MARGIN, y, words(stairs.get(i), costs.get(i), days));
      y -= 15;
    }
    int lost = costs.getFirst().lost();
    if (lost < days) {
      pen.write(FONT, 10, MARGIN, y, "counts as lost after %d days".formatted(lost));
    }
  }

  /// Legend of a line in the chart: whose it is, and how long borrowing is suspended.
  private static String words(Stair stair, Costs costs, int days) {
    String suspension = stair.by().fines().suspension().map(PolicyWords::told).orElse("");
    String costing = costs.words(days);
    return stair.words()
        + (suspension.isEmpty() ? costing : costing.replace(": nothing", ": no money"))
        + suspension;
  }

  /// @param sums amounts by days late, in minor units; ends before the first day whose cost
  ///   includes an unknown item price
  /// @param lost most days late at which an item does not yet count as lost
  private record Costs(List<Long> sums, int lost) {
    private Costs {
      sums = List.copyOf(sums);
    }

    String words(int days) {
      String nothing =
          sums.get(Math.min(lost, sums.size() - 1)) > 0
              ? ""
              : sums.getLast() > 0 ? ": nothing until it counts as lost" : ": nothing";
      return sums.size() > days
          ? nothing
          : nothing + "; from %d days on its price too".formatted(sums.size());
    }
  }

  private Costs costs(Candidate by, int days) {
    List<Long> sums = new ArrayList<>();
    int lost = days;
    for (int day = 0; day <= days; day++) {
      Optional<LoanCost> cost = rules.cost(by, today, today.plusDays(day));
      boolean counts = cost.map(LoanCost::lostOn).map(Optional::isPresent).orElse(true);
      lost = counts ? Math.min(lost, day - 1) : lost;
      if (cost.isEmpty()) {
        return new Costs(sums, lost);
      }
      sums.add(cost.get().fine().amount().plus(cost.get().lost()).minor());
    }
    return new Costs(sums, lost);
  }

  /// A round amount of which [#STEPS] reach at least the highest.
  private static long step(long highest) {
    long ten = 1;
    while (true) {
      for (long of : List.of(1L, 2L, 5L)) {
        if (STEPS * of * ten >= highest) {
          return of * ten;
        }
      }
      ten *= 10;
    }
  }

  /// Days that the chart shows: to the last step of any reader, and [#BEYOND] more.
  private static int days(LendingClass one) {
    int last = LEAST_DAYS;
    List<FinePolicy> all = new ArrayList<>(List.of(one.fines()));
    one.readers().forEach(other -> all.add(other.fines()));
    for (FinePolicy fines : all) {
      last = fines.stages().isEmpty() ? last : Math.max(last, days(fines.stages().getLast()));
    }
    return Math.max(last, one.lost().after().orElse(0)) + BEYOND;
  }

  /// Doubles stages that count open days: closed and suspended days delay them.
  private static int days(Stage stage) {
    return stage.openDays() ? stage.days() * 2 : stage.days();
  }

  private void axes(Pen pen, float left, float bottom, float width, int days, long most)
      throws IOException {
    for (int i = 0; i <= STEPS; i++) {
      float y = bottom + CHART * i / STEPS;
      pen.line(left, y, left + width, y, 0.5f, FAINT);
      pen.write(FONT, 8, MARGIN, y - 3, new Money(most * i / STEPS, rules.currency()).decimal());
    }
    for (int day = 0; day <= days; day += 7) {
      float x = left + width * day / days;
      pen.line(x, bottom, x, bottom - 4, 0.5f, INK);
      pen.write(FONT, 8, x - 3, bottom - 14, String.valueOf(day));
    }
    pen.write(
        FONT, 8, left, bottom - 25, "days after the due date; amounts in " + rules.currency());
  }

  /// Draws one line of steps, lifted a little by its number so that equal lines stay visible.
  private static void stair(
      Pen pen,
      List<Long> sums,
      float left,
      float bottom,
      float step,
      long most,
      Color color,
      int number)
      throws IOException {
    float lift = number * 1.2f;
    for (int day = 1; day < sums.size(); day++) {
      float before = bottom + CHART * sums.get(day - 1) / most + lift;
      float here = bottom + CHART * sums.get(day) / most + lift;
      float x = left + step * day;
      pen.line(x - step, before, x, before, 1.5f, color);
      pen.line(x, before, x, here, 1.5f, color);
    }
  }
}
