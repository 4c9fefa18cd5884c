package org.libstation.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.libstation.circulation.Money;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.CountingRule;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.Grace;
import org.libstation.fines.Interval;
import org.libstation.fines.LostItemFee;
import org.libstation.fines.Maximum;
import org.libstation.fines.ReaderFine;
import org.libstation.fines.Recall;
import org.libstation.fines.Stage;
import org.libstation.policy.Window.Effects;
import org.libstation.policy.Window.WindowRuling;

/// Describes the rules in force at a moment as lines for librarians.
public final class PolicyWords {
  private static final int DAYS_AHEAD = 60;

  private PolicyWords() {}

  /// All rules of a place, one a line.
  ///
  /// @param placeId of one of the bundle's places
  public static List<String> of(PolicyBundle bundle, Instant moment, String placeId) {
    PlaceRules rules = bundle.at(moment, placeId);
    LocalDate today = moment.atZone(rules.zone()).toLocalDate();
    List<String> lines = new ArrayList<>();
    lines.add("policy " + rules.version() + " of " + bundle.site());
    lines.add(
        "as known " + at(moment, bundle.zone()) + " " + bundle.zone() + announced(bundle, moment));
    lines.add(
        "place %s: %s, %s; calendar %s"
            .formatted(
                rules.place().id(),
                rules.place().names().get("en"),
                word(rules.place().kind()),
                rules.calendar().version()));
    lines.add("closed in the next " + DAYS_AHEAD + " days: " + closed(rules, today));
    rules.classes().values().stream()
        .sorted(Comparator.comparing(LendingClass::name))
        .forEach(
            lendingClass -> {
              lines.add(told(rules, lendingClass, today));
              lendingClass.readers().stream()
                  .filter(other -> other.isOf(rules.place().id()))
                  .forEach(other -> lines.add(told(lendingClass.name(), other)));
              elsewhere(lines, rules.place().id(), lendingClass);
            });
    rules.patrons().values().stream()
        .sorted(Comparator.comparing(PatronClass::id))
        .forEach(patrons -> lines.add(told(patrons)));
    rules.windows().forEach(window -> lines.add(told(window)));
    rules.notices().stream()
        .filter(notice -> notice.shownOn(today))
        .forEach(notice -> lines.add("notice " + notice.id() + ": " + notice.words().get("en")));
    rules.activities().stream()
        .filter(activity -> activity.isComing(moment.atZone(rules.zone()).toLocalDateTime()))
        .sorted(Comparator.comparing(Activity::date).thenComparing(Activity::begins))
        .forEach(activity -> lines.add(told(activity)));
    lines.add(
        "without the link: %s, %d items a card, loans of class %s"
            .formatted(
                word(bundle.offline().mode()),
                bundle.offline().itemsPerCard(),
                bundle.offline().loanClass()));
    return lines;
  }

  /// What is not confirmed yet, one a line.
  public static List<String> toBeConfirmed(PolicyBundle bundle) {
    List<String> lines = new ArrayList<>();
    bundle.places().forEach((id, place) -> note(lines, "places." + id, place.origin()));
    bundle
        .calendars()
        .forEach(
            (id, calendar) -> {
              note(lines, "calendars." + id, calendar.origin());
              calendar
                  .changes()
                  .forEach(
                      change ->
                          note(
                              lines,
                              "calendars." + id + ".changes[" + change.number() + "]",
                              change.origin()));
            });
    bundle
        .classes()
        .forEach(
            (name, rules) -> {
              for (int i = 0; i < rules.size(); i++) {
                note(lines, "classes." + name + "[" + (i + 1) + "]", rules.get(i).origin());
              }
            });
    bundle.patrons().forEach((id, patrons) -> note(lines, "patrons." + id, patrons.origin()));
    bundle.windows().forEach(window -> note(lines, "windows." + window.id(), window.origin()));
    bundle.notices().forEach(notice -> note(lines, "notices." + notice.id(), notice.origin()));
    bundle
        .activities()
        .forEach(activity -> note(lines, "activities." + activity.id(), activity.origin()));
    return lines.stream().sorted().toList();
  }

