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

/// A day's payments of a station by its journal, beside what the terminal said of its own day. No
/// card, no person, no item is in it: a payment is its reference and the terminal's numbers.
///
/// @param lines in the order of the journal
/// @param end what the terminal said when its day was ended, where it was
public record CashDay(LocalDate day, List<CashLine> lines, Optional<TerminalDay> end) {
  public CashDay {
    lines = List.copyOf(lines);
  }

  /// What became of a payment.
  public enum PaymentKind {
    /// All that was owed then, and the library has booked it.
    PAID,
    /// A part of it, and the library has booked it.
    PART,
    /// The terminal took it, and the library has not booked it, or nobody knows whether it did.
    NOT_BOOKED,
    /// The terminal took it and gave it back.
    GIVEN_BACK,
    /// The terminal took it, the library does not book it, and nobody knows whether the terminal
    /// gave it back.
    GIVING_BACK_IN_DOUBT,
    /// Whether the terminal took it is not known.
    TERMINAL_IN_DOUBT,
    /// The terminal took this sum, which is another than was asked for.
    OTHER_SUM;

    /// Whether the terminal holds the money.
    public boolean held() {
      return this != GIVEN_BACK && this != TERMINAL_IN_DOUBT;
    }

    /// Whether staff must find out what became of it.
    public boolean open() {
      return this != PAID && this != PART && this != GIVEN_BACK;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// @param entry its number in the journal
  /// @param amount of [PaymentKind#OTHER_SUM], what was taken, in the currency in which it was
  ///   taken
  /// @param receipt the terminal's numbers, of money that was given back those of the reversal;
  ///   empty text when it told none
  public record CashLine(
      long entry,
      OffsetDateTime at,
      PaymentKind kind,
      Money amount,
      String reference,
      String receipt) {}

  /// How the lines of a kind and a currency sum up.
  public record Sum(PaymentKind kind, int count, Money amount) {}

  /// Only kinds and currencies that there are; in the order of the kinds.
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

  /// What the terminal should hold of this day by the journal, a sum for each currency; empty where
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

  /// Something that does not agree.
  public sealed interface Difference {
    /// What became of this payment is for staff to find out.
    record OfPayment(CashLine line) implements Difference {}

    /// Whether the terminal's day ended when it was asked to.
    record EndNotKnown(OffsetDateTime asked) implements Difference {}

    /// The terminal's sum is not the journal's.
    record OtherTotal(Money terminal, Money journal) implements Difference {
      public boolean terminalHasMore() {
        return terminal.minor() > journal.minor();
      }

      public Money gap() {
        return new Money(Math.abs(terminal.minor() - journal.minor()), terminal.currency());
      }
    }
  }

  /// What does not agree; empty where all does, or where the terminal said nothing that could be
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
