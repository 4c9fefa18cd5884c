package org.libstation.central.sip2;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of SIP2, split into its parts and not interpreted, for tools that show messages. It can
/// be written again. Values are as on the wire, secrets included.
public sealed interface Sip2Line {

  /// The result of the line's checksum.
  enum Checksum {
    VALID,
    INVALID,
    ABSENT
  }

  /// One variable field.
  ///
  /// @param id two characters
  /// @param value raw text as on the wire
  record Sip2LinePiece(String id, String value) {}

  /// A line that holds a message.
  ///
  /// @param fixed one value for each fixed field of the layout; shorter or longer than its width if
  ///   it came so
  /// @param pieces the variable fields in the order of the wire
  /// @param sequence the digit after AY; empty if there is none
  /// @param remarks deviations from SIP 2.00 that could still be read
  record Sip2LineMessage(
      Sip2Layout layout,
      List<String> fixed,
      List<Sip2LinePiece> pieces,
      OptionalInt sequence,
      Checksum checksum,
      List<String> remarks)
      implements Sip2Line {
    public Sip2LineMessage {
      fixed = List.copyOf(fixed);
      pieces = List.copyOf(pieces);
      remarks = List.copyOf(remarks);
    }

    /// Writes the line without CR. An invalid checksum is written as a wrong one.
    public byte[] bytes(Charset charset) {
      StringBuilder text = new StringBuilder(layout.code());
      fixed.forEach(text::append);
      for (Sip2LinePiece piece : pieces) {
        text.append(piece.id()).append(piece.value()).append(Sip2Fields.DELIMITER);
      }
      byte[] body = text.toString().getBytes(charset);
      return switch (checksum) {
        case VALID -> Sip2Trailer.append(body, sequence);
        case INVALID -> spoilt(Sip2Trailer.append(body, sequence));
        case ABSENT -> body;
      };
    }

    private static byte[] spoilt(byte[] line) {
      int hex = line.length - 4;
      boolean zero = true;
      for (int i = hex; i < line.length; i++) {
        zero &= line[i] == '0';
      }
      for (int i = hex; i < line.length; i++) {
        line[i] = (byte) (zero ? 'F' : '0');
      }
      return line;
    }
  }

  /// A line that holds no message.
  ///
  /// @param position of the first wrong character, from 1
  record LineFaulty(String what, int position) implements Sip2Line {}

  /// Splits a line into its parts.
  ///
  /// @param line without CR and LF
  static Sip2Line read(byte[] line, Charset charset) {
    Sip2Trailer.Cut cut = Sip2Trailer.cut(line);
    String text = new String(cut.body(), charset);
    if (text.length() < 2) {
      return new LineFaulty("too short for a message code", 1);
    }
    Optional<Sip2Layout> layout = Sip2Layout.of(text.substring(0, 2));
    if (layout.isEmpty()) {
      return new LineFaulty("'" + text.substring(0, 2) + "' is no message code of SIP2", 1);
    }
    FixedPart part = layout.get().cut(text.substring(2));
    Optional<LineFaulty> fault = fault(layout.get(), part);
    if (fault.isPresent()) {
      return fault.get();
    }
    List<String> remarks = new ArrayList<>();
    if (!part.regular()) {
      remarks.add("the fixed fields are not where SIP 2.00 has them");
    }
    if (cut.mangled()) {
      remarks.add("the end looks like a damaged sequence number and checksum");
    }
    List<Sip2LinePiece> pieces = pieces(part.rest(), remarks);
    return new Sip2LineMessage(
        layout.get(),
        part.values(),
        pieces,
        cut.trailer().map(Sip2Trailer::sequence).orElse(OptionalInt.empty()),
        checksum(cut),
        remarks);
  }

  private static Checksum checksum(Sip2Trailer.Cut cut) {
    if (cut.trailer().isEmpty()) {
      return Checksum.ABSENT;
    }
    return cut.trailer().get().correct() ? Checksum.VALID : Checksum.INVALID;
  }

  /// Finds a fault that makes the whole line unreliable: fixed fields that end too early, or no
  /// date in its place.
  private static Optional<LineFaulty> fault(Sip2Layout layout, FixedPart part) {
    int position = 3;
    boolean hasDate = layout.fixed().stream().anyMatch(f -> f.kind() == Sip2Layout.FixedKind.DATE);
    for (int i = 0; i < layout.fixed().size(); i++) {
      Sip2Layout.Fixed field = layout.fixed().get(i);
      String value = part.values().get(i);
      boolean wrong =
          field.kind() == Sip2Layout.FixedKind.DATE
              ? !FixedPart.isDate(value)
              : !hasDate && value.length() < field.width();
      if (wrong) {
        return Optional.of(
            new LineFaulty(
                "no %s where its %d characters belong".formatted(field.name(), field.width()),
                position));
      }
      position += value.length();
    }
    return Optional.empty();
  }

  private static List<Sip2LinePiece> pieces(String text, List<String> remarks) {
    List<Sip2LinePiece> pieces = new ArrayList<>();
    if (text.isEmpty()) {
      return pieces;
    }
    String closed = text;
    if (text.charAt(text.length() - 1) == Sip2Fields.DELIMITER) {
      closed = text.substring(0, text.length() - 1);
    } else {
      remarks.add("the last field has no delimiter");
    }
    for (String piece : closed.split("\\|", -1)) {
      if (piece.length() < 2) {
        remarks.add("a piece of " + piece.length() + " characters is no field");
      } else {
        pieces.add(new Sip2LinePiece(piece.substring(0, 2), piece.substring(2)));
      }
    }
    return pieces;
  }
}
