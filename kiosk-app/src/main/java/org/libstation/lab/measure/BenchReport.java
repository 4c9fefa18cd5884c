package org.libstation.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints measured figures as one table of two columns, readable in a terminal and valid Markdown.
public final class BenchReport {
  private static final String WHAT = "measured";
  private static final String FIGURE = "figure";
  private static final long MILLION = 1_000_000;
  private static final long KB_PER_MB = 1024;

  private BenchReport() {}

  /// @param figure in words with its unit
  public record BenchReportRow(String what, String figure) {}

  /// The table for some devices, headed by the machine, without a line end.
  public static String table(Machine machine, List<BenchReportRow> devices) {
    List<BenchReportRow> rows = new ArrayList<>();
    rows.add(new BenchReportRow("machine", words(machine)));
    rows.add(new BenchReportRow("software", machine.kernel() + ", " + machine.java()));
    rows.addAll(devices);
    return table(rows);
  }

  /// The table for the station, without a line end.
  public static String table(
      Machine machine,
      StationTrial.StationTrialResult station,
      LendingTrial.LendingTrialResult lending) {
    List<BenchReportRow> rows = new ArrayList<>();
    rows.add(new BenchReportRow("machine", words(machine)));
    rows.add(new BenchReportRow("software", machine.kernel() + ", " + machine.java()));
    rows.add(
        new BenchReportRow(
            "process start to first usable screen, " + station.starts().count() + " starts",
            span(station.starts())));
    rows.add(
        new BenchReportRow(
            "processor time until then, of all processors", span(station.processor())));
    rows.add(
        new BenchReportRow(
            "of that, Spring Boot putting together nothing",
            time(station.framework().median())
                + ", "
                + percent(station.framework().median(), station.processor().median())));
    rows.add(new BenchReportRow("memory, idle", memory(station.idle())));
    rows.add(
        new BenchReportRow(
            "memory, after " + count(station.loans()) + " loans", memory(station.after())));
    rows.addAll(lending(lending));
    return table(rows);
  }

  /// The screen's rows.
  public static List<BenchReportRow> screen(ScreenTrial.ScreenTrialResult screen) {
    return List.of(
        new BenchReportRow(
            "process start to first usable screen, " + screen.plain().count() + " starts",
            span(screen.plain())),
        new BenchReportRow(
            "the same with a JDK ahead-of-time cache, in turn", span(screen.cached())),
        new BenchReportRow(
            "touch to the key's face moved, " + count(screen.pressed().count()) + " touches",
            spread(screen.pressed())),
        new BenchReportRow("letting go to another language on the screen", spread(screen.tapped())),
        new BenchReportRow(
            "scan to its row seen, without the link, " + count(screen.scanned().count()) + " items",
            spread(screen.scanned())),
        new BenchReportRow(
            "frames while a stack of ten is borrowed, right after the start",
            frames(List.of(screen.hurried()))),
        new BenchReportRow("the same with the cache", frames(List.of(screen.hurriedCached()))),
        new BenchReportRow("the first after a rest", frames(screen.stacks().subList(0, 1))),
        new BenchReportRow(
            "the last half of " + screen.stacks().size() + " stacks",
            frames(screen.stacks().subList(screen.stacks().size() / 2, screen.stacks().size()))),
        new BenchReportRow("memory, idle", memory(screen.idle())),
        new BenchReportRow("memory, after all of this", memory(screen.after())));
  }

  /// The rows about starts.
  public static List<BenchReportRow> start(StartTrial.StartTrialResult result) {
    Timings whole = new Timings(result.starts().stream().map(StartPhases::whole).toList());
    Timings processor = new Timings(result.starts().stream().map(StartPhases::processor).toList());
    StartTrial.StartTimings bare = result.bare();
    List<BenchReportRow> rows = new ArrayList<>();
    rows.add(
        new BenchReportRow(
            "process start to first usable screen, "
                + whole.count()
                + " starts, "
                + (result.cached() ? "with the cache" : "without a cache"),
            span(whole)));
    rows.add(new BenchReportRow("processor time until then, of all processors", span(processor)));
    rows.add(
        new BenchReportRow(
            "the same of a bare JavaFX program, until it is seen",
            span(bare.shown()) + "; processor " + span(bare.processor())));
    rows.add(
        new BenchReportRow(
            "the station beside it",
            ratio(whole.median(), bare.shown().median(), 1)
                + " times its time, "
                + ratio(processor.median(), bare.processor().median(), 1)
                + " times its processor time"));
    rows.add(
        new BenchReportRow(
            "a browser kiosk (chromium --kiosk), until it is seen",
            result.browser().map(it -> span(it.shown())).orElse("none was seen on this machine")));
    StartPhases median = result.median();
    rows.add(
        new BenchReportRow(
            "the median start: first picture after",
            median.picture().map(BenchReport::time).orElse("none was shown")));
    median
        .inOrder()
        .forEach(
            phase ->
                rows.add(
                    new BenchReportRow(
                        "  " + phase.name(),
                        time(phase.length()) + ", from " + time(phase.from()) + " on")));
    return List.copyOf(rows);
  }

