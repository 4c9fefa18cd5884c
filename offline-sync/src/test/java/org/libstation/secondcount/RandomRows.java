package org.libstation.secondcount;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows at random, and policies with rules by reader.
final class RandomRows {
  static final List<String> ZONES =
      List.of(
          "Asia/Hong_Kong",
          "Europe/Berlin",
          "Europe/Zurich",
          "America/New_York",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Asia/Kathmandu",
          "America/St_Johns",
          "Africa/Casablanca",
          "Pacific/Chatham");
  private static final List<String> LONG = List.of("day", "day", "day", "week", "month");
  private static final List<String> SHORT = List.of("minute", "hour");

  private final Random random;

  RandomRows(Random random) {
    this.random = random;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /// The rules of a row in its own words.
  Map<String, String> rules() {
    Map<String, String> cells = new LinkedHashMap<>();
    String counts = one("dates", "dates", "difference", "bills", "minutes");
    boolean brief = oneIn(4);
    cells.put("counts", counts);
    cells.put("unit", brief ? SHORT.get(random.nextInt(2)) : LONG.get(random.nextInt(5)));
    if (counts.equals("difference") && brief) {
      cells.put("unit", "hour");
    }
    int every =
        "minute".equals(cells.get("unit")) ? 15 * (1 + random.nextInt(4)) : oneIn(3) ? 2 : 1;
    cells.put("charge_interval", String.valueOf(every));
    cells.put("rate_minor", one("0", "10", "15", "150", "150", "200"));
    cells.put("charge_at", one("start", "start", "end"));
    if (oneIn(3)) {
      cells.put("grace", (1 + random.nextInt(3)) + (brief ? " hours" : " days"));
      cells.put("grace_rule", one("cliff", "deduct"));
      cells.put(
          "grace_extension",
          counts.equals("bills") ? one("none", "if-end-closed", "open-days-only") : "none");
      cells.put("grace_trailing", counts.equals("bills") ? one("yes", "no") : "no");
    }
    cells.put("count_closed", oneIn(5) ? "yes" : "no");
    cells.put("count_gale", oneIn(4) ? "yes" : "no");
    cells.put("free_days", oneIn(4) ? String.valueOf(random.nextInt(3)) : "0");
    if (oneIn(3)) {
      cells.put("max_fine_minor", one("0", "193", "500", "1000", "3000"));
    }
    cells.put("max_truncate", oneIn(4) ? "no" : "yes");
    cells.put("rounding_minor", one("1", "1", "5", "10"));
    cells.put("forgiven_below_minor", one("0", "0", "50", "300"));
    cells.put("stages", oneIn(2) ? "none" : stages());
    cells.put("renewal_fine", one("kept", "forgiven"));
    if (oneIn(5)) {
      cells.put("recall_rate_minor", one("100", "500"));
      cells.put("recall_interval", every + " " + cells.get("unit") + "s");
      cells.put("recall_grace", one("yes", "no"));
      if (oneIn(2)) {
        cells.put("recall_max_fine_minor", one("700", "2000"));
      }
    }
    if (List.of("dates", "difference").contains(counts) && !brief && oneIn(2)) {
      cells.put("suspend_days", one("1", "2", "7"));
      cells.put("suspend_every", one("1", "1", "3", "7"));
      cells.put("suspend_part", one("pro-rata", "free", "charged"));
      if (oneIn(2)) {
        cells.put("suspend_max_days", one("1", "10", "30"));
      }
      cells.put("suspend_runs", one("calendar", "open-days"));
      cells.put("suspend_cumulative", one("yes", "no"));
    }
    return cells;
  }

  private String stages() {
    List<String> stages = new ArrayList<>();
    boolean weeks = oneIn(3);
    boolean begun = weeks && oneIn(2);
    int after = 0;
    for (int i = random.nextInt(4); i >= 0; i--) {
      after += 1 + random.nextInt(weeks ? 2 : 12);
      stages.add(
          after
              + (weeks ? " weeks" : " days")
              + (begun ? " begun" : "")
              + (oneIn(3) ? " open" : "")
              + " "
              + one("0", "100", "250", "1000")
              + (oneIn(4) ? " replacing" : "")
              + (oneIn(3) ? " letter" : "")
              + (oneIn(3) ? " postage 85" : "")
              + (oneIn(4) ? " blocks" : ""));
    }
    return String.join("; ", stages);
  }

  /// When it was due and came back, and what lay between.
  Map<String, String> loan(String zone, Map<String, String> rules) {
    Map<String, String> cells = new LinkedHashMap<>();
    boolean brief = SHORT.contains(rules.get("unit"));
    LocalDate day =
        zone.equals("Pacific/Apia") && oneIn(2)
            ? LocalDate.of(2011, 12, 10).plusDays(random.nextInt(22))
            : LocalDate.of(2012, 3, 1).plusDays(random.nextInt(5000));
    LocalDateTime due =
        brief || oneIn(4)
            ? day.atTime(5 + random.nextInt(19), random.nextInt(60))
            : day.atTime(23, 59);
    LocalDateTime back =
        day.plusDays(random.nextInt(brief ? 5 : oneIn(5) ? 120 : 40))
            .atTime(5 + random.nextInt(19), random.nextInt(60));
    if (List.of("difference", "bills").contains(rules.get("counts"))) {
      back = back.withSecond(random.nextInt(60));
    }
    cells.put("zone", zone);
    cells.put("due_at", due.toString());
    cells.put("effective_return_at", back.toString());
    if (oneIn(6)) {
      LocalDateTime renewed = due.plusDays(random.nextInt(10)).withHour(12);
      cells.put("renewed_at", renewed.toString());
      cells.put("renewed_due_at", renewed.toLocalDate().plusDays(9).atTime(23, 59).toString());
    }
    cells.put("closed_days", days(day, 4));
    cells.put("gale_days", days(day, 1));
    if (oneIn(3)) {
      cells.put("suspension_windows", window(day, 1 + random.nextInt(3)));
    }
    if ("minutes".equals(rules.get("counts")) && !oneIn(3)) {
      cells.put("open_hours", one("09:00-20:00", "10:00-18:30"));
    }
    if (oneIn(6)) {
      cells.put("items", String.valueOf(2 + random.nextInt(2)));
    }
    if (oneIn(6)) {
      cells.put("amnesty_windows", window(day, 1) + " " + one("0", "25", "50", "100"));
    }
    cells.put("recalled", oneIn(5) ? "yes" : "no");
    cells.put("item_price_minor", one("350", "1990", "12000"));
    if (oneIn(5)) {
      cells.put("kind", one("overdue", "not-back"));
      cells.put("lost_after", String.valueOf(5 + random.nextInt(40)));
      cells.put("lost_percent", one("0", "20"));
      cells.put("lost_processing_minor", one("0", "500"));
      cells.put("lost_with_fine", one("yes", "no"));
      cells.put("lost_back_within", one("0", "10", "60"));
      cells.put("lost_back", one("whole", "less-processing", "fine-instead"));
    }
    if (oneIn(3)) {
      cells.put("account", "a" + random.nextInt(40));
      cells.put("account_max_minor", one("", "2000", "9000"));
    }
    if (oneIn(4)) {
      cells.put("visit", "v" + random.nextInt(60));
      cells.put("visit_max_minor", one("", "1500"));
    }
    return cells;
  }

  private String days(LocalDate from, int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(_ -> from.plusDays(random.nextInt(30)).toString())
        .distinct()
        .collect(Collectors.joining(";"));
  }

  private String window(LocalDate from, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              LocalDate begin = from.plusDays(random.nextInt(30) - 5L);
              return "["
                  + begin
                  + ","
                  + (oneIn(8) ? "open" : begin.plusDays(random.nextInt(12)))
                  + ")";
            })
        .collect(Collectors.joining(";"));
  }

  /// A rule for some readers: what of the usual rules is other.
  record Other(String patrons, String places, String media, Map<String, String> cells) {}

  /// Up to four, of which each is for somebody that none before it is for.
  List<Other> others() {
    List<Other> others = new ArrayList<>();
    others.add(new Other("staff", "all", "all", Map.of("rate_minor", "none")));
    Map<String, String> less = new LinkedHashMap<>();
    less.put("rate_minor", one("5", "50"));
    less.put("max_fine_minor", one("120", "1000"));
    others.add(new Other("children", one("b", "all"), "006", less));
    others.add(new Other("children", "a", "all", Map.of("stages", oneIn(2) ? "none" : stages())));
    others.add(
        new Other("seniors", "all", "all", Map.of("free_days", one("1", "4"), "charge_at", "end")));
    return others;
  }

  static String policy(String zone, Map<String, String> rules, List<Other> others) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        format: libstation-policy/1
        version: v1
        site: here
        zone: ZONE
        currency: EUR
        lendingPlace: a
        estimateClass: adult
        offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: adult}
        places:
          a: {kind: library, name: {en: A, zh-Hans: A, zh-Hant-HK: A}, calendar: c}
          b: {kind: drop, name: {en: B, zh-Hans: B, zh-Hant-HK: B}, calendar: c}
        calendars:
          c: {version: c1}
        patrons:
        """
            .replace("ZONE", zone));
    for (String patrons : List.of("staff", "children", "seniors")) {
      text.append("  ")
          .append(patrons)
          .append(": {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost:")
          .append(" none, central: ")
          .append(patrons)
          .append("}\n");
    }
    text.append(
        "classes:\n  adult:\n    - profile: hkpl\n      loan: {renewals: 5}\n      fine:\n");
    yaml(rules).forEach(line -> text.append("        ").append(line).append('\n'));
    text.append("        readers:\n");
    for (Other other : others) {
      text.append("          - patrons: [").append(other.patrons()).append("]\n");
      text.append("            places: ").append(other.places()).append('\n');
      text.append("            media: '").append(other.media()).append("'\n");
      yaml(other.cells()).forEach(line -> text.append("            ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<String> yaml(Map<String, String> cells) {
    List<String> lines = new ArrayList<>();
    List<String> grace = new ArrayList<>();
    List<String> maximum = new ArrayList<>();
    List<String> recall = new ArrayList<>();
    List<String> suspension = new ArrayList<>();
    cells.forEach(
        (name, value) -> {
          switch (name) {
            case "counts" -> lines.add("counts: " + value);
            case "unit" -> lines.add("interval: " + cells.get("charge_interval") + " " + value);
            case "charge_interval" -> {}
            case "rate_minor" ->
                lines.add("rate: " + (value.equals("none") ? value : amount(value)));
            case "charge_at" -> lines.add("chargeAt: " + value);
            case "grace" -> grace.add("length: " + value);
            case "grace_rule" -> grace.add("mode: " + value);
            case "grace_extension" -> grace.add("extension: " + value);
            case "grace_trailing" -> grace.add("trailingClosed: " + value.equals("yes"));
            case "count_closed" ->
                lines.add("closedTime: " + (value.equals("yes") ? "charged" : "free"));
            case "count_gale" ->
                lines.add("galeDays: " + (value.equals("yes") ? "charged" : "free"));
            case "free_days" -> lines.add("freeDays: " + value);
            case "max_fine_minor" -> maximum.add("amount: " + amount(value));
            case "max_truncate" -> maximum.add("truncate: " + value.equals("yes"));
            case "cap_price" -> maximum.add("itemPrice: " + value.equals("yes"));
            case "cap_percent" -> maximum.add("percentOfPrice: " + value);
            case "rounding_minor" -> lines.add("roundTo: " + amount(value));
            case "forgiven_below_minor" -> lines.add("forgivenBelow: " + amount(value));
            case "renewal_fine" -> lines.add("onRenewal: " + value);
            case "stages" -> lines.add("stages: " + stages(value));
            case "recall_rate_minor" -> recall.add("rate: " + amount(value));
            case "recall_interval" -> recall.add("interval: " + value);
            case "recall_grace" -> recall.add("grace: " + (value.equals("yes") ? "kept" : "none"));
            case "recall_max_fine_minor" -> recall.add("maximum: " + amount(value));
            case "suspend_days" -> suspension.add("days: " + value);
            case "suspend_every" -> suspension.add("every: " + value + " days");
            case "suspend_part" -> suspension.add("partPeriod: " + value);
            case "suspend_max_days" -> suspension.add("maximum: " + value + " days");
            case "suspend_runs" -> suspension.add("runs: " + value);
            case "suspend_cumulative" -> suspension.add("cumulative: " + value.equals("yes"));
            default -> throw new IllegalArgumentException(name);
          }
        });
    part(lines, "grace", grace);
    part(lines, "maximum", maximum);
    part(lines, "recall", recall);
    part(lines, "suspension", suspension);
    return lines;
  }

  private static void part(List<String> lines, String name, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(name + ": {" + String.join(", ", values) + "}");
    }
  }

  private static String stages(String cell) {
    if (cell.equals("none")) {
      return cell;
    }
    return List.of(cell.split(";", -1)).stream()
        .map(
            stage -> {
              List<String> words = new ArrayList<>(List.of(stage.strip().split(" ", -1)));
              String after = words.removeFirst() + " " + words.removeFirst();
              StringBuilder text = new StringBuilder("{after: " + after);
              text.append(words.remove("begun") ? ", partWeek: charged" : "");
              text.append(words.remove("open") ? ", days: open" : "");
              text.append(", fee: ").append(amount(words.removeFirst()));
              text.append(words.remove("replacing") ? ", mode: replacing" : "");
              text.append(words.remove("letter") ? ", per: letter" : "");
              if (words.remove("postage")) {
                text.append(", postage: ").append(amount(words.removeFirst()));
              }
              return text.append(words.remove("blocks") ? ", blocks: true}" : "}").toString();
            })
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String amount(String minor) {
    return String.format(Locale.ROOT, "%.2f", Integer.parseInt(minor) / 100.0);
  }
}
