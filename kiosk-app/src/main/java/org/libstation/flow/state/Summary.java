package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.FineExplained;
import org.libstation.fines.SuspensionDays;

/// Result of a visit, without personal data.
///
/// @param borrowed items lent, confirmed or not
/// @param toBeConfirmed how many of them are to be confirmed
/// @param notBorrowed items refused, or left unfinished
/// @param firstDue the earliest due date of the lent items
/// @param handed summary of the returned items; empty if there are none
/// @param paid what the terminal took, in the one currency of the central system
/// @param unconfirmed how much of `paid` the central system has not confirmed yet
/// @param problems what went wrong at the end, such as a receipt that was not printed; the most
///   serious first
@RecordBuilder
public record Summary(
    int borrowed,
    int toBeConfirmed,
    int notBorrowed,
    int returned,
    int renewed,
    int renewalsAsked,
    Optional<LocalDate> firstDue,
    Optional<Returned> handed,
    Optional<Money> paid,
    Optional<Money> unconfirmed,
    List<Code> problems)
    implements SummaryBuilder.With {
  public static final Summary NOTHING =
      new Summary(
          0,
          0,
          0,
          0,
          0,
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /// Returns the sum that was paid in a visit.
  public static Optional<Money> paid(Session session) {
    return session.paid().stream().map(paid -> paid.payment().amount()).reduce(Money::plus);
  }

  /// Returns the sum that was paid in a visit and that the central system has not confirmed yet.
  public static Optional<Money> unconfirmed(Session session) {
    return session.paid().stream()
        .filter(paid -> !paid.booked())
        .map(paid -> paid.payment().amount())
        .reduce(Money::plus);
  }

  /// @param at the moment of return that counts, of the last item
  /// @param fine the sum of all fines; empty if there are none, or if they have several currencies
  /// @param estimated whether the library confirms the sum later
  /// @param atMost whether the sum may also turn out lower
  /// @param borrowsAgain expected end of a suspension of borrowing for these returns; empty if
  ///   there is none, or several that the library adds up
  /// @param open whether the central system is told of one of them later
  public record Returned(
      LocalDateTime at,
      Optional<Money> fine,
      boolean estimated,
      boolean atMost,
      Optional<LocalDate> borrowsAgain,
      boolean open) {
    public static Optional<Returned> of(List<ReturnRow> rows) {
      List<ReturnRow> counted = rows.stream().filter(ReturnRow::counted).toList();
      List<Money> fines =
          counted.stream()
              .flatMap(row -> row.fine().stream())
              .map(FineExplained::sum)
              .filter(sum -> sum.minor() > 0)
              .toList();
      boolean oneCurrency = fines.stream().map(Money::currency).distinct().count() == 1;
      Optional<Money> fine =
          oneCurrency
              ? Optional.of(
                  new Money(
                      fines.stream().mapToLong(Money::minor).sum(), fines.getFirst().currency()))
              : Optional.empty();
      boolean estimated =
          counted.stream().flatMap(row -> row.fine().stream()).anyMatch(FineExplained::isEstimate);
      boolean atMost =
          counted.stream().flatMap(row -> row.fine().stream()).anyMatch(FineExplained::isAtMost);
      List<SuspensionDays> suspensions =
          counted.stream()
              .flatMap(row -> row.fine().stream())
              .flatMap(one -> one.suspends().stream())
              .toList();
      boolean addedUp =
          suspensions.size() > 1 && suspensions.stream().anyMatch(one -> one.rule().cumulative());
      Optional<LocalDate> borrowsAgain =
          addedUp
              ? Optional.empty()
              : suspensions.stream().map(SuspensionDays::to).max(Comparator.naturalOrder());
      boolean open =
          counted.stream()
              .anyMatch(row -> row.state() instanceof ReturnRow.ReturnRowState.ReturnRowRecorded);
      return counted.stream()
          .map(row -> row.handedOver().wall())
          .max(Comparator.naturalOrder())
          .map(
              at ->
                  new Returned(at.toLocalDateTime(), fine, estimated, atMost, borrowsAgain, open));
    }
  }

  public Summary {
    problems = List.copyOf(problems);
  }

  public boolean empty() {
    return borrowed == 0 && returned == 0 && renewed == 0 && renewalsAsked == 0 && paid.isEmpty();
  }

  public Summary with(Code problem) {
    if (problems.contains(problem)) {
      return this;
    }
    List<Code> all = new ArrayList<>(problems);
    all.add(problem);
    return withProblems(all);
  }
}