  /// Rules that are valid but probably not intended, one a line:
  ///
  /// * reminder fees above the maximum for one item, which no patron ever owes;
  /// * a refund for lost items if no item ever counts as lost by time;
  /// * postage for a letter beside a fee per loan.
  public static List<String> worthALook(PolicyBundle bundle) {
    List<String> lines = new ArrayList<>();
    bundle
        .classes()
        .forEach(
            (name, rules) -> {
              for (int i = 0; i < rules.size(); i++) {
                FinePolicy fines = rules.get(i).lendingClass().fines();
                Money fees = reminders(fines);
                String rule = "classes." + name + "[" + (i + 1) + "]";
                if (fines.stages().stream().anyMatch(Stage::hasPostageAlone)) {
                  lines.add(
                      rule
                          + ": postage with per: loan: the fee is for each item, the postage for"
                          + " one letter of the account");
                }
                LostItemFee lost = rules.get(i).lendingClass().lost();
                if (!lost.back().equals(LostItemFee.LostItemRefund.NEVER)
                    && lost.after().isEmpty()) {
                  lines.add(rule + ": lost.back without lost.after: nothing is ever lost by time");
                }
                fines
                    .maximum()
                    .amount()
                    .filter(most -> fees.minor() > most.minor())
                    .ifPresent(
                        most ->
                            lines.add(
                                rule
                                    + ": its reminders come to "
                                    + fees.decimal()
                                    + " for one item, its maximum is "
                                    + most.decimal()
                                    + ": no reader ever owes more than that"));
              }
            });
    return lines.stream().sorted().toList();
  }

  /// Returns what one item owes for reminders once it has reached the last stage, without fees of
  /// letters. A stage that replaces the earlier ones cancels their fees.
  private static Money reminders(FinePolicy fines) {
    long sum = 0;
    for (Stage stage : fines.stages()) {
      sum = (stage.replaces() ? 0 : sum) + (stage.letter() ? 0 : stage.fee().minor());
    }
    return new Money(sum, fines.rate().currency());
  }

  private static void note(List<String> lines, String rule, Origin origin) {
    origin.toBeConfirmed().ifPresent(what -> lines.add(rule + ": " + what));
  }

  private static String announced(PolicyBundle bundle, Instant moment) {
    Instant last = bundle.announcements().floor(moment);
    Instant next = bundle.announcements().higher(moment);
    return (last == null ? "" : "; last announced " + at(last, bundle.zone()))
        + (next == null ? "" : ", next " + at(next, bundle.zone()));
  }

