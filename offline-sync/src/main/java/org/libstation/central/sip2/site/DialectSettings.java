package org.libstation.central.sip2.site;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.central.CentralLine;
import org.libstation.central.DialectFile;
import org.libstation.central.WrongSettingException;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Dialect.CheckinAlert;
import org.libstation.central.sip2.Sip2Dialect.ErrorDetection;
import org.libstation.central.sip2.Sip2Dialect.HoldItems;
import org.libstation.central.sip2.Sip2Dialect.LineEnd;
import org.libstation.central.sip2.Sip2Dialect.LoanList;
import org.libstation.central.sip2.Sip2Dialect.LoginStyle;
import org.libstation.central.sip2.Sip2Dialect.PaymentAnswer;
import org.libstation.central.sip2.Sip2Dialect.PinCheck;
import org.libstation.central.sip2.Sip2Dialect.TimeForm;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.circulation.PartsTaken;
import org.libstation.circulation.Refusal;

/// The contents of a file in `dialects/`. `dialects/generic.yaml` has all switches and explains
/// each. A file that is based on another one contains only the differences.
///
/// @param basedOn name of another file, whose switches hold if this file does not set them; empty =
///   none, and this file must then set every switch
/// @param system which central system, in words
public record DialectSettings(
    String basedOn,
    String system,
    WireSettings wire,
    SessionSettings session,
    Messages messages,
    PinDialectSettings pin,
    Acts acts,
    AnswerSettings answers,
    PatronDialectSettings patron,
    PaymentDialectSettings payment,
    List<RefusalText> refusals) {

  static final Set<String> CODES =
      Set.of(
          "01", "09", "11", "15", "17", "19", "23", "25", "29", "35", "37", "63", "65", "93", "97",
          "99");

  /// Longest wait for an answer, in seconds, even if the status (98) asks for more.
  private static final int LONGEST_WAIT = 120;

  public DialectSettings {
    require(system != null && !system.isBlank(), "system", "which central system, in words");
    require(wire != null, "wire", "a section");
    require(session != null, "session", "a section");
    require(messages != null, "messages", "a section");
    require(pin != null, "pin", "a section");
    require(acts != null, "acts", "a section");
    require(answers != null, "answers", "a section");
    require(patron != null, "patron", "a section");
    // A site's own file may omit this section if it is based on no other file.
    payment =
        payment == null ? new PaymentDialectSettings(Parts.WHOLE, Spread.NOT_KNOWN, null) : payment;
    basedOn = basedOn == null ? "" : basedOn;
    refusals = refusals == null ? List.of() : List.copyOf(refusals);
  }

  /// How messages are written.
  public record WireSettings(
      ErrorDetection errorDetection,
      Boolean trailerOptional,
      String charset,
      LineEnd lineEnd,
      TimeForm timeForm) {
    public WireSettings {
      required(errorDetection, "wire.error-detection", ErrorDetection.class);
      required(trailerOptional, "wire.trailer-optional");
      require(
          charset != null && canBe(() -> Charset.forName(charset)),
          "wire.charset",
          "a character set such as UTF-8, ISO-8859-1 or IBM850");
      required(lineEnd, "wire.line-end", LineEnd.class);
      required(timeForm, "wire.time-form", TimeForm.class);
    }
  }

  /// Login, connections and waits.
  ///
  /// @param idleDropSeconds when the central system closes an idle connection; 0 = never
  /// @param answerSeconds separate waits, by request code
  public record SessionSettings(
      LoginStyle loginStyle,
      Boolean locationRequired,
      Integer connections,
      Integer idleDropSeconds,
      Integer connectSeconds,
      Integer minimumAnswerSeconds,
      Integer maximumAnswerSeconds,
      Map<String, Integer> answerSeconds,
      Integer resends) {
    public SessionSettings {
      required(loginStyle, "session.login-style", LoginStyle.class);
      required(locationRequired, "session.location-required");
      required(connections, "session.connections", 1, 2);
      required(idleDropSeconds, "session.idle-drop-seconds", 0, 86_400);
      require(
          idleDropSeconds == 0 || idleDropSeconds >= 3,
          "session.idle-drop-seconds",
          "0 (never) or 3 to 86400");
      required(connectSeconds, "session.connect-seconds", 1, LONGEST_WAIT);
      required(minimumAnswerSeconds, "session.minimum-answer-seconds", 1, LONGEST_WAIT);
      required(
          maximumAnswerSeconds,
          "session.maximum-answer-seconds",
          minimumAnswerSeconds,
          LONGEST_WAIT);
      answerSeconds = answerSeconds == null ? Map.of() : Map.copyOf(answerSeconds);
      answerSeconds.forEach(
          (code, seconds) -> {
            isCode(code, "session.answer-seconds." + code);
            required(seconds, "session.answer-seconds." + code, 1, LONGEST_WAIT);
          });
      required(resends, "session.resends", 0, Sip2Dialect.Patience.MAX_RESENDS);
    }

    Optional<Duration> idleDrop() {
      return idleDropSeconds == 0
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(idleDropSeconds));
    }
  }

  /// Which requests the central system supports.
  public record Messages(
      List<String> supported,
      Boolean byBx,
      Sip2Habits.Unsupported unsupported,
      Sip2Habits.ResendHabit resend,
      Sip2Habits.SameAgain sameAgain) {
    public Messages {
      require(supported != null, "messages.supported", "codes of requests, in quotes");
      supported.forEach(code -> isCode(code, "messages.supported"));
      supported = List.copyOf(supported);
      required(byBx, "messages.by-bx");
      required(unsupported, "messages.unsupported", Sip2Habits.Unsupported.class);
      required(resend, "messages.resend", Sip2Habits.ResendHabit.class);
      required(sameAgain, "messages.same-again", Sip2Habits.SameAgain.class);
    }
  }

  /// Which requests need a PIN, and which message verifies it.
  public record PinDialectSettings(List<String> neededFor, PinCheck verifiedBy) {
    public PinDialectSettings {
      require(
          neededFor != null && Set.of("11", "29", "63").containsAll(neededFor),
          "pin.needed-for",
          "some of \"11\", \"29\" and \"63\", or []");
      neededFor = List.copyOf(neededFor);
      required(verifiedBy, "pin.verified-by", PinCheck.class);
    }
  }

  /// How it carries out loans, returns and renewals.
  public record Acts(
      Sip2Habits.RepeatedCheckout repeatedCheckout,
      Sip2Habits.ReturnDate returnDate,
      Sip2Habits.LoanDate loanDate,
      Sip2Habits.NoBlock noBlock,
      Sip2Habits.RenewsFrom renewsFrom) {
    public Acts {
      required(repeatedCheckout, "acts.repeated-checkout", Sip2Habits.RepeatedCheckout.class);
      required(returnDate, "acts.return-date", Sip2Habits.ReturnDate.class);
      required(loanDate, "acts.loan-date", Sip2Habits.LoanDate.class);
      required(noBlock, "acts.no-block", Sip2Habits.NoBlock.class);
      required(renewsFrom, "acts.renews-from", Sip2Habits.RenewsFrom.class);
    }
  }

  /// What its answers mean.
  public record AnswerSettings(
      Boolean refusalOmitsEcho,
      Boolean recalledIsOnLoan,
      Map<String, CheckinAlert> alerts,
      Boolean checkinNamesPatron,
      String chargeField,
      String dueFormat) {
    public AnswerSettings {
      required(refusalOmitsEcho, "answers.refusal-omits-echo");
      required(recalledIsOnLoan, "answers.recalled-is-on-loan");
      required(checkinNamesPatron, "answers.checkin-names-patron");
      alerts = alerts == null ? Map.of() : Map.copyOf(alerts);
      require(
          chargeField != null && chargeField.matches("([A-Z][A-Z0-9])?"),
          "answers.charge-field",
          "the id of a field such as BV, or \"\"");
      require(
          dueFormat != null && isPattern(dueFormat),
          "answers.due-format",
          "a pattern such as dd/MM/uuuu HH:mm, or \"\"");
    }
  }

  /// What its answers about a patron mean.
  public record PatronDialectSettings(
      LoanList loans,
      HoldItems holdItems,
      NoAmount noAmount,
      List<Integer> silentFlags,
      Integer listPart,
      Integer listSeconds,
      String fineLine,
      String classField) {
    public PatronDialectSettings {
      String line = fineLine == null ? "" : fineLine;
      required(listPart, "patron.list-part", 0, Sip2Dialect.Lists.MOST);
      required(listSeconds, "patron.list-seconds", 1, 300);
      require(
          line.isEmpty() || (line.contains("(?<amount>") && canBe(() -> Pattern.compile(line))),
          "patron.fine-line",
          "a regular expression with a group (?<amount>…), or \"\"");
      required(loans, "patron.loans", LoanList.class);
      required(holdItems, "patron.hold-items", HoldItems.class);
      required(noAmount, "patron.no-amount", NoAmount.class);
      require(
          silentFlags != null && silentFlags.stream().allMatch(flag -> flag >= 0 && flag <= 13),
          "patron.silent-flags",
          "positions of the patron status, 0 to 13, or []");
      require(
          classField != null && classField.matches("([A-Z][A-Z0-9])?"),
          "patron.class-field",
          "the id of a field such as PC or PT, or \"\"");
      silentFlags = List.copyOf(silentFlags);
      fineLine = line;
    }
  }

  /// What a patron response (64) without an amount means.
  public enum NoAmount {
    NOTHING_OWED,
    NOT_KNOWN
  }

  /// How it takes payments.
  ///
  /// @param answer order of the fields of a 38; null only in a site's own file that is based on no
  ///   other
  public record PaymentDialectSettings(Parts parts, Spread spread, @Nullable PaymentAnswer answer) {
    public PaymentDialectSettings {
      required(parts, "payment.parts", Parts.class);
      required(spread, "payment.spread", Spread.class);
    }

    private PaymentAnswer order() {
      return answer == null ? PaymentAnswer.FLAG_FIRST : answer;
    }

    private PartsTaken taken() {
      boolean amounts = parts == Parts.AMOUNT || parts == Parts.AMOUNT_OR_CHARGE;
      boolean charges = parts == Parts.CHARGE || parts == Parts.AMOUNT_OR_CHARGE;
      return new PartsTaken(amounts, charges, spread == Spread.OLDEST_FIRST);
    }
  }

  /// Which parts of a debt a payment (37) may pay.
  public enum Parts {
    /// Only the whole sum owed.
    WHOLE,
    AMOUNT,
    /// One charge that is named (CG), in full.
    CHARGE,
    AMOUNT_OR_CHARGE
  }

  /// Which charges are paid by an amount that names no charge.
  public enum Spread {
    OLDEST_FIRST,
    NOT_KNOWN
  }

  /// Assigns a reason to a text with which the central system refuses a request.
  ///
  /// @param text a regular expression for the text
  /// @param means the reason; null fails
  /// @param says the exact text, if it is known; otherwise empty
  public record RefusalText(String text, Refusal.@Nullable RefusalReason means, String says) {
    public RefusalText {
      require(
          text != null
              && !text.isEmpty()
              && canBe(() -> RefusalRule.of(text, Refusal.RefusalReason.OTHER)),
          "refusals.*.text",
          "a regular expression");
      says = says == null ? "" : says;
      require(means != null, "refusals.*.means", words(Refusal.RefusalReason.class));
    }

    private RefusalRule rule() {
      return new RefusalRule(
          text, means == null ? Refusal.RefusalReason.OTHER : means, filled(says));
    }
  }

  /// After this time an idle connection is tried with a status request (99) before it is trusted.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(40);

  /// How long one caller waits for another's request. Longer than the usual maximum for an answer.
  private static final Duration TURN = Duration.ofSeconds(20);

  /// Reads a file with the files it is based on.
  ///
  /// @throws WrongSettingException for an impossible switch
  public static DialectSettings of(DialectFile file) {
    return file.switches(DialectSettings.class);
  }

  /// Reads a dialect, without the site's login and location. The file's own texts of refusals go
  /// first, because a narrow text of one system must be tried before the usual ones.
  ///
  /// @throws WrongSettingException for an impossible switch
  public static Sip2Dialect dialect(DialectFile file) {
    DialectSettings settings = of(file);
    return settings.dialect(
        file.name(),
        file.items("refusals", RefusalText.class).stream().map(RefusalText::rule).toList());
  }

  private Sip2Dialect dialect(String name, List<RefusalRule> rules) {
    return new Sip2Dialect(
        name,
        new Sip2Dialect.WireDialect(
            wire.errorDetection,
            wire.trailerOptional,
            Charset.forName(wire.charset),
            wire.lineEnd,
            wire.timeForm),
        Optional.empty(),
        new Sip2Dialect.StationLocation(
            "", "", ZoneId.of("UTC"), Currency.getInstance("EUR"), "001"),
        patience(),
        meaning(rules),
        habits());
  }

  private Sip2Dialect.Patience patience() {
    Map<String, Duration> byMessage = new HashMap<>();
    session.answerSeconds.forEach(
        (code, seconds) -> byMessage.put(code, Duration.ofSeconds(seconds)));
    return new Sip2Dialect.Patience(
        Duration.ofSeconds(session.connectSeconds),
        Duration.ofSeconds(session.minimumAnswerSeconds),
        Duration.ofSeconds(session.maximumAnswerSeconds),
        session.resends,
        CentralLine.keepAlive(session.idleDrop(), KEEP_ALIVE),
        TURN,
        byMessage);
  }

  private Sip2Dialect.AnswerMeaning meaning(List<RefusalRule> rules) {
    return new Sip2Dialect.AnswerMeaning(
        answers.recalledIsOnLoan,
        Set.copyOf(pin.neededFor),
        pin.verifiedBy,
        answers.refusalOmitsEcho,
        answers.alerts,
        answers.checkinNamesPatron,
        filled(answers.chargeField),
        filled(answers.dueFormat),
        new Sip2Dialect.AccountDialect(
            patron.loans,
            patron.holdItems,
            patron.noAmount == NoAmount.NOTHING_OWED,
            Set.copyOf(patron.silentFlags),
            new Sip2Dialect.Lists(patron.listPart, Duration.ofSeconds(patron.listSeconds)),
            filled(patron.fineLine),
            filled(patron.classField),
            payment.taken(),
            payment.order()),
        rules);
  }

  private Sip2Habits habits() {
    return new Sip2Habits(
        Set.copyOf(messages.supported),
        messages.byBx,
        messages.unsupported,
        messages.resend,
        messages.sameAgain,
        acts.repeatedCheckout,
        acts.returnDate,
        acts.loanDate,
        acts.noBlock,
        acts.renewsFrom,
        session.connections,
        session.idleDrop(),
        session.locationRequired);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void isCode(String code, String key) {
    require(CODES.contains(code), key, "codes of requests: one of " + sorted());
  }

  private static String sorted() {
    return CODES.stream().sorted().collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> void required(@Nullable E value, String key, Class<E> type) {
    require(value != null, key, words(type));
  }

  private static void required(@Nullable Boolean value, String key) {
    require(value != null, key, "true or false");
  }

  private static void required(@Nullable Integer value, String key, int from, int to) {
    require(value != null && value >= from && value <= to, key, from + " to " + to);
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(" or "));
  }

  private static void require(boolean good, String key, String expected) {
    if (!good) {
      throw new WrongSettingException(
          "dialect." + key, WrongSettingException.SettingRule.OTHER, expected);
    }
  }

  private static boolean isPattern(String pattern) {
    try {
      return !DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).toString().isEmpty()
          || pattern.isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean canBe(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
