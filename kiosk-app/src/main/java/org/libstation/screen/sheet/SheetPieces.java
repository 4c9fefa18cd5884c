package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.picture.QrCode;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.screen.kit.widget.Leaves;
import org.libstation.screen.kit.widget.Leaves.Piece;
import org.libstation.screen.kit.words.Sentences;

/// Splits the words of a sheet into pieces for pages.
///
/// @param leaves creates the pages
record SheetPieces(Leaves leaves) {
  private static final String MARKS = "，。：；,.:;";
  private static final double CODE = 260;

  /// Returns the question, then the consequences for the items.
  List<Piece> of(SheetViewModel.Sheet words) {
    List<Piece> all = new ArrayList<>();
    all.add(Piece.said(Role.H1, true, words.head()));
    words.facts().forEach(fact -> all.addAll(fact(fact)));
    return all;
  }

  /// Returns how to reach staff, what to tell them, and the code for a phone.
  List<Piece> of(HelpWords words) {
    List<Piece> all = new ArrayList<>();
    all.add(Piece.said(Role.H1, true, words.head()));
    all.add(Piece.said(Role.BODY, false, words.told()));
    for (HelpWords.HelpLine line : words.lines()) {
      all.addAll(leaves.begin(line.icon(), Ink.ACTION, line.words()));
      if (!line.figure().isEmpty()) {
        all.add(Piece.said(Role.SUM, true, line.figure()));
      }
    }
    all.addAll(leaves.begin(Icon.HELP, Ink.ACTION, words.quote()));
    words
        .code()
        .ifPresent(code -> all.add(Piece.said(Role.TITLE, true, words.codeWord() + " " + code)));
    all.add(Piece.said(Role.TITLE, true, words.station()));
    words
        .scan()
        .flatMap(QrCode::of)
        .ifPresent(
            code -> {
              all.add(
                  new Piece.Begin(
                      Box.whole(Box.row(0, new QrView(code, CODE, words.scanWords())))));
              all.add(Piece.said(Role.CAPTION, false, words.scanWords()));
            });
    return all;
  }

  /// Returns the emphasised words beside their icon, then the rest.
  private List<Piece> fact(SheetViewModel.SheetFact fact) {
    String text = fact.text();
    boolean strong = text.startsWith("**") && text.indexOf("**", 2) > 0;
    int end = strong ? text.indexOf("**", 2) + 2 : Sentences.of(text).getFirst().length();
    // Punctuation stays with the word before it.
    while (end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    List<Piece> all =
        new ArrayList<>(leaves.begin(fact.icon(), fact.ink(), text.substring(0, end)));
    if (end < text.length()) {
      all.add(Piece.said(Role.CAPTION, false, text.substring(end)));
    }
    return all;
  }
}
