package org.libstation.screen.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.words.Sentences;

/// Splits a notice that is too long for its room into several pages, between sentences. Nothing is
/// left out. A single sentence that is too long gets smaller text.
final class SentencePages {
  private final Type type;
  private final double width;
  private final double room;

  /// A part of a notice, and its text size.
  record Page(Type type, NoticeBar.NoticeBarWords words, double width) {
    NoticeBar drawn() {
      return new NoticeBar(type, words, width);
    }
  }

  SentencePages(Type type, double width, double room) {
    this.type = type;
    this.width = width;
    this.room = room;
  }

  List<Page> of(NoticeBar.NoticeBarWords words) {
    Optional<String> line = words.line();
    if (line.isEmpty() || fits(words)) {
      return List.of(fitted(words));
    }
    List<Page> pages = new ArrayList<>();
    String page = "";
    for (String sentence : Sentences.of(line.get())) {
      if (!page.isEmpty() && !fits(with(words, page + sentence))) {
        pages.add(fitted(with(words, page)));
        page = "";
      }
      page += sentence;
    }
    pages.add(fitted(with(words, page)));
    return pages;
  }

  private static NoticeBar.NoticeBarWords with(NoticeBar.NoticeBarWords words, String line) {
    return new NoticeBar.NoticeBarWords(
        words.ink(), words.icon(), words.head(), Optional.of(line.strip()), words.aside());
  }

  private boolean fits(NoticeBar.NoticeBarWords words) {
    return height(type, words) <= room;
  }

  private Page fitted(NoticeBar.NoticeBarWords words) {
    int step = type.look().step();
    Type smaller = type;
    while (step > 1 && height(smaller, words) > room) {
      step--;
      smaller = new Type(type.look().atStep(step));
    }
    return new Page(smaller, words, width);
  }

  private double height(Type as, NoticeBar.NoticeBarWords words) {
    return new NoticeBar(as, words, width).prefHeight(width);
  }
}
