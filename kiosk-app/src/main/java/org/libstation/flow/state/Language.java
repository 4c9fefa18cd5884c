package org.libstation.flow.state;

/// The three languages of a station; each is offered on every screen by its own name.
public enum Language {
  ZH_HANT_HK("zh-Hant-HK", "繁體中文", "繁體"),
  ZH_HANS("zh-Hans", "简体中文", "简体"),
  EN("en", "English", "English");

  private final String tag;
  private final String ownName;
  private final String shortName;

  Language(String tag, String ownName, String shortName) {
    this.tag = tag;
    this.ownName = ownName;
    this.shortName = shortName;
  }

  /// The BCP 47 tag; also the name of the text files.
  public String tag() {
    return tag;
  }

  /// What those call it who read it.
  public String ownName() {
    return ownName;
  }

  /// The same where the full name is too long.
  public String shortName() {
    return shortName;
  }
}