  private static String frames(List<Timings> stacks) {
    Timings all = new Timings(stacks.stream().flatMap(stack -> stack.inOrder().stream()).toList());
    return count(all.count())
        + " frames, p50 "
        + time(all.median())
        + ", p99 "
        + time(all.percentile(99))
        + ", longest "
        + time(all.percentile(100));
  }

  private static String span(Timings timings) {
    return "min "
        + time(timings.percentile(0))
        + ", median "
        + time(timings.median())
        + ", max "
        + time(timings.percentile(100));
  }

  private static List<BenchReportRow> lending(LendingTrial.LendingTrialResult lending) {
    Timings loans = lending.loans();
    int quarter = Math.max(1, loans.count() / 4);
    return List.of(
        new BenchReportRow(
            "scan to \"take it\" without the link, " + count(loans.count()) + " loans",
            spread(loans) + ": " + beside(loans, lending)),
        new BenchReportRow("the first quarter of them", spread(loans.first(quarter))),
        new BenchReportRow(
            "the last quarter, with all the others still open", spread(loans.last(quarter))),
        new BenchReportRow(
            "bare insert and commit, SQLite (WAL, FULL, STRICT), same disk",
            spread(lending.inserts())),
        new BenchReportRow(
            "bare append of 4 KiB and fdatasync, same disk", spread(lending.appends())));
  }

  private static String beside(Timings loans, LendingTrial.LendingTrialResult lending) {
    return ratio(loans.median(), lending.inserts().median())
        + " bare inserts, "
        + ratio(loans.median(), lending.appends().median())
        + " bare fdatasyncs at p50";
  }

  static String words(Machine machine) {
    return machine.processor()
        + (machine.virtual() ? " (virtual)" : "")
        + ", "
        + machine.cores()
        + " cores, "
        + Math.round(machine.memoryKilobytes() / (double) (KB_PER_MB * KB_PER_MB))
        + " GiB, "
        + machine.fileSystem()
        + ", load "
        + machine.load();
  }

  private static String memory(MemoryHeld memory) {
    return "RSS " + memory.rss() / KB_PER_MB + " MiB, PSS " + memory.pss() / KB_PER_MB + " MiB";
  }

  private static String spread(Timings timings) {
    return "p50 " + time(timings.median()) + ", p99 " + time(timings.percentile(99));
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// A time with about three digits: `0.42 ms`, `8.1 ms`, `640 ms`, `2.31 s`.
  static String time(Duration time) {
    double millis = time.toNanos() / (double) MILLION;
    if (millis >= 1000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
    String pattern = millis >= 100 ? "%.0f ms" : millis >= 1 ? "%.1f ms" : "%.2f ms";
    return String.format(Locale.ROOT, pattern, millis);
  }

  private static String percent(Duration of, Duration to) {
    return String.format(
        Locale.ROOT, "%.1f %%", 100 * of.toNanos() / (double) Math.max(1, to.toNanos()));
  }

  static String ratio(Duration of, Duration to) {
    return ratio(of, to, 1);
  }

  static String ratio(Duration of, Duration to, int digits) {
    return String.format(
        Locale.ROOT, "%." + digits + "f", of.toNanos() / (double) Math.max(1, to.toNanos()));
  }

  static String table(List<BenchReportRow> rows) {
    int left = width(WHAT, rows.stream().map(BenchReportRow::what).toList());
    int right = width(FIGURE, rows.stream().map(BenchReportRow::figure).toList());
    List<String> lines = new ArrayList<>();
    lines.add(line(WHAT, left, FIGURE, right));
    lines.add("|" + "-".repeat(left + 2) + "|" + "-".repeat(right + 2) + "|");
    rows.forEach(row -> lines.add(line(row.what(), left, row.figure(), right)));
    return String.join("\n", lines);
  }

  private static int width(String head, List<String> texts) {
    return texts.stream().mapToInt(String::length).reduce(head.length(), Math::max);
  }

  private static String line(String what, int left, String figure, int right) {
    return "| " + padded(what, left) + " | " + padded(figure, right) + " |";
  }

  /// Replaces bars, which would end the cell.
  private static String padded(String text, int width) {
    String safe = text.replace('|', '/');
    return safe + " ".repeat(Math.max(0, width - safe.length()));
  }
}
