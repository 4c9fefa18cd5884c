package org.libstation.central.sip2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Framer.Sip2Frame;

/// The one request in flight. It judges each line that comes while it waits.
final class PendingRequest {

  /// What a line means for this request.
  sealed interface Match {
    /// The answer.
    record MatchingResponse(Sip2Response response) implements Match {}

    /// The line is a late answer to an earlier request, and is dropped.
    record Stale(String what) implements Match {}

    /// The line is a resend request (96): the request was damaged and not processed.
    record ResendRequested() implements Match {}

    /// The line was damaged on its way.
    record LineDamaged() implements Match {}

    /// The line shows that the connection can no longer be trusted.
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

  /// Counts one more repetition after a resend request (96); false if the limit is reached. After a
  /// 97 of the station, a 96 says nothing about the request: Koha and SIPServer send it if they
  /// have no answer to repeat.
  boolean mayResend(int limit) {
    if (repetitionAsked || resends >= limit) {
      return false;
    }
    resends++;
    return true;
  }

  /// Allows one resend request (97) for each request, on the connection on which the damaged answer
  /// came.
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

  /// Judges a line whose CR never came. Only a right checksum proves that nothing is missing.
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

  /// Joins two lines that one message was cut into by a line break inside a title or text. The
  /// checksum covers both halves and the break between them. It thus proves that they belong
  /// together.
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

  /// Whether the request changes nothing. Only such a request may be asked again on a fresh
  /// connection. A request with a PIN does change something, because a wrong PIN may be counted.
  static boolean harmless(Sip2Request request) {
    return request.fields().filled("AD").isEmpty() && changesNothing(request);
  }

  /// Whether the request books something each time it comes: a loan, renewal, payment or hold.
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
