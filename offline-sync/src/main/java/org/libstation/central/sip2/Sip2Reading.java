package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.central.CentralSystem.CheckinResult;
import org.libstation.central.CentralSystem.CheckoutResult;
import org.libstation.central.CentralSystem.HoldPlaced;
import org.libstation.central.CentralSystem.Renewal;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.WasOnLoan;

/// What the answers of one central system mean. The answers given to this are known to be ours.
final class Sip2Reading {

  /// Decimal text; a credit is negative. Never an exponent.
  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,12})?");

  private final Sip2Dialect dialect;
  private final Sip2Dialect.AccountDialect account;

  Sip2Reading(Sip2Dialect dialect) {
    this.dialect = dialect;
    this.account = dialect.meaning().account();
  }

  /// An unknown item has status 01 and no title, or edge-sip2's `Unknown` (Koha, SIPServer,
  /// edge-sip2).
  Answer<ItemLook> look(ItemId item, Sip2Response.ItemInformationResponse answer) {
    CirculationStatus status =
        CirculationStatus.ofCode(answer.circulationStatus()).orElse(CirculationStatus.OTHER);
    String title = title(answer);
    boolean nameless = title.isEmpty() || title.equalsIgnoreCase("unknown");
    boolean saysUnknown =
        rule(answer).filter(rule -> rule.reason() == RefusalReason.UNKNOWN_ITEM).isPresent();
    if (status == CirculationStatus.OTHER && (nameless || saysUnknown)) {
      return new Answer.Refused<>(
          new Refusal(
              RefusalReason.UNKNOWN_ITEM,
              rule(answer).map(RefusalRule::words).orElse(CentralWords.NONE)));
    }
    return new Answer.Accepted<>(
        new ItemLook(
            item,
            title,
            status,
            answer.fields().filled("AH").map(this::due),
            answer.holdQueue().orElse(0),
            answer.fields().filled("CK"),
            // Item properties (CH) are free text, and nothing here hangs on them.
            Optional.empty()));
  }

  /// @param withPin whether a PIN was sent: systems send CQ = N for a PIN that nobody asked about
  /// @param loans the list of loans (AU), read to its end
  PatronLook patron(
      PatronId patron,
      Sip2Response.PatronInformationResponse answer,
      boolean withPin,
      Optional<List<String>> loans) {
    boolean named = answer.fields().filled("AE").isPresent();
    return new PatronLook(
        patron,
        answer.validPatron().orElse(named),
        withPin ? answer.validPin() : Optional.empty(),
        blocks(answer.patronStatus()),
        answer.chargedItems(),
        answer.overdueItems(),
        answer.chargedLimit(),
        readyHolds(answer),
        waitingHolds(answer),
        owed(answer),
        loans.flatMap(values -> charged(answer, values)),
        dialect.meaning().reasons(answer.screenMessages()),
        account.classField().flatMap(answer.fields()::filled));
  }

  private int readyHolds(Sip2Response.PatronInformationResponse answer) {
    return switch (account.holdItems()) {
      case READY -> answer.holdItems().orElse(0);
      case ALL -> 0;
    };
  }

  /// What counts all reservations as one says nothing of those that wait.
  private OptionalInt waitingHolds(Sip2Response.PatronInformationResponse answer) {
    return switch (account.holdItems()) {
      case READY -> answer.unavailableHolds();
      case ALL -> OptionalInt.empty();
    };
  }

  private Optional<Money> owed(Sip2Response.PatronInformationResponse answer) {
    Optional<String> amount = answer.fields().filled("BV");
    if (amount.isEmpty() && account.noAmountIsNothing()) {
      return Optional.of(new Money(0, dialect.place().currency()));
    }
    return money(amount, answer.fields().filled("BH"));
  }

  Answer<CheckoutResult> checkout(Sip2Response.CheckoutResponse answer) {
    if (!answer.ok().yes()) {
      return new Answer.Refused<>(notLent(answer));
    }
    boolean inhibited = answer.securityInhibit().orElse(false);
    boolean told =
        switch (answer.desensitize()) {
          case YES, UNKNOWN -> true;
          case NO, UNREADABLE -> false;
        };
    return new Answer.Accepted<>(
        new CheckoutResult(
            title(answer),
            due(answer.due().orElse("")),
            answer.renewalOk().yes(),
            told && !inhibited));
  }

  /// A repeated checkout is told as such by some, and elsewhere by a renewal that is refused: only
  /// an item that this patron has can be renewed.
  private Refusal notLent(Sip2Response.CheckoutResponse answer) {
    Refusal refusal = refusal(answer);
    boolean hasIt =
        switch (dialect.habits().repeatedCheckout()) {
          case RENEWAL -> refusal.reason() == RefusalReason.NO_MORE_RENEWALS;
          case REFUSAL_THAT_TELLS -> answer.renewalOk().yes();
          case REFUSAL -> false;
        };
    return hasIt ? new Refusal(RefusalReason.ALREADY_YOURS, refusal.words()) : refusal;
  }

  Answer<HoldPlaced> hold(Sip2Response.HoldResponse answer) {
    if (!answer.ok().yes()) {
      return new Answer.Refused<>(refusal(answer));
    }
    return new Answer.Accepted<>(
        new HoldPlaced(
            title(answer),
            answer.available().yes(),
            answer.fields().number("BR"),
            answer.fields().filled("BS")));
  }

  Answer<Renewal> renewal(Sip2Response.RenewResponse answer) {
    if (!answer.ok().yes()) {
      return new Answer.Refused<>(refusal(answer));
    }
    return new Answer.Accepted<>(
        new Renewal(title(answer), due(answer.due().orElse("")), answer.renewalOk().yes()));
  }

  /// ok = 0 is no refusal where nothing was on loan, nor where the item is caught for a hold all
  /// the same (both Koha; SIPServer says the first without a word).
  Answer<CheckinResult> checkin(Sip2Response.CheckinResponse answer) {
    boolean held = held(answer);
    boolean nothingOnLoan =
        answer.fields().filled("AA").isEmpty()
            && (words(answer).isEmpty()
                ? !title(answer).isEmpty()
                : words(answer).toLowerCase(Locale.ROOT).contains("not checked out"));
    if (!answer.ok().yes() && !held && !nothingOnLoan) {
      return new Answer.Refused<>(refusal(answer));
    }
    return new Answer.Accepted<>(
        new CheckinResult(
            title(answer),
            answer.fields().filled("CL"),
            held,
            answer.alert().yes(),
            wasOnLoan(answer, nothingOnLoan && !(answer.ok().yes() && words(answer).isEmpty())),
            money(
                dialect.meaning().chargeField().flatMap(answer.fields()::filled),
                answer.fields().filled("BH")),
            answer.fields().filled("AA").filter(PatronId::fits).map(PatronId::new)));
  }

  /// AA says that a loan ended. Where this system's 10 names the patron of an ended loan, a missing
  /// AA says that none did; elsewhere a missing AA says nothing.
  ///
  /// @param saysNo the answer itself says that nothing was on loan
  private WasOnLoan wasOnLoan(Sip2Response.CheckinResponse answer, boolean saysNo) {
    if (answer.fields().filled("AA").isPresent()) {
      return WasOnLoan.YES;
    }
    return saysNo || dialect.meaning().checkinNamesPatron() ? WasOnLoan.NO : WasOnLoan.NOT_KNOWN;
  }

  /// Whether somebody waits for it. Who that is (CY, DA) never leaves this method.
  private boolean held(Sip2Response.CheckinResponse answer) {
    return dialect
        .meaning()
        .alert(answer.fields().filled("CV"))
        .map(Sip2Dialect.CheckinAlert::isHold)
        .orElse(answer.fields().filled("CY").isPresent());
  }

  /// Why it said no: by the dialect's texts, then by fields. Koha sends CQ = N beside other reasons
  /// when no PIN was asked for, so the text goes first.
  Refusal refusal(Sip2Response answer) {
    return rule(answer)
        .map(rule -> new Refusal(rule.reason(), rule.words()))
        .orElseGet(() -> Refusal.of(byFields(answer).orElse(RefusalReason.OTHER)));
  }

  private static Optional<RefusalReason> byFields(Sip2Response answer) {
    Sip2Fields fields = answer.fields();
    if (fields.flag("BL").filter(valid -> !valid).isPresent()) {
      return Optional.of(RefusalReason.UNKNOWN_PATRON);
    }
    if (fields.flag("CQ").filter(valid -> !valid).isPresent()) {
      return Optional.of(RefusalReason.WRONG_PIN);
    }
    if (fields.filled("BT").isPresent() && fields.filled("BV").isPresent()) {
      return Optional.of(RefusalReason.FEE_TO_CONFIRM);
    }
    return Optional.empty();
  }

  /// The rule that knows a refusal's text whole: all screen messages as one, or one of them.
  private Optional<RefusalRule> rule(Sip2Response answer) {
    List<String> texts = new ArrayList<>(List.of(words(answer)));
    texts.addAll(answer.screenMessages());
    for (RefusalRule rule : dialect.meaning().refusals()) {
      if (texts.stream().anyMatch(rule::fits)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// Only to be judged; what it came to leaves here as [CentralWords].
  private static String words(Sip2Response answer) {
    return String.join(" ", answer.screenMessages()).strip();
  }

  private static String title(Sip2Response answer) {
    return answer.title().orElse("").strip();
  }

  DueDate due(String text) {
    return Sip2Date.due(text, dialect.place().zone(), dialect.meaning().dueFormat());
  }

  private Optional<Money> money(Optional<String> amount, Optional<String> code) {
    if (amount.isEmpty() || !AMOUNT.matcher(amount.get()).matches()) {
      // What is owed is not known then, which is not nothing.
      return Optional.empty();
    }
    Currency currency = dialect.place().currency();
    try {
      if (code.isPresent()) {
        currency = Currency.getInstance(code.get());
      }
      return Optional.of(Money.parse(amount.get(), currency));
    } catch (IllegalArgumentException noSuchCurrency) {
      return Optional.empty();
    }
  }

  private Set<PatronBlock> blocks(String status) {
    Set<PatronBlock> blocks = EnumSet.noneOf(PatronBlock.class);
    int position = 0;
    for (PatronBlock block : PatronBlock.values()) {
      boolean says = !account.silentFlags().contains(position);
      if (says && position < status.length() && status.charAt(position) == 'Y') {
        blocks.add(block);
      }
      position++;
    }
    return blocks;
  }

  /// The barcodes of the loans; empty when the list is not one of barcodes or is shorter than the
  /// count, for then nothing can be proved by an item's absence.
  private Optional<List<ItemId>> charged(
      Sip2Response.PatronInformationResponse answer, List<String> values) {
    if (account.loans() == Sip2Dialect.LoanList.TITLES) {
      return Optional.empty();
    }
    Set<ItemId> items = new LinkedHashSet<>();
    for (String value : values) {
      if (!ItemId.fits(value)) {
        return Optional.empty();
      }
      items.add(new ItemId(value));
    }
    OptionalInt count = answer.chargedItems();
    if (count.isPresent() && count.getAsInt() > values.size()) {
      return Optional.empty();
    }
    return Optional.of(new ArrayList<>(items));
  }
}
