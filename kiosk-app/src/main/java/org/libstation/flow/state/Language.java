package org.libstation.flow.state;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A language of the station, offered on every screen by its own name. All that the program must
/// know of it stands in its row, all that it says in its texts: the lines in `config/texts`, and in
/// `text/TAG.rules` how it writes and speaks numbers, sums, days and times.
public enum Language {
  ZH_HANT_HK("zh-Hant-HK", "繁體中文", "繁體", Script.HAN, "Noto %s CJK HK", "yue", "yue"),
  ZH_HANS("zh-Hans", "简体中文", "简体", Script.HAN, "Noto %s CJK SC", "cmn", "cmn"),
  EN("en", "English", "English", Script.LATIN, "Noto %s", "en-gb", "en");

  /// What a station shows first where its site names none.
  public static final Language USUAL = ZH_HANT_HK;

  /// What staff read where nobody said which: on the command line, and in a support bundle.
  public static final Language OF_STAFF = EN;

  /// All tags, in words.
  public static final String TAGS = "en, zh-Hant-HK or zh-Hans";

  private final String tag;
  private final String ownName;
  private final String shortName;
  private final Script script;
  private final String family;
  private final String espeakVoice;
  private final String dispatcherTag;

  /// The signs that a language is written with.
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

  /// The language of a tag.
  ///
  /// @throws IllegalArgumentException where the station has no such language
  public static Language of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language " + tag);
  }

  /// The language in which a setting is written, by the tag at the end of its key: `name.en`.
  public static Optional<Language> ofKey(String key) {
    return Stream.of(values()).filter(each -> key.endsWith("." + each.tag)).findFirst();
  }

  /// The key under which a setting's texts stand, whatever its language: `name.in` for `name.en`.
  public static String inAny(String key) {
    return ofKey(key)
        .map(it -> key.substring(0, key.length() - it.tag.length()) + "in")
        .orElse(key);
  }

  /// Texts by the tags of their languages, by language; what the station does not speak is left
  /// out.
  public static Map<Language, String> texts(Map<String, String> byTag) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : values()) {
      Optional.ofNullable(byTag.get(language.tag)).ifPresent(text -> texts.put(language, text));
    }
    return texts;
  }

  /// The BCP 47 tag; also the name of the text files.
  public String tag() {
    return tag;
  }

  /// For names of days and months.
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /// What those call it who read it.
  public String ownName() {
    return ownName;
  }

  /// The same where the full name is too long.
  public String shortName() {
    return shortName;
  }

  public Script script() {
    return script;
  }

  /// The language whose letters and voice serve for words in the other script.
  public Language other() {
    return switch (script) {
      case HAN -> EN;
      case LATIN -> ZH_HANT_HK;
    };
  }

  /// The font family without serifs: the same Chinese sign has another shape in another family.
  public String sans() {
    return family.formatted("Sans");
  }

  /// The font family with serifs.
  public String serif() {
    return family.formatted("Serif");
  }

  /// Its voice in eSpeak NG.
  public String espeakVoice() {
    return espeakVoice;
  }

  /// What Speech Dispatcher calls it.
  public String dispatcherTag() {
    return dispatcherTag;
  }
}
