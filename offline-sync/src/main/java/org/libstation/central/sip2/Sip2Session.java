package org.libstation.central.sip2;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect.Sip2Login;
import org.libstation.central.sip2.Sip2Framer.Sip2Frame;

/// One connection to the central system, logged in (93, then 99). All callers share it; one request
/// at a time is in flight.
///
/// With error detection, an answer is believed only with a right checksum and the sequence number
/// of the request. After a time-out, or any doubt about the stream, the connection is dropped; the
/// session never resynchronises inside it.
///
/// A request that left is repeated only in two cases. One is a resend request (96). It means that
/// the request arrived damaged and was not processed. The other is a reused connection that turns
/// out to be closed. A request that changes nothing then goes out once more on a fresh one. A
/// request that would book something a second time is never repeated, because some central systems
/// process it in spite of a 96.
public final class Sip2Session implements AutoCloseable {

  /// How one request ended.
  public sealed interface Exchange {

    /// A good answer of the kind that belongs to the request.
    record Answered(Sip2Response response) implements Exchange {}

    /// The request never left.
    ///
    /// @param login whether the central system refused the station's login
    record RequestNotSent(String reason, boolean login) implements Exchange {
      /// A failure for any reason except the login.
      static RequestNotSent because(String reason) {
        return new RequestNotSent(reason, false);
      }

      /// A refused login, by prompts or by message.
      static RequestNotSent loginRefused() {
        return new RequestNotSent("the login was refused", true);
      }
    }

    /// The request was handed to the connection, and no good answer came.
    ///
    /// @param hungUp the connection was closed or broke, as happens after long idling
    record Unanswered(String reason, boolean hungUp) implements Exchange {}

    /// The central system asked for a repetition (96) of a request that books something each time.
    /// The request was not sent again, because some central systems process it all the same. The
    /// connection is closed.
    record AskedToRepeat() implements Exchange {
      static final String REASON = "asked to repeat (96), and not sent again without a look";
    }
  }

  private static final int BUFFER = 8 * 1024;

  /// Value of a status (98) whose time-out is not known (SIP 2.00, "timeout period").
  private static final int TIMEOUT_UNKNOWN = 999;

  private final Transport transport;
  private final Sip2Dialect dialect;
  private final Supplier<Duration> monotonic;
  private final Sip2Codec codec;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final byte[] buffer = new byte[BUFFER];

  private Sip2Framer framer = new Sip2Framer();
  private boolean connected;
  private boolean stray;
  private int sequence;
  private Duration lastHeard = Duration.ZERO;
  private Optional<Sip2Response.AcsStatus> status = Optional.empty();
  private volatile boolean closed;

  /// @param monotonic time that never jumps; it measures all waits
  public Sip2Session(Transport transport, Sip2Dialect dialect, Supplier<Duration> monotonic) {
    this.transport = transport;
    this.dialect = dialect;
    this.monotonic = monotonic;
    this.codec = dialect.codec();
  }

  /// Sends a request and waits for its answer. Connects and logs in first, if necessary.
  ///
  /// The dialect's patience limits the whole call: the turn, a status request (99) on an idle
  /// connection, a connection, and the answer. If a look finds that its old connection was closed,
  /// it takes the last two once more.
  public Exchange ask(Sip2Request request) {
    if (!takeTurn()) {
      return Exchange.RequestNotSent.because("another request was still waiting for its answer");
    }
    try {
      boolean reused = connected;
      Exchange exchange = askNow(request);
      boolean onceMore =
          reused
              && exchange instanceof Exchange.Unanswered unanswered
              && unanswered.hungUp()
              && PendingRequest.harmless(request);
      return onceMore ? askNow(request) : exchange;
    } finally {
      turn.unlock();
    }
  }

  /// The last status (98) on the newest connection; empty if none came.
  public Optional<Sip2Response.AcsStatus> lastStatus() {
    turn.lock();
    try {
      return status;
    } finally {
      turn.unlock();
    }
  }

  /// Whether there is a connection at this moment.
  public boolean isConnected() {
    turn.lock();
    try {
      return connected;
    } finally {
      turn.unlock();
    }
  }

  /// Closes the connection; the next request opens a fresh one.
  public void hangUp() {
    turn.lock();
    try {
      drop("hung up");
    } finally {
      turn.unlock();
    }
  }

  /// Closes the session for good, even while a request waits.
  @Override
  public void close() {
    closed = true;
    transport.close();
  }

