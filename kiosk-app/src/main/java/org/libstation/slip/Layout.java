package org.libstation.slip;

import java.util.List;
import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.flow.state.Language;

/// What stands on a receipt, from top to bottom.
public record Layout(List<Element> elements) {
  public Layout {
    elements = List.copyOf(elements);
  }

  /// Nothing around it: for benches.
  public static Layout bodyAlone() {
    return new Layout(List.of(new Element(Optional.empty(), new Kind.Body())));
  }

  /// The elements that are printed in a language.
  public List<Element> in(Language language) {
    return elements.stream()
        .filter(element -> element.only().isEmpty() || element.only().get() == language)
        .toList();
  }

  /// @param only the one language it is printed in; empty = in all
  public record Element(Optional<Language> only, Kind kind) {}

  /// One kind of element.
  public sealed interface Kind {
    /// The line a demonstration or training station wears; nothing on a live one.
    record Banner() implements Kind {}

    /// What the visit brought: loans, returns, renewals.
    record Body() implements Kind {}

    record Logo(Receipt.Picture picture) implements Kind {}

    record Text(List<Part> words, Receipt.Style style, Receipt.Align align) implements Kind {}

    record Pair(List<Part> left, List<Part> right, Receipt.Style style) implements Kind {}

    record Rule() implements Kind {}

    record Space() implements Kind {}

    record Qr(String text) implements Kind {}

    record Codabar(String data) implements Kind {}
  }

  /// A piece of words.
  public sealed interface Part {
    record Literal(String text) implements Part {}

    record Filled(Field field) implements Part {}

    /// A line of the texts.
    record Said(String key) implements Part {}
  }

  /// What a template can have filled in. Nothing here is a person, a card or an item: paper never
  /// names a person, whatever a site writes into its template.
  public enum Field {
    /// The library's name.
    LIBRARY("library"),
    /// The station's name.
    STATION("station"),
    /// The moment of printing.
    PRINTED("printed");

    private final String word;

    Field(String word) {
      this.word = word;
    }

    /// As it stands between braces.
    public String word() {
      return word;
    }
  }
}