  private static String at(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String closed(PlaceRules rules, LocalDate today) {
    String days =
        today
            .datesUntil(today.plusDays(DAYS_AHEAD))
            .flatMap(
                day ->
                    rules.calendar().closedOn(day).stream()
                        .map(reason -> day + " (" + word(reason) + ")"))
            .collect(Collectors.joining(", "));
    return days.isEmpty() ? "never" : days;
  }

  private static String told(PlaceRules rules, LendingClass lendingClass, LocalDate today) {
    return "class %s: %s, %s, %d renewals; %s"
        .formatted(
            lendingClass.name(),
            length(new Interval(lendingClass.period().length(), lendingClass.period().unit())),
            word(lendingClass.period().roll()),
            rules.renewals(lendingClass, today),
            told(lendingClass.fines()) + told(lendingClass.lost()));
  }

  private static void elsewhere(List<String> lines, String place, LendingClass lendingClass) {
    lendingClass.readers().stream()
        .filter(other -> !other.isOf(place))
        .flatMap(other -> other.places().stream())
        .distinct()
        .sorted()
        .forEach(
            other ->
                lines.add(
                    "class %s, lent by %s: other fines (--place %s)"
                        .formatted(lendingClass.name(), other, other)));
  }

  private static String told(String lendingClass, ReaderFine other) {
    return "class %s, %s%s%s: %s"
        .formatted(
            lendingClass,
            other.patrons().isEmpty() ? "all patrons" : "patrons " + sorted(other.patrons()),
            other.places().isEmpty() ? "" : ", lent by " + sorted(other.places()),
            other.media().isEmpty() ? "" : ", media " + sorted(other.media()),
            told(other.fines()));
  }

  private static String told(FinePolicy fines) {
    if (fines.isFree()) {
      return "no fines";
    }
    CountingRule counting = fines.counting();
    List<String> words = new ArrayList<>();
    words.add(
        fines.rate().isZero()
            ? "nothing by the day"
            : "%s each %s".formatted(fines.rate(), length(counting.interval())));
    words.add(
        "counted by %s at the %s".formatted(word(counting.line()), word(counting.chargeAt())));
    grace(words, counting.grace());
    if (counting.freeDays() > 0) {
      words.add(counting.freeDays() + " days taken off");
    }
    if (counting.closedCounts()) {
      words.add("closed days charged");
    }
    if (!counting.galeFree() && !counting.closedCounts()) {
      words.add("gale days charged");
    }
    if (counting.onRenewal() == OnRenewal.FORGIVEN) {
      words.add("forgiven by a renewal");
    }
    most(words, fines.maximum());
    if (fines.roundTo() > 1) {
      words.add("in multiples of " + new Money(fines.roundTo(), fines.rate().currency()));
    }
    if (fines.forgivenBelow() > 0) {
      Money below = new Money(fines.forgivenBelow(), fines.rate().currency());
      words.add("less than " + below + " let off");
    }
    return String.join(", ", words)
        + stages(fines.stages())
        + fines.suspension().map(PolicyWords::told).orElse("")
        + fines.recall().map(PolicyWords::told).orElse("");
  }

  private static void grace(List<String> words, Grace grace) {
    if (grace.length() == 0) {
      return;
    }
    String extended =
        switch (grace.extension()) {
          case NONE -> "";
          case IF_END_CLOSED -> ", to the next open day";
          case OPEN_DAYS_ONLY -> ", of open days";
        };
    words.add(
        "%s of grace%s (%s)"
            .formatted(
                length(new Interval(grace.length(), grace.unit())),
                extended,
                switch (grace.mode()) {
                  case CLIFF -> "after it all is charged";
                  case DEDUCT -> "taken off";
                }));
  }

  private static void most(List<String> words, Maximum maximum) {
    maximum.amount().ifPresent(money -> words.add("at most " + money));
    maximum
        .percentOfPrice()
        .ifPresent(percent -> words.add("at most %d %% of the price".formatted(percent)));
    if (maximum.itemPrice()) {
      words.add("at most the item’s price");
    }
    if (!maximum.truncate() && maximum.amount().isPresent()) {
      words.add("the last charge may go over it");
    }
  }

  private static String stages(List<Stage> stages) {
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      told.append(
          "; stage %d after %s%s%s: %s a %s%s%s%s"
              .formatted(
                  i + 1,
                  length(stage.after()),
                  stage.partWeek() ? " (begun)" : "",
                  stage.openDays() ? " of open days" : "",
                  stage.fee(),
                  stage.letter() ? "letter" : "loan",
                  stage.replaces() ? ", instead of those before" : "",
                  stage.postage().isZero() ? "" : ", postage " + stage.postage(),
                  stage.blocks() ? ", borrowing stops" : ""));
    }
    return told.toString();
  }

  private static String told(LostItemFee lost) {
    List<String> words = new ArrayList<>();
    words.add(
        (lost.after().isPresent()
                ? "lost after %d days: the price".formatted(lost.after().getAsInt())
                : "reported lost: the price")
            + (lost.percentOnTop() == 0 ? "" : " and %d %%".formatted(lost.percentOnTop())));
    lost.processing().ifPresent(fee -> words.add("handling " + fee));
    if (lost.withOverdue()) {
      words.add("and the fine");
    }
    if (lost.back().withinDays() > 0) {
      words.add(
          "back within %d days: %s".formatted(lost.back().withinDays(), word(lost.back().taken())));
    }
    return "; " + String.join(", ", words);
  }