  private boolean takeTurn() {
    try {
      return turn.tryLock(dialect.patience().turn().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Exchange askNow(Sip2Request request) {
    boolean asksStatus = request instanceof Sip2Request.ScStatus;
    if (connected && !quiet()) {
      drop("the idle connection was closed or spoke unasked");
    }
    if (connected && !asksStatus && (!online() || idleTooLong())) {
      refreshStatus();
    }
    if (!connected) {
      Optional<Exchange.RequestNotSent> obstacle = connect();
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
      if (asksStatus && status.isPresent()) {
        return new Exchange.Answered(status.get());
      }
    }
    if (!asksStatus && !online()) {
      return Exchange.RequestNotSent.because("the central system says that it is off-line (98)");
    }
    return exchange(request, answerWait(request));
  }

  private boolean online() {
    return status.isPresent() && status.get().online().yes();
  }

  private boolean idleTooLong() {
    return monotonic.get().minus(lastHeard).compareTo(dialect.patience().keepAlive()) >= 0;
  }

  private Duration answerWait(Sip2Request request) {
    int timeout =
        status.map(last -> last.timeout().orElse(TIMEOUT_UNKNOWN)).orElse(TIMEOUT_UNKNOWN);
    return dialect.patience().answer(request.code(), timeout);
  }

  private void refreshStatus() {
    Exchange exchange = exchange(scStatus(), dialect.patience().minimumAnswer());
    if (!(exchange instanceof Exchange.Answered)) {
      WireLog.noted("no answer to a 99 on an idle connection");
    }
  }

  private static Sip2Request.ScStatus scStatus() {
    return new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE);
  }

  /// Connects, logs in and asks for the status.
  ///
  /// @return why there is no connection; empty if there is one
  private Optional<Exchange.RequestNotSent> connect() {
    Duration deadline = monotonic.get().plus(dialect.patience().connect());
    if (closed) {
      return notSent("closed");
    }
    try {
      transport.open(dialect.patience().connect());
    } catch (IOException failed) {
      transport.close();
      return notSent("no connection: " + failed.getMessage());
    }
    if (closed) {
      transport.close();
      return notSent("closed");
    }
    framer = new Sip2Framer();
    connected = true;
    stray = false;
    sequence = 0;
    status = Optional.empty();
    Optional<Exchange.RequestNotSent> refused = login(deadline);
    if (refused.isPresent()) {
      drop(refused.get().reason());
      return refused;
    }
    return switch (exchange(scStatus(), left(deadline))) {
      case Exchange.Answered _ -> Optional.empty();
      case Exchange.RequestNotSent notSent -> Optional.of(notSent);
      case Exchange.Unanswered(String reason, boolean _) -> notSent("no answer to 99: " + reason);
      case Exchange.AskedToRepeat _ -> notSent("no answer to 99");
    };
  }

  private Optional<Exchange.RequestNotSent> login(Duration deadline) {
    if (dialect.login().isEmpty()) {
      return Optional.empty();
    }
    Sip2Login login = dialect.login().get();
    if (login.style().byPrompts()) {
      Optional<Exchange.RequestNotSent> refused = atPrompts(login, deadline);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return login.style().byMessage() ? byMessage(login, deadline) : Optional.empty();
  }

  private Optional<Exchange.RequestNotSent> atPrompts(Sip2Login login, Duration deadline) {
    try {
      return new PromptedLogin(transport, monotonic, deadline).as(login.user(), login.password());
    } catch (IOException failed) {
      return notSent("the connection broke at the login: " + failed.getMessage());
    }
  }

  private Optional<Exchange.RequestNotSent> byMessage(Sip2Login login, Duration deadline) {
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("CN", login.user())
            .with("CO", login.password())
            .with("CP", login.location());
    return switch (exchange(new Sip2Request.Login("0", "0", fields), left(deadline))) {
      case Exchange.Answered(Sip2Response.LoginResponse answer) when answer.ok().yes() ->
          Optional.empty();
      case Exchange.Answered _ -> Optional.of(Exchange.RequestNotSent.loginRefused());
      case Exchange.RequestNotSent notSent -> Optional.of(notSent);
      case Exchange.Unanswered(String reason, boolean _) -> notSent("no answer to 93: " + reason);
      case Exchange.AskedToRepeat _ -> notSent("no answer to 93");
    };
  }

  private static Optional<Exchange.RequestNotSent> notSent(String reason) {
    return Optional.of(Exchange.RequestNotSent.because(reason));
  }

  private Duration left(Duration deadline) {
    return deadline.minus(monotonic.get());
  }

  /// Whether no unread data waits. The LF of the last line end does not count.
  private boolean quiet() {
    if (stray || !framer.isClean()) {
      return false;
    }
    try {
      int length = transport.read(buffer, Duration.ZERO);
      return length >= 0 && framer.feed(buffer, length).isEmpty() && framer.isClean();
    } catch (IOException gone) {
      return false;
    }
  }

  /// Sends one request on the open connection and waits for its answer.
  private Exchange exchange(Sip2Request request, Duration wait) {
    Duration deadline = monotonic.get().plus(wait);
    PendingRequest pending =
        new PendingRequest(request, sequence, codec, dialect.wire().trailerOptional());
    sequence = Sip2Trailer.next(sequence);
    boolean answered = false;
    try {
      WireLog.sent(request, pending.sequence());
      transport.write(codec.encode(request, pending.sequence()));
      Exchange exchange = await(pending, deadline);
      answered = exchange instanceof Exchange.Answered;
      return exchange;
    } catch (IOException failed) {
      return new Exchange.Unanswered("the connection broke: " + failed.getMessage(), true);
    } finally {
      if (!answered) {
        drop("no good answer");
      }
    }
  }

  private Exchange await(PendingRequest pending, Duration deadline) throws IOException {
    while (true) {
      Duration left = left(deadline);
      int length = left.isPositive() ? transport.read(buffer, left) : 0;
      if (length <= 0) {
        return withoutEnd(pending)
            .orElseGet(
                () ->
                    length == 0
                        ? new Exchange.Unanswered("no answer in time", false)
                        : new Exchange.Unanswered("the central system hung up", true));
      }
      Optional<Exchange> end = take(pending, length);
      if (end.isPresent()) {
        return end.get();
      }
    }
  }

  /// Returns the answer if all of it came except its CR. The connection is not trusted afterwards.
  private Optional<Exchange> withoutEnd(PendingRequest pending) {
    return framer
        .unfinished()
        .map(pending::judgeUnfinished)
        .flatMap(
            verdict -> {
              if (!(verdict
                  instanceof PendingRequest.Match.MatchingResponse(Sip2Response response))) {
                return Optional.empty();
              }
              heard(response);
              return Optional.of(new Exchange.Answered(response));
            });
  }

  /// Judges the lines of one piece of received data. However many 96 it holds, the request is sent
  /// again only once: they are echoes of one damaged message.
  private Optional<Exchange> take(PendingRequest pending, int length) throws IOException {
    boolean sayAgain = false;
    boolean damaged = false;
    Optional<Sip2Response> answer = Optional.empty();
    List<Sip2Frame> frames = framer.feed(buffer, length);
    // No patron data stays in this buffer longer than necessary.
    Arrays.fill(buffer, 0, length, (byte) 0);
    for (Sip2Frame frame : frames) {
      if (answer.isPresent()) {
        stray = true;
        break;
      }
      switch (pending.judge(frame)) {
        case PendingRequest.Match.MatchingResponse(Sip2Response response) ->
            answer = Optional.of(response);
        case PendingRequest.Match.Stale(String what) -> WireLog.noted("dropped " + what);
        case PendingRequest.Match.ResendRequested _ -> sayAgain = true;
        case PendingRequest.Match.LineDamaged _ -> damaged = true;
        case PendingRequest.Match.ConnectionBroken(String what) -> {
          return Optional.of(new Exchange.Unanswered(what, false));
        }
      }
    }
    if (answer.isPresent()) {
      heard(answer.get());
      return Optional.of(new Exchange.Answered(answer.get()));
    }
    if (sayAgain) {
      return sendAgain(pending);
    }
    return damaged ? askForRepetition(pending) : Optional.empty();
  }

  private void heard(Sip2Response response) {
    lastHeard = monotonic.get();
    if (response instanceof Sip2Response.AcsStatus last) {
      status = Optional.of(last);
    }
  }

  private Optional<Exchange> sendAgain(PendingRequest pending) throws IOException {
    if (!pending.mayResend(dialect.patience().resends())) {
      return Optional.of(new Exchange.Unanswered("asked to repeat (96) too often", false));
    }
    if (PendingRequest.addsUp(pending.request())) {
      return Optional.of(new Exchange.AskedToRepeat());
    }
    WireLog.sent(pending.request(), pending.sequence());
    transport.write(codec.encode(pending.request(), pending.sequence()));
    return Optional.empty();
  }

  private Optional<Exchange> askForRepetition(PendingRequest pending) throws IOException {
    if (dialect.habits().resend() == Sip2Habits.ResendHabit.NOTHING_KEPT) {
      return Optional.of(
          new Exchange.Unanswered("the answer was damaged, and none is ever kept for a 97", false));
    }
    if (!pending.mayAskForRepetition()) {
      return Optional.of(new Exchange.Unanswered("the answer was damaged twice", false));
    }
    Sip2Request.Resend resend = new Sip2Request.Resend(Sip2Fields.NONE);
    WireLog.sent(resend, pending.sequence());
    transport.write(codec.encode(resend, pending.sequence()));
    return Optional.empty();
  }

  private void drop(String reason) {
    if (connected) {
      WireLog.noted("connection dropped: " + reason);
    }
    connected = false;
    transport.close();
  }
}
