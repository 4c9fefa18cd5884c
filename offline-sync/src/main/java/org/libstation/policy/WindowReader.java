package org.libstation.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.circulation.Money;
import org.libstation.fines.AccountLimits;
import org.libstation.policy.Window.Effects;
import org.libstation.policy.Window.WindowRuling;

/// Reads windows and patron classes.
final class WindowReader {
  private static final int MOST = 9999;

  private WindowReader() {}

  static List<Window> windows(Section all) {
    List<Window> windows = new ArrayList<>();
    all.named("windows").forEach((id, section) -> windows.add(window(id, section)));
    return windows;
  }

  private static Window window(String id, Section section) {
    LocalDate from = from(section);
    return new Window(
        id,
        PlaceReader.announcedAt(section),
        from,
        to(section, from),
        section.namesOrAll("places"),
        section.namesOrAll("classes"),
        section.optional("supersedes", "the name of a window", PolicyValues::text),
        effects(section.partOrNothing("effects")),
        section.origin());
  }

  static LocalDate from(Section section) {
    return section.needed("from", PolicyValues.A_DATE, PolicyValues::date, LocalDate.EPOCH);
  }

  static Optional<LocalDate> to(Section section, LocalDate from) {
    Optional<LocalDate> to =
        section
            .needed(
                "to",
                PolicyValues.A_DATE + " (the first day after it), or open",
                PolicyValues::dateOrOpen,
                new Choice<>(Optional.empty()))
            .value();
    if (to.isPresent() && to.get().isBefore(from)) {
      section.fault("to", "it ends " + to.get() + ", before it begins " + from);
    }
    return to;
  }

  private static Effects effects(Section section) {
    return new Effects(
        say(section, "fines"),
        say(section, "notices"),
        say(section, "blocks"),
        section
            .optional(
                "percentOfFine",
                "a number from 0 to 100",
                text -> PolicyValues.number(text, 0, Effects.ALL_OF_IT))
            .orElse(Effects.ALL_OF_IT),
        number(section, "renewalsMore").orElse(0),
        number(section, "pickUpDaysMore").orElse(0));
  }

  private static WindowRuling say(Section section, String key) {
    return section
        .optional(
            key,
            "stopped or running",
            text ->
                PolicyValues.name(WindowRuling.class, text)
                    .filter(say -> say != WindowRuling.NOTHING))
        .orElse(WindowRuling.NOTHING);
  }

  private static Optional<Integer> number(Section section, String key) {
    return section.optional(
        key, ClassReader.numberTo(MOST), text -> PolicyValues.number(text, 0, MOST));
  }

  static Map<String, PatronClass> patrons(Section all, Currency currency) {
    Map<String, PatronClass> patrons = new LinkedHashMap<>();
    all.named("patrons")
        .forEach((id, section) -> patrons.put(id, patronClass(id, section, currency)));
    return patrons;
  }

  private static PatronClass patronClass(String id, Section section, Currency currency) {
    return new PatronClass(
        id,
        limit(section, "loans"),
        limit(section, "holds"),
        limit(section, "overdueDays"),
        new AccountLimits(
            money(section, "blockAbove", currency),
            money(section, "owedAtMost", currency),
            section.has("visitAtMost")
                ? money(section, "visitAtMost", currency)
                : Optional.empty()),
        Set.copyOf(section.list("central", "words of the central system", PolicyValues::text)),
        section.list(
            "cards",
            "patterns of card numbers like 2900* or S#######, none that fits all",
            CardPattern::of),
        section.origin());
  }

  private static OptionalInt limit(Section section, String key) {
    return section
        .needed(
            key,
            ClassReader.numberTo(MOST) + ", or none",
            text ->
                text.equals("none")
                    ? Optional.of(new Choice<Integer>(Optional.empty()))
                    : PolicyValues.number(text, 0, MOST)
                        .map(number -> new Choice<>(Optional.of(number))),
            new Choice<>(Optional.<Integer>empty()))
        .value()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static Optional<Money> money(Section section, String key, Currency currency) {
    return section
        .needed(
            key,
            "an amount like 100.00, or none",
            text -> PolicyValues.moneyOrNone(text, currency),
            new Choice<>(Optional.<Money>empty()))
        .value();
  }
}
