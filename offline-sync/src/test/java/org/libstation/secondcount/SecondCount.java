package org.libstation.secondcount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Counts the rows of one table, one after the other. It goes through every day and every bill, and
/// knows rules by their words only.
final class SecondCount {
  private final Set<String> letters = new HashSet<>();
  private final Map<String, Long> accounts = new HashMap<>();
  private final Map<String, Long> visits = new HashMap<>();
  private final Map<String, LocalDate> borrowsAgain = new HashMap<>();

  /// The sum, and for how long borrowing is suspended: days, from, to.
  ///
  /// @param row cells by column; what is missing is nothing
  String both(Map<String, String> row) {
    One one = new One(row);
    return one.owed() + "," + one.suspension();
  }

  private record Step(
      int days, boolean open, long fee, boolean replacing, boolean letter, long postage) {
    static Step of(String text) {
      List<String> words = new ArrayList<>(List.of(text.strip().split(" ", -1)));
      int every = Integer.parseInt(words.removeFirst());
      boolean weeks = words.removeFirst().startsWith("week");
      boolean begun = words.remove("begun");
      int days = weeks ? begun ? every * 7 - 6 : every * 7 : every;
      boolean open = words.remove("open");
      long fee = Long.parseLong(words.removeFirst());
      int at = words.indexOf("postage");
      return new Step(
          days,
          open,
          fee,
          words.contains("replacing"),
          words.contains("letter"),
          at < 0 ? 0 : Long.parseLong(words.get(at + 1)));
    }
  }

  private final class One {
    private final Map<String, String> row;
    private final ZoneId zone;
    private final Set<LocalDate> closed = new TreeSet<>();
    private final Set<LocalDate> gale = new TreeSet<>();
    private final Map<LocalDate, Boolean> suspended = new HashMap<>();
    private long charges;
    private long late;
    private long loanFees;
    private final Map<String, Long> letterFees = new HashMap<>();

    One(Map<String, String> row) {
      this.row = row;
      this.zone = ZoneId.of(text("zone"));
      parts("closed_days").forEach(day -> closed.add(LocalDate.parse(day)));
      parts("gale_days").forEach(day -> gale.add(LocalDate.parse(day)));
    }

    private String text(String column) {
      return row.getOrDefault(column, "");
    }

    private long number(String column) {
      return text(column).isEmpty() ? 0 : Long.parseLong(text(column));
    }

    private List<String> parts(String column) {
      return text(column).isEmpty()
          ? List.of()
          : List.of(text(column).split(";", -1)).stream().map(String::strip).toList();
    }

    private ZonedDateTime moment(String column) {
      return LocalDateTime.parse(text(column)).atZone(zone);
    }

    long owed() {
      boolean back = !text("kind").equals("not-back");
      ZonedDateTime due = moment("due_at");
      ZonedDateTime until = moment("effective_return_at");
      boolean recalled = text("recalled").equals("yes");
      ZonedDateTime lastDue = text("renewed_at").isEmpty() ? due : moment("renewed_due_at");
      LocalDate lost = lostOn(lastDue.toLocalDate(), until.toLocalDate());
      long loss = 0;
      boolean noFine = false;
      if (!lost.equals(LocalDate.MAX)) {
        long since = until.toLocalDate().toEpochDay() - lost.toEpochDay();
        boolean inTime = back && since <= number("lost_back_within");
        String taken = text("lost_back");
        if (!inTime) {
          loss =
              number("item_price_minor")
                  + percent(number("item_price_minor"), number("lost_percent"))
                  + number("lost_processing_minor");
        } else if (taken.equals("less-processing")) {
          loss = number("lost_processing_minor");
        }
        loss = rounded(loss * items());
        if (!inTime || !taken.equals("fine-instead")) {
          noFine = text("lost_with_fine").equals("no");
          until = lost.atTime(due.toLocalTime()).atZone(zone);
        }
      }
      if (!noFine) {
        if (!text("renewed_at").isEmpty()) {
          leg(due, moment("renewed_at"), text("renewal_fine").equals("forgiven"), recalled);
        }
        leg(lastDue, until, false, recalled);
      }
      return fine(recalled) + loss;
    }

