package org.libstation.tools.sip2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.libstation.central.sip2.Sip2Field;
import org.libstation.central.sip2.Sip2Layout;
import org.libstation.central.sip2.Sip2Line;

/// The transcript of a connection, without personal data. Flags, dates, counts and sums are shown.
/// Every other value is shown as a shape, and a PIN or password not at all. A value is also shown
/// as a shape if it has not the form that its field should have.
final class Transcript {
  private static final String DATE = "(19|20)\\d{2}[01]\\d[0-3]\\d( {4}| {3}[A-Z])[0-2]\\d{5}";
  private static final String YES_NO = "[YN]";
  private static final String COUNT = "\\d{1,4}";
  private static final String AMOUNT = "-?\\d{1,4}(\\.\\d{1,2})?";

  private static final Map<String, Pattern> PLAIN =
      Map.ofEntries(
          plain("AH", DATE + "|\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d(:\\d\\d)?)?"),
          plain("BW", DATE),
          plain("CJ", DATE),
          plain("CM", DATE),
          plain("BL", YES_NO),
          plain("CQ", YES_NO),
          plain("CI", YES_NO),
          plain("BO", YES_NO),
          plain("BI", YES_NO),
          plain("BZ", COUNT),
          plain("CA", COUNT),
          plain("CB", COUNT),
          plain("CF", COUNT),
          plain("BR", COUNT),
          plain("BP", COUNT),
          plain("BQ", COUNT),
          plain("BV", AMOUNT),
          plain("CC", AMOUNT),
          plain("BX", "[YN]{1,20}"),
          plain("BT", "\\d\\d"),
          plain("CK", "\\d{3}"),
          plain("CV", "\\d\\d"));

  private final List<String> lines = new ArrayList<>();

  private static Map.Entry<String, Pattern> plain(String id, String form) {
    return Map.entry(id, Pattern.compile(form));
  }

  /// Adds a line that the probe sent.
  void sent(byte[] line) {
    lines.add(">> " + shown(line));
  }

  /// Adds a line that the system sent.
  void heard(byte[] line) {
    lines.add("<< " + shown(line));
  }

  void remark(String what) {
    lines.add("-- " + what);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String shown(byte[] line) {
    return switch (Sip2Line.read(line, StandardCharsets.ISO_8859_1)) {
      case Sip2Line.LineFaulty _ ->
          "(no message) " + Said.shape(new String(line, StandardCharsets.ISO_8859_1));
      case Sip2Line.Sip2LineMessage message -> shown(message);
    };
  }

  private static String shown(Sip2Line.Sip2LineMessage message) {
    StringBuilder text = new StringBuilder(message.layout().code());
    for (int i = 0; i < message.fixed().size(); i++) {
      text.append(fixed(message.layout().fixed().get(i), message.fixed().get(i)));
    }
    for (Sip2Line.Sip2LinePiece piece : message.pieces()) {
      text.append(Sip2Field.of(piece.id()).map(Sip2Field::name).orElse("xx"));
      text.append(variable(piece)).append('|');
    }
    message.sequence().ifPresent(number -> text.append("AY").append(number));
    return text.toString();
  }

  private static String fixed(Sip2Layout.Fixed field, String value) {
    boolean plain =
        value.isBlank()
            || switch (field.kind()) {
              case FLAG, OK -> value.matches("[YNU01]");
              case DATE -> value.matches(DATE);
              case COUNT -> value.matches(COUNT);
              case TEXT -> value.matches("[Y ]{10,14}|\\d{1,3}|\\d\\.\\d\\d");
            };
    return plain ? value : Said.shape(value);
  }

  private static String variable(Sip2Line.Sip2LinePiece piece) {
    Pattern form = PLAIN.get(piece.id());
    if (form != null && form.matcher(piece.value()).matches()) {
      return piece.value();
    }
    boolean secret =
        Sip2Field.of(piece.id())
            .filter(field -> field.privacy() == Sip2Field.FieldPrivacy.SECRET)
            .isPresent();
    return secret && !piece.value().isEmpty() ? "(not shown)" : Said.shape(piece.value());
  }
}
