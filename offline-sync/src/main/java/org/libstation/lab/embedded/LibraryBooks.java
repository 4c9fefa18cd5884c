package org.libstation.lab.embedded;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.Money;
import org.libstation.fines.FinePolicy;
import org.libstation.fines.OverdueLoan;
import org.libstation.fines.Reader;
import org.libstation.fines.Stage;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PatronClass;
import org.libstation.policy.PlaceRules;

/// The state of the library and its action log, shared by the desks. Not thread-safe.
final class LibraryBooks {
  private final LibraryTables tables;
  private final LibraryRules rules;
  private final InstantSource clock;
  private final Map<String, CirculationStatus> said = new HashMap<>();

  LibraryBooks(LibraryTables tables, LibraryRules rules, InstantSource clock) {
    this.tables = tables;
    this.rules = rules;
    this.clock = clock;
  }

  LibraryTables tables() {
    return tables;
  }

  /// Notes a circulation status that staff gave an item. It is not in the ledger. It ends when the
  /// item is lent or returned, and at a restart.
  void say(String item, CirculationStatus status) {
    said.put(item, status);
  }

  /// Removes the status given by staff; the ledger counts again.
  void unsay(String item) {
    said.remove(item);
  }

  /// The status given by staff; empty if there is none.
  Optional<CirculationStatus> said(String item) {
    return Optional.ofNullable(said.get(item));
  }

  LibraryRules rules() {
    return rules;
  }

  /// The rules of the policy that are known now.
  PlaceRules policy() {
    return rules.policy().at(clock.instant());
  }

  LendingClass lendingClass(StockItem item) {
    return LibraryRules.lendingClass(policy(), item.itemClass());
  }

  /// How often a loan of this item may be renewed, by today's policy. New items cannot be renewed,
  /// because other readers wait for them.
  int renewals(StockItem item) {
    return switch (item.itemClass()) {
      case NEW -> 0;
      case ADULT, CHILDREN, AV, MATURE, REFERENCE -> policy().renewals(lendingClass(item), today());
    };
  }

  OffsetDateTime now() {
    return clock.instant().atZone(rules.zone()).toOffsetDateTime();
  }

  /// The current time in the library's zone.
  ZonedDateTime localNow() {
    return now().atZoneSameInstant(rules.zone());
  }

  LocalDate today() {
    return now().toLocalDate();
  }

  /// Last day on which a copy is kept that is put on the holds shelf today.
  LocalDate keptTill() {
    return today().plusDays(TitleHold.SHELF_DAYS + policy().pickUpDaysMore(today()));
  }

  /// Any copy of a title, to name the title by its barcode.
  Optional<StockItem> copyOf(int titleNumber) {
    return tables.items().firstOf(titleNumber);
  }

  Optional<StockItem> item(String barcode) {
    return tables.items().find(barcode);
  }

  Optional<Member> member(String card) {
    return tables.members().find(card);
  }

  Optional<Loan> openLoan(String barcode) {
    return tables.loans().openOf(barcode);
  }

  List<TitleHold> holdsOnTitle(int titleNumber) {
    return tables.holds().unfilled(titleNumber);
  }

  /// The hold for which a copy waits on the shelf.
  Optional<TitleHold> readyOn(String barcode) {
    return tables.holds().readyOn(barcode);
  }

  List<TitleHold> holdsOf(Member member) {
    return tables.holds().unfilledOfCard(member.card());
  }

  List<Charge> chargesOf(Member member) {
    return tables.charges().openOf(member.card());
  }

  /// The patron's standing today.
  Standing standing(Member member) {
    Money owed = new Money(0, rules.policy().currency());
    for (Charge charge : chargesOf(member)) {
      owed = owed.plus(charge.open());
    }
    return new Standing(
        member,
        tables.loans().openOfCard(member.card()),
        owed,
        rules,
        today(),
        policy().blocksStopped(today()),
        isBlockedByStage(member));
  }

  private boolean isBlockedByStage(Member member) {
    PlaceRules policy = policy();
    return tables.loans().openOfCard(member.card()).stream()
        .filter(loan -> loan.due().toLocalDate().isBefore(today()))
        .anyMatch(
            loan -> item(loan.item()).filter(item -> isBlocked(loan, item, policy)).isPresent());
  }

  private boolean isBlocked(Loan loan, StockItem item, PlaceRules policy) {
    List<Stage> stages = fines(loan.card(), item, policy).stages();
    int reached =
        policy
            .fineCounter()
            .stage(
                fines(loan.card(), item, policy),
                OverdueLoan.ofDays(
                    loan.due().toLocalDate(),
                    today(),
                    rules.zone(),
                    policy.lent(lendingClass(item)),
                    false));
    return stages.subList(0, reached).stream().anyMatch(Stage::blocks);
  }

  /// The fine rules for a loan of this item to the owner of this card.
  FinePolicy fines(String card, StockItem item, PlaceRules policy) {
    return lendingClass(item)
        .fines(
            new Reader(
                member(card).map(rules::patronClass).map(PatronClass::id).or(() -> Optional.of("")),
                policy.place().id(),
                Optional.of(item.mediaType())));
  }

  static boolean pinFits(Member member, String pin) {
    return PinDigest.fits(member.pinDigest(), member.card(), pin);
  }

  /// The hold of this patron that a loan of this copy fills: the one for which the copy is kept, or
  /// else one without a copy.
  Optional<TitleHold> ownHold(StockItem item, Member member) {
    List<TitleHold> own =
        holdsOnTitle(item.titleNumber()).stream()
            .filter(hold -> hold.card().equals(member.card()))
            .toList();
    return own.stream()
        .filter(hold -> hold.item().equals(Optional.of(item.barcode())))
        .findFirst()
        .or(() -> own.stream().filter(hold -> hold.item().isEmpty()).findFirst());
  }

  /// Does the work and writes its line into the action log, in one transaction.
  ///
  /// @param told describes what was booked
  <T> Outcome<T> acting(
      Function<Outcome<T>, String> kind,
      RequestOrigin origin,
      String item,
      String card,
      Function<T, String> told,
      Supplier<Outcome<T>> work) {
    return tables
        .database()
        .transaction(
            () -> {
              Outcome<T> outcome = work.get();
              log(kind.apply(outcome), origin, item, card, outcome, told);
              return outcome;
            });
  }

  private <T> void log(
      String kind,
      RequestOrigin origin,
      String item,
      String card,
      Outcome<T> outcome,
      Function<T, String> told) {
    switch (outcome) {
      case Outcome.Granted<T>(T value) ->
          tables.actions().add(now(), kind, origin, item, card, true, told.apply(value));
      case Outcome.ActRefused<T>(No no) ->
          tables.actions().add(now(), kind, origin, item, card, false, no.words());
    }
  }
}
