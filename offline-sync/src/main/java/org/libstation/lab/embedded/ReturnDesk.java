package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.fines.AccountLimits;
import org.libstation.fines.Explained;
import org.libstation.fines.FineCounter;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.StageFee;
import org.libstation.policy.LendingClass;
import org.libstation.policy.LendingClass.Backdate;
import org.libstation.policy.PlaceRules;

/// Takes items back, counts their fines, keeps them for holds, and takes payments. Each method that
/// changes something is one transaction with a line in the action log, whether done or refused. Not
/// thread-safe.
final class ReturnDesk {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final LibraryBooks books;
  private final LibraryTables tables;
  private final LibraryRules rules;

  ReturnDesk(LibraryBooks books) {
    this.books = books;
    this.tables = books.tables();
    this.rules = books.rules();
  }

  /// The result of a return.
  ///
  /// @param ended the loan that ended; empty if there was none
  /// @param fine fine of that loan, also if it is zero
  /// @param hold the hold for which the item is kept now; empty if there is none
  record TakenBack(
      StockItem item, Optional<Loan> ended, Optional<Money> fine, Optional<TitleHold> hold) {}

  /// Takes an item back.
  ///
  /// @param returnedAt the return date sent by the station, in the library's zone; empty for now. A
  ///   date before the loan began is replaced by that moment, and a date in the future by now
  Outcome<TakenBack> takeBack(
      String barcode, Optional<LocalDateTime> returnedAt, RequestOrigin origin) {
    return books.acting(
        _ -> "checkin",
        origin,
        barcode,
        books.openLoan(barcode).map(Loan::card).orElse(""),
        ReturnDesk::told,
        () -> tryTakeBack(barcode, returnedAt));
  }

  private Outcome<TakenBack> tryTakeBack(String barcode, Optional<LocalDateTime> returnedAt) {
    Optional<StockItem> found = books.item(barcode);
    if (found.isEmpty()) {
      return new Outcome.ActRefused<>(No.UNKNOWN_ITEM);
    }
    StockItem item = found.get();
    books.unsay(item.barcode());
    Optional<Loan> loan = books.openLoan(item.barcode());
    Backdate backdate = books.lendingClass(item).backdate();
    Optional<Loan> ended =
        loan.map(open -> tables.loans().end(open, effective(open, backdate, returnedAt)));
    Optional<Money> fine = ended.map(over -> charge(item, over));
    Optional<TitleHold> hold = capture(item);
    if (ended.isEmpty() && hold.isEmpty()) {
      return new Outcome.ActRefused<>(No.NOT_ON_LOAN);
    }
    return new Outcome.Granted<>(new TakenBack(item, ended, fine, hold));
  }

  private OffsetDateTime effective(
      Loan loan, Backdate backdate, Optional<LocalDateTime> returnedAt) {
    OffsetDateTime now = books.now();
    Optional<LocalDateTime> honoured = returnedAt.flatMap(this::honoured);
    if (honoured.isEmpty() || !backdate.recalculates()) {
      return now;
    }
    LocalDateTime local =
        backdate.takesDueTime()
            ? honoured.get().toLocalDate().atTime(loan.due().toLocalTime())
            : honoured.get();
    OffsetDateTime said = local.atZone(rules.zone()).toOffsetDateTime();
    if (said.isAfter(now)) {
      return now;
    }
    return said.isBefore(loan.lentAt()) ? loan.lentAt() : said;
  }

  private Optional<LocalDateTime> honoured(LocalDateTime returnedAt) {
    return switch (rules.dialect().habits().returnDate()) {
      case TO_THE_SECOND -> Optional.of(returnedAt);
      case TO_THE_DAY -> Optional.of(returnedAt.toLocalDate().atTime(END_OF_DAY));
      case IGNORED -> Optional.empty();
    };
  }

  /// Charges the fine of an ended loan, as far as the limits of the account allow. Staff bill an
  /// item that counted as lost.
  private Money charge(StockItem item, Loan ended) {
    PlaceRules policy = books.policy();
    LendingClass lendingClass = books.lendingClass(item);
    OverdueLoan overdue =
        OverdueLoan.of(
                ended.firstDue().atZone(rules.zone()),
                tables.loans().renewals(ended.number(), rules.zone()),
                ended.returnedAt().orElseThrow().atZoneSameInstant(rules.zone()),
                policy.lent(lendingClass))
            .items(item.chargedItems(), Optional.empty());
    FinePolicy fines = books.fines(ended.card(), item, policy);
    FineCounter counter = policy.fineCounter();
    Explained explained =
        counter.explain(fines, counter.upToLoss(lendingClass.lost(), overdue, true));
    Money fine = added(ended, explained.assessment().alone());
    add(ended, "overdue", fine, LedgerFineWords.staff(explained));
    for (StageFee stage : explained.stages()) {
      letter(ended, stage);
    }
    return fine;
  }

