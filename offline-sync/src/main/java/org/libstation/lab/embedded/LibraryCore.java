package org.libstation.lab.embedded;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Dialect.ErrorDetection;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.central.sip2.Sip2Trailer;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.Money;

/// The SIP2 server without sockets: takes one line and returns one answer. Its changes are in the
/// ledger when it returns. It never waits. Not thread-safe; a simulation calls it directly.
///
/// It answers in the dialect of its rules. In its own dialect:
///
/// * Error detection follows the client, message by message.
/// * A damaged line or an unsupported message is answered by 96.
/// * Text is UTF-8.
/// * A repeated request is carried out again, as at nearly all central systems.
public final class LibraryCore {
  private final Sip2Codec checked;
  private final Sip2Codec plain;
  private final DialectAnswers manner;
  private final LibraryBooks books;
  private final LendingDesk lending;
  private final ReturnDesk returns;
  private final HoldDesk holds;
  private final Answers answers;
  private final PatronAnswers patrons;

  /// @param clock clock of the library
  public LibraryCore(LibraryTables tables, LibraryRules rules, InstantSource clock) {
    Sip2Dialect dialect = rules.dialect();
    Sip2Dialect.PaymentAnswer order = dialect.meaning().account().paymentAnswer();
    this.checked = new Sip2Codec(dialect.wire().charset(), true, order);
    this.plain = new Sip2Codec(dialect.wire().charset(), false, order);
    this.manner = new DialectAnswers(rules.dialect());
    this.books = new LibraryBooks(tables, rules, clock);
    this.lending = new LendingDesk(books);
    this.returns = new ReturnDesk(books);
    this.holds = new HoldDesk(books);
    this.answers = new Answers(books);
    this.patrons = new PatronAnswers(books);
  }

  /// @param line one request without its CR
  public Reply handle(byte[] line, SessionState session) {
    Sip2Codec.Received received = plain.decode(line);
    Optional<Sip2Trailer> trailer = received.trailer();
    ErrorDetection detection = manner.dialect().wire().errorDetection();
    boolean damaged =
        received.mangled()
            || trailer.filter(t -> !t.correct()).isPresent()
            || (detection == ErrorDetection.REQUIRED && trailer.isEmpty());
    boolean checks = detection != ErrorDetection.NONE && (trailer.isPresent() || damaged);
    Sip2Codec codec = checks ? checked : plain;
    OptionalInt sequence = trailer.map(Sip2Trailer::sequence).orElse(OptionalInt.empty());
    if (damaged) {
      return resend(codec);
    }
    if (!(received.message() instanceof Sip2Request request) || !manner.takes(request.code())) {
      return unsupported(codec);
    }
    if (request instanceof Sip2Request.Resend) {
      return repeated(codec, session);
    }
    if (session.station().isEmpty() && !(request instanceof Sip2Request.Login)) {
      return new Reply.HangUp();
    }
    if (manner.dialect().habits().sameAgain() == Sip2Habits.SameAgain.STORED_ANSWER
        && trailer.isPresent()
        && session.wasLast(line)) {
      return session.lastAnswer().<Reply>map(Reply.AnswerLine::new).orElseGet(Reply.NoReply::new);
    }
    Optional<Sip2Response> answer = answer(request, sequence, session);
    if (answer.isEmpty()) {
      return unsupported(codec);
    }
    byte[] bytes = ended(codec.encode(answer.get(), sequence.orElse(0)));
    session.answered(line, bytes);
    return new Reply.AnswerLine(bytes);
  }

  private byte[] ended(byte[] line) {
    return switch (manner.dialect().wire().lineEnd()) {
      case CR -> line;
      case CR_LF -> {
        byte[] longer = Arrays.copyOf(line, line.length + 1);
        longer[line.length] = '\n';
        yield longer;
      }
    };
  }

  private Reply repeated(Sip2Codec codec, SessionState session) {
    return switch (manner.dialect().habits().resend()) {
      case LAST_ANSWER ->
          session.lastAnswer().<Reply>map(Reply.AnswerLine::new).orElseGet(() -> resend(codec));
      case NOTHING_KEPT -> resend(codec);
    };
  }

  private Reply unsupported(Sip2Codec codec) {
    return switch (manner.dialect().habits().unsupported()) {
      // Koha's 96 to a message it does not know has no trailer.
      case RESEND -> resend(manner.dialect().wire().trailerOptional() ? plain : codec);
      case SILENCE -> new Reply.NoReply();
      case HANG_UP -> new Reply.HangUp();
    };
  }

  private static Reply resend(Sip2Codec codec) {
    return new Reply.AnswerLine(codec.encode(new Sip2Response.ResendResponse(Sip2Fields.NONE), 0));
  }

