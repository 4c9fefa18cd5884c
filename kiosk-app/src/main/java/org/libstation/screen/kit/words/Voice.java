package org.libstation.screen.kit.words;

import java.time.Duration;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.Brand;

/// What a screen speaks with: the words of one language and the names of the place.
///
/// @param library library's name in this language
/// @param station station's name in this language
/// @param site what the site says of its surroundings
/// @param idle time without a touch before the warning; doubled in slow mode
/// @param brand mark and start picture of the library
public record Voice(
    Words words, String library, String station, SiteWords site, Duration idle, Brand brand) {

  /// Returns a text, with its placeholders filled in.
  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  /// Returns a text in its variant for the side on which cards are read.
  public String sided(String key) {
    return say(site.desk().cardsLeft() ? key + ".left" : key);
  }

  /// Returns a text in the form for this number.
  public String count(String key, int number, Object... more) {
    return words.count(key, number, more);
  }
}
