package org.libstation.paper;

import java.util.List;
import java.util.Optional;
import org.libstation.device.Receipt;
import org.libstation.flow.state.Language;

/// The elements of a receipt, from top to bottom.
public record Layout(List<Element> elements) {
  public Layout {
    elements = List.copyOf(elements);
  }

  /// Returns a layout with the body alone, for benchmarks.
  public static Layout bodyAlone() {
    return new Layout(List.of(new Element(Optional.empty(), new ElementKind.Body())));
  }

  /// Returns the elements that are printed in a language.
  public List<Element> in(Language language) {
    return elements.stream()
        .filter(element -> element.only().isEmpty() || element.only().get() == language)
        .toList();
  }

  /// @param only the one language in which it is printed; empty = all
  public record Element(Optional<Language> only, ElementKind kind) {}

  /// Kind of element.
  public sealed interface ElementKind {
    /// The line that marks a demonstration or training station; empty on a live station.
    record Banner() implements ElementKind {}

    /// The results of the visit: loans, returns, renewals.
    record Body() implements ElementKind {}

    /// A picture.
    record Logo(Receipt.Picture picture) implements ElementKind {}

    /// A line of text.
    record TextElement(List<Part> words, Receipt.Style style, Receipt.Align align)
        implements ElementKind {}

    /// Text at the left and at the right of one line.
    record PairElement(List<Part> left, List<Part> right, Receipt.Style style)
        implements ElementKind {}

    /// A horizontal line.
    record RuleElement() implements ElementKind {}

    /// An empty line.
    record SpaceElement() implements ElementKind {}

    /// A QR code.
    record QrElement(String text) implements ElementKind {}

    /// A Codabar barcode.
    record CodabarElement(String data) implements ElementKind {}
  }

  /// A piece of text.
  public sealed interface Part {
    /// Text as in the template.
    record Literal(String text) implements Part {}

    /// A value that is filled in.
    record Filled(TemplateField field) implements Part {}

    /// A line of the text files.
    record LayoutTextLine(String key) implements Part {}
  }

  /// Values that a template can contain. None is a person, a card or an item: whatever a site's
  /// template says, paper never names a person.
  public enum TemplateField {
    /// The library's name.
    LIBRARY("library"),
    /// The station's name.
    STATION("station"),
    /// The time of printing.
    PRINTED("printed");

    private final String word;

    TemplateField(String word) {
      this.word = word;
    }

    /// Returns the name used between braces.
    public String word() {
      return word;
    }
  }
}
