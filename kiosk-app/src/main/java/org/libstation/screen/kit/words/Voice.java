package org.libstation.screen.kit.words;

import java.time.Duration;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.Brand;

/// What a screen speaks with: the words of one language and the names of the place.
///
/// @param library the library's name in this language
/// @param station the station's name in this language
/// @param site what the site says of its surroundings
/// @param idle how long nobody may touch anything before the warning; doubled in slow mode
/// @param brand the library's mark
public record Voice(
    Words words, String library, String station, SiteWords site, Duration idle, Brand brand) {

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  /// The words for the side on which cards are read.
  public String sided(String key) {
    return say(site.desk().cardsLeft() ? key + ".left" : key);
  }

  public String count(String key, int number, Object... more) {
    return words.count(key, number, more);
  }
}
