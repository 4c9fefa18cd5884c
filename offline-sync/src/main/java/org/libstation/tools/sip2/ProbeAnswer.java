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

/// What came back for one request. Its free text leaves as [Said] only.
final class ProbeAnswer {
  private final Optional<Sip2Response> response;
  private final String line;
  private final boolean checked;
  private final boolean lineFeed;
  private final boolean closed;
  private final boolean withoutEnd;

  /// @param line without its end; empty when nothing came
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

  /// Bytes behind which no CR came. They are read as a message only where they prove to be a whole
  /// one: half a line may lack half a card number.
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

  /// Whether nothing is missing but the CR: the checksum is right; or, where there is none, all
  /// fixed fields are there and the last field is closed.
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

  /// Whether these bytes end in a right checksum: no byte of the message can follow.
  static boolean endsInChecksum(byte[] bytes) {
    return new Sip2Codec(StandardCharsets.UTF_8, false)
        .decode(bytes)
        .trailer()
        .filter(Sip2Trailer::correct)
        .isPresent();
  }

  /// Whether AY and AZ were on it.
  boolean checked() {
    return checked;
  }

  /// Whether a LF followed its CR.
  boolean lineFeed() {
    return lineFeed;
  }

  /// Whether no CR came behind it.
  boolean withoutEnd() {
    return withoutEnd;
  }

  /// Whether something came that is no message of SIP 2.00.
  boolean isNoMessage() {
    return !line.isEmpty() && response.isEmpty();
  }

  /// Whether the far end hung up instead.
  boolean closed() {
    return closed;
  }

  boolean silent() {
    return line.isEmpty() && !closed;
  }

  /// Whether nothing came, whatever the reason.
  boolean isEmpty() {
    return line.isEmpty();
  }

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

  /// All of it, for one that was no answer.
  Said whole() {
    return new Said(line);
  }

  boolean has(String id) {
    return !field(id).isEmpty();
  }

  boolean says(String id, String value) {
    return field(id).equals(value);
  }

  /// @param form the pattern of this system's due dates; empty = none of its own
  Due due(String form) {
    return Due.read(field("AH"), form);
  }

  /// The pattern that its due date has, see [DueForms#of].
  Optional<String> dueForm(LocalDate today) {
    return DueForms.of(field("AH"), today);
  }

  /// BV; nothing where there is none, or no number.
  BigDecimal owed() {
    String amount = field("BV");
    return amount.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(amount) : BigDecimal.ZERO;
  }

  /// The ids of its fields; those that are none of SIP2 are counted.
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
