package org.libstation.tools.sip2;

/// Whether something was tried and works. What was not tried is never reported as supported.
enum Tried {
  WORKS("tried and works"),
  WORKS_NOT("tried and does not"),
  NOT_TRIED("not tried");

  private final String words;

  Tried(String words) {
    this.words = words;
  }

  static Tried of(boolean works) {
    return works ? WORKS : WORKS_NOT;
  }

  String words() {
    return words;
  }
}
