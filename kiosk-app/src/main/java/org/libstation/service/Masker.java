package org.libstation.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.process.log.LogFiles;
import org.libstation.service.setup.SettingsList;
import org.libstation.site.StationSettings;

/// Masks what must not leave the station: the site's secrets, possible card and item numbers, and
/// keys. Names and titles need no masking, because the program's logs never contain them.
final class Masker {
  private static final String MASK = SettingsList.MASK;

  /// Six digits or more may be a patron's number, a PIN or a phone number. Decimals are excepted,
  /// and fractions of a time up to nine digits.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:(?<![0-9]\\.)"
              + LogFiles.NO_FRACTION
              + "[0-9]{6,}|(?<=:[0-9]{2}[.,])[0-9]{10,})(?![0-9.]*[a-z]?s\\b)");

  /// A number in the site's form starts at a word boundary and is no fraction of a time.
  private static final String WHOLE = "\\b(?:" + LogFiles.NO_FRACTION + "|(?=[0-9]{10}))";

  private static final Pattern LONG_WORD =
      Pattern.compile("\\b(?=[A-Z0-9-]*[0-9][A-Z0-9-]*[0-9])[A-Z]{1,4}-?[0-9]{5,}\\b");

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]+-----.*?(-----END [A-Z ]+-----|$)"
              + "|pbkdf2-sha256\\$[^\\s\"]+"
              + "|[A-Za-z0-9+/]{40,}={0,2}",
          Pattern.DOTALL);

  private final List<String> secrets;
  private final List<Pattern> cards;

  private Masker(List<String> secrets, List<Pattern> cards) {
    this.secrets = secrets;
    this.cards = cards;
  }

  static Masker of(StationSettings settings) {
    List<String> secrets = new ArrayList<>();
    Map<String, String> values = new TreeMap<>();
    SettingsList.walk("station", settings, values);
    values.forEach(
        (key, value) -> {
          if (SettingsList.isSecret(key) && value.length() > 2) {
            secrets.add(value);
          }
        });
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    List<Pattern> cards =
        settings.barcodes().rules().stream()
            .map(rule -> Pattern.compile(WHOLE + "(?:" + rule.pattern() + ")\\b"))
            .toList();
    return new Masker(secrets, cards);
  }

  /// Masks a text.
  String mask(String text) {
    String masked = KEY.matcher(text).replaceAll(MASK);
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    for (Pattern card : cards) {
      masked = lastFour(card, masked);
    }
    masked = lastFour(LONG_WORD, masked);
    return lastFour(NUMBER, masked);
  }

  /// Keeps at most the last four digits, as the screens do.
  private static String lastFour(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            found -> {
              String whole = found.group();
              String end = whole.length() > 8 ? whole.substring(whole.length() - 4) : "";
              return Matcher.quoteReplacement((MASK + " " + end).strip().toUpperCase(Locale.ROOT));
            });
  }
}
