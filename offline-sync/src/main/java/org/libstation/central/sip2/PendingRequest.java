package org.libstation.central.sip2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Framer.Sip2Frame;

/// The one request in flight: judges each line that comes while it waits.
final class PendingRequest {

  /// What a line is to this request.
  sealed interface Match {
    /// The answer.
    record MatchingResponse(Sip2Response response) implements Match {}

    /// A late answer to something else: dropped.
    record Stale(String what) implements Match {}

    /// 96: our message was damaged and not processed.
    record ResendRequested() implements Match {}

    /// A line that was damaged on its way.
    record LineDamaged() implements Match {}

    /// Nothing on this connection can be trusted any more.
    record ConnectionBroken(String what) implements Match {}
  }

  private static final List<byte[]> LINE_BREAKS =
      List.of(new byte[] {'\r'}, new byte[] {'\r', '\n'});

  private final Sip2Request request;
  private final int sequence;
  private final Sip2Codec codec;
  private final boolean trailerOptional;
  private Optional<byte[]> half = Optional.empty();
  private int resends;
  private boolean repetitionAsked;

  PendingRequest(Sip2Request request, int sequence, Sip2Codec codec, boolean trailerOptional) {
    this.request = request;
    this.sequence = sequence;
    this.codec = codec;
    this.trailerOptional = trailerOptional;
  }

  Sip2Request request() {
    return request;
  }

  int sequence() {
    return sequence;
  }

  /// Counts one more repetition after a 96. After a 97 a 96 says nothing about our request: Koha
  /// and SIPServer answer so when they have nothing to repeat.
  boolean mayResend(int limit) {
    if (repetitionAsked || resends >= limit) {
      return false;
    }
    resends++;
    return true;
  }

  /// One 97 a request, on the connection on which the damaged answer came.
  boolean mayAskForRepetition() {
    if (repetitionAsked) {
      return false;
    }
    repetitionAsked = true;
    return true;
  }

  Match judge(Sip2Frame frame) {
    return switch (frame) {
      case Sip2Frame.TooLong _ -> new Match.ConnectionBroken("a line without an end");
      case Sip2Frame.WholeMessage line -> judge(line.bytes());
    };
  }

  /// Judges a line whose CR never came: only its own right checksum proves that nothing is missing.
  Match judgeUnfinished(byte[] line) {
    Optional<Sip2Trailer> trailer = codec.decode(line).trailer();
    boolean whole = codec.errorDetection() && trailer.map(Sip2Trailer::correct).orElse(false);
    return whole ? judge(line) : new Match.LineDamaged();
  }

  private Match judge(byte[] line) {
    Optional<Sip2Codec.Received> whole = half.flatMap(first -> joined(first, line));
    half = Optional.empty();
    Sip2Codec.Received received = whole.orElseGet(() -> codec.decode(line));
    WireLog.received(received);
    Optional<Sip2Trailer> trailer = received.trailer();
    if (trailer.isPresent() && !trailer.get().correct()) {
      return new Match.LineDamaged();
    }
    if (new String(line, StandardCharsets.ISO_8859_1).equals("96")) {
      return new Match.ResendRequested();
    }
    if (!codec.errorDetection()) {
      return byKind(received.message());
    }
    if (trailer.isEmpty()) {
      return withoutTrailer(line, received);
    }
    OptionalInt number = trailer.get().sequence();
    if (received.message() instanceof Sip2Response.ResendResponse) {
      return new Match.ResendRequested();
    }
    if (number.isEmpty()) {
      return repetitionAsked ? byKind(received.message()) : new Match.LineDamaged();
    }
    boolean ours = number.getAsInt() == sequence || (repetitionAsked && number.getAsInt() == 0);
    return ours
        ? byKind(received.message())
        : new Match.Stale("an answer with AY" + number.getAsInt());
  }

  private Match withoutTrailer(byte[] line, Sip2Codec.Received received) {
    if (received.message() instanceof Sip2Message.Unreadable) {
      return new Match.ConnectionBroken("text that is no message");
    }
    if (received.mangled() || !(trailerOptional || repetitionAsked)) {
      half = Optional.of(line);
      return new Match.LineDamaged();
    }
    return byKind(received.message());
  }

  /// A line break inside a title or a text cuts a message in two. The checksum is over both halves
  /// and what was between them, so it proves that they belong together.
  private Optional<Sip2Codec.Received> joined(byte[] first, byte[] second) {
    for (byte[] between : LINE_BREAKS) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(first);
      both.writeBytes(between);
      both.writeBytes(second);
      Sip2Codec.Received received = codec.decode(both.toByteArray());
      if (received.trailer().map(Sip2Trailer::correct).orElse(false)) {
        return Optional.of(received);
      }
    }
    return Optional.empty();
  }

  private Match byKind(Sip2Message message) {
    return switch (message) {
      case Sip2Response.ResendResponse _ -> new Match.ResendRequested();
      case Sip2Response response when isAnswer(response) -> new Match.MatchingResponse(response);
      case Sip2Response response ->
          new Match.ConnectionBroken("a " + response.code() + " to this request");
      case Sip2Request _ -> new Match.ConnectionBroken("a request from the central system");
      case Sip2Message.Unreadable _ -> new Match.ConnectionBroken("text that is no message");
    };
  }

  private boolean isAnswer(Sip2Response response) {
    return request.layout().answer().filter(response.layout()::equals).isPresent();
  }

  /// Requests that change nothing: these alone may be asked again on a fresh connection. One with a
  /// PIN changes something: a wrong one may be counted.
  static boolean harmless(Sip2Request request) {
    return request.fields().filled("AD").isEmpty() && changesNothing(request);
  }

  /// Requests that book something each time they come: a loan or renewal, a payment, a hold.
  static boolean addsUp(Sip2Request request) {
    return switch (request) {
      case Sip2Request.Checkout _,
          Sip2Request.Renew _,
          Sip2Request.RenewAll _,
          Sip2Request.FeePaid _,
          Sip2Request.Hold _ ->
          true;
      case Sip2Request.ItemInformation _,
          Sip2Request.PatronStatus _,
          Sip2Request.PatronInformation _,
          Sip2Request.EndSession _,
          Sip2Request.Login _,
          Sip2Request.ScStatus _,
          Sip2Request.BlockPatron _,
          Sip2Request.Checkin _,
          Sip2Request.ItemStatusUpdate _,
          Sip2Request.PatronEnable _,
          Sip2Request.Resend _ ->
          false;
    };
  }

  private static boolean changesNothing(Sip2Request request) {
    return switch (request) {
      case Sip2Request.ItemInformation _,
          Sip2Request.PatronStatus _,
          Sip2Request.PatronInformation _,
          Sip2Request.EndSession _,
          Sip2Request.Login _,
          Sip2Request.ScStatus _ ->
          true;
      case Sip2Request.BlockPatron _,
          Sip2Request.Checkin _,
          Sip2Request.Checkout _,
          Sip2Request.Hold _,
          Sip2Request.ItemStatusUpdate _,
          Sip2Request.PatronEnable _,
          Sip2Request.Renew _,
          Sip2Request.FeePaid _,
          Sip2Request.RenewAll _,
          Sip2Request.Resend _ ->
          false;
    };
  }
}
