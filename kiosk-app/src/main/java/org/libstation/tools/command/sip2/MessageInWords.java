package org.libstation.tools.command.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Field;
import org.libstation.central.sip2.Sip2Layout;
import org.libstation.central.sip2.Sip2Line;

/// Explains a message in words: each field with its name. PINs and passwords appear as dots.
final class MessageInWords {
  private static final String MASK = "••••";

  private MessageInWords() {}

  /// The message on one line, as on the wire, with passwords masked.
  static String line(Sip2Line read) {
    return switch (read) {
      case Sip2Line.LineFaulty _ -> "(no message)";
      case Sip2Line.Sip2LineMessage message ->
          message.layout().code()
              + String.join("", message.fixed())
              + message.pieces().stream()
                  .map(piece -> piece.id() + shown(piece) + "|")
                  .collect(Collectors.joining())
              + (message.sequence().isPresent() ? "AY" + message.sequence().getAsInt() : "");
    };
  }

  /// Name of the message, then a line for each field.
  static List<String> of(Sip2Line read) {
    return switch (read) {
      case Sip2Line.LineFaulty(String what, int position) ->
          List.of("no message: " + what + " (character " + position + ")");
      case Sip2Line.Sip2LineMessage message -> explained(message);
    };
  }

  private static List<String> explained(Sip2Line.Sip2LineMessage message) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s, checksum %s"
            .formatted(
                message.layout().code(),
                message.layout().title(),
                message.checksum().name().toLowerCase(Locale.ROOT)));
    for (int i = 0; i < message.fixed().size(); i++) {
      Sip2Layout.Fixed field = message.layout().fixed().get(i);
      lines.add(row("", field.name().replace('_', ' '), meaning(field, message.fixed().get(i))));
    }
    for (Sip2Line.Sip2LinePiece piece : message.pieces()) {
      String title = Sip2Field.of(piece.id()).map(Sip2Field::title).orElse("not of SIP 2.00");
      lines.add(row(piece.id(), title, shown(piece)));
    }
    message.remarks().forEach(remark -> lines.add("   (" + remark + ")"));
    return lines;
  }

  private static String row(String id, String title, String value) {
    return "   %-2s %-26s %s".formatted(id, title, value).stripTrailing();
  }

  private static String meaning(Sip2Layout.Fixed field, String value) {
    String word =
        switch (value) {
          case "Y" -> " (yes)";
          case "N" -> " (no)";
          case "U" -> " (unknown)";
          case "1" -> field.kind() == Sip2Layout.FixedKind.OK ? " (yes)" : "";
          case "0" -> field.kind() == Sip2Layout.FixedKind.OK ? " (no)" : "";
          default -> value.isBlank() ? "(blank)" : "";
        };
    return value.strip() + word;
  }

  private static String shown(Sip2Line.Sip2LinePiece piece) {
    boolean secret =
        Sip2Field.of(piece.id())
            .filter(field -> field.privacy() == Sip2Field.FieldPrivacy.SECRET)
            .isPresent();
    return secret && !piece.value().isEmpty() ? MASK : piece.value();
  }
}
