package org.libstation.central.sip2;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.Refusal;

/// All settings in which central systems differ. A station reads them from a file in `dialects/`.
///
/// @param login empty if the site has no login; 99 is then the first message
@RecordBuilder
public record Sip2Dialect(
    String name,
    WireDialect wire,
    Optional<Sip2Login> login,
    StationLocation place,
    Patience patience,
    AnswerMeaning meaning,
    Sip2Habits habits)
    implements Sip2DialectBuilder.With {

  /// How a message is written.
  ///
  /// @param trailerOptional whether answers without a trailer are accepted even with error
  ///   detection
  /// @param charset of the station's account on the central system
  /// @param lineEnd how the central system's answers end; a station always sends CR and reads any
  ///   line end
  /// @param timeForm how times are written, in both directions
  @RecordBuilder
  public record WireDialect(
      ErrorDetection errorDetection,
      boolean trailerOptional,
      Charset charset,
      LineEnd lineEnd,
      TimeForm timeForm)
      implements Sip2DialectWireDialectBuilder.With {}

  /// Whether messages carry a sequence number (AY) and checksum (AZ).
  public enum ErrorDetection {
    /// The central system answers with or without them, as the request was. A station sends them.
    FOLLOWS,
    /// The central system answers a message without them by 96.
    REQUIRED,
    /// Messages carry neither.
    NONE
  }

  public enum LineEnd {
    CR,
    CR_LF
  }

  /// The time zone of a SIP2 date, as its four characters between day and time say.
  public enum TimeForm {
    /// Local time of the central system, written as four blanks.
    LOCAL,
    /// Universal time, written as three blanks and `Z`.
    UTC
  }

  /// How a station logs in.
  public enum LoginStyle {
    /// By a login message (93).
    MESSAGE,
    /// By typing user and password at prompts, as on a telnet terminal; a status request (99)
    /// follows.
    PROMPTS,
    /// At prompts, and then by a login message (93) as well (Evergreen's SIPServer).
    PROMPTS_THEN_MESSAGE;

    boolean byPrompts() {
      return this != MESSAGE;
    }

    boolean byMessage() {
      return this != PROMPTS;
    }
  }

  /// The message by which a PIN is verified.
  public enum PinCheck {
    /// The patron request (63) carries the PIN, and CQ of its response (64) says whether it is
    /// right.
    WITH_63,
    /// The status request (23) carries the PIN, the patron request (63) does not. CQ of the
    /// response (24) says whether it is right.
    WITH_23
  }

  /// The station's login. [#toString()] hides the password.
  ///
  /// @param location CP: the service point for FOLIO, the workstation for Evergreen
  public record Sip2Login(String user, String password, String location, LoginStyle style) {
    /// By a login message (93).
    public static Sip2Login byMessage(String user, String password, String location) {
      return new Sip2Login(user, password, location, LoginStyle.MESSAGE);
    }

    @Override
    public String toString() {
      return "Login[" + user + " at " + location + "]";
    }
  }

  /// Where the station stands.
  ///
  /// @param institution AO
  /// @param location AP of a return
  /// @param zone of the central system's clock
  /// @param currency used if a message names none (BH)
  /// @param language of the messages to patrons, three digits (`001` English, `019` Chinese)
  public record StationLocation(
      String institution, String location, ZoneId zone, Currency currency, String language) {}

  /// The limits of every wait. The time-out in the 98 is a hint; it counts only between the minimum
  /// and the maximum.
  ///
  /// @param connect for connecting, login and the first 99 together
  /// @param minimumAnswer the shortest wait for an answer
  /// @param maximumAnswer the longest wait; all tries of one request together take no longer
  /// @param resends how often the same bytes are sent again after a resend request (96)
  /// @param keepAlive a connection idle for longer is tried with a status request (99) before it is
  ///   trusted
  /// @param turn how long one caller waits until another's request ends
  /// @param byMessage separate waits, by request code
  @RecordBuilder
  public record Patience(
      Duration connect,
      Duration minimumAnswer,
      Duration maximumAnswer,
      int resends,
      Duration keepAlive,
      Duration turn,
      Map<String, Duration> byMessage)
      implements Sip2DialectPatienceBuilder.With {

    /// Most repetitions of one request. By SIP 2.00, more than two or three resend requests (96)
    /// mean "not supported", not noise.
    public static final int MAX_RESENDS = 2;

    public Patience {
      if (resends < 0 || resends > MAX_RESENDS) {
        throw new IllegalArgumentException("resends must be 0 to " + MAX_RESENDS);
      }
      if (minimumAnswer.compareTo(maximumAnswer) > 0) {
        throw new IllegalArgumentException("the minimum wait is longer than the maximum");
      }
      byMessage = Map.copyOf(byMessage);
    }

    /// The wait for one answer.
    ///
    /// @param code of the request
    /// @param timeout of the 98, in tenths of a second; 0 and 999 give no hint
    Duration answer(String code, int timeout) {
      Optional<Duration> own = Optional.ofNullable(byMessage.get(code));
      return own.orElseGet(() -> answer(timeout));
    }

    private Duration answer(int timeout) {
      Duration hint =
          timeout == 0 || timeout == 999 ? Duration.ZERO : Duration.ofMillis(timeout * 100L);
      Duration wait = hint.compareTo(minimumAnswer) < 0 ? minimumAnswer : hint;
      return wait.compareTo(maximumAnswer) > 0 ? maximumAnswer : wait;
    }
  }

  /// The meaning of an alert type (CV).
  public enum CheckinAlert {
    HOLD_HERE,
    HOLD_ELSEWHERE,
    HOLD_INTERLIBRARY,
    OTHER_BRANCH,
    OTHER;

    boolean isHold() {
      return switch (this) {
        case HOLD_HERE, HOLD_ELSEWHERE, HOLD_INTERLIBRARY -> true;
        case OTHER_BRANCH, OTHER -> false;
      };
    }
  }

  /// What the answers of the central system mean.
  ///
  /// @param recalledIsOnLoan circulation status 07 means that the item is still on loan
  /// @param pinFor which of 11, 29 and 63 are refused without the PIN; with 11 or 63 here, the
  ///   station lends nothing off-line, because PINs are not kept
  /// @param pinCheck which message verifies a PIN; no other message carries it, unless `pinFor`
  ///   names that message
  /// @param refusalMayOmitEcho a refusal without AA or AB still counts as an answer to the request
  /// @param alerts meaning of each CV
  /// @param checkinNamesPatron a checkin response (10) names the patron whose loan ended (AA); one
  ///   without AA thus ended no loan
  /// @param chargeField the field of a 10 that carries the loan's own charge; empty if there is
  ///   none
  /// @param dueFormat how AH is written, in [java.time.format.DateTimeFormatter] letters; empty if
  ///   it has the 18 characters or is ISO
  /// @param refusals what the texts of refusals mean; the first rule that fits counts
  @RecordBuilder
  public record AnswerMeaning(
      boolean recalledIsOnLoan,
      Set<String> pinFor,
      PinCheck pinCheck,
      boolean refusalMayOmitEcho,
      Map<String, CheckinAlert> alerts,
      boolean checkinNamesPatron,
      Optional<String> chargeField,
      Optional<String> dueFormat,
      AccountDialect account,
      List<RefusalRule> refusals)
      implements Sip2DialectAnswerMeaningBuilder.With {
    public AnswerMeaning {
      pinFor = Set.copyOf(pinFor);
      alerts = Map.copyOf(alerts);
      refusals = List.copyOf(refusals);
    }

    /// Finds the rules that fit the texts in an answer about a patron. A rule must fit a whole text
    /// or a whole piece of it.
    public List<RefusalRule> known(List<String> texts) {
      return texts.stream()
          .flatMap(text -> RefusalRule.pieces(text).stream())
          .distinct()
          .flatMap(text -> refusals.stream().filter(rule -> rule.fits(text)).findFirst().stream())
          .distinct()
          .toList();
    }

    /// The reasons that the texts in an answer about a patron give for a block. The texts alone
    /// never make a block.
    public Set<Refusal.RefusalReason> reasons(List<String> texts) {
      Set<Refusal.RefusalReason> reasons = EnumSet.noneOf(Refusal.RefusalReason.class);
      known(texts).forEach(rule -> reasons.add(rule.reason()));
      reasons.remove(Refusal.RefusalReason.OTHER);
      return reasons;
    }

    Optional<CheckinAlert> alert(Optional<String> alertType) {
      return alertType.map(type -> alerts.getOrDefault(type, CheckinAlert.OTHER));
    }
  }

  /// What a patron response (64) says.
  ///
  /// @param loans what the list of loans (AU) holds
  /// @param holdItems what the count of hold items counts
  /// @param noAmountIsNothing whether a 64 without BV means that nothing is owed; otherwise the sum
  ///   is then not known
  /// @param silentFlags positions of the patron status, from 0, that say nothing
  /// @param fineLine regular expression for a line of the fine list (AV), with any of the groups
  ///   `amount`, `id`, `what`, `item` and `title`; if empty, only an amount is looked for
  /// @param classField the field that names the patron's class, by which fines may differ
  /// @param parts which parts of a debt a 37 may pay
  /// @param paymentAnswer the order of the two fixed fields of a 38
  @RecordBuilder
  public record AccountDialect(
      LoanList loans,
      HoldItems holdItems,
      boolean noAmountIsNothing,
      Set<Integer> silentFlags,
      Lists lists,
      Optional<String> fineLine,
      Optional<String> classField,
      PartsTaken parts,
      PaymentAnswer paymentAnswer)
      implements Sip2DialectAccountDialectBuilder.With {
    public AccountDialect {
      silentFlags = Set.copyOf(silentFlags);
      fineLine.ifPresent(Pattern::compile);
    }
  }

  /// How the lists of a patron response (64) are read.
  ///
  /// @param part how many lines are asked for at a time (BP, BQ); 0: all at once, then the missing
  ///   ones in parts
  /// @param atMost longest time after the first request in which a further part is asked for
  public record Lists(int part, Duration atMost) {
    /// Asks for all lines at once, and for further parts within half a minute.
    public static final Lists USUAL = new Lists(0, Duration.ofSeconds(30));

    /// Largest part that can be asked for, in lines.
    public static final int MOST = 999;

    /// @throws IllegalArgumentException if a value is out of range
    public Lists {
      if (part < 0 || part > MOST || atMost.isNegative() || atMost.isZero()) {
        throw new IllegalArgumentException("a part is 0 to " + MOST + ", the time above nothing");
      }
    }
  }

  /// The order of the two fixed fields of a payment response (38).
  public enum PaymentAnswer {
    /// *Payment accepted*, then the date (SIP 2.00).
    FLAG_FIRST,
    /// The date, then *payment accepted* (invenio-sip2). A 38 in the standard's order is also read.
    DATE_FIRST
  }

  /// What the list of loans (AU) holds.
  public enum LoanList {
    BARCODES,
    /// Titles or record numbers; an item cannot be found in such a list.
    TITLES
  }

  /// What "hold items count" includes.
  public enum HoldItems {
    READY,
    /// Ready and waiting holds.
    ALL
  }

  public Sip2Dialect withLogin(Sip2Login changed) {
    return withLogin(Optional.of(changed));
  }

  Sip2Codec codec() {
    return new Sip2Codec(
        wire.charset(),
        wire.errorDetection() != ErrorDetection.NONE,
        meaning.account().paymentAnswer());
  }
}
