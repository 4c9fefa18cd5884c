package org.libstation.tools.sip2;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Field;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Line;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.central.sip2.Sip2Trailer;

/// The answer to one request. Its free text is given out only as [Said].
final class ProbeAnswer {
  private final Optional<Sip2Response> response;
  private final String line;
  private final boolean checked;
  private final boolean lineFeed;
  private final boolean closed;
  private final boolean withoutEnd;

  /// @param line without its CR; empty if there was no answer
  private ProbeAnswer(
      Optional<Sip2Response> response,
      String line,
      boolean checked,
      boolean lineFeed,
      boolean closed,
      boolean withoutEnd) {
    this.response = response;
    this.line = line;
    this.checked = checked;
    this.lineFeed = lineFeed;
    this.closed = closed;
    this.withoutEnd = withoutEnd;
  }

  static ProbeAnswer nothing(boolean closed) {
    return new ProbeAnswer(Optional.empty(), "", false, false, closed, false);
  }

  static ProbeAnswer of(byte[] bytes, boolean lineFeed) {
    Sip2Codec.Received received = new Sip2Codec(StandardCharsets.UTF_8, false).decode(bytes);
    Optional<Sip2Response> response =
        received.message() instanceof Sip2Response answer ? Optional.of(answer) : Optional.empty();
    return new ProbeAnswer(
        response,
        new String(bytes, StandardCharsets.ISO_8859_1),
        received.trailer().isPresent(),
        lineFeed,
        false,
        false);
  }

  /// Reads an answer that had no CR. It is read as a message only if it is certainly complete: half
  /// a line may contain half a card number.
  static ProbeAnswer withoutEnd(byte[] bytes) {
    ProbeAnswer answer = of(bytes, false);
    return new ProbeAnswer(
        isWhole(bytes) ? answer.response : Optional.empty(),
        answer.line,
        answer.checked,
        false,
        false,
        true);
  }

  /// Whether only the CR is missing: the checksum is right. If there is no checksum, all fixed
  /// fields are there and the last field is ended.
  private static boolean isWhole(byte[] bytes) {
    return switch (Sip2Line.read(bytes, StandardCharsets.ISO_8859_1)) {
      case Sip2Line.LineFaulty _ -> false;
      case Sip2Line.Sip2LineMessage message ->
          switch (message.checksum()) {
            case VALID -> true;
            case INVALID -> false;
            case ABSENT -> message.remarks().isEmpty();
          };
    };
  }

  /// Whether these bytes end in a right checksum, so that no byte of the message can follow.
  static boolean endsInChecksum(byte[] bytes) {
    return new Sip2Codec(StandardCharsets.UTF_8, false)
        .decode(bytes)
        .trailer()
        .filter(Sip2Trailer::correct)
        .isPresent();
  }

  /// Whether the answer had AY and AZ.
  boolean checked() {
    return checked;
  }

  /// Whether a LF followed the CR.
  boolean lineFeed() {
    return lineFeed;
  }

  /// Whether the answer had no CR.
  boolean withoutEnd() {
    return withoutEnd;
  }

  /// Whether there was an answer that is no message of SIP 2.00.
  boolean isNoMessage() {
    return !line.isEmpty() && response.isEmpty();
  }

  /// Whether the far end closed the connection instead of answering.
  boolean closed() {
    return closed;
  }

  /// Whether there was no answer although the connection stayed open.
  boolean silent() {
    return line.isEmpty() && !closed;
  }

  /// Whether there was no answer, for any reason.
  boolean isEmpty() {
    return line.isEmpty();
  }

  /// Whether the answer asks to resend the request (96).
  boolean sayAgain() {
    return response.filter(Sip2Response.ResendResponse.class::isInstance).isPresent();
  }

  boolean sameLine(ProbeAnswer other) {
    return !line.isEmpty() && line.equals(other.line);
  }

  <R extends Sip2Response> Optional<R> as(Class<R> kind) {
    return response.filter(kind::isInstance).map(kind::cast);
  }

  /// The screen messages (AF).
  Said words() {
    return new Said(String.join(" ", response.map(Sip2Response::screenMessages).orElse(List.of())));
  }

  /// The whole line, for an answer that is no message.
  Said whole() {
    return new Said(line);
  }

  boolean has(String id) {
    return !field(id).isEmpty();
  }

  boolean says(String id, String value) {
    return field(id).equals(value);
  }

  /// @param form date pattern of this central system; empty if it uses a standard form
  Due due(String form) {
    return Due.read(field("AH"), form);
  }

  /// The date pattern of its due date ([DueForms#of]).
  Optional<String> dueForm(LocalDate today) {
    return DueForms.of(field("AH"), today);
  }

  /// The sum owed (BV); zero if the field is missing or is no number.
  BigDecimal owed() {
    String amount = field("BV");
    return amount.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(amount) : BigDecimal.ZERO;
  }

  /// Lists the ids of its fields. Ids that SIP2 does not know are only counted.
  String ids() {
    List<String> all =
        response.map(Sip2Response::fields).orElse(Sip2Fields.NONE).list().stream()
            .map(Sip2Fields.Field::id)
            .distinct()
            .toList();
    List<String> known = all.stream().filter(id -> Sip2Field.of(id).isPresent()).toList();
    int others = all.size() - known.size();
    return String.join(" ", known) + (others > 0 ? " and " + others + " of its own" : "");
  }

  /// Its sequence number (AY).
  OptionalInt number() {
    int at = line.length() - 9;
    return at > 0 && line.startsWith("AY", at) && Character.isDigit(line.charAt(at + 2))
        ? OptionalInt.of(line.charAt(at + 2) - '0')
        : OptionalInt.empty();
  }

  private String field(String id) {
    return response.flatMap(each -> each.fields().filled(id)).orElse("");
  }

  @Override
  public String toString() {
    return closed ? "(hung up)" : whole().toString();
  }
}
