package org.libstation.flow.state;

/// The three languages of a station; each is offered on every screen by its own name.
public enum Language {
  ZH_HANT_HK("zh-Hant-HK"),
  ZH_HANS("zh-Hans"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The BCP 47 tag; also the name of the text files.
  public String tag() {
    return tag;
  }
}
