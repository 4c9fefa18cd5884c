package org.libstation.central;

import java.util.List;

/// A setting of one protocol alone, below `central.options` of a site.
///
/// @param key small letters, digits and dashes
/// @param fallback what holds where nothing is set
public record CentralOption(String key, String fallback, Form form) {

  /// What it may be.
  public sealed interface Form {
    record OneOf(List<String> words) implements Form {
      public OneOf {
        words = List.copyOf(words);
      }
    }

    record WholeNumber(int least, int most) implements Form {}

    record TextForm() implements Form {}
  }

  /// Whether it may be that.
  public boolean allows(String value) {
    return switch (form) {
      case Form.OneOf(List<String> words) -> words.contains(value);
      case Form.WholeNumber(int least, int most) ->
          value.matches("-?\\d{1,9}")
              && Integer.parseInt(value) >= least
              && Integer.parseInt(value) <= most;
      case Form.TextForm() -> true;
    };
  }
}
