package org.libstation.tools.command.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Layout;
import org.libstation.central.sip2.Sip2Line;
import org.libstation.central.sip2.Sip2Line.Checksum;
import org.libstation.policy.document.Json;
import org.libstation.policy.document.JsonReader;
import org.libstation.policy.document.JsonReader.JsonValue;
import org.libstation.process.log.JsonLine;

/// Converts a message to one JSON object, and back.
///
/// Members: `code`, `name`, `fixed` (each fixed field by its name, as on the wire), `fields` (`[id,
/// value]` in the order of the wire), `sequence` (0 to 9 or null), `checksum` (`valid`, `invalid`,
/// `absent`). `remarks` is there only if a fault was tolerated. A line that is no message has
/// `error` alone.
final class Sip2Json {

  /// Reports why an object is no message.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String what) {
      super(what);
    }
  }

  private Sip2Json() {}

  /// @param line number of the line, for an error
  /// @param skipped characters before the message in that line
  static String write(Sip2Line read, int line, int skipped) {
    return switch (read) {
      case Sip2Line.Sip2LineMessage message -> write(message);
      case Sip2Line.LineFaulty(String what, int position) ->
          new JsonLine()
              .put("error", "line %d, character %d: %s".formatted(line, position + skipped, what))
              .toString();
    };
  }

  private static String write(Sip2Line.Sip2LineMessage message) {
    JsonLine fixed = new JsonLine();
    for (int i = 0; i < message.fixed().size(); i++) {
      fixed.put(message.layout().fixed().get(i).name(), message.fixed().get(i));
    }
    JsonLine whole =
        new JsonLine()
            .put("code", message.layout().code())
            .put("name", message.layout().title())
            .put("fixed", fixed)
            .putAll(
                "fields",
                message.pieces().stream()
                    .map(it -> "[" + Json.quoted(it.id()) + "," + Json.quoted(it.value()) + "]"));
    message
        .sequence()
        .ifPresentOrElse(it -> whole.put("sequence", it), () -> whole.putNull("sequence"));
    whole.put("checksum", message.checksum().name().toLowerCase(Locale.ROOT));
    if (!message.remarks().isEmpty()) {
      whole.putAll("remarks", message.remarks().stream().map(Json::quoted));
    }
    return whole.toString();
  }

  /// Reads a message from an object. A fixed field that is left out is blank. Without `checksum`,
  /// the message has one if it has a sequence number.
  static Sip2Line.Sip2LineMessage read(String json) throws Unfit {
    JsonValue value;
    try {
      value = JsonReader.read(json);
    } catch (JsonReader.JsonFault fault) {
      throw new Unfit(fault.what());
    }
    if (!(value instanceof JsonValue.Members members)) {
      throw new Unfit("no JSON object");
    }
    if (members.get("error").isPresent()) {
      throw new Unfit("an error is no message");
    }
    String code = text(members.get("code"), "code");
    Sip2Layout layout =
        Sip2Layout.of(code)
            .orElseThrow(() -> new Unfit("'" + code + "' is no message code of SIP2"));
    OptionalInt sequence = sequence(members.get("sequence"));
    return new Sip2Line.Sip2LineMessage(
        layout,
        fixed(layout, members.get("fixed")),
        pieces(members.get("fields")),
        sequence,
        checksum(members.get("checksum"), sequence),
        List.of());
  }

  private static String text(Optional<JsonValue> value, String name) throws Unfit {
    if (value.isPresent() && value.get() instanceof JsonValue.JsonString(String text)) {
      return text;
    }
    throw new Unfit(name + " must be a string");
  }

  private static List<String> fixed(Sip2Layout layout, Optional<JsonValue> value) throws Unfit {
    JsonValue given = value.orElse(new JsonValue.Members(Map.of()));
    if (!(given instanceof JsonValue.Members members)) {
      throw new Unfit("fixed must be an object");
    }
    List<String> names = layout.fixed().stream().map(Sip2Layout.Fixed::name).toList();
    for (String name : members.values().keySet()) {
      if (!names.contains(name)) {
        throw new Unfit(
            "fixed has '%s'; %s %s has %s"
                .formatted(name, layout.code(), layout.title(), String.join(", ", names)));
      }
    }
    List<String> values = new ArrayList<>();
    for (Sip2Layout.Fixed field : layout.fixed()) {
      Optional<JsonValue> said = members.get(field.name());
      values.add(said.isEmpty() ? " ".repeat(field.width()) : sendable(text(said, field.name())));
    }
    return values;
  }

  private static List<Sip2Line.Sip2LinePiece> pieces(Optional<JsonValue> value) throws Unfit {
    JsonValue given = value.orElse(new JsonValue.JsonArray(List.of()));
    if (!(given instanceof JsonValue.JsonArray(List<JsonValue> rows))) {
      throw new Unfit("fields must be an array");
    }
    List<Sip2Line.Sip2LinePiece> pieces = new ArrayList<>();
    for (JsonValue row : rows) {
      if (!(row instanceof JsonValue.JsonArray(List<JsonValue> pair))
          || pair.size() != 2
          || !(pair.get(0) instanceof JsonValue.JsonString(String id))
          || !(pair.get(1) instanceof JsonValue.JsonString(String text))
          || id.length() != 2) {
        throw new Unfit("each of fields must be [id of two characters, value]");
      }
      pieces.add(new Sip2Line.Sip2LinePiece(sendable(id), sendable(text)));
    }
    return pieces;
  }

  private static String sendable(String text) throws Unfit {
    if (text.indexOf('|') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
      throw new Unfit("SIP2 has no way to send a '|' or the end of a line inside a value");
    }
    return text;
  }

  private static OptionalInt sequence(Optional<JsonValue> value) throws Unfit {
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.get() instanceof JsonValue.JsonInteger(long number) && number >= 0 && number <= 9) {
      return OptionalInt.of((int) number);
    }
    throw new Unfit("sequence must be 0 to 9 or null");
  }

  private static Checksum checksum(Optional<JsonValue> value, OptionalInt sequence) throws Unfit {
    if (value.isEmpty()) {
      return sequence.isPresent() ? Checksum.VALID : Checksum.ABSENT;
    }
    return switch (text(value, "checksum")) {
      case "valid" -> Checksum.VALID;
      case "invalid" -> Checksum.INVALID;
      case "absent" -> Checksum.ABSENT;
      default -> throw new Unfit("checksum must be valid, invalid or absent");
    };
  }
}