  /// A letter is charged once for all items of an account that reach a stage on one day.
  private void letter(Loan ended, StageFee stage) {
    String words = "letter of stage " + stage.number() + ", " + stage.day();
    boolean known =
        stage.letter().isZero()
            || tables.charges().allOf(ended.card()).stream()
                .anyMatch(charge -> charge.explanation().equals(words));
    if (!known) {
      add(ended, "letter", added(ended, stage.letter()), words);
    }
  }

  private void add(Loan ended, String what, Money amount, String words) {
    if (!amount.isZero()) {
      tables.charges().add(ended.card(), Optional.of(ended), what, amount, words);
    }
  }

  /// Sum of the charges for all loans that this account returned on the day of this return. All
  /// returns of a day count as one visit. Zero if the account has no limit per visit.
  private Money visit(Loan ended, AccountLimits limits) {
    if (limits.maximumPerVisit().isEmpty()) {
      return new Money(0, rules.policy().currency());
    }
    LocalDate day = day(ended);
    long minor =
        tables.charges().allOf(ended.card()).stream()
            .filter(
                charge ->
                    charge.loan().flatMap(tables.loans()::find).map(this::day).stream()
                        .anyMatch(day::equals))
            .mapToLong(charge -> charge.amount().minor())
            .sum();
    return new Money(minor, rules.policy().currency());
  }

  private LocalDate day(Loan ended) {
    return ended.returnedAt().orElseThrow().atZoneSameInstant(rules.zone()).toLocalDate();
  }

  private Money added(Loan ended, Money fine) {
    return books
        .member(ended.card())
        .map(books::standing)
        .map(
            standing -> {
              AccountLimits limits = standing.may().limits();
              return limits.added(standing.owed(), visit(ended, limits), fine);
            })
        .orElse(fine);
  }

  /// Gives the copy to the oldest waiting hold of its title, unless it is already kept for a hold.
  private Optional<TitleHold> capture(StockItem item) {
    Optional<TitleHold> ready = books.readyOn(item.barcode());
    if (ready.isPresent()) {
      return ready;
    }
    Optional<TitleHold> next =
        books.holdsOnTitle(item.titleNumber()).stream()
            .filter(hold -> hold.state() == TitleHold.HoldState.WAITING)
            .findFirst();
    next.ifPresent(hold -> tables.holds().ready(hold, item.barcode(), books.keptTill()));
    return next.isPresent() ? books.readyOn(item.barcode()) : next;
  }

  private static String told(TakenBack back) {
    String loan =
        back.ended()
            .map(ended -> "returned " + ended.returnedAt().orElseThrow())
            .orElse("no loan ended");
    String fine = back.fine().map(charged -> ", fine " + charged).orElse("");
    String hold = back.hold().isPresent() ? ", waits for a reader" : "";
    return loan + fine + hold;
  }

  /// Takes a payment for all charges, oldest first, or for one charge. If the same payment is sent
  /// twice, it is booked twice, as at most central systems.
  Outcome<Money> pay(
      String card,
      Money amount,
      Optional<String> chargeNumber,
      String reference,
      RequestOrigin origin) {
    return books.acting(
        _ -> "payment",
        origin,
        "",
        card,
        paid -> paid + " ref " + reference,
        () -> tryPay(card, amount, chargeNumber));
  }

  private Outcome<Money> tryPay(String card, Money amount, Optional<String> chargeNumber) {
    Optional<Member> member = books.member(card);
    if (member.isEmpty()) {
      return new Outcome.ActRefused<>(No.UNKNOWN_CARD);
    }
    List<Charge> charges =
        books.chargesOf(member.get()).stream()
            .filter(
                charge ->
                    chargeNumber.isEmpty()
                        || chargeNumber.get().equals(Long.toString(charge.number())))
            .toList();
    long owed = charges.stream().mapToLong(charge -> charge.open().minor()).sum();
    boolean fits =
        amount.minor() > 0
            && amount.minor() <= owed
            && amount.currency().equals(rules.policy().currency());
    if (!fits) {
      return new Outcome.ActRefused<>(No.WRONG_AMOUNT);
    }
    long left = amount.minor();
    for (Charge charge : charges) {
      long part = Math.min(left, charge.open().minor());
      if (part > 0) {
        tables.charges().pay(charge, part);
        left -= part;
      }
    }
    return new Outcome.Granted<>(amount);
  }
}
