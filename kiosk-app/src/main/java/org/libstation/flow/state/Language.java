package org.libstation.flow.state;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A language of the station, offered on every screen by its own name. Its row here has all that
/// the program must know of it. Its texts are in `config/texts`. Its rules for writing and speaking
/// numbers, sums, days and times are in `language/TAG.rules`.
public enum Language {
  ZH_HANT_HK("zh-Hant-HK", "繁體中文", "繁體", Script.HAN, "Noto %s CJK HK", "yue", "yue"),
  ZH_HANS("zh-Hans", "简体中文", "简体", Script.HAN, "Noto %s CJK SC", "cmn", "cmn"),
  EN("en", "English", "English", Script.LATIN, "Noto %s", "en-gb", "en");

  /// First language of a station whose site names none.
  public static final Language USUAL = ZH_HANT_HK;

  /// Language for staff if none is chosen: on the command line, and in a support bundle.
  public static final Language OF_STAFF = EN;

  /// All tags, as a phrase for messages.
  public static final String TAGS = "en, zh-Hant-HK or zh-Hans";

  private final String tag;
  private final String ownName;
  private final String shortName;
  private final Script script;
  private final String family;
  private final String espeakVoice;
  private final String dispatcherTag;

  /// The script in which a language is written.
  public enum Script {
    HAN,
    LATIN
  }

  Language(
      String tag,
      String ownName,
      String shortName,
      Script script,
      String family,
      String espeakVoice,
      String dispatcherTag) {
    this.tag = tag;
    this.ownName = ownName;
    this.shortName = shortName;
    this.script = script;
    this.family = family;
    this.espeakVoice = espeakVoice;
    this.dispatcherTag = dispatcherTag;
  }

  /// The language with this BCP 47 tag.
  ///
  /// @throws IllegalArgumentException if the station has no such language
  public static Language of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language " + tag);
  }

  /// The language of a setting whose key ends with a tag, such as `name.en`. Empty for other keys.
  public static Optional<Language> ofKey(String key) {
    return Stream.of(values()).filter(each -> key.endsWith("." + each.tag)).findFirst();
  }

  /// The key of a setting's texts for all languages together: `name.in` for `name.en`. Other keys
  /// stay as they are.
  public static String inAny(String key) {
    return ofKey(key)
        .map(it -> key.substring(0, key.length() - it.tag.length()) + "in")
        .orElse(key);
  }

  /// Converts texts by tag to texts by language. Languages that the station does not have are left
  /// out.
  public static Map<Language, String> texts(Map<String, String> byTag) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : values()) {
      Optional.ofNullable(byTag.get(language.tag)).ifPresent(text -> texts.put(language, text));
    }
    return texts;
  }

  /// The BCP 47 tag, also used in the names of the text files.
  public String tag() {
    return tag;
  }

  /// For names of days and months.
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /// Name of the language in the language itself.
  public String ownName() {
    return ownName;
  }

  /// Short form of [#ownName], where the full name is too long.
  public String shortName() {
    return shortName;
  }

  public Script script() {
    return script;
  }

  /// The language whose fonts and voice serve for words in the other script.
  public Language other() {
    return switch (script) {
      case HAN -> EN;
      case LATIN -> ZH_HANT_HK;
    };
  }

  /// The font family without serifs. Each language has its own, because the same Chinese character
  /// has another shape in another family.
  public String sans() {
    return family.formatted("Sans");
  }

  /// The font family with serifs.
  public String serif() {
    return family.formatted("Serif");
  }

  /// Name of its voice in eSpeak NG.
  public String espeakVoice() {
    return espeakVoice;
  }

  /// Its language tag in Speech Dispatcher.
  public String dispatcherTag() {
    return dispatcherTag;
  }
}
