package org.libstation.central;

import java.util.List;

/// A setting of one protocol only, below `central.options` of a site.
///
/// @param key lower-case letters, digits and dashes
/// @param fallback value that holds if the site sets none
public record CentralOption(String key, String fallback, Form form) {

  /// Which values are allowed.
  public sealed interface Form {
    record OneOf(List<String> words) implements Form {
      public OneOf {
        words = List.copyOf(words);
      }
    }

    /// @param least lowest value allowed
    /// @param most highest value allowed
    record WholeNumber(int least, int most) implements Form {}

    record TextForm() implements Form {}
  }

  /// Whether this value is allowed.
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
