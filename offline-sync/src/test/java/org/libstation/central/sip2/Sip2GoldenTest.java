package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thirty worked pairs and a damaged request, as lines with the checksums that another program
/// computed, against the messages that a person typed (`golden.txt`).
final class Sip2GoldenTest {

  private static final Sip2Codec CODEC = new Sip2Codec(StandardCharsets.UTF_8, true);

  /// A part of a message; the name of a field has two capital letters.
  private static final Pattern PART =
      Pattern.compile(" (?:([A-Z]{2})|([a-zA-Z]+))=(\"[^\"]*\"|\\S+)");

  /// A row of the table.
  ///
  /// @param direction `>` from the station, `<` from the central system
  /// @param name number and name of the pair
  /// @param line as on the wire without CR
  record GoldenCase(String direction, String name, int sequence, String line, Sip2Message message) {
    @Override
    public String toString() {
      return direction + " " + name + ": " + line;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_message_is_written_byte_for_byte(GoldenCase golden) {
    assertThat(
            new String(CODEC.encode(golden.message(), golden.sequence()), StandardCharsets.UTF_8))
        .isEqualTo(golden.line() + "\r");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_line_is_read_field_by_field(GoldenCase golden) {
    Sip2Codec.Received received = CODEC.decode(golden.line().getBytes(StandardCharsets.UTF_8));

    assertThat(received.message()).isEqualTo(golden.message());
    Sip2Trailer trailer = received.trailer().orElseThrow();
    assertThat(trailer.correct()).isTrue();
    if (golden.line().contains("AY")) {
      assertThat(trailer.sequence()).hasValue(golden.sequence());
    } else {
      assertThat(trailer.sequence()).isEmpty();
    }
  }

  @Test
  void every_line_of_the_printed_page_is_in_the_table() throws IOException {
    List<String> printed =
        text("/cases/sip2/pairs.txt")
            .filter(line -> line.startsWith("> ") || line.startsWith("< "))
            .toList();
    assertThat(printed).hasSize(66);
    assertThat(cases().map(golden -> golden.direction() + " " + golden.line()))
        .containsAll(printed);
  }

  private static Stream<String> text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Sip2GoldenTest.class.getResourceAsStream(resource), resource)) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
          .stream();
    }
  }

  static Stream<GoldenCase> cases() throws IOException {
    return text("golden.txt")
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Sip2GoldenTest::golden);
  }

  private static GoldenCase golden(String row) {
    String[] cells = row.split("\t", -1);
    assertThat(cells).as(row).hasSize(5);
    return new GoldenCase(
        cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], message(cells[0], cells[4]));
  }

  /// The message that a row expects: the name of its record, then each fixed field by the name of
  /// its component, then the variable fields in their order.
  private static Sip2Message message(String direction, String text) {
    String name = (text + " ").substring(0, (text + " ").indexOf(' '));
    List<MatchResult> parts = PART.matcher(text).results().toList();
    Map<String, String> fixed = new HashMap<>();
    Sip2Fields fields = Sip2Fields.NONE;
    int read = name.length();
    for (MatchResult part : parts) {
      assertThat(part.start()).as(text).isEqualTo(read);
      read = part.end();
      if (part.group(1) != null) {
        fields = fields.with(part.group(1), unquoted(part.group(3)));
      } else {
        assertThat(fixed.put(part.group(2), part.group(3))).as(text).isNull();
      }
    }
    assertThat(read).as(text).isEqualTo(text.length());
    return made(
        (direction.equals(">") ? Sip2Request.class : Sip2Response.class).getName() + "$" + name,
        fixed,
        fields);
  }

  private static Sip2Message made(String type, Map<String, String> fixed, Sip2Fields fields) {
    try {
      Class<? extends Sip2Message> message = Class.forName(type).asSubclass(Sip2Message.class);
      RecordComponent[] components = message.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values =
          Arrays.stream(components)
              .map(
                  it ->
                      it.getType() == Sip2Fields.class
                          ? fields
                          : value(it.getType(), Objects.requireNonNull(fixed.remove(it.getName()))))
              .toArray();
      assertThat(fixed).as(type).isEmpty();
      return message.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type, e);
    }
  }

  /// A text in quotes, a flag by its name, a count and a moment as usual; `-` where there is none.
  private static Object value(Class<?> type, String text) {
    boolean none = text.equals("-");
    if (type == Sip2Flag.class) {
      return Sip2Flag.valueOf(text);
    }
    if (type == Sip2Date.class) {
      return none ? Sip2Date.NONE : Sip2Date.local(LocalDateTime.parse(text));
    }
    if (type == OptionalInt.class) {
      return none ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
    assertThat(type).isEqualTo(String.class);
    return unquoted(text);
  }

  private static String unquoted(String text) {
    assertThat(text).startsWith("\"").endsWith("\"");
    return text.substring(1, text.length() - 1);
  }
}
