package org.libstation.sync;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Looks;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;

/// A library in memory that loses requests and replies, acts late and goes down: by call, never by
/// time. A repeated checkout to the same patron renews, as at many systems.
public final class FakeCentral implements CentralSystem {
  static final int LOAN_DAYS = 14;

  /// What goes wrong with the next request that acts (11, 09, 29), or with any look.
  enum Fault {
    NONE,
    /// It never left.
    NOT_SENT,
    /// It left and never arrived.
    LOSE_REQUEST,
    /// It was acted on and the answer got lost.
    LOSE_REPLY,
    /// It arrives when [FakeCentral#actLate()] is called.
    ACT_LATE,
    /// The answer is about somebody else; nothing was done.
    ANOTHERS_ANSWER
  }

  record Loan(PatronId patron, LocalDateTime due) {}

  private final Supplier<LocalDateTime> now;
  private final Set<ItemId> items = new HashSet<>();
  private final Set<PatronId> patrons = new HashSet<>();
  private final Set<PatronId> blocked = new HashSet<>();
  private final Set<ItemId> already = new HashSet<>();
  private final Map<ItemId, Loan> loans = new HashMap<>();
  private final Map<ItemId, CirculationStatus> statuses = new HashMap<>();
  private final Map<ItemId, Integer> holds = new HashMap<>();
  private final Deque<Fault> acting = new ArrayDeque<>();
  private final Deque<Fault> looking = new ArrayDeque<>();
  private final Deque<Runnable> late = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final List<OffsetDateTime> loanDates = new ArrayList<>();
  private final List<OffsetDateTime> returnDates = new ArrayList<>();
  private final Map<PatronId, List<HoldLine>> held = new HashMap<>();
  private final Map<PatronId, Money> owed = new HashMap<>();
  private final Map<PatronId, Map<String, Money>> listed = new HashMap<>();
  private boolean refusesMoney;
  private boolean takesPayments = true;
  private boolean down;
  private boolean listTold = true;
  private boolean noRenewals;
  private boolean checkinNamesPatron = true;
  private boolean dueTold = true;
  private Optional<Money> charge = Optional.empty();
  private int hangUps;
  private Runnable whileLooking = () -> {};
  private Runnable whileTelling = () -> {};
  private Optional<Duration> skew = Optional.empty();

  public FakeCentral(Supplier<LocalDateTime> now) {
    this.now = now;
  }

  // What stands in the library.

  void has(ItemId... some) {
    items.addAll(List.of(some));
  }

  void knows(PatronId... some) {
    patrons.addAll(List.of(some));
  }

  void blocks(PatronId patron) {
    blocked.add(patron);
  }

  /// Whoever asks for it has it, although a look does not say so yet.
  void callsAlreadyTheirs(ItemId item) {
    already.add(item);
  }

  /// Done in the middle of each look, before it is answered.
  void whileLooking(Runnable what) {
    whileLooking = what;
  }

  /// Done in the middle of each answer to a probe.
  void whileTelling(Runnable what) {
    whileTelling = what;
  }

  void lent(ItemId item, PatronId patron, LocalDateTime due) {
    loans.put(item, new Loan(patron, due));
    statuses.remove(item);
  }

  void back(ItemId item) {
    loans.remove(item);
    statuses.remove(item);
  }

  void says(ItemId item, CirculationStatus status) {
    statuses.put(item, status);
  }

  void holdsWaiting(ItemId item, int queue) {
    holds.put(item, queue);
  }

  void refusesRenewals() {
    noRenewals = true;
  }

  /// A look at what is on loan names no date.
  void tellsNoDueDate() {
    dueTold = false;
  }

  void keepsTheListToItself() {
    listTold = false;
  }

  /// Counter staff charge the patron, or waive something (below nothing).
  void charges(PatronId patron, Money amount) {
    owed.merge(patron, amount, Money::plus);
  }

  /// Counter staff charge the patron for something that the account lists by a number.
  void charges(PatronId patron, String number, Money amount) {
    charges(patron, amount);
    listed.computeIfAbsent(patron, _ -> new LinkedHashMap<>()).put(number, amount);
  }

