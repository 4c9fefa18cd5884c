package org.libstation.paper;

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
    return new Layout(List.of(new Element(Optional.empty(), new ElementKind.Body())));
  }

  /// The elements that are printed in a language.
  public List<Element> in(Language language) {
    return elements.stream()
        .filter(element -> element.only().isEmpty() || element.only().get() == language)
        .toList();
  }

  /// @param only the one language it is printed in; empty = in all
  public record Element(Optional<Language> only, ElementKind kind) {}

  /// One kind of element.
  public sealed interface ElementKind {
    /// The line a demonstration or training station wears; nothing on a live one.
    record Banner() implements ElementKind {}

    /// What the visit brought: loans, returns, renewals.
    record Body() implements ElementKind {}

    record Logo(Receipt.Picture picture) implements ElementKind {}

    record TextElement(List<Part> words, Receipt.Style style, Receipt.Align align)
        implements ElementKind {}

    record PairElement(List<Part> left, List<Part> right, Receipt.Style style)
        implements ElementKind {}

    record RuleElement() implements ElementKind {}

    record SpaceElement() implements ElementKind {}

    record QrElement(String text) implements ElementKind {}

    record CodabarElement(String data) implements ElementKind {}
  }

  /// A piece of words.
  public sealed interface Part {
    record Literal(String text) implements Part {}

    record Filled(TemplateField field) implements Part {}

    /// A line of the texts.
    record LayoutTextLine(String key) implements Part {}
  }

  /// What a template can have filled in. Nothing here is a person, a card or an item: paper never
  /// names a person, whatever a site writes into its template.
  public enum TemplateField {
    /// The library's name.
    LIBRARY("library"),
    /// The station's name.
    STATION("station"),
    /// The moment of printing.
    PRINTED("printed");

    private final String word;

    TemplateField(String word) {
      this.word = word;
    }

    /// As it stands between braces.
    public String word() {
      return word;
    }
  }
}