  /// Answers a request; empty if the message is not supported.
  private Optional<Sip2Response> answer(
      Sip2Request request, OptionalInt sequence, SessionState session) {
    RequestOrigin origin = new RequestOrigin(session.station().orElse(""), sequence);
    return switch (request) {
      case Sip2Request.Login login -> Optional.of(login(login, session));
      case Sip2Request.ScStatus _ -> Optional.of(answers.status());
      case Sip2Request.ItemInformation look -> Optional.of(answers.item(item(look)));
      case Sip2Request.PatronStatus asked ->
          Optional.of(patrons.patronStatus(card(asked), asked.pin(), asked.language()));
      case Sip2Request.PatronInformation asked -> Optional.of(patrons.patron(card(asked), asked));
      case Sip2Request.Checkout out -> Optional.of(checkout(out, origin));
      case Sip2Request.Checkin in -> Optional.of(checkin(in, origin));
      case Sip2Request.Renew renew -> Optional.of(renew(renew, origin));
      case Sip2Request.EndSession end -> Optional.of(answers.ended(card(end)));
      case Sip2Request.FeePaid paid -> Optional.of(pay(paid, origin));
      case Sip2Request.Hold hold -> Optional.of(hold(hold, origin));
      case Sip2Request.BlockPatron _,
          Sip2Request.ItemStatusUpdate _,
          Sip2Request.PatronEnable _,
          Sip2Request.RenewAll _,
          Sip2Request.Resend _ ->
          Optional.empty();
    };
  }

  private Sip2Response login(Sip2Request.Login login, SessionState session) {
    String user = login.fields().first("CN").orElse("");
    String password = login.fields().first("CO").orElse("");
    boolean placed =
        login.fields().filled("CP").isPresent() || !manner.dialect().habits().locationRequired();
    boolean right =
        placed && !password.isEmpty() && password.equals(books.rules().logins().get(user));
    if (right) {
      session.loggedIn(user);
    }
    return answers.login(right);
  }

  private Sip2Response checkout(Sip2Request.Checkout out, RequestOrigin origin) {
    String pin = out.pin().orElse("");
    Optional<LocalDateTime> promised =
        out.noBlock().yes() ? out.noBlockDue().local(books.rules().zone()) : Optional.empty();
    return answers.checkout(
        item(out),
        card(out),
        lending.lend(
            item(out), card(out), pin, promised, out.at().local(books.rules().zone()), origin));
  }

  private Sip2Response renew(Sip2Request.Renew renew, RequestOrigin origin) {
    String pin = renew.pin().orElse("");
    return answers.renew(
        item(renew), card(renew), lending.renew(item(renew), card(renew), pin, origin));
  }

  /// Places or cancels a hold. Mode `*` (change) is refused, because a hold here has nothing to
  /// change.
  private Sip2Response hold(Sip2Request.Hold hold, RequestOrigin origin) {
    String pin = hold.pin().orElse("");
    Outcome<HoldDesk.BookedHold> outcome =
        switch (hold.mode()) {
          case "+" -> holds.place(item(hold), card(hold), pin, origin);
          case "-" -> holds.cancel(item(hold), card(hold), pin, origin);
          default -> new Outcome.ActRefused<>(No.NO_SUCH_HOLD);
        };
    return answers.hold(item(hold), card(hold), outcome);
  }

  private Sip2Response checkin(Sip2Request.Checkin in, RequestOrigin origin) {
    Optional<LocalDateTime> at = in.returnedAt().local(books.rules().zone());
    return answers.checkin(item(in), returns.takeBack(item(in), at, origin));
  }

  private Sip2Response pay(Sip2Request.FeePaid paid, RequestOrigin origin) {
    String reference = paid.transactionId().orElse("");
    Outcome<Money> outcome =
        amount(paid)
            .<Outcome<Money>>map(
                money -> returns.pay(card(paid), money, paid.feeId(), reference, origin))
            .orElseGet(() -> new Outcome.ActRefused<>(No.WRONG_AMOUNT));
    return answers.paid(card(paid), reference, outcome);
  }

  private static Optional<Money> amount(Sip2Request.FeePaid paid) {
    try {
      Currency currency = Currency.getInstance(paid.currency().toUpperCase(Locale.ROOT));
      return paid.feeAmount().map(text -> Money.parse(text, currency));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static String item(Sip2Request request) {
    return request.item().orElse("").strip();
  }

  private static String card(Sip2Request request) {
    return request.patron().orElse("").strip();
  }

  /// Lends an item, as staff do at the counter.
  ///
  /// @return "done", or the reason of the refusal
  public String counterLend(String item, String card) {
    return told(
        lending.lend(item, card, "", Optional.empty(), Optional.empty(), RequestOrigin.COUNTER));
  }

  /// Takes an item back, as staff do at the counter.
  ///
  /// @return "done", or the reason of the refusal
  public String counterReturn(String item) {
    return told(returns.takeBack(item, Optional.empty(), RequestOrigin.COUNTER));
  }

  /// Gives an item a circulation status, as staff do at the counter. It lasts until the item is
  /// lent or taken back.
  ///
  /// @return "done", or the reason of the refusal
  public String counterSays(String item, CirculationStatus status) {
    if (books.item(item).isEmpty()) {
      return No.UNKNOWN_ITEM.words();
    }
    books.say(item, status);
    return "done";
  }

  private static String told(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Granted<?> _ -> "done";
      case Outcome.ActRefused<?>(No no) -> no.words();
    };
  }
}