  /// Counter staff take a charge away.
  void waives(PatronId patron, String number) {
    Money gone = open(patron, number).orElseThrow();
    Money _ = listed.getOrDefault(patron, Map.of()).remove(number);
    charges(patron, new Money(-gone.minor(), gone.currency()));
  }

  /// What is open of a charge that was listed; nothing when it is gone.
  Optional<Money> open(PatronId patron, String number) {
    return Optional.ofNullable(listed.getOrDefault(patron, Map.of()).get(number));
  }

  /// The list of charges stays away, the sum does not.
  void listsNoCharges(PatronId patron) {
    listed.remove(patron);
  }

  void keepsTheSumToItself(PatronId patron) {
    Money _ = owed.remove(patron);
  }

  void takesNoPayments() {
    takesPayments = false;
  }

  void refusesMoney() {
    refusesMoney = true;
  }

  Optional<Money> owed(PatronId patron) {
    return Optional.ofNullable(owed.get(patron));
  }

  List<HoldLine> held(PatronId patron) {
    return List.copyOf(held.getOrDefault(patron, List.of()));
  }

  void skewed(Duration by) {
    skew = Optional.of(by);
  }

  Optional<Loan> loan(ItemId item) {
    return Optional.ofNullable(loans.get(item));
  }

  // What goes wrong.

  void down(boolean value) {
    down = value;
  }

  void nextActing(Fault... faults) {
    acting.addAll(List.of(faults));
  }

  void nextLook(Fault... faults) {
    looking.addAll(List.of(faults));
  }

  /// Requests held up arrive now.
  void actLate() {
    while (!late.isEmpty()) {
      late.remove().run();
    }
  }

  // What it heard.

  List<String> heard() {
    return List.copyOf(heard);
  }

  List<String> heardActing() {
    return heard.stream().filter(text -> text.matches("(11|09|29|15|37) .*")).toList();
  }

  List<OffsetDateTime> returnDates() {
    return List.copyOf(returnDates);
  }

  int hangUps() {
    return hangUps;
  }

