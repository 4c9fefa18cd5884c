package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.SheetLayout;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.picture.QrCode;
import org.libstation.screen.kit.picture.QrView;
import org.libstation.screen.kit.widget.StagePane;

/// How to reach a librarian, with a QR code, and what to tell them.
final class HelpSheet {
  private static final double GAP = 24;

  /// Height that high contrast adds to the edges of the cards, in px.
  private static final double EDGES = 16;

  /// Padding left and right of what to say, with the edges, in px.
  private static final double QUOTE_PADDING = 64;

  private final Type type;
  private final double width;

  /// Whether the keys stand at the side; what to say then stands above the key.
  private final boolean keysBeside;

  /// @param width width of the sheet's words
  HelpSheet(Type type, double width) {
    this.type = type;
    this.width = width;
    this.keysBeside = type.look().layouts().sheet().keys() != SheetLayout.SheetKeyPlace.UNDER;
  }

  /// @param room available height; the least important parts are left out if it is too low
  Region of(HelpWords words, double room) {
    Optional<Region> code =
        words.scan().flatMap(QrCode::of).map(scanned -> code(scanned, words.scanWords()));
    List<Node> parts = parts(words, code);
    if (least(parts) > room) {
      parts = parts(words, Optional.empty());
    }
    StagePane stage = new StagePane(GAP);
    stage.show(parts);
    stage.setPrefHeight(Math.min(room, stage.prefHeight(width) - GAP + EDGES));
    return stage;
  }

  /// Whether phone numbers and hours fit, and what to say fits beside the key.
  boolean fits(HelpWords words, double room) {
    double beside = type.look().panel().keysWidth();
    double quote =
        keysBeside ? quote(words).prefHeight(beside) + type.look().panel().keyPrimary() + GAP : 0;
    boolean whole =
        !keysBeside
            || type.look().chinese()
            || Arrays.stream(words.station().split(" "))
                .allMatch(word -> type.head(word).prefWidth(-1) <= beside - QUOTE_PADDING);
    return whole && least(parts(words, Optional.empty())) + EDGES <= room && quote <= room;
  }

  private List<Node> parts(HelpWords words, Optional<Region> code) {
    boolean large = type.look().step() > 2;
    List<Node> parts = new ArrayList<>();
    parts.add(large ? type.h2(words.head()) : type.h1(words.head()));
    parts.add(StagePane.rank(1, told(words.told())));
    // In large text a phone number needs the full width.
    Region lines = large && !keysBeside ? lines(words) : beside(lines(words), code);
    Region quote = large ? beside(quote(words), code) : quote(words);
    parts.add(lines);
    if (!keysBeside) {
      parts.add(quote);
    }
    return parts;
  }

  private static HBox beside(Region words, Optional<Region> code) {
    HBox row = Box.row(GAP, Box.grow(words));
    code.ifPresent(row.getChildren()::add);
    row.setAlignment(Pos.TOP_LEFT);
    return Box.whole(row);
  }

  /// Height without the line that can be left out.
  private double least(List<Node> parts) {
    double height = -GAP;
    for (Node part : parts) {
      if (part.getProperties().isEmpty()) {
        height += GAP + Math.ceil(part.prefHeight(width));
      }
    }
    return height;
  }

  private HBox told(String words) {
    HBox row =
        Box.row(
            16, new IconView(Icon.CHECK, 44, Ink.DONE).stroked(5.5), Box.grow(type.body(words)));
    return Box.whole(row);
  }

  private VBox lines(HelpWords words) {
    VBox card = Box.column(0);
    for (HelpWords.HelpLine line : words.lines()) {
      if (!card.getChildren().isEmpty()) {
        Box.add(card, Box.rule());
      }
      VBox text = Box.column(0, type.write(Role.CAPTION, false, Ink.TEXT_2, line.words()));
      if (line.figure().isEmpty()) {
        text = Box.column(0, type.head(line.words()));
      } else {
        Box.add(text, type.figure(Role.SUM, Ink.TEXT, line.figure()));
      }
      Box.add(
          card,
          Box.padded(
              Box.row(22, new IconView(line.icon(), 52, Ink.ACTION), Box.grow(text)),
              14,
              24,
              14,
              24));
    }
    card.getStyleClass().add("card");
    return card;
  }

  private Region code(QrCode code, String words) {
    VBox column =
        Box.column(
            6,
            new QrView(code, type.look().metrics().patrons().sheet().code(), words),
            type.caption(words).oneLine().centred());
    column.setAlignment(Pos.CENTER);
    column.setFillWidth(false);
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  /// Creates what to tell the librarian; on a wide panel it stands above the key.
  VBox quote(HelpWords words) {
    VBox card = Box.column(4, type.caption(words.quote()));
    words
        .code()
        .ifPresent(
            code -> {
              HBox row =
                  Box.row(
                      20,
                      type.head(words.codeWord()).oneLine(),
                      type.figure(Role.SUM, Ink.TEXT, code).oneLine());
              row.setMinHeight(Region.USE_PREF_SIZE);
              Box.add(card, row);
            });
    Box.add(card, type.head(words.station()));
    return Box.card(card, 16, 28, 19, 28);
  }
}
