package org.libstation.screen.receipt;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.Money;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptContent.ContentLine;
import org.libstation.language.FineWords;
import org.libstation.screen.kit.picture.QrCode;
import org.libstation.screen.kit.words.Voice;

/// A receipt for a phone: plain text in a QR code. It has no name and no card number, and titles
/// only on request. Items stand under their date. If the text does not fit, it is shortened step by
/// step, and the receipt says what was left out.
///
/// @param length how much of it remains
public record PhoneReceipt(QrCode code, Length length) {
  private static final int SHORT_TITLE = 14;
  private static final int LONGEST_HEAD = 60;

  /// How much the receipt contains, the longest first.
  public enum Length {
    /// Everything that was asked for.
    WHOLE,
    /// Long titles are cut and end with ….
    TITLES_CUT,
    /// The last digits of the barcodes instead of titles.
    NUMBERS,
    /// The number of items for each date.
    COUNTS,
    /// The number of all items, and the first date.
    SUMS
  }

  /// An item of a group.
  private record PhoneReceiptItem(
      String lastFour, Optional<String> title, Optional<FineExplained> fine) {}

  /// Items that share their date and their marks.
  private record PhoneReceiptGroup(
      String head, LocalDateTime order, List<PhoneReceiptItem> items) {}

  /// Creates the longest receipt that fits. Empty if even the sums do not fit, because the names of
  /// library and station fill the code.
  ///
  /// @param titles whether titles were asked for
  /// @param quote the number by which staff find the visit
  static Optional<PhoneReceipt> of(
      ReceiptContent content, boolean titles, OptionalLong quote, Voice voice) {
    Composing composing = new Composing(content, quote, voice);
    for (Length length : Length.values()) {
      if (titles || length != Length.TITLES_CUT) {
        String text = composing.text(length, titles);
        Optional<QrCode> code = QrCode.of(text);
        if (code.isPresent()) {
          return Optional.of(new PhoneReceipt(code.get(), length));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a line is about a payment, certain or in doubt.
  static boolean ofMoney(ContentLine line) {
    return line instanceof ContentLine.PaidLine || line instanceof ContentLine.InDoubt;
  }

  /// Returns the receipt for reading aloud, line by line and unshortened.
  static List<String> aloud(ReceiptContent content, boolean titles, Voice voice) {
    Composing composing = new Composing(content, OptionalLong.empty(), voice);
    return composing.text(titles ? Length.WHOLE : Length.NUMBERS, titles).lines().toList();
  }

  /// Composes the text of a receipt.
  private record Composing(ReceiptContent content, OptionalLong quote, Voice voice) {

    String text(Length length, boolean titles) {
      List<String> lines = new ArrayList<>();
      banner().ifPresent(lines::add);
      lines.add(voice.library());
      lines.add(voice.station());
      lines.add(moment(content.at(), true));
      section(lines, ContentLine.LentLine.class, "phone.lent", length);
      section(lines, ContentLine.RenewedLine.class, "phone.renewed", length);
      section(lines, ContentLine.RenewalAsked.class, "phone.asked", length);
      section(lines, ContentLine.ReturnedLine.class, "phone.returned", length);
      for (ContentLine line : content.lines()) {
        if (line instanceof ContentLine.PaidLine paid) {
          lines.add("");
          lines.add(paid(paid));
        } else if (line instanceof ContentLine.InDoubt doubt) {
          lines.add("");
          lines.add(doubted(doubt));
        }
      }
      lines.add("");
      // A visit with only payments has no item numbers.
      if (content.lines().stream().anyMatch(line -> !ofMoney(line))) {
        lines.add(note(length, titles));
      }
      if (content.silent()) {
        lines.add(voice.say("phone.silent"));
      }
      quote.ifPresent(number -> lines.add(voice.say("phone.quote", number)));
      return String.join("\n", lines).stripTrailing();
    }

    private Optional<String> banner() {
      return switch (content.banner()) {
        case NONE -> Optional.empty();
        case DEMO -> Optional.of(voice.say("slip.demo"));
        case TRAINING -> Optional.of(voice.say("slip.training"));
      };
    }

    /// Says what the numbers mean, or what is left out.
    private String note(Length length, boolean titles) {
      return switch (length) {
        case WHOLE, TITLES_CUT -> voice.say("phone.numbers");
        case NUMBERS -> voice.say(titles ? "phone.short.titles" : "phone.numbers");
        case COUNTS, SUMS -> voice.say("phone.short.numbers");
      };
    }

    private <T extends ContentLine> void section(
        List<String> lines, Class<T> kind, String key, Length length) {
      List<T> there = content.lines().stream().filter(kind::isInstance).map(kind::cast).toList();
      if (there.isEmpty()) {
        return;
      }
      lines.add("");
      lines.add(voice.count(key, there.size()));
      List<PhoneReceiptGroup> groups = groups(there);
      switch (length) {
        case WHOLE -> groups.forEach(group -> listed(lines, group, Integer.MAX_VALUE));
        case TITLES_CUT -> groups.forEach(group -> listed(lines, group, SHORT_TITLE));
        case NUMBERS -> groups.forEach(group -> listed(lines, group, 0));
        case COUNTS -> {
          for (PhoneReceiptGroup group : groups) {
            lines.add(voice.count("phone.group", group.items().size(), group.head()));
          }
          fines(lines, there);
        }
        case SUMS -> {
          lines.add(voice.say("phone.first", cut(groups.getFirst().head(), LONGEST_HEAD)));
          fines(lines, there);
        }
      }
    }

    private List<PhoneReceiptGroup> groups(List<? extends ContentLine> lines) {
      Map<String, PhoneReceiptGroup> groups = new LinkedHashMap<>();
      for (ContentLine line : lines) {
        PhoneReceiptGroup one = alone(line);
        groups.merge(
            one.head(),
            one,
            (old, more) -> {
              List<PhoneReceiptItem> items = new ArrayList<>(old.items());
              items.addAll(more.items());
              return new PhoneReceiptGroup(old.head(), old.order(), items);
            });
      }
      return groups.values().stream()
          .sorted(Comparator.comparing(PhoneReceiptGroup::order))
          .toList();
    }

    private PhoneReceiptGroup alone(ContentLine line) {
      return switch (line) {
        case ContentLine.LentLine lent ->
            group(
                voice.say("phone.due", day(lent.due()))
                    + (lent.confirmed() ? "" : mark("phone.unconfirmed")),
                lent.due(),
                new PhoneReceiptItem(lent.lastFour(), lent.title(), Optional.empty()));
        case ContentLine.RenewedLine renewed ->
            group(
                voice.say("phone.newdue", day(renewed.due())),
                renewed.due(),
                new PhoneReceiptItem(renewed.lastFour(), renewed.title(), Optional.empty()));
        case ContentLine.RenewalAsked asked ->
            new PhoneReceiptGroup(
                asked
                    .due()
                    .map(due -> voice.say("phone.until", moment(asked.at(), false), day(due)))
                    .orElseGet(() -> voice.say("phone.stays", moment(asked.at(), false))),
                asked.at().toLocalDateTime(),
                List.of(new PhoneReceiptItem(asked.lastFour(), asked.title(), Optional.empty())));
        case ContentLine.PaidLine paid ->
            new PhoneReceiptGroup(paid(paid), paid.at().toLocalDateTime(), List.of());
        case ContentLine.InDoubt doubt ->
            new PhoneReceiptGroup(doubted(doubt), doubt.at().toLocalDateTime(), List.of());
        case ContentLine.ReturnedLine returned ->
            new PhoneReceiptGroup(
                voice.say("phone.counts", moment(returned.at(), false)) + marks(returned),
                returned.at().toLocalDateTime(),
                List.of(
                    new PhoneReceiptItem(returned.lastFour(), returned.title(), returned.fine())));
      };
    }

    private String paid(ContentLine.PaidLine paid) {
      return voice.say("phone.paid", voice.words().money(paid.sum()), paid.reference())
          + (paid.others() ? mark("phone.others") : "")
          + (paid.booked() ? "" : mark("phone.paid.unconfirmed"));
    }

    private String doubted(ContentLine.InDoubt doubt) {
      String asked = voice.words().money(doubt.asked());
      return doubt
              .reference()
              .map(number -> voice.say("phone.doubt", asked, number, doubt.code()))
              .orElseGet(() -> voice.say("phone.doubt.bare", asked, doubt.code()))
          + (doubt.others() ? mark("phone.others") : "");
    }

    private PhoneReceiptGroup group(String head, DueDate due, PhoneReceiptItem item) {
      return new PhoneReceiptGroup(head, due.at().orElse(LocalDateTime.MAX), List.of(item));
    }

    private String marks(ContentLine.ReturnedLine returned) {
      String fine = returned.fine().isEmpty() && returned.fineMayRun() ? mark("phone.finemay") : "";
      if (returned.withStaff()) {
        return fine + mark("phone.staff");
      }
      return returned.told() ? fine : fine + mark("phone.unconfirmed");
    }

    private String mark(String key) {
      return voice.say("phone.mark", voice.say(key));
    }

    /// @param most longest title in characters; 0 = numbers only
    private void listed(List<String> lines, PhoneReceiptGroup group, int most) {
      lines.add(group.head());
      List<String> bare = new ArrayList<>();
      for (PhoneReceiptItem item : group.items()) {
        Optional<String> title = item.title().filter(_ -> most > 0).map(text -> cut(text, most));
        if (title.isEmpty() && item.fine().isEmpty()) {
          bare.add(item.lastFour());
        } else {
          String named = title.map(text -> item.lastFour() + " " + text).orElse(item.lastFour());
          lines.add(item.fine().map(fine -> named + mark(fine)).orElse(named));
        }
      }
      bare.removeIf(String::isBlank);
      if (!bare.isEmpty()) {
        lines.add(String.join(" ", bare));
      }
    }

    private String mark(FineExplained fine) {
      String sum = isInDays(fine) ? "" : voice.say("phone.mark", said(kind(fine), fine.sum()));
      return fine instanceof FineExplained.ByDays days
          ? sum + suspension(days).map(told -> voice.say("phone.mark", told)).orElse("")
          : sum;
    }

    private static boolean isInDays(FineExplained fine) {
      return fine instanceof FineExplained.ByDays days && days.isInDays();
    }

    private Optional<String> suspension(FineExplained.ByDays fine) {
      return fine.suspends()
          .map(
              one ->
                  voice.say(
                      "phone.suspension",
                      new FineWords(voice.words()).length(fine),
                      voice.words().stampDate(one.to())));
    }

    private static String kind(FineExplained fine) {
      return fine.isAtMost() ? "phone.most" : fine.isEstimate() ? "phone.estimate" : "phone.fine";
    }

    private String said(String kind, Money sum) {
      return voice.say(kind, voice.words().money(sum));
    }

    /// Adds the sums of all fines; estimates are separate from the library's own figures.
    private void fines(List<String> lines, List<? extends ContentLine> all) {
      for (String kind : List.of("phone.fine", "phone.estimate", "phone.most")) {
        Map<Currency, Money> sums = new LinkedHashMap<>();
        all.stream()
            .filter(ContentLine.ReturnedLine.class::isInstance)
            .flatMap(line -> ((ContentLine.ReturnedLine) line).fine().stream())
            .filter(fine -> kind(fine).equals(kind))
            .filter(fine -> !isInDays(fine))
            .map(FineExplained::sum)
            .forEach(sum -> sums.merge(sum.currency(), sum, Money::plus));
        sums.values().forEach(sum -> lines.add(said(kind, sum)));
      }
      // Only the longest suspension: the library decides how several add up.
      all.stream()
          .filter(ContentLine.ReturnedLine.class::isInstance)
          .flatMap(line -> ((ContentLine.ReturnedLine) line).fine().stream())
          .filter(FineExplained.ByDays.class::isInstance)
          .map(FineExplained.ByDays.class::cast)
          .filter(fine -> fine.suspends().isPresent())
          .max(Comparator.comparing(fine -> fine.suspends().orElseThrow().to()))
          .flatMap(this::suspension)
          .ifPresent(lines::add);
    }

    private static String cut(String text, int most) {
      return text.codePointCount(0, text.length()) <= most
          ? text
          : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private String day(DueDate due) {
      return due.day().map(voice.words()::date).orElse(due.verbatim());
    }

    private String moment(OffsetDateTime at, boolean year) {
      String day =
          year
              ? voice.words().fullDate(at.toLocalDate())
              : voice.words().stampDate(at.toLocalDate());
      return voice.say("paper.moment", day, voice.words().time(at.toLocalTime()));
    }
  }
}