  @Override
  public Answer<Status> status() {
    whileTelling.run();
    heard.add("99");
    return down
        ? Answer.NotSent.because("no route")
        : new Answer.Accepted<>(new Status(true, skew, "Test Library"));
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    whileLooking.run();
    heard.add("17 " + item);
    Fault fault = looking.isEmpty() ? Fault.NONE : looking.remove();
    if (!down && fault == Fault.LOSE_REPLY) {
      return Answer.Unknown.because("time-out");
    }
    if (down || fault != Fault.NONE) {
      return Answer.NotSent.because("no answer to a look");
    }
    if (!items.contains(item)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.UNKNOWN_ITEM));
    }
    Loan loan = loans.get(item);
    CirculationStatus usual =
        loan != null ? CirculationStatus.CHARGED : CirculationStatus.AVAILABLE;
    return new Answer.Accepted<>(
        Looks.item(item)
            .with(
                c ->
                    c.title("Title of " + item)
                        .status(statuses.getOrDefault(item, usual))
                        .due(loan(item).filter(_ -> dueTold).map(each -> DueDate.of(each.due())))
                        .holdQueue(holds.getOrDefault(item, 0))
                        .mediaType("001")));
  }

  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    heard.add("63");
    if (down) {
      return Answer.NotSent.because("no route");
    }
    List<ItemId> list =
        loans.entrySet().stream()
            .filter(each -> each.getValue().patron().equals(patron))
            .map(Map.Entry::getKey)
            .toList();
    return new Answer.Accepted<>(
        Looks.patron(patron)
            .with(
                c ->
                    c.known(patrons.contains(patron))
                        .blocks(
                            blocked.contains(patron) ? Set.of(PatronBlock.CHARGE_DENIED) : Set.of())
                        .chargedCount(list.size())
                        .owed(Optional.ofNullable(owed.get(patron)))
                        .charged(withLoans && listTold ? Optional.of(list) : Optional.empty())));
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return act("11 " + item, () -> lend(item, patron));
  }

  private Answer<CheckoutResult> lend(ItemId item, PatronId patron) {
    if (!items.contains(item)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.UNKNOWN_ITEM));
    }
    if (!patrons.contains(patron)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.UNKNOWN_PATRON));
    }
    if (blocked.contains(patron)) {
      return new Answer.Refused<>(
          new Refusal(RefusalReason.PATRON_BLOCKED, CentralWords.ofRule("Patron Blocked")));
    }
    if (already.contains(item)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.ALREADY_YOURS));
    }
    Optional<Loan> before = loan(item);
    if (before.isPresent() && !before.get().patron().equals(patron)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.ON_LOAN_TO_ANOTHER));
    }
    LocalDateTime due =
        before.map(Loan::due).orElseGet(() -> now.get().toLocalDate().atTime(23, 59));
    lent(item, patron, due.plusDays(LOAN_DAYS));
    return new Answer.Accepted<>(
        new CheckoutResult(
            "Title of " + item,
            DueDate.of(due.plusDays(LOAN_DAYS)),
            before.isPresent(),
            SecurityBitRule.MAY_CLEAR));
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    loanDates.add(lentAt);
    return checkout(item, patron, Optional.empty());
  }

  /// The loan dates that were sent.
  List<OffsetDateTime> loanDates() {
    return List.copyOf(loanDates);
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    return act("09 " + item, () -> takeBack(item, returnedAt));
  }

  private Answer<CheckinResult> takeBack(ItemId item, OffsetDateTime returnedAt) {
    if (!items.contains(item)) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.UNKNOWN_ITEM));
    }
    returnDates.add(returnedAt);
    boolean wasOnLoan = loans.remove(item) != null;
    statuses.remove(item);
    return new Answer.Accepted<>(
        new CheckinResult(
            "Title of " + item,
            Optional.of("2"),
            false,
            false,
            checkinNamesPatron ? WasOnLoan.of(wasOnLoan) : WasOnLoan.NOT_KNOWN,
            charge,
            Optional.empty()));
  }

  /// Its 10 never names a patron, as where AA is left out.
  void namesNobodyAtCheckin() {
    checkinNamesPatron = false;
  }

  /// What the next returns cost.
  void charges(Money sum) {
    charge = Optional.of(sum);
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    return act("29 " + item, () -> prolong(item, patron));
  }

  private Answer<Renewal> prolong(ItemId item, PatronId patron) {
    Optional<Loan> loan = loan(item).filter(each -> each.patron().equals(patron));
    if (loan.isEmpty()) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.NOT_YOUR_LOAN));
    }
    if (noRenewals) {
      return new Answer.Refused<>(Refusal.of(RefusalReason.NO_MORE_RENEWALS));
    }
    LocalDateTime due = loan.get().due().plusDays(LOAN_DAYS);
    lent(item, patron, due);
    return new Answer.Accepted<>(new Renewal("Title of " + item, DueDate.of(due), true));
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    return switch (patron(patron, pin, false)) {
      case Answer.Accepted<PatronLook>(PatronLook look) ->
          new Answer.Accepted<>(
              new PatronAccount(
                  look,
                  List.of(),
                  List.copyOf(held.getOrDefault(patron, List.of())),
                  Set.of(),
                  List.of()));
      case Answer.Refused<PatronLook>(var refusal) -> new Answer.Refused<>(refusal);
      case Answer.NotSent<PatronLook>(var reason, _) -> Answer.NotSent.because(reason);
      case Answer.Unknown<PatronLook>(var reason, var anothers) ->
          new Answer.Unknown<>(reason, anothers);
    };
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    return patron(patron, pin, false)
        .map(
            look ->
                new ChargesLook(
                    look.owed(),
                    listed.getOrDefault(patron, Map.of()).entrySet().stream()
                        .map(each -> line(each.getKey(), each.getValue()))
                        .toList()));
  }

  private static ChargeLine line(String number, Money open) {
    return new ChargeLine(
        Optional.of(number),
        ChargeLine.ChargeReason.OVERDUE,
        "",
        Optional.of(open),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return act(
        "15 + " + item,
        () -> {
          List<HoldLine> own = held.computeIfAbsent(patron, _ -> new ArrayList<>());
          if (!items.contains(item)) {
            return new Answer.Refused<>(Refusal.of(RefusalReason.UNKNOWN_ITEM));
          }
          if (own.stream().anyMatch(line -> line.isAbout(item, ""))) {
            return new Answer.Refused<>(Refusal.of(RefusalReason.ALREADY_HELD));
          }
          own.add(
              new HoldLine(
                  Optional.of(item),
                  "Title of " + item,
                  false,
                  Optional.empty(),
                  Optional.empty()));
          return placed(item);
        });
  }

  private static Answer<HoldPlaced> placed(ItemId item) {
    return new Answer.Accepted<>(
        new HoldPlaced("Title of " + item, false, OptionalInt.of(1), Optional.empty()));
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    ItemId item = hold.item().orElseThrow();
    return act(
        "15 - " + item,
        () ->
            held.getOrDefault(patron, new ArrayList<>()).removeIf(line -> line.isAbout(item, ""))
                ? placed(item)
                : new Answer.Refused<>(Refusal.of(RefusalReason.NO_SUCH_HOLD)));
  }

  @Override
  public boolean takesPayments() {
    return takesPayments;
  }

  /// Books whatever comes, twice too, as most systems do; more than is owed becomes a credit. Of a
  /// charge that is named no more than is open of it.
  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    return act(
        "37 "
            + payment.amount().decimal()
            + payment.charge().map(number -> " for " + number).orElse(""),
        () -> {
          if (refusesMoney) {
            return new Answer.Refused<>(
                new Refusal(RefusalReason.OTHER, CentralWords.ofRule("no such fee")));
          }
          if (payment.charge().isPresent() && !paid(patron, payment)) {
            return new Answer.Refused<>(
                new Refusal(RefusalReason.OTHER, CentralWords.ofRule("no such fee")));
          }
          owed.merge(
              patron,
              new Money(-payment.amount().minor(), payment.amount().currency()),
              Money::plus);
          return new Answer.Accepted<>(new PaymentAccepted(Optional.of(payment.reference())));
        });
  }

  private boolean paid(PatronId patron, Payment payment) {
    Map<String, Money> charges = listed.getOrDefault(patron, new HashMap<>());
    String number = payment.charge().orElseThrow();
    long left =
        Optional.ofNullable(charges.get(number)).map(Money::minor).orElse(0L)
            - payment.amount().minor();
    if (left > 0) {
      charges.put(number, new Money(left, payment.amount().currency()));
    } else {
      charges.remove(number);
    }
    return left >= 0;
  }

  private <T> Answer<T> act(String message, Supplier<Answer<T>> action) {
    if (down) {
      heard.add("(lost) " + message);
      return Answer.NotSent.because("no route");
    }
    Fault fault = acting.isEmpty() ? Fault.NONE : acting.remove();
    if (fault != Fault.NOT_SENT) {
      heard.add(message);
    }
    return switch (fault) {
      case NONE -> action.get();
      case NOT_SENT -> Answer.NotSent.because("not written");
      case LOSE_REQUEST -> Answer.Unknown.because("time-out");
      case LOSE_REPLY -> {
        Answer<T> _ = action.get();
        yield Answer.Unknown.because("time-out");
      }
      case ACT_LATE -> {
        late.add(
            () -> {
              Answer<T> _ = action.get();
            });
        yield Answer.Unknown.because("time-out");
      }
      case ANOTHERS_ANSWER -> new Answer.Unknown<>("an answer about another item", true);
    };
  }

  @Override
  public void endSession(PatronId patron) {
    heard.add("35");
  }

  @Override
  public void hangUp() {
    hangUps++;
  }

  @Override
  public void close() {}
}
