package org.libstation.lab.embedded;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Habits;

/// Lends and renews by the library's own rules. Each method that changes something is one
/// transaction with a line in the action log, whether done or refused. Not thread-safe.
final class LendingDesk {
  private final LibraryBooks books;
  private final LibraryTables tables;
  private final LibraryRules rules;
  private final Sip2Habits habits;
  private final DialectAnswers manner;

  LendingDesk(LibraryBooks books) {
    this.books = books;
    this.tables = books.tables();
    this.rules = books.rules();
    this.habits = rules.dialect().habits();
    this.manner = new DialectAnswers(rules.dialect());
  }

  /// A loan that was begun or renewed.
  ///
  /// @param renewed true after a renewal, also if a repeated checkout became one
  record LentItem(StockItem item, Loan loan, boolean renewed) {}

  /// Lends an item.
  ///
  /// @param pin empty if none was sent; a PIN that is sent must be right
  /// @param promised due date of a loan that was already given ("no block"); the dialect decides
  ///   whether it is accepted
  /// @param lentAt date in the request. The loan begins then if the dialect keeps this date and it
  ///   is in the past; otherwise the loan begins now
  Outcome<LentItem> lend(
      String barcode,
      String card,
      String pin,
      Optional<LocalDateTime> promised,
      Optional<LocalDateTime> lentAt,
      RequestOrigin origin) {
    return books.acting(
        outcome ->
            outcome instanceof Outcome.Granted<LentItem>(LentItem lent) && lent.renewed()
                ? "renewal"
                : "checkout",
        origin,
        barcode,
        card,
        lent -> "due " + lent.loan().due(),
        () -> tryLend(barcode, card, pin, promised, begins(lentAt), origin));
  }

  private Outcome<LentItem> tryLend(
      String barcode,
      String card,
      String pin,
      Optional<LocalDateTime> promised,
      OffsetDateTime begins,
      RequestOrigin origin) {
    Optional<Member> member = books.member(card);
    Optional<StockItem> found = books.item(barcode);
    boolean pinMissing =
        !origin.equals(RequestOrigin.COUNTER) && manner.needsPin("11") && pin.isEmpty();
    Optional<No> first = whoAndWhat(member, pin, pinMissing, found);
    if (first.isPresent()) {
      return new Outcome.ActRefused<>(first.get());
    }
    StockItem item = found.orElseThrow();
    Standing standing = books.standing(member.orElseThrow());
    Optional<Loan> loan = books.openLoan(item.barcode());
    if (loan.isPresent() && loan.get().card().equals(standing.member().card())) {
      return repeated(item, loan.get(), standing);
    }
    Optional<LocalDateTime> forced =
        promised.filter(_ -> habits.noBlock() != Sip2Habits.NoBlock.IGNORED);
    if (forced.isPresent()
        && loan.isPresent()
        && habits.noBlock() == Sip2Habits.NoBlock.DANGEROUS) {
      Loan _ = tables.loans().end(loan.get(), books.now());
      loan = Optional.empty();
    }
    Optional<No> no =
        forced.isPresent()
            ? loan.map(_ -> No.ON_LOAN_TO_ANOTHER)
            : whyNotLend(item, standing, loan);
    if (no.isPresent()) {
      return new Outcome.ActRefused<>(no.get());
    }
    books.ownHold(item, standing.member()).ifPresent(tables.holds()::filled);
    Loan begun =
        tables
            .loans()
            .begin(
                item.barcode(),
                standing.member().card(),
                origin.station(),
                begins,
                forced.orElseGet(() -> due(item, begins.atZoneSameInstant(rules.zone()))));
    books.unsay(item.barcode());
    return new Outcome.Granted<>(new LentItem(item, begun, false));
  }

  /// The moment from which a loan counts: the sent date if the dialect keeps it and it is not in
  /// the future, otherwise now.
  private OffsetDateTime begins(Optional<LocalDateTime> lentAt) {
    OffsetDateTime now = books.now();
    return lentAt
        .filter(_ -> habits.loanDate() == Sip2Habits.LoanDate.KEPT)
        .map(at -> at.atZone(rules.zone()).toOffsetDateTime())
        .filter(at -> at.isBefore(now))
        .orElse(now);
  }

  private Optional<No> whoAndWhat(
      Optional<Member> member, String pin, boolean pinMissing, Optional<StockItem> item) {
    if (member.isEmpty()) {
      return Optional.of(No.UNKNOWN_CARD);
    }
    if (pinMissing || (!pin.isEmpty() && !LibraryBooks.pinFits(member.get(), pin))) {
      return Optional.of(No.WRONG_PIN);
    }
    return item.isEmpty() ? Optional.of(No.UNKNOWN_ITEM) : Optional.empty();
  }

