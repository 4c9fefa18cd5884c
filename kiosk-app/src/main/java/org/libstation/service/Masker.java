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

/// Takes out of a text what must not leave the station: the site's secrets, wherever they stand,
/// whatever may be the number of a card or an item, and keys. What the masks let through was never
/// written by this program: its logs hold no names and no titles.
final class Masker {
  private static final String MASK = SettingsList.MASK;

  /// Six digits or more may be a number of a reader's, a PIN or a telephone; not those of a
  /// decimal, and of a time's fraction not up to nine.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:(?<![0-9]\\.)"
              + LogFiles.NO_FRACTION
              + "[0-9]{6,}|(?<=:[0-9]{2}[.,])[0-9]{10,})(?![0-9.]*[a-z]?s\\b)");

  /// A number of the site's begins a word that is not the fraction of a time.
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

  /// As on the screens: no more than the last four digits.
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