    private String suspension() {
      if (text("suspend_days").isEmpty()) {
        return ",,";
      }
      if (text("kind").equals("not-back")) {
        return "0,,";
      }
      long each = number("suspend_days");
      long every = Math.max(1, number("suspend_every"));
      long days =
          switch (text("suspend_part")) {
            case "free" -> (late / every) * each;
            case "charged" -> ((late + every - 1) / every) * each;
            default -> (late * each) / every;
          };
      if (!text("suspend_max_days").isEmpty()) {
        days = Math.min(days, number("suspend_max_days"));
      }
      days = days * share() / 100;
      if (days == 0) {
        return "0,,";
      }
      String account = text("account");
      LocalDate from = moment("effective_return_at").toLocalDate();
      LocalDate before = borrowsAgain.getOrDefault(account, from);
      if (text("suspend_cumulative").equals("yes") && !account.isEmpty() && before.isAfter(from)) {
        from = before;
      }
      LocalDate to = from;
      for (long left = days; left > 0; ) {
        to = to.plusDays(1);
        left -= text("suspend_runs").equals("open-days") && shut(to) ? 0 : 1;
      }
      if (to.isAfter(before)) {
        borrowsAgain.put(account, to);
      }
      return days + "," + from + "," + to;
    }

    private long items() {
      return text("items").isEmpty() ? 1 : number("items");
    }

    private LocalDate lostOn(LocalDate due, LocalDate until) {
      if (text("lost_after").isEmpty()) {
        return LocalDate.MAX;
      }
      long counted = 0;
      LocalDate last = LocalDate.MAX;
      for (LocalDate day = due.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
        if (exists(day) && !suspended(day)) {
          counted++;
          if (counted == number("lost_after")) {
            last = day;
          }
        }
      }
      return counted > number("lost_after") ? last : LocalDate.MAX;
    }

    /// Limits come last, then an amnesty, small sums, and what others of account and visit paid.
    private long fine(boolean recalled) {
      boolean other = recalled && hasRecall();
      long rate = other ? number("recall_rate_minor") : number("rate_minor");
      String maximum = other ? text("recall_max_fine_minor") : text("max_fine_minor");
      long limit = maximum.isEmpty() ? Long.MAX_VALUE : Long.parseLong(maximum);
      if (!text("item_price_minor").isEmpty()) {
        if (text("cap_price").equals("yes")) {
          limit = Math.min(limit, number("item_price_minor"));
        }
        if (!other && !text("cap_percent").isEmpty()) {
          limit = Math.min(limit, percent(number("item_price_minor"), number("cap_percent")));
        }
      }
      long each;
      if (text("max_truncate").equals("no")) {
        long daily = 0;
        for (long charge = 0; charge < charges && daily < limit; charge++) {
          daily += rate;
        }
        each = Math.min(rounded(daily + loanFees), Math.max(rounded(daily), limit));
      } else {
        each = Math.min(rounded(charges * rate + loanFees), limit);
      }
      long percent = share();
      long alone = reduced(each, percent) * items();
      long whole = alone + letterFees.values().stream().mapToLong(Long::longValue).sum();
      if (whole < number("forgiven_below_minor")) {
        return 0;
      }
      String account = text("account");
      String visit = text("visit");
      long sum = alone;
      for (Map.Entry<String, Long> letter : letterFees.entrySet()) {
        // What costs nothing leaves no letter behind that others could share.
        boolean first = account.isEmpty() || letters.add(account + " " + letter.getKey());
        sum += first ? letter.getValue() : 0;
      }
      sum = within(sum, text("visit_max_minor"), visits.getOrDefault(visit, 0L));
      sum = within(sum, text("account_max_minor"), accounts.getOrDefault(account, 0L));
      if (!visit.isEmpty()) {
        visits.merge(visit, sum, Long::sum);
      }
      if (!account.isEmpty()) {
        accounts.merge(account, sum, Long::sum);
      }
      return sum;
    }

    private static long within(long sum, String most, long already) {
      return most.isEmpty() ? sum : Math.min(sum, Math.max(0, Long.parseLong(most) - already));
    }

    private boolean hasRecall() {
      return !text("recall_rate_minor").isEmpty();
    }

    private long share() {
      if (text("kind").equals("not-back")) {
        return 100;
      }
      LocalDate returned = moment("effective_return_at").toLocalDate();
      long share = 100;
      for (String one : parts("amnesty_windows")) {
        int space = one.lastIndexOf(' ');
        if (holds(one.substring(0, space), returned)) {
          share = Math.min(share, Long.parseLong(one.substring(space + 1)));
        }
      }
      return share;
    }

    private long reduced(long minor, long percent) {
      return percent == 100 ? minor : Math.min(minor, rounded(percent(minor, percent)));
    }

