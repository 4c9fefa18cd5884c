package org.libstation.site.edit;

/// Why a YAML text is not changed here. What stands at `%s` is told with it.
public enum WhyNot {
  NO_YAML("it is no YAML: %s"),
  NO_KEYS("it holds no keys"),
  ANCHORS("anchors (&) and aliases (*) are not changed here: write the value out"),
  TOO_DEEP("there are more than %s levels"),
  ODD_KEY("a key that is no word"),
  TWICE("'%s' stands there twice"),
  EMPTY_SECTION("the section is empty"),
  ONE_LINE("a value of one line"),
  VALUE_NOT_SECTION("'%s' is a value, not a section"),
  NO_SINGLE_VALUE("'%s' is no single value"),
  NO_SUCH_KEY("there is no such key"),
  NO_SUCH_ENTRY("there is no entry %s in this list"),
  SHARED_LINE("it shares its line with others, which only an editor changes"),
  SEVERAL_LINES("it is written over several lines, which only an editor changes"),
  TYPED("it is written with a type (%s), which only an editor changes"),
  ONLY_EDITOR("it is written in a way that only an editor changes");

  private final String english;

  WhyNot(String english) {
    this.english = english;
  }

  /// For a log or a shell.
  String english(String what) {
    return english.formatted(what);
  }
}
