package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.DueDate;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.paper.Layout;

/// Paper never names a person.
class ReceiptPrivacyTest {

  @Test
  void a_template_can_have_filled_in_only_the_library_the_station_and_the_moment() {
    assertThat(Layout.TemplateField.values())
        .extracting(Layout.TemplateField::word)
        .containsExactly("library", "station", "printed");
  }

  /// Free text is a title (asked for), the end of a barcode, the end of the card's number (where
  /// several cards of one visit have receipts), or a due date as the library wrote it; whatever is
  /// added must be looked at here.
  @Test
  void what_a_receipt_is_made_of_has_no_place_for_a_name_or_a_card() {
    Set<String> texts = new HashSet<>();
    texts(ReceiptContent.class, "ReceiptContent", new HashSet<>(), texts);
    assertThat(texts)
        .containsExactlyInAnyOrder(
            "ReceiptContent.whose",
            "LentLine.title",
            "LentLine.lastFour",
            "ReturnedLine.title",
            "ReturnedLine.lastFour",
            // Of what was returned, for the code that proves it.
            "ItemId.value",
            // Of a payment: its own number, which names nobody.
            "PaidLine.reference",
            "InDoubt.reference",
            "RenewedLine.title",
            "RenewedLine.lastFour",
            "RenewalAsked.title",
            "RenewalAsked.lastFour");
  }

  @Test
  void of_a_whole_number_no_more_than_its_last_four_digits_get_onto_paper() {
    String whole = "23456000012345";
    OffsetDateTime at = OffsetDateTime.parse("2026-11-24T18:44:00+08:00");
    DueDate due = DueDate.of(java.time.LocalDate.of(2026, 12, 8).atStartOfDay());
    List<ReceiptContent.ContentLine> lines =
        List.of(
            new ReceiptContent.ContentLine.LentLine(Optional.empty(), whole, due, true),
            new ReceiptContent.ContentLine.RenewedLine(Optional.empty(), whole, due),
            new ReceiptContent.ContentLine.RenewalAsked(
                Optional.empty(), whole, at, Optional.empty()),
            new ReceiptContent.ContentLine.ReturnedLine(
                Optional.empty(),
                whole,
                at,
                true,
                false,
                Optional.empty(),
                false,
                Optional.empty()));
    for (Language language : Language.values()) {
      String paper =
          ReceiptSamples.composer()
              .compose(ReceiptSamples.content(language, lines).with(c -> c.at(at).whose(whole)))
              .toString();
      assertThat(paper).contains("2345").doesNotContain("12345");
    }
  }

  private static void texts(Type type, String where, Set<Type> seen, Set<String> texts) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        texts(argument, where, seen, texts);
      }
      return;
    }
    Class<?> kind = (Class<?>) type;
    assertThat(kind.getSimpleName().toLowerCase(Locale.ROOT))
        .as(where)
        .doesNotContain("patron")
        .doesNotContain("card")
        .doesNotContain("person");
    // A fine is days and money; a due date is the library's own word for a day.
    if (kind == String.class) {
      texts.add(where);
    } else if (kind != FineExplained.class && kind != DueDate.class && seen.add(type)) {
      if (kind.isSealed()) {
        Arrays.stream(kind.getPermittedSubclasses()).forEach(s -> texts(s, where, seen, texts));
      }
      if (kind.isRecord()) {
        for (RecordComponent part : kind.getRecordComponents()) {
          texts(part.getGenericType(), kind.getSimpleName() + "." + part.getName(), seen, texts);
        }
      }
    }
  }
}
