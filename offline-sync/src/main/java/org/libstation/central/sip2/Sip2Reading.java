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
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;

/// Interprets the answers of one central system by its dialect. The caller has checked that each
/// answer is about the request.
final class Sip2Reading {

  /// Decimal text, never with an exponent. A credit is negative.
  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,12})?");

  private final Sip2Dialect dialect;
  private final Sip2Dialect.AccountDialect account;

  Sip2Reading(Sip2Dialect dialect) {
    this.dialect = dialect;
    this.account = dialect.meaning().account();
  }

  /// Reads an item response (18). An unknown item has status 01 and either no title or edge-sip2's
  /// `Unknown` (Koha, SIPServer, edge-sip2). It is refused with UNKNOWN_ITEM.
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
            // Item properties (CH) are free text, and nothing uses them.
            Optional.empty()));
  }

  /// Reads a patron response (64).
  ///
  /// @param withPin whether a PIN was sent; without one, CQ is ignored, because some systems then
  ///   send CQ = N
  /// @param loans the complete list of loans (AU), if it was read
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

  /// The number of holds that still wait. Not known if the system counts all holds together.
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
            told && !inhibited ? SecurityBitRule.MAY_CLEAR : SecurityBitRule.KEEP));
  }

  /// Reads the refusal of a loan, and recognises an item that this patron already has. Some systems
  /// report a repeated checkout as such. Others refuse a renewal instead, and only an item that
  /// this patron has can be renewed.
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

  /// Reads a checkin response (10). ok = 0 is no refusal if nothing was on loan (Koha, and
  /// SIPServer without a text). It is no refusal either if the item is caught for a hold (Koha).
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

  /// Whether a loan ended. AA says that one did. If this system's response (10) always names the
  /// patron of an ended loan, a missing AA says that none did. Otherwise a missing AA says nothing.
  ///
  /// @param saysNo the answer itself says that nothing was on loan
  private WasOnLoan wasOnLoan(Sip2Response.CheckinResponse answer, boolean saysNo) {
    if (answer.fields().filled("AA").isPresent()) {
      return WasOnLoan.YES;
    }
    return saysNo || dialect.meaning().checkinNamesPatron() ? WasOnLoan.NO : WasOnLoan.NOT_KNOWN;
  }

  /// Whether the item is kept for a hold. The patron who waits (CY, DA) is used only inside this
  /// method.
  private boolean held(Sip2Response.CheckinResponse answer) {
    return dialect
        .meaning()
        .alert(answer.fields().filled("CV"))
        .map(Sip2Dialect.CheckinAlert::isHold)
        .orElse(answer.fields().filled("CY").isPresent());
  }

  /// Finds the reason of a refusal, first by the dialect's texts, then by fields. The text goes
  /// first because Koha sends CQ = N beside other reasons even if no PIN was asked for.
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

  /// Finds the rule that fits a whole text of a refusal: all screen messages joined, or one of
  /// them.
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

  /// All screen messages joined, for comparison with rules only. The result leaves this class as
  /// [CentralWords].
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
      // The sum owed is then unknown, which differs from zero.
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

  /// The barcodes of the loans. Empty if the list holds no barcodes or is shorter than the count,
  /// because a missing item then proves nothing.
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
