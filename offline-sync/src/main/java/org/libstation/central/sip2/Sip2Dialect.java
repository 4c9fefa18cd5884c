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

/// What differs between one central system and the next: a record of switches. A station's come
/// from a file in `dialects/`.
///
/// @param login empty where the site has none (99 goes first)
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
  /// @param trailerOptional with error detection on, accept answers that carry no trailer at all
  /// @param charset of the account on the central system
  /// @param lineEnd how its answers end; a station always ends its own with CR and reads any end
  /// @param timeForm how times are written, both ways
  @RecordBuilder
  public record WireDialect(
      ErrorDetection errorDetection,
      boolean trailerOptional,
      Charset charset,
      LineEnd lineEnd,
      TimeForm timeForm)
      implements Sip2DialectWireDialectBuilder.With {}

  /// Who decides about AY and AZ.
  public enum ErrorDetection {
    /// The central system answers as it was asked; a station sends them.
    FOLLOWS,
    /// A message without them is answered by 96.
    REQUIRED,
    /// None are sent.
    NONE
  }

  public enum LineEnd {
    CR,
    CR_LF
  }

  /// How the four characters between day and time are used.
  public enum TimeForm {
    /// Four blanks: the central system's local time.
    LOCAL,
    /// Three blanks and `Z`.
    UTC
  }

  /// How a station logs in.
  public enum LoginStyle {
    /// By message 93.
    MESSAGE,
    /// At prompts, as at a telnet terminal; 99 follows.
    PROMPTS,
    /// At prompts, and by 93 all the same (Evergreen's SIPServer).
    PROMPTS_THEN_MESSAGE;

    boolean byPrompts() {
      return this != MESSAGE;
    }

    boolean byMessage() {
      return this != PROMPTS;
    }
  }

  /// Who verifies a PIN.
  public enum PinCheck {
    /// The PIN goes with 63, and 64 says CQ.
    WITH_63,
    /// 63 goes without it; 23 carries it, and 24 says CQ.
    WITH_23
  }

  /// Who logs in. [#toString()] hides the password.
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
  /// @param currency where a message names none (BH)
  /// @param language of the messages to patrons, three digits (`001` English, `019` Chinese)
  public record StationLocation(
      String institution, String location, ZoneId zone, Currency currency, String language) {}

  /// The limits of every wait. The 98's own time-out is a hint between the minimum and the maximum.
  ///
  /// @param connect connecting, logging in and the first 99, together
  /// @param minimumAnswer the shortest wait for an answer
  /// @param maximumAnswer the longest; all tries of one request together never take longer
  /// @param resends how often the same bytes are sent again after a 96
  /// @param keepAlive a connection idle for longer is tried with a 99 before it is trusted
  /// @param turn how long one caller waits for another's request to end
  /// @param byMessage waits of their own, by the code of the request
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

    /// SIP 2.00: more than two or three repetitions mean "not supported", not noise.
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
    /// @param timeout of the 98, tenths of a second; 0 and 999 say nothing
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

  /// What an alert type (CV) stands for.
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

  /// What its answers mean.
  ///
  /// @param recalledIsOnLoan circulation status 07 means that the item is still on loan
  /// @param pinFor which of 11, 29 and 63 are refused without the PIN: where 11 or 63 is, nothing
  ///   may be lent off-line, for PINs are not kept
  /// @param pinCheck which message verifies a PIN; every other goes without it, unless `pinFor`
  ///   names it
  /// @param refusalMayOmitEcho a refusal without AA or AB is still ours
  /// @param alerts meaning of each CV
  /// @param checkinNamesPatron a 10 names the patron whose loan ended (AA), so that one without AA
  ///   ended none
  /// @param chargeField the field of 10 that carries the loan's own charge, where there is one
  /// @param dueFormat how AH is written where that is neither the 18 characters nor ISO
  ///   ([java.time.format.DateTimeFormatter] letters)
  /// @param refusals what the texts of refusals mean; the first that fits counts
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

    /// The rules that know the texts of a patron's answer, each text or each piece of it whole.
    public List<RefusalRule> known(List<String> texts) {
      return texts.stream()
          .flatMap(text -> RefusalRule.pieces(text).stream())
          .distinct()
          .flatMap(text -> refusals.stream().filter(rule -> rule.fits(text)).findFirst().stream())
          .distinct()
          .toList();
    }

    /// What the texts of a patron's answer say of a block, which they make none.
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

  /// What a 64 says of a patron.
  ///
  /// @param loans what the list of loans (AU) holds
  /// @param holdItems what the count of hold items counts
  /// @param noAmountIsNothing without BV nothing is owed; else what is owed is not known then
  /// @param silentFlags positions of the patron status, from 0, that say nothing
  /// @param fineLine how a line of the fine list (AV) is written: a regular expression with the
  ///   groups `amount`, `id`, `what`, `item` and `title`, as far as they are told; empty where only
  ///   an amount can be looked for
  /// @param classField the field that names the kind of patron, by which fines may differ
  /// @param parts what parts of a debt a 37 may pay
  /// @param paymentAnswer in which order a 38 has its two fixed fields
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

  /// How the lists of a 64 are read.
  ///
  /// @param part how many lines are asked for at a time (BP, BQ); 0: all at once, and what is
  ///   missing then in parts
  /// @param atMost no further part is asked for later than this after the first
  public record Lists(int part, Duration atMost) {
    /// All at once, for half a minute.
    public static final Lists USUAL = new Lists(0, Duration.ofSeconds(30));

    /// The largest part.
    public static final int MOST = 999;

    /// @throws IllegalArgumentException when one is out of range
    public Lists {
      if (part < 0 || part > MOST || atMost.isNegative() || atMost.isZero()) {
        throw new IllegalArgumentException("a part is 0 to " + MOST + ", the time above nothing");
      }
    }
  }

  /// The order of the fixed fields of a 38.
  public enum PaymentAnswer {
    /// *Payment accepted*, then the date (SIP 2.00).
    FLAG_FIRST,
    /// The date, then *payment accepted* (invenio-sip2). A 38 of the standard's order is read too.
    DATE_FIRST
  }

  /// What AU holds.
  public enum LoanList {
    BARCODES,
    /// Titles or record numbers: an item cannot be found in it.
    TITLES
  }

  /// What "hold items count" counts.
  public enum HoldItems {
    READY,
    /// Waiting ones too.
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
