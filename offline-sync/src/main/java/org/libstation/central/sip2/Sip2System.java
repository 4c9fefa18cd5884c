package org.libstation.central.sip2;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.StationClock;

/// A central system that speaks SIP2. Several threads may call it; they share one connection and
/// take turns.
///
/// An answer counts only if it names the item (AB) and patron (AA) of the request. Both are
/// compared trimmed and without regard to case. A request that only looks never ends as
/// [Answer.Unknown].
public final class Sip2System implements CentralSystem {

  /// Request codes in the order of the letters of BX (SIP 2.00, "supported messages").
  private static final List<String> BX =
      List.of(
          "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29",
          "65");

  /// Fee type "other" (SIP 2.00): the payment is spread over all that is owed.
  private static final String ALL_FEES = "01";

  /// Payment type "credit card".
  private static final String BY_CARD = "02";

  private final Sip2Session session;
  private final Sip2Dialect dialect;
  private final StationClock clock;
  private final Sip2Reading reading;

  /// @param transport not opened yet; [#close()] closes it
  public Sip2System(Transport transport, Sip2Dialect dialect, StationClock clock) {
    this.session = new Sip2Session(transport, dialect, clock::monotonic);
    this.dialect = dialect;
    this.clock = clock;
    this.reading = new Sip2Reading(dialect);
  }