    private static long percent(long minor, long percent) {
      return new BigDecimal(minor * percent)
          .divide(new BigDecimal(100), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }

    private long rounded(long minor) {
      long to = Math.max(1, number("rounding_minor"));
      return (minor + to / 2) / to * to;
    }

    private static boolean holds(String window, LocalDate day) {
      String[] ends = window.strip().substring(1, window.strip().length() - 1).split(",", -1);
      return !day.isBefore(LocalDate.parse(ends[0]))
          && (ends[1].equals("open") || day.isBefore(LocalDate.parse(ends[1])));
    }

    private boolean suspended(LocalDate day) {
      return suspended.computeIfAbsent(
          day, one -> parts("suspension_windows").stream().anyMatch(window -> holds(window, one)));
    }

    private boolean shut(LocalDate day) {
      return closed.contains(day) || (gale.contains(day) && !text("count_gale").equals("yes"));
    }

    private boolean off(LocalDate day) {
      return !text("count_closed").equals("yes") && shut(day);
    }

    private boolean exists(LocalDate day) {
      return day.atTime(12, 0).atZone(zone).toLocalDate().equals(day);
    }

    private void leg(ZonedDateTime due, ZonedDateTime until, boolean forgiven, boolean recalled) {
      if (forgiven) {
        return;
      }
      steps(due.toLocalDate(), until.toLocalDate(), share());
      boolean other = recalled && hasRecall();
      long every = other ? length("recall_interval")[0] : number("charge_interval");
      long unit = other ? length("recall_interval")[1] : seconds(text("unit"));
      boolean inDays = unit >= 86_400;
      boolean grace = !text("grace").isEmpty() && (!other || text("recall_grace").equals("yes"));
      long[] graceLength = grace ? length("grace") : new long[] {0, 86_400};
      long graceSeconds = graceLength[0] * graceLength[1];
      switch (text("counts")) {
        case "dates" -> {
          if (inDays) {
            long days = 0;
            for (LocalDate day = due.toLocalDate().plusDays(1);
                !day.isAfter(until.toLocalDate());
                day = day.plusDays(1)) {
              days += exists(day) && !off(day) && !suspended(day) ? 1 : 0;
            }
            charge(
                days, graceSeconds / 86_400, number("free_days"), every * (unit / 86_400), grace);
          } else {
            charge(
                spent(due, until, false),
                graceSeconds,
                number("free_days") * 86_400,
                every * unit,
                grace);
          }
        }
        case "minutes" ->
            charge(
                spent(due, until, !text("count_closed").equals("yes")),
                graceSeconds,
                number("free_days") * 86_400,
                every * unit,
                grace);
        case "difference" -> difference(due, until, inDays, every * unit, graceSeconds, grace);
        case "bills" -> bills(due, until, every * unit, unit, inDays, graceLength, grace);
        default -> throw new IllegalArgumentException(text("counts"));
      }
    }

    /// Seconds on the instant line that lie on days that may count, of opening hours only.
    private long spent(ZonedDateTime due, ZonedDateTime until, boolean byHours) {
      long sum = 0;
      for (LocalDate day = due.toLocalDate();
          !day.isAfter(until.toLocalDate());
          day = day.plusDays(1)) {
        if (off(day) || suspended(day) || !exists(day)) {
          continue;
        }
        long begin = day.atStartOfDay(zone).toEpochSecond();
        long end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        if (byHours && !text("open_hours").isEmpty()) {
          String[] hours = text("open_hours").split("-", -1);
          begin = day.atTime(LocalTime.parse(hours[0])).atZone(zone).toEpochSecond();
          end = day.atTime(LocalTime.parse(hours[1])).atZone(zone).toEpochSecond();
        }
        sum +=
            Math.max(
                0, Math.min(end, until.toEpochSecond()) - Math.max(begin, due.toEpochSecond()));
      }
      return sum;
    }

    private void difference(
        ZonedDateTime due,
        ZonedDateTime until,
        boolean inDays,
        long interval,
        long graceSeconds,
        boolean grace) {
      if (!until.toInstant().isAfter(due.toInstant())) {
        return;
      }
      if (inDays) {
        long days = 0;
        long free = 0;
        for (LocalDate day = due.toLocalDate();
            !day.isAfter(until.toLocalDate());
            day = day.plusDays(1)) {
          boolean first = day.equals(due.toLocalDate());
          boolean walked =
              day.isBefore(until.toLocalDate()) || !until.toLocalTime().isBefore(due.toLocalTime());
          if (exists(day)) {
            days += first ? 0 : 1;
            free += walked && (off(day) || suspended(day)) ? 1 : 0;
          }
        }
        charge(
            Math.max(0, days - free),
            graceSeconds / 86_400,
            number("free_days"),
            interval / 86_400,
            grace);
        return;
      }
      long free = 0;
      for (LocalDate day = due.toLocalDate();
          !day.isAfter(until.toLocalDate());
          day = day.plusDays(1)) {
        free += off(day) || suspended(day) ? 1 : 0;
      }
      Duration passed =
          text("count_closed").equals("yes")
              ? Duration.between(due, until)
              : Duration.between(due.toLocalDateTime(), until.toLocalDateTime());
      long minutes = Math.floorDiv(passed.toSeconds(), 60L) - 24 * 60 * free;
      long hours = minutes / 60;
      boolean odd = Math.floorMod(passed.toSeconds(), 60L) > 0;
      charge(
          Math.max(0, hours == 0 && odd ? 1 : hours),
          graceSeconds / 3600,
          number("free_days") * 24,
          interval / 3600,
          grace);
    }

    private void bills(
        ZonedDateTime due,
        ZonedDateTime until,
        long interval,
        long unit,
        boolean inDays,
        long[] graceLength,
        boolean grace) {
      long seconds = until.toEpochSecond() - due.toEpochSecond();
      long written = 0;
      for (long bill = 1;
          text("charge_at").equals("end")
              ? bill * interval <= seconds
              : (bill - 1) * interval < seconds;
          bill++) {
        LocalDate end =
            inDays
                ? due.toLocalDate().plusDays(bill * interval / 86_400)
                : due.plusSeconds(bill * interval).toLocalDate();
        written += off(end) || suspended(end) ? 0 : 1;
      }
      if (grace && seconds < longerGrace(due.toLocalDate(), graceLength[0] * graceLength[1])) {
        return;
      }
      long left = written - number("free_days") * (inDays ? 1 : 86_400 / unit);
      if (grace && text("grace_rule").equals("deduct")) {
        left -= graceLength[0] * graceLength[1] / interval;
      }
      charges += Math.max(0, left);
    }

    private long longerGrace(LocalDate due, long seconds) {
      String extension = text("grace_extension");
      if (seconds < 86_400 || extension.isEmpty() || extension.equals("none")) {
        return seconds;
      }
      LocalDate end = due.plusDays(seconds / 86_400);
      if (extension.equals("open-days-only")) {
        end = due;
        for (long left = seconds / 86_400; left > 0; ) {
          end = end.plusDays(1);
          left -= closed.contains(end) || gale.contains(end) ? 0 : 1;
        }
      }
      while (extension.equals("if-end-closed") && (closed.contains(end) || gale.contains(end))) {
        end = end.plusDays(1);
      }
      LocalDate next = end.plusDays(1);
      while (text("grace_trailing").equals("yes")
          && (closed.contains(next) || gale.contains(next))) {
        end = next;
        next = end.plusDays(1);
      }
      return seconds + (end.toEpochDay() - due.toEpochDay() - seconds / 86_400) * 86_400;
    }

    private void charge(long counted, long graceLength, long free, long each, boolean grace) {
      if (counted == 0 || counted <= graceLength) {
        return;
      }
      long left = counted - free;
      if (grace && text("grace_rule").equals("deduct")) {
        left -= graceLength;
      }
      if (left > 0) {
        late += left;
        charges += left / each + (text("charge_at").equals("end") || left % each == 0 ? 0 : 1);
      }
    }

    private void steps(LocalDate due, LocalDate until, long percent) {
      List<Step> steps =
          text("stages").equals("none")
              ? List.of()
              : parts("stages").stream().map(Step::of).toList();
      int next = 0;
      long open = 0;
      long all = 0;
      long fees = 0;
      Map<String, Long> fee = new HashMap<>();
      Map<String, Long> postage = new HashMap<>();
      for (LocalDate day = due.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
        if (!exists(day) || suspended(day)) {
          continue;
        }
        all++;
        open += shut(day) ? 0 : 1;
        while (next < steps.size()
            && (steps.get(next).open() ? open : all) >= steps.get(next).days()) {
          Step step = steps.get(next);
          next++;
          String letter = next + " " + day;
          if (step.replacing()) {
            fees = 0;
            fee.clear();
          }
          fees += step.letter() ? 0 : step.fee();
          if (step.letter()) {
            fee.put(letter, reduced(step.fee(), percent));
          }
          postage.put(letter, reduced(step.postage(), percent));
        }
      }
      loanFees += fees;
      fee.forEach((letter, minor) -> letterFees.merge(letter, minor, Long::sum));
      postage.forEach((letter, minor) -> letterFees.merge(letter, minor, Long::sum));
      letterFees.values().removeIf(minor -> minor == 0);
    }

    /// A number and the seconds of its unit.
    private long[] length(String column) {
      String[] parts = text(column).split(" ", -1);
      return new long[] {Long.parseLong(parts[0]), seconds(parts[1])};
    }

    private static long seconds(String unit) {
      return switch (unit.replaceFirst("s$", "")) {
        case "minute" -> 60;
        case "hour" -> 3600;
        case "day" -> 86_400;
        case "week" -> 7 * 86_400;
        case "month" -> 31 * 86_400;
        case "year" -> 365 * 86_400;
        default -> throw new IllegalArgumentException(unit);
      };
    }
  }
}
