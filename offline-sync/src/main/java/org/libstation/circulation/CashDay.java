package org.libstation.circulation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The payments of one day at a station by its journal, beside the terminal's own totals. It
/// contains no card, person or item; a payment is identified by its reference and the terminal's
/// numbers.
///
/// @param lines in the order of the journal
/// @param end what the terminal said when its day was ended; empty if it was not ended
public record CashDay(LocalDate day, List<CashLine> lines, Optional<TerminalDay> end) {
  public CashDay {
    lines = List.copyOf(lines);
  }

  /// What became of a payment.
  public enum PaymentKind {
    /// Everything owed at that time was paid, and the library booked it.
    PAID,
    /// A part of the sum owed was paid, and the library booked it.
    PART,
    /// The terminal took the money. The library has not booked it, or it is not known whether it
    /// did.
    NOT_BOOKED,
    /// The terminal took the money and gave it back.
    GIVEN_BACK,
    /// The terminal took the money and the library does not book it. It is not known whether the
    /// terminal gave it back.
    GIVING_BACK_IN_DOUBT,
    /// It is not known whether the terminal took the money.
    TERMINAL_IN_DOUBT,
    /// The terminal took a sum other than the one it was asked for.
    OTHER_SUM;

    /// Whether the terminal has the money.
    public boolean held() {
      return this != GIVEN_BACK && this != TERMINAL_IN_DOUBT;
    }

    /// Whether staff must find out what became of the payment.
    public boolean open() {
      return this != PAID && this != PART && this != GIVEN_BACK;
    }

    /// The kind's name in lower case, with spaces.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// One payment of the day.
  ///
  /// @param entry number of its journal entry
  /// @param amount for [PaymentKind#OTHER_SUM], the sum taken, in the currency in which it was
  ///   taken
  /// @param receipt the terminal's numbers; for money given back, those of the reversal; empty text
  ///   if it reported none
  public record CashLine(
      long entry,
      OffsetDateTime at,
      PaymentKind kind,
      Money amount,
      String reference,
      String receipt) {}

  /// Count and sum of the lines of one kind and currency.
  public record Sum(PaymentKind kind, int count, Money amount) {}

  /// One sum for each kind and currency that occurs, in the order of the kinds.
  public List<Sum> sums() {
    List<Sum> sums = new ArrayList<>();
    for (PaymentKind kind : PaymentKind.values()) {
      List<Money> amounts =
          lines.stream().filter(line -> line.kind() == kind).map(CashLine::amount).toList();
      for (Money sum : byCurrency(amounts)) {
        long count =
            amounts.stream().filter(each -> each.currency().equals(sum.currency())).count();
        sums.add(new Sum(kind, Math.toIntExact(count), sum));
      }
    }
    return List.copyOf(sums);
  }

  /// What the terminal should hold for this day by the journal, one sum for each currency; empty if
  /// it took nothing.
  public List<Money> held() {
    return byCurrency(
        lines.stream().filter(line -> line.kind().held()).map(CashLine::amount).toList());
  }

  private static List<Money> byCurrency(List<Money> amounts) {
    Map<Currency, Money> sums = new LinkedHashMap<>();
    amounts.forEach(each -> sums.merge(each.currency(), each, Money::plus));
    return List.copyOf(sums.values());
  }

  /// Something that does not agree between journal and terminal, or is still open.
  public sealed interface Difference {
    /// Staff must find out what became of this payment.
    record OfPayment(CashLine line) implements Difference {}

    /// The terminal was asked to end its day, and it is not known whether it did.
    record EndNotKnown(OffsetDateTime asked) implements Difference {}

    /// The terminal's total differs from the journal's.
    record OtherTotal(Money terminal, Money journal) implements Difference {
      public boolean terminalHasMore() {
        return terminal.minor() > journal.minor();
      }

      /// The size of the difference, never negative.
      public Money gap() {
        return new Money(Math.abs(terminal.minor() - journal.minor()), terminal.currency());
      }
    }
  }

  /// All differences; empty if everything agrees. Without a terminal total, totals are not
  /// compared.
  public List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    lines.stream()
        .filter(line -> line.kind().open())
        .forEach(line -> all.add(new Difference.OfPayment(line)));
    end.filter(it -> !it.known()).ifPresent(it -> all.add(new Difference.EndNotKnown(it.asked())));
    end.flatMap(TerminalDay::total)
        .map(sum -> new Difference.OtherTotal(sum, heldIn(sum)))
        .filter(it -> it.gap().minor() != 0)
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  private Money heldIn(Money sum) {
    return held().stream()
        .filter(it -> it.currency().equals(sum.currency()))
        .findFirst()
        .orElseGet(() -> new Money(0, sum.currency()));
  }
}
