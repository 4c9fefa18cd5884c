package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.central.sip2.Sip2Layout.Fixed;
import org.libstation.central.sip2.Transcripts.Said;

/// The table of messages holds together, fits the records, and knows every field that was recorded.
final class Sip2LayoutTest {

  private static final Sip2Codec CODEC = new Sip2Codec(StandardCharsets.UTF_8, true);

  @Test
  void every_request_has_its_answer_and_every_answer_its_request() {
    List<Sip2Layout> answers =
        Arrays.stream(Sip2Layout.values()).flatMap(layout -> layout.answer().stream()).toList();
    List<Sip2Layout> unanswered =
        Arrays.stream(Sip2Layout.values())
            .filter(layout -> layout.answer().isEmpty() && !answers.contains(layout))
            .toList();

    assertThat(Sip2Layout.values()).hasSize(31);
    assertThat(answers).hasSize(15);
    assertThat(unanswered).containsExactly(Sip2Layout.SC_RESEND, Sip2Layout.ACS_RESEND);
  }

  @ParameterizedTest
  @EnumSource
  void a_record_has_a_component_of_the_right_kind_for_each_fixed_field(Sip2Layout layout) {
    RecordComponent[] components = full(layout).getClass().getRecordComponents();
    List<Class<?>> expected = new ArrayList<>();
    for (Fixed field : layout.fixed()) {
      expected.add(
          switch (field.kind()) {
            case FLAG, OK -> Sip2Flag.class;
            case DATE -> Sip2Date.class;
            case COUNT -> OptionalInt.class;
            case TEXT -> String.class;
          });
    }
    expected.add(Sip2Fields.class);

    assertThat(Arrays.stream(components).map(RecordComponent::getType)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void a_message_with_every_field_is_read_and_written_again(Sip2Layout layout) {
    Sip2Message message = full(layout);
    byte[] line = CODEC.encode(message, 7);

    assertThat(message.code()).isEqualTo(layout.code());
    assertThat(message.text()).isEqualTo(text(layout));
    assertThat(CODEC.decode(Arrays.copyOf(line, line.length - 1)).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource
  void no_field_stands_twice_in_a_message(Sip2Layout layout) {
    assertThat(VariableField.of(layout).stream().map(VariableField::field)).doesNotHaveDuplicates();
    assertThat(layout.fixed().stream().map(Fixed::name)).doesNotHaveDuplicates();
  }

  static Stream<Said> serverLines() {
    return Transcripts.all().stream().filter(Said::byServer);
  }

  @ParameterizedTest
  @MethodSource("serverLines")
  void each_field_of_a_servers_line_is_where_and_what_the_table_says(Said said) {
    Sip2Line.Sip2LineMessage line =
        (Sip2Line.Sip2LineMessage) Sip2Line.read(said.bytes(), StandardCharsets.UTF_8);

    assertThat(line.remarks()).isEmpty();
    for (int i = 0; i < line.fixed().size(); i++) {
      Fixed field = line.layout().fixed().get(i);
      assertThat(line.fixed().get(i)).as(field.name()).matches(shape(field));
    }
    for (Sip2Line.Sip2LinePiece piece : line.pieces()) {
      Sip2Field field = Sip2Field.of(piece.id()).orElseThrow();
      assertThat(VariableField.of(line.layout()).stream().map(VariableField::field))
          .contains(field);
      assertThat(piece.value()).as(field.title()).matches(shape(field));
    }
    List<String> ids = line.pieces().stream().map(Sip2Line.Sip2LinePiece::id).toList();
    for (VariableField variable : VariableField.of(line.layout())) {
      long count = ids.stream().filter(variable.field().name()::equals).count();
      assertThat(variable.repeats() || count <= 1).as("%s once", variable).isTrue();
    }
  }

  private static String shape(Fixed field) {
    return switch (field.kind()) {
      case FLAG -> "[YNU]";
      case OK -> "[01]";
      case DATE -> "2026\\d{4} {4}\\d{6}";
      case COUNT -> "\\d{%1$d}| {%1$d}".formatted(field.width());
      case TEXT -> field.name().equals("patron_status") ? "[Y ]{14}" : "[0-9.]*";
    };
  }

  private static String shape(Sip2Field field) {
    return switch (field.kind()) {
      case TEXT -> "[^|]*";
      case FLAG -> "[YN]";
      case NUMBER -> "\\d*";
      case AMOUNT -> "\\d+(\\.\\d+)?";
      case FREE_DATE -> "|\\d{8} {4}\\d{6}";
    };
  }

  private static Sip2Message full(Sip2Layout layout) {
    return Sip2Message.read(text(layout));
  }

  private static String text(Sip2Layout layout) {
    StringBuilder text = new StringBuilder(layout.code());
    for (Fixed field : layout.fixed()) {
      text.append(
          switch (field.kind()) {
            case FLAG -> "Y";
            case OK -> "1";
            case DATE -> "20261124    091500";
            case COUNT -> "0".repeat(field.width() - 1) + "7";
            case TEXT -> "3".repeat(field.width());
          });
    }
    for (VariableField variable : VariableField.of(layout)) {
      String field = variable.field().name() + "x " + variable.field().title() + "|";
      text.append(variable.repeats() ? field + field : field);
    }
    return text.toString();
  }
}
