package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Dialect.AccountDialect;
import org.libstation.central.sip2.Sip2Dialect.AnswerMeaning;
import org.libstation.central.sip2.Sip2Dialect.CheckinAlert;
import org.libstation.central.sip2.Sip2Dialect.ErrorDetection;
import org.libstation.central.sip2.Sip2Dialect.HoldItems;
import org.libstation.central.sip2.Sip2Dialect.LineEnd;
import org.libstation.central.sip2.Sip2Dialect.Lists;
import org.libstation.central.sip2.Sip2Dialect.LoanList;
import org.libstation.central.sip2.Sip2Dialect.Patience;
import org.libstation.central.sip2.Sip2Dialect.PaymentAnswer;
import org.libstation.central.sip2.Sip2Dialect.PinCheck;
import org.libstation.central.sip2.Sip2Dialect.Sip2Login;
import org.libstation.central.sip2.Sip2Dialect.StationLocation;
import org.libstation.central.sip2.Sip2Dialect.TimeForm;
import org.libstation.central.sip2.Sip2Dialect.WireDialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.Refusal.RefusalReason;

/// The dialects of `generic.yaml` and `embedded.yaml` as Java values, for programs that run without
/// the files of a site.
public final class LibraryDialects {
  /// What the embedded library tells a patron whose card expires soon.
  private static final RefusalRule EMBEDDED_NOTICE =
      new RefusalRule(
          "Your card is valid (until [0-9-]+|for a few days more), see the counter",
          RefusalReason.OTHER,
          Optional.of("Your card is valid for a few days more, see the counter"));

  /// Refusal texts of Koha, SIPServer, Evergreen, FOLIO edge-sip2 and the embedded library. The
  /// first rule that fits counts, so the narrow rules come first.
  private static final List<RefusalRule> KNOWN_TEXTS =
      List.of(
          RefusalRule.of(
              ".*\\b(invalid item|item\\b.*\\bnot found|item does not exist|no such item|title not"
                  + " found|unknown item|item not known)\\b.*",
              RefusalReason.UNKNOWN_ITEM),
          RefusalRule.of(
              ".*\\b(invalid (pin|password|patron password)|wrong pin|incorrect"
                  + " (pin|password))\\b.*",
              RefusalReason.WRONG_PIN),
          RefusalRule.of(
              ".*\\b(invalid patron|invalid card|card not known|patron\\b.*\\bnot found|unknown"
                  + " (patron|card)|no such patron|user\\b.*\\bnot found)\\b.*",
              RefusalReason.UNKNOWN_PATRON),
          RefusalRule.of(
              ".*\\b(on loan to this card already|already (checked out|on loan) to"
                  + " (you|this))\\b.*",
              RefusalReason.ALREADY_YOURS),
          RefusalRule.of(
              ".*\\b(not checked out|not on loan|not your loan|borrowed by another)\\b.*",
              RefusalReason.NOT_YOUR_LOAN),
          RefusalRule.of(
              ".*\\b(checked out to another|on loan to another|already checked out|item is checked"
                  + " out|charged to another)\\b.*",
              RefusalReason.ON_LOAN_TO_ANOTHER),
          RefusalRule.of(
              ".*\\b(maximum renewals|no more renewals|no_more_renewals|too many renewals|renewal"
                  + " limit|renewals? (not|exhausted)|too_many|cannot be renewed)\\b.*",
              RefusalReason.NO_MORE_RENEWALS),
          RefusalRule.of(
              ".*\\b((reserved|held|on hold|requested) (for|by) (this card|you) already|already (on"
                  + " hold|reserved|requested|has (a|this) hold)|hold already exists)\\b.*",
              RefusalReason.ALREADY_HELD),
          RefusalRule.of(
              ".*\\b(no such hold|hold (does not exist|not found))\\b.*",
              RefusalReason.NO_SUCH_HOLD),
          RefusalRule.of(
              ".*\\b((is|item) reserved|reserved for|on hold|on[ _]reserve|hold shelf|hold for"
                  + " another|requested by|has holds|item\\b.*\\bheld)\\b.*",
              RefusalReason.HELD_FOR_ANOTHER),
          RefusalRule.of(".*\\b(card|patron)\\b.*\\b(lost|stolen)\\b.*", RefusalReason.CARD_LOST),
          RefusalRule.of(
              ".*\\b((card|patron|membership|account|privileges|registration) (is |has |have"
                  + " )?expired|expired (card|patron|membership|account)|expiry date)\\b.*",
              RefusalReason.CARD_EXPIRED),
          RefusalRule.of(
              ".*\\b(age restriction|too young|age limit|adults? only)\\b.*",
              RefusalReason.AGE_LIMIT),
          RefusalRule.of(
              ".*\\b(has overdues?|overdue (items?|books?|loans?)|(items?|books?|loans?) (is |are"
                  + " )?(long )?overdue)\\b.*",
              RefusalReason.HAS_OVERDUES),
          RefusalRule.of(
              ".*\\b(fee|charge|rental|deposit)\\b.*\\b(confirm|acknowledge|accept|required)\\b.*|.*\\bfee"
                  + " to confirm\\b.*",
              RefusalReason.FEE_TO_CONFIRM),
          RefusalRule.of(
              ".*\\b(has fines|(patron|you|card|account|borrower) owes?|fees? owed|pay"
                  + " your|outstanding (fee|fine|charge)s?|in debt|excessive (fine|fee)s?|too much"
                  + " (is )?owed)\\b.*",
              RefusalReason.OWES_TOO_MUCH),
          RefusalRule.of(
              ".*\\b(too many"
                  + " (items|loans|checkouts|books|holds)|(loan|item|checkout|charge|borrowing)"
                  + " (limit|quota)|limit (of loans |of items )?(is )?reached|maximum"
                  + " (number|loans|items|checkouts))\\b.*",
              RefusalReason.LIMIT_REACHED),
          RefusalRule.of(
              ".*\\b(not for loan|(for )?reference only|reference (item|copy|book)|is"
                  + " restricted|item restricted|non-?circulating|not loanable|cannot be"
                  + " (borrowed|checked out|loaned)|(item|is) withdrawn|item (is"
                  + " )?lost|item\\b.*\\bdamaged|in-?house use|library use)\\b.*",
              RefusalReason.NOT_FOR_LOAN),
          RefusalRule.of(
              ".*\\b((patron|card|account|user|borrower|membership|privileges|item)\\b.*\\b(blocked|debarred|suspended|barred|revoked)|(blocked|debarred|suspended|barred)"
                  + " (patron|card|account|user|borrower)|no (borrowing )?privileges)\\b.*",
              RefusalReason.PATRON_BLOCKED));