  /// Describes how long borrowing is suspended, as the end of a class's line.
  public static String told(BorrowingSuspension rule) {
    return "; borrowing suspended %d days for each %s%s%s, on %s, %s"
        .formatted(
            rule.days(),
            rule.every() == 1 ? "day that counts" : rule.every() + " days that count",
            rule.every() == 1
                ? ""
                : switch (rule.partPeriod()) {
                  case PRO_RATA -> " (in proportion)";
                  case FREE -> " (that are over)";
                  case CHARGED -> " (that have begun)";
                },
            rule.maximum().isPresent()
                ? ", at most %d days".formatted(rule.maximum().getAsInt())
                : "",
            switch (rule.runs()) {
              case CALENDAR -> "days of the calendar";
              case OPEN_DAYS -> "open days";
            },
            rule.cumulative() ? "added to others" : "beside others");
  }

  private static String told(Recall recall) {
    return "; recalled %s each %s%s%s"
        .formatted(
            recall.rate(),
            length(recall.interval()),
            recall.maximum().map(money -> ", at most " + money).orElse(""),
            recall.grace() ? ", after the usual grace" : ", without grace");
  }

  private static String told(PatronClass patrons) {
    List<String> blocked = new ArrayList<>();
    patrons.overdueDays().ifPresent(days -> blocked.add("after %d days overdue".formatted(days)));
    patrons.limits().blockAbove().ifPresent(sum -> blocked.add("above " + sum));
    return "patrons %s: loans %s, holds %s, %s%s%s%s%s"
        .formatted(
            patrons.id(),
            figure(patrons.loans()),
            figure(patrons.holds()),
            blocked.isEmpty() ? "never blocked" : "blocked " + String.join(" or ", blocked),
            patrons.limits().maximumOwed().map(most -> ", owed at most " + most).orElse(""),
            patrons.limits().maximumPerVisit().map(most -> ", a visit " + most).orElse(""),
            patrons.central().isEmpty()
                ? ""
                : "; the central system says " + sorted(patrons.central()),
            patrons.cards().isEmpty()
                ? ""
                : "; cards "
                    + patrons.cards().stream()
                        .map(CardPattern::text)
                        .collect(Collectors.joining(", ")));
  }

  private static String told(Window window) {
    return "window %s: %s to %s, %s, %s: %s"
        .formatted(
            window.id(),
            window.from(),
            window.to().map(LocalDate::toString).orElse("open"),
            window.places().isEmpty() ? "all places" : sorted(window.places()),
            window.classes().isEmpty() ? "all classes" : sorted(window.classes()),
            told(window.effects()));
  }

  private static String told(Activity activity) {
    return "activity %s: %s%s %s, %s (%s)"
        .formatted(
            activity.id(),
            activity.date(),
            activity.lastDate().map(last -> " to " + last).orElse(""),
            activity.begins(),
            activity.title().get("en"),
            activity.type().get("en"));
  }

  private static String told(Effects effects) {
    List<String> words = new ArrayList<>();
    say(words, "fines", effects.fines());
    say(words, "notices", effects.notices());
    say(words, "blocks", effects.blocks());
    if (effects.isAmnesty()) {
      words.add("a return costs %d %% of its fine".formatted(effects.percentOfFine()));
    }
    if (effects.renewalsMore() > 0) {
      words.add(effects.renewalsMore() + " renewals more");
    }
    if (effects.pickUpDaysMore() > 0) {
      words.add(effects.pickUpDaysMore() + " days more to pick up");
    }
    return words.isEmpty() ? "no effects" : String.join(", ", words);
  }

  private static void say(List<String> words, String thing, WindowRuling say) {
    if (say != WindowRuling.NOTHING) {
      words.add(thing + " " + word(say));
    }
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String length(Interval interval) {
    return interval.every() + " " + word(interval.unit()) + (interval.every() == 1 ? "" : "s");
  }

  private static String figure(OptionalInt figure) {
    return figure.isPresent() ? Integer.toString(figure.getAsInt()) : "no limit";
  }

  private static <E extends Enum<E>> String word(E constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