  private Outcome<LentItem> repeated(StockItem item, Loan loan, Standing standing) {
    return switch (habits.repeatedCheckout()) {
      case REFUSAL, REFUSAL_THAT_TELLS -> new Outcome.ActRefused<>(No.ALREADY_ON_LOAN_TO_CARD);
      case RENEWAL -> {
        Optional<No> no = whyNotRenew(item, loan, standing);
        yield no.isPresent()
            ? new Outcome.ActRefused<>(no.get())
            : new Outcome.Granted<>(
                new LentItem(
                    item, tables.loans().renew(loan, books.today(), renewed(item, loan)), true));
      }
    };
  }

  private Optional<No> whyNotLend(StockItem item, Standing standing, Optional<Loan> loan) {
    Optional<No> blocked = standing.blocked();
    if (blocked.isPresent()) {
      return blocked;
    }
    if (item.itemClass() == ItemClass.REFERENCE) {
      return Optional.of(No.NOT_FOR_LOAN);
    }
    if (item.itemClass() == ItemClass.MATURE
        && standing.member().kind() == Member.MemberClass.CHILD) {
      return Optional.of(No.AGE_LIMIT);
    }
    if (loan.isPresent()) {
      return Optional.of(No.ON_LOAN_TO_ANOTHER);
    }
    if (heldForAnother(item, standing.member())) {
      return Optional.of(No.HELD_FOR_ANOTHER);
    }
    return standing.atLimit() ? Optional.of(No.LIMIT_REACHED) : Optional.empty();
  }

  /// Whether another patron has priority. A copy on the holds shelf is for one patron. Any other
  /// copy goes first to patrons with a hold on its title.
  private boolean heldForAnother(StockItem item, Member member) {
    Optional<TitleHold> ready = books.readyOn(item.barcode());
    if (ready.isPresent()) {
      return !ready.get().card().equals(member.card());
    }
    boolean waiting =
        books.holdsOnTitle(item.titleNumber()).stream()
            .anyMatch(hold -> hold.state() == TitleHold.HoldState.WAITING);
    return waiting && books.ownHold(item, member).isEmpty();
  }

  private LocalDateTime renewed(StockItem item, Loan loan) {
    return switch (habits.renewsFrom()) {
      case TODAY -> due(item, books.localNow());
      case DUE_DATE -> due(item, loan.due().atZone(rules.zone()));
    };
  }

  private LocalDateTime due(StockItem item, ZonedDateTime begins) {
    return books.policy().due(books.lendingClass(item), begins).toLocalDateTime();
  }

  /// Renews a loan.
  ///
  /// @param pin empty text = none was given; a given one must be right
  Outcome<LentItem> renew(String barcode, String card, String pin, RequestOrigin origin) {
    return books.acting(
        _ -> "renewal",
        origin,
        barcode,
        card,
        lent -> "due " + lent.loan().due(),
        () -> tryRenew(barcode, card, pin));
  }

  private Outcome<LentItem> tryRenew(String barcode, String card, String pin) {
    Optional<Member> member = books.member(card);
    Optional<StockItem> item = books.item(barcode);
    Optional<No> first = whoAndWhat(member, pin, manner.needsPin("29") && pin.isEmpty(), item);
    if (first.isPresent()) {
      return new Outcome.ActRefused<>(first.get());
    }
    Optional<Loan> loan =
        books
            .openLoan(item.orElseThrow().barcode())
            .filter(open -> open.card().equals(member.orElseThrow().card()));
    if (loan.isEmpty()) {
      return new Outcome.ActRefused<>(No.NOT_YOUR_LOAN);
    }
    Optional<No> no =
        whyNotRenew(item.orElseThrow(), loan.get(), books.standing(member.orElseThrow()));
    if (no.isPresent()) {
      return new Outcome.ActRefused<>(no.get());
    }
    Loan renewed =
        tables.loans().renew(loan.get(), books.today(), renewed(item.orElseThrow(), loan.get()));
    return new Outcome.Granted<>(new LentItem(item.orElseThrow(), renewed, true));
  }

  private Optional<No> whyNotRenew(StockItem item, Loan loan, Standing standing) {
    Optional<No> blocked = standing.blocked();
    if (blocked.isPresent()) {
      return blocked;
    }
    if (heldForAnother(item, standing.member())) {
      return Optional.of(No.HELD_FOR_ANOTHER);
    }
    return loan.renewals() >= books.renewals(item)
        ? Optional.of(No.NO_MORE_RENEWALS)
        : Optional.empty();
  }
}
