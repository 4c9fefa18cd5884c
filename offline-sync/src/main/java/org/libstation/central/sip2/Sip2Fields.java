package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.central.TextShape;
import org.libstation.central.sip2.Sip2Field.FieldPrivacy;
import org.libstation.central.sip2.Sip2Field.ValueKind;
import org.libstation.circulation.PlainText;

/// The variable fields of a message in the order of the wire, with unknown and repeated ones.
///
/// The order means nothing to a reader (SIP 2.00). It is kept so that a received message can be
/// sent again unchanged. [#toString()] hides every value that could be personal or secret.
public record Sip2Fields(List<Field> list) {

  public static final Sip2Fields NONE = new Sip2Fields(List.of());

  /// The character after every variable field.
  public static final char DELIMITER = '|';

  /// What Koha and SIPServer write for a delimiter inside a value, because SIP 2.00 has no escape.
  private static final String ESCAPED_DELIMITER = "&#124;";

  /// Most digits of a sort bin or an alert type; no number of a person or item is so short.
  private static final int LONGEST_BIN = 4;

  /// A flag, a count, a sum or a day. A log masks any other text in such a field.
  private static final Pattern FIGURES = Pattern.compile("[A-Z]?|[0-9 :/.,+TZ-]*");

  /// Fields with item or card numbers, and lists that may hold items.
  private static final Set<String> NUMBERS = Set.of("AA", "AB", "AS", "AT", "AU", "AV", "BU", "CD");

  /// One variable field.
  ///
  /// @param id two characters
  /// @param value raw text as on the wire; a delimiter becomes its entity, and a control character
  ///   becomes a blank
  public record Field(String id, String value) {
    public Field {
      if (id.length() != 2) {
        throw new IllegalArgumentException("a field id has two characters");
      }
      value = clean(value);
    }

    /// The value for display. The delimiter's entity is decoded, and invisible characters are
    /// removed from a text ([PlainText]). A field that may be a number stays as it came, because it
    /// is compared. A number with an invisible character is not valid.
    String display() {
      String read = value.replace(ESCAPED_DELIMITER, String.valueOf(DELIMITER));
      return NUMBERS.contains(id) ? read : PlainText.of(read);
    }

    @Override
    public String toString() {
      return switch (Sip2Field.of(id).map(Sip2Field::privacy).orElse(FieldPrivacy.PERSONAL)) {
        case SHOWN ->
            id + (isText() || FIGURES.matcher(value).matches() ? value : TextShape.of(value));
        case CARD -> id + "•••• " + value.substring(Math.max(0, value.length() - 4));
        case PLACE -> id + (isShortNumber(value) ? value : TextShape.of(value));
        case WORDS -> id + TextShape.of(value);
        case PERSONAL, SECRET -> id + "(" + value.length() + " characters)";
      };
    }

    private boolean isText() {
      return Sip2Field.of(id).map(Sip2Field::kind).filter(it -> it == ValueKind.TEXT).isPresent();
    }

    private static boolean isShortNumber(String value) {
      return value.length() <= LONGEST_BIN && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A delimiter or a line end inside a value would begin another field or message.
    private static String clean(String value) {
      StringBuilder clean = new StringBuilder(value.length());
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == DELIMITER) {
          clean.append(ESCAPED_DELIMITER);
        } else {
          clean.append(Character.isISOControl(c) ? ' ' : c);
        }
      }
      return clean.toString();
    }
  }

  public Sip2Fields {
    list = List.copyOf(list);
  }

  /// Reads the text after the fixed fields. The last delimiter may be missing. Pieces too short for
  /// an id are skipped, and so are empty ones.
  static Sip2Fields read(String text) {
    List<Field> fields = new ArrayList<>();
    for (String piece : text.split("\\|", -1)) {
      if (piece.length() >= 2) {
        fields.add(new Field(piece.substring(0, 2), piece.substring(2)));
      }
    }
    return new Sip2Fields(fields);
  }

  /// These fields and one more. An empty value is sent as id and delimiter.
  public Sip2Fields with(String id, String value) {
    List<Field> more = new ArrayList<>(list);
    more.add(new Field(id, value));
    return new Sip2Fields(more);
  }

  /// Returns these fields and one more; without a value, these fields alone.
  public Sip2Fields with(String id, Optional<String> value) {
    return value.isPresent() ? with(id, value.get()) : this;
  }

  /// Returns these fields, and one field with this id for each value.
  public Sip2Fields withAll(String id, List<String> values) {
    List<Field> more = new ArrayList<>(list);
    for (String value : values) {
      more.add(new Field(id, value));
    }
    return new Sip2Fields(more);
  }

  /// The first value with this id, decoded; empty if it is missing.
  public Optional<String> first(String id) {
    for (Field field : list) {
      if (field.id().equals(id)) {
        return Optional.of(field.display());
      }
    }
    return Optional.empty();
  }

  /// The first value with this id, stripped; empty if it is missing or blank.
  public Optional<String> filled(String id) {
    return first(id).map(String::strip).filter(value -> !value.isEmpty());
  }

  /// All values with this id, decoded, in order.
  public List<String> all(String id) {
    List<String> values = new ArrayList<>();
    for (Field field : list) {
      if (field.id().equals(id)) {
        values.add(field.display());
      }
    }
    return values;
  }

  /// Reads a field of one character as yes or no; empty if it is missing or neither.
  public Optional<Boolean> flag(String id) {
    return filled(id)
        .map(value -> Sip2Flag.read(value.toUpperCase(Locale.ROOT)))
        .filter(flag -> flag == Sip2Flag.YES || flag == Sip2Flag.NO)
        .map(Sip2Flag::yes);
  }

  /// Reads a field as a whole number from 0 to 999999999; empty if it is missing or no number.
  public OptionalInt number(String id) {
    Optional<String> value = filled(id);
    return value.isPresent() ? FixedPart.number(value.get()) : OptionalInt.empty();
  }

  /// The fields as they are on the wire.
  String text() {
    StringBuilder text = new StringBuilder();
    for (Field field : list) {
      text.append(field.id()).append(field.value()).append(DELIMITER);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Field field : list) {
      text.append(field).append(DELIMITER);
    }
    return text.toString();
  }
}
