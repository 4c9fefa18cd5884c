package org.libstation.site.edit;

/// Why a YAML text cannot be changed here. The name concerned replaces `%s`.
public enum WhyNot {
  NO_YAML("it is not valid YAML: %s"),
  NO_KEYS("the file holds no settings"),
  ANCHORS("anchors (&) and aliases (*) are not supported here: write the value out"),
  TOO_DEEP("there are more than %s levels"),
  ODD_KEY("the name of a key is not a plain word"),
  TWICE("'%s' is set twice"),
  EMPTY_SECTION("the section is empty"),
  ONE_LINE("a value must stand on one line"),
  VALUE_NOT_SECTION("'%s' is a value, not a section"),
  NO_SINGLE_VALUE("'%s' is not a single value"),
  NO_SUCH_KEY("there is no such key"),
  NO_SUCH_ENTRY("there is no entry %s in this list"),
  SHARED_LINE("it shares its line with others: change it with an editor"),
  SEVERAL_LINES("it is written over several lines: change it with an editor"),
  TYPED("it is written with a type (%s): change it with an editor"),
  ONLY_EDITOR("the way it is written can only be changed with an editor");

  private final String english;

  WhyNot(String english) {
    this.english = english;
  }

  /// The reason in English, for a log or a shell.
  String english(String what) {
    return english.formatted(what);
  }
}
