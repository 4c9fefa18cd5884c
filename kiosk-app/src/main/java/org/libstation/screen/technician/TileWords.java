package org.libstation.screen.technician;

import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.JournalHealth;
import org.libstation.screen.look.Icon;
import org.libstation.screen.look.Ink;
import org.libstation.screen.technician.TechnicianViewModel.Tile;
import org.libstation.screen.widget.NoticeBar;
import org.libstation.screen.widget.Saying;
import org.libstation.screen.words.Voice;

/// What the tiles of a technician's pages say alike.
class TileWords extends Saying {
  TileWords(Voice voice) {
    super(voice);
  }

  /// How a thing is.
  record State(Ink ink, Icon icon, String word) {}

  State well(String text) {
    return new State(Ink.DONE, Icon.CHECK, say(text));
  }

  State wellIf(boolean well, Ink otherwise, Icon icon, String text, String other) {
    return well ? well(text) : new State(otherwise, icon, say(other));
  }

  static Tile tile(Icon icon, String name, State state, String figure, String line) {
    return new Tile(icon, name, state.ink(), state.icon(), state.word(), figure, line);
  }

  Tile bin(StationFacts station, int percent) {
    return tile(
        Icon.DROP,
        say("device.BIN"),
        wellIf(!station.flapLocked(), Ink.STOP, Icon.LOCK, "state.unlocked", "state.locked"),
        percent + " %",
        say("technician.bin", station.drop().items()));
  }

  /// How many entries are open, and how many lines staff have.
  String counts(StationFacts station) {
    return station
        .counts()
        .map(counts -> say("technician.counts", counts.open(), counts.staffLines()))
        .orElse("");
  }

  /// When the rules were last confirmed.
  String confirmed(StationFacts.PolicyFacts policy) {
    return policy
        .confirmedAt()
        .map(at -> moment("policy.confirmed", at))
        .orElseGet(() -> say("policy.never"));
  }

  static boolean goodJournal(StationFacts station) {
    return station.journal() == JournalHealth.GOOD;
  }

  /// The one thing to do first.
  NoticeBar.Words first(Ink ink, String what, String line) {
    return NoticeBar.Words.of(ink, Icon.WARNING, say("technician.first", say(what)), line);
  }

  /// Nothing has to be done.
  NoticeBar.Words allWell(String line) {
    return NoticeBar.Words.of(Ink.DONE, Icon.CHECK, say("technician.well"), say(line));
  }
}