  private static final Map<String, CheckinAlert> STANDARD_ALERTS =
      Map.of(
          "01", CheckinAlert.HOLD_HERE,
          "02", CheckinAlert.HOLD_ELSEWHERE,
          "03", CheckinAlert.HOLD_INTERLIBRARY,
          "04", CheckinAlert.OTHER_BRANCH);

  private static final Patience USUAL_PATIENCE =
      new Patience(
          Duration.ofSeconds(8),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Patience.MAX_RESENDS,
          Duration.ofSeconds(40),
          Duration.ofSeconds(20),
          Map.of());

  /// The account part of `embedded.yaml`.
  private static final AccountDialect EMBEDDED_ACCOUNT =
      new AccountDialect(
          LoanList.BARCODES,
          HoldItems.READY,
          false,
          Set.of(),
          new Lists(100, Duration.ofSeconds(30)),
          Optional.of(
              "(?<id>\\d+) [A-Z]{3} (?<amount>-?[\\d.]+) (?<what>.*?)(?: (?<item>\\d{14}))?"),
          Optional.of("PC"),
          new PartsTaken(true, true, true),
          PaymentAnswer.FLAG_FIRST);

  /// The requests that a station sends, except the payment (37). A payment must be tried first: the
  /// station would take the money before it knows whether the central system books it.
  private static final Set<String> GENERIC_MESSAGES =
      Set.of("09", "11", "15", "17", "23", "29", "35", "63", "93", "97", "99");

  /// The dialect for an unknown central system (`generic.yaml`): each value is the one that does
  /// the least harm. It has no login yet.
  public static Sip2Dialect generic() {
    return new Sip2Dialect(
        "generic",
        new WireDialect(
            ErrorDetection.FOLLOWS, false, StandardCharsets.UTF_8, LineEnd.CR, TimeForm.LOCAL),
        Optional.empty(),
        new StationLocation("", "", ZoneId.of("UTC"), Currency.getInstance("EUR"), "001"),
        USUAL_PATIENCE,
        meaning(
            false,
            Optional.empty(),
            new AccountDialect(
                LoanList.BARCODES,
                HoldItems.READY,
                false,
                Set.of(),
                Lists.USUAL,
                Optional.empty(),
                Optional.empty(),
                PartsTaken.NONE,
                PaymentAnswer.FLAG_FIRST),
            KNOWN_TEXTS),
        habits(
            GENERIC_MESSAGES, Sip2Habits.RepeatedCheckout.REFUSAL, Sip2Habits.ReturnDate.IGNORED));
  }

  /// The dialect of the embedded library. Its checkin response (10) carries the charge of the ended
  /// loan in BV.
  public static Sip2Dialect embedded() {
    Sip2Dialect generic = generic();
    return new Sip2Dialect(
        "embedded",
        generic.wire(),
        Optional.of(Sip2Login.byMessage("station2", "station2", "SEL-2")),
        new StationLocation(
            "SEL", "SEL-2", ZoneId.of("Asia/Hong_Kong"), Currency.getInstance("HKD"), "001"),
        generic.patience(),
        embeddedMeaning(),
        habits(
            Set.of("09", "11", "15", "17", "23", "29", "35", "37", "63", "93", "97", "99"),
            Sip2Habits.RepeatedCheckout.REFUSAL,
            Sip2Habits.ReturnDate.TO_THE_SECOND));
  }

  private static AnswerMeaning embeddedMeaning() {
    List<RefusalRule> texts = new ArrayList<>(List.of(EMBEDDED_NOTICE));
    texts.addAll(KNOWN_TEXTS);
    return meaning(true, Optional.of("BV"), EMBEDDED_ACCOUNT, texts);
  }

  private static AnswerMeaning meaning(
      boolean checkinNamesPatron,
      Optional<String> chargeField,
      AccountDialect account,
      List<RefusalRule> texts) {
    return new AnswerMeaning(
        false,
        Set.of(),
        PinCheck.WITH_63,
        false,
        STANDARD_ALERTS,
        checkinNamesPatron,
        chargeField,
        Optional.empty(),
        account,
        texts);
  }

  private static Sip2Habits habits(
      Set<String> messages,
      Sip2Habits.RepeatedCheckout repeatedCheckout,
      Sip2Habits.ReturnDate returnDate) {
    return new Sip2Habits(
        messages,
        false,
        Sip2Habits.Unsupported.RESEND,
        Sip2Habits.ResendHabit.LAST_ANSWER,
        Sip2Habits.SameAgain.ACTS,
        repeatedCheckout,
        returnDate,
        Sip2Habits.LoanDate.OWN,
        Sip2Habits.NoBlock.IGNORED,
        Sip2Habits.RenewsFrom.TODAY,
        1,
        Optional.empty(),
        false);
  }

  private LibraryDialects() {}
}