  @Override
  public Answer<Status> status() {
    Sip2Request.ScStatus request = new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE);
    return look(
        session.ask(request),
        Sip2Response.AcsStatus.class,
        response -> {
          OffsetDateTime now = clock.now().wall();
          Optional<Duration> difference =
              response
                  .at()
                  .instant(dialect.place().zone())
                  .map(theirs -> Duration.between(now.toInstant(), theirs));
          return new Answer.Accepted<>(
              new Status(
                  response.online().yes(),
                  difference,
                  response.libraryName().or(response::institution).orElse("")));
        });
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    return itemInformation(item).then(response -> reading.look(item, response));
  }

  private Answer<Sip2Response.ItemInformationResponse> itemInformation(ItemId item) {
    if (!isSupported("17")) {
      return notSupported("17");
    }
    Sip2Request.ItemInformation request =
        new Sip2Request.ItemInformation(
            now(), institution().with("AB", item.value()).with("AC", ""));
    return look(
        session.ask(request),
        Sip2Response.ItemInformationResponse.class,
        response ->
            Echo.of(item, response).isOurs()
                ? new Answer.Accepted<>(response)
                : Answer.NotSent.because(distrust("18")));
  }

  /// Sends the PIN only once, with the message that verifies it. The later request for the list of
  /// loans carries it only if the central system tells nothing without it.
  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    if (withLoans) {
      return information(patron, pin.filter(_ -> needsPin("63")), true);
    }
    return switch (dialect.meaning().pinCheck()) {
      case WITH_63 -> information(patron, pin, false);
      case WITH_23 -> {
        Answer<PatronLook> look = information(patron, pin.filter(_ -> needsPin("63")), false);
        yield pin.isPresent() && look instanceof Answer.Accepted<PatronLook>(PatronLook known)
            ? verified(known, pin.get())
            : look;
      }
    };
  }

  private Answer<PatronLook> information(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    return withLoans
        ? list(patron, pin, Sip2Lists.ListKind.LOANS)
            .map(
                whole ->
                    reading.patron(
                        patron, whole.first(), pin.isPresent(), Optional.of(whole.values())))
        : patronInformation(patron, pin, "          ", Optional.empty())
            .map(answer -> reading.patron(patron, answer, pin.isPresent(), Optional.empty()));
  }

  private Answer<Sip2Lists.WholeList> list(
      PatronId patron, Optional<Pin> pin, Sip2Lists.ListKind kind) {
    return new Sip2Lists(dialect.meaning().account().lists(), clock::monotonic)
        .read(
            kind, wanted -> patronInformation(patron, pin, wanted.kind().summary(), wanted.part()));
  }

  private Answer<Sip2Response.PatronInformationResponse> patronInformation(
      PatronId patron, Optional<Pin> pin, String summary, Optional<Sip2Lists.ListRange> part) {
    if (!isSupported("63")) {
      return notSupported("63");
    }
    Sip2Request.PatronInformation request =
        new Sip2Request.PatronInformation(
            dialect.place().language(),
            now(),
            summary,
            person(patron, pin)
                .with("BP", part.map(wanted -> Integer.toString(wanted.from())))
                .with("BQ", part.map(wanted -> Integer.toString(wanted.to()))));
    return look(
        session.ask(request),
        Sip2Response.PatronInformationResponse.class,
        response ->
            Echo.of(patron, response).isOurs()
                ? new Answer.Accepted<>(response)
                : Answer.NotSent.because(distrust("64")));
  }

  /// Sends the PIN only if the central system answers no patron request (63) without it.
  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    Optional<Pin> needed = pin.filter(_ -> needsPin("63"));
    return new Sip2Account(
            dialect, reading, kind -> list(patron, needed, kind), this::itemInformation)
        .read(patron);
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    Optional<Pin> needed = pin.filter(_ -> needsPin("63"));
    return list(patron, needed, Sip2Lists.ListKind.FINES)
        .map(
            whole ->
                new ChargesLook(
                    reading.patron(patron, whole.first(), false, Optional.empty()).owed(),
                    new FineLines(dialect).of(whole)));
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return hold("+", Sip2Fields.NONE.with("AB", item.value()), Optional.of(item), patron, pin);
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    Sip2Fields what =
        hold.item().isPresent()
            ? Sip2Fields.NONE.with("AB", hold.item().get().value())
            : Sip2Fields.NONE.with("AJ", hold.title());
    return hold("-", what, hold.item(), patron, pin);
  }

  /// Places or cancels a hold. A hold response (16) need not name the item (AB is optional in SIP
  /// 2.00); if it does, it must be the requested item.
  private Answer<HoldPlaced> hold(
      String mode, Sip2Fields what, Optional<ItemId> item, PatronId patron, Optional<Pin> pin) {
    if (!isSupported("15")) {
      return notSupported("15");
    }
    List<Sip2Fields.Field> fields =
        new ArrayList<>(
            institution()
                .with("AA", patron.value())
                .with("AD", pinToAct("15", pin))
                .with("BS", Optional.of(dialect.place().location()).filter(at -> !at.isEmpty()))
                .with("AC", "")
                .list());
    fields.addAll(what.list());
    return act(
        session.ask(new Sip2Request.Hold(mode, now(), new Sip2Fields(fields))),
        Sip2Response.HoldResponse.class,
        response -> {
          boolean another = item.isPresent() && Echo.of(item.get(), response) == Echo.OTHER;
          return another
              ? Optional.of(new AnswerDoubt(distrust(response.code()), true))
              : judge(response.ok(), Echo.of(patron, response), response.code());
        },
        reading::hold);
  }

  /// If the dialect goes by BX (the supported messages), a payment needs a Y there. Without a
  /// status (98) or its BX, nothing shows that a payment would be booked.
  @Override
  public boolean takesPayments() {
    return isSupported("37") && (!dialect.habits().byBx() || inBx("37").equals("Y"));
  }

  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    if (!isSupported("37")) {
      return notSupported("37");
    }
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("BV", payment.amount().decimal())
            .with("AO", dialect.place().institution())
            .with("AA", patron.value())
            .with("AC", "")
            .with("AD", "")
            .with("CG", payment.charge())
            .with("BK", payment.reference());
    Sip2Request.FeePaid request =
        new Sip2Request.FeePaid(
            now(), ALL_FEES, BY_CARD, payment.amount().currency().getCurrencyCode(), fields);
    return act(
        session.ask(request),
        Sip2Response.FeePaidResponse.class,
        response -> judge(response.accepted(), Echo.of(patron, response), response.code()),
        response ->
            response.accepted().yes()
                ? new Answer.Accepted<>(new PaymentAccepted(response.transactionId()))
                : new Answer.Refused<>(reading.refusal(response)));
  }

  private Answer<PatronLook> verified(PatronLook known, Pin pin) {
    if (!isSupported("23")) {
      return notSupported("23");
    }
    Sip2Request.PatronStatus request =
        new Sip2Request.PatronStatus(
            dialect.place().language(), now(), person(known.patron(), Optional.of(pin)));
    return look(
        session.ask(request),
        Sip2Response.PatronStatusResponse.class,
        response ->
            Echo.of(known.patron(), response).isOurs()
                ? new Answer.Accepted<>(known.withPinRight(response.validPin()))
                : Answer.NotSent.because(distrust("24")));
  }

  private Sip2Fields person(PatronId patron, Optional<Pin> pin) {
    return institution()
        .with("AA", patron.value())
        .with("AC", "")
        .with("AD", pin.map(Pin::digits).orElse(""));
  }

  /// The PIN for AD of a message that does not verify it; empty if not needed.
  private String pinToAct(String code, Optional<Pin> pin) {
    return needsPin(code) ? pin.map(Pin::digits).orElse("") : "";
  }

  private boolean needsPin(String code) {
    return dialect.meaning().pinFor().contains(code);
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return checkout(item, patron, pin, now());
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    return checkout(item, patron, Optional.empty(), written(lentAt));
  }

  private Answer<CheckoutResult> checkout(
      ItemId item, PatronId patron, Optional<Pin> pin, Sip2Date at) {
    if (!isSupported("11")) {
      return notSupported("11");
    }
    Sip2Fields fields =
        institution()
            .with("AA", patron.value())
            .with("AB", item.value())
            .with("AC", "")
            .with("AD", pinToAct("11", pin))
            .with("BO", "N");
    Sip2Request.Checkout request =
        new Sip2Request.Checkout(Sip2Flag.NO, Sip2Flag.NO, at, Sip2Date.NONE, fields);
    return act(
        session.ask(request),
        Sip2Response.CheckoutResponse.class,
        response -> judge(response.ok(), Echo.of(item, patron, response), response.code()),
        reading::checkout);
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    if (!isSupported("09")) {
      return notSupported("09");
    }
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("AP", dialect.place().location())
            .with("AO", dialect.place().institution())
            .with("AB", item.value())
            .with("AC", "");
    Sip2Request.Checkin request =
        new Sip2Request.Checkin(Sip2Flag.NO, now(), written(returnedAt), fields);
    return act(
        session.ask(request),
        Sip2Response.CheckinResponse.class,
        response -> judge(response.ok(), Echo.of(item, response), response.code()),
        response -> reading.checkin(response));
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    if (!isSupported("29")) {
      return notSupported("29");
    }
    Sip2Fields fields =
        institution()
            .with("AA", patron.value())
            .with("AD", pinToAct("29", pin))
            .with("AB", item.value())
            .with("AC", "")
            .with("BO", "N");
    Sip2Request.Renew request =
        new Sip2Request.Renew(Sip2Flag.NO, Sip2Flag.NO, now(), Sip2Date.NONE, fields);
    return act(
        session.ask(request),
        Sip2Response.RenewResponse.class,
        response -> judge(response.ok(), Echo.of(item, patron, response), response.code()),
        reading::renewal);
  }

  /// Sends the end of the session (35) only on an open connection, and only if the dialect lists it
  /// and BX does not deny it.
  @Override
  public void endSession(PatronId patron) {
    if (!session.isConnected() || !isSupported("35") || deniedByBx("35")) {
      return;
    }
    Sip2Fields fields = institution().with("AA", patron.value()).with("AC", "").with("AD", "");
    session.ask(new Sip2Request.EndSession(now(), fields));
  }

  @Override
  public void hangUp() {
    session.hangUp();
  }

  @Override
  public void close() {
    session.close();
  }

  private boolean isSupported(String code) {
    if (!dialect.habits().messages().contains(code)) {
      return false;
    }
    if (!dialect.habits().byBx()) {
      return true;
    }
    if (session.lastStatus().isEmpty()) {
      Answer<Status> _ = status();
    }
    return !deniedByBx(code);
  }

  private boolean deniedByBx(String code) {
    return inBx(code).equals("N");
  }

  /// The letter of BX for this request, Y or N; empty text if BX has none.
  private String inBx(String code) {
    String supported = session.lastStatus().flatMap(Sip2Response.AcsStatus::supported).orElse("");
    int position = BX.indexOf(code);
    return position < supported.length() ? supported.substring(position, position + 1) : "";
  }

  /// Refuses without sending anything, because some central systems never answer an unsupported
  /// request.
  private static <T> Answer<T> notSupported(String code) {
    return new Answer.Refused<>(
        new Refusal(Refusal.RefusalReason.OTHER, RefusalRule.notTaken(code)));
  }

  /// Reads the answer to a request that only looks. Unanswered, it counts as not sent.
  private static <R extends Sip2Response, T> Answer<T> look(
      Exchange exchange, Class<R> kind, Function<R, Answer<T>> read) {
    return switch (exchange) {
      case Exchange.Answered(Sip2Response response) -> read.apply(kind.cast(response));
      case Exchange.RequestNotSent notSent ->
          new Answer.NotSent<>(notSent.reason(), notSent.login());
      case Exchange.Unanswered(String reason, boolean _) -> Answer.NotSent.because(reason);
      case Exchange.AskedToRepeat _ -> Answer.NotSent.because(Exchange.AskedToRepeat.REASON);
    };
  }

  /// Reads the answer to a request that acts. It is unknown if none came, or one about something
  /// else.
  private static <R extends Sip2Response, T> Answer<T> act(
      Exchange exchange,
      Class<R> kind,
      Function<R, Optional<AnswerDoubt>> doubt,
      Function<R, Answer<T>> read) {
    return switch (exchange) {
      case Exchange.Answered(Sip2Response response) -> {
        R answer = kind.cast(response);
        Optional<AnswerDoubt> doubtful = doubt.apply(answer);
        yield doubtful.isPresent()
            ? new Answer.Unknown<>(doubtful.get().reason(), doubtful.get().anothers())
            : read.apply(answer);
      }
      case Exchange.RequestNotSent notSent ->
          new Answer.NotSent<>(notSent.reason(), notSent.login());
      case Exchange.Unanswered(String reason, boolean _) -> Answer.Unknown.because(reason);
      case Exchange.AskedToRepeat _ -> Answer.Unknown.because(Exchange.AskedToRepeat.REASON);
    };
  }

  /// Checks that the answer names the item and patron of the request and has a valid ok flag.
  /// Closes the connection if it names others.
  ///
  /// @param code message code of the answer, such as "12"
  /// @return why the answer cannot be believed; empty if it can
  private Optional<AnswerDoubt> judge(Sip2Flag ok, Echo echo, String code) {
    boolean refusalWithoutEcho =
        ok == Sip2Flag.NO && echo == Echo.ABSENT && dialect.meaning().refusalMayOmitEcho();
    if (!echo.isOurs() && !refusalWithoutEcho) {
      return Optional.of(new AnswerDoubt(distrust(code), echo == Echo.OTHER));
    }
    return switch (ok) {
      case YES, NO -> Optional.empty();
      case UNKNOWN, UNREADABLE ->
          Optional.of(new AnswerDoubt("a " + code + " that says neither yes nor no", false));
    };
  }

  private String distrust(String code) {
    session.hangUp();
    return "a " + code + " that is not about what was asked";
  }

  private Sip2Fields institution() {
    return Sip2Fields.NONE.with("AO", dialect.place().institution());
  }

  /// The central system's time: the station's clock, corrected by the last measured difference.
  private Sip2Date now() {
    return written(clock.now().corrected());
  }

  private Sip2Date written(OffsetDateTime at) {
    return switch (dialect.wire().timeForm()) {
      case LOCAL ->
          Sip2Date.local(
              at.atZoneSameInstant(dialect.place().zone())
                  .toLocalDateTime()
                  .truncatedTo(ChronoUnit.SECONDS));
      case UTC -> Sip2Date.utc(at.toInstant());
    };
  }

  /// Why an answer is not believed.
  ///
  /// @param anothers the answer is about another item or patron
  private record AnswerDoubt(String reason, boolean anothers) {}

  /// Whether an answer is about the item and patron of the request. An empty field counts as
  /// absent.
  private enum Echo {
    OURS,
    ABSENT,
    OTHER;

    boolean isOurs() {
      return this == OURS;
    }

    static Echo of(ItemId item, Sip2Message answer) {
      return compare(item.value(), answer.item());
    }

    static Echo of(PatronId patron, Sip2Message answer) {
      return compare(patron.value(), answer.patron());
    }

    static Echo of(ItemId item, PatronId patron, Sip2Message answer) {
      Echo ofItem = of(item, answer);
      Echo ofPatron = of(patron, answer);
      if (ofItem == OTHER || ofPatron == OTHER) {
        return OTHER;
      }
      return ofItem == ABSENT || ofPatron == ABSENT ? ABSENT : OURS;
    }

    private static Echo compare(String asked, Optional<String> answered) {
      if (answered.map(String::isBlank).orElse(true)) {
        return ABSENT;
      }
      return asked.equalsIgnoreCase(answered.get().strip()) ? OURS : OTHER;
    }
  }
}
