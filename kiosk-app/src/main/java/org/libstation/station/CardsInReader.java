package org.libstation.station;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.libstation.circulation.PatronId;
import org.libstation.device.TagUid;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.TagReading;

/// Tracks the cards in a tag reader that serves cards only. It stores tag numbers but no patron's
/// number. The reader's thread calls it.
final class CardsInReader {
  private final Consumer<FlowEvent> readings;
  private final Consumer<FlowEvent> answers;
  private final Set<TagUid> lying = new HashSet<>();
  private boolean listed;

  /// Whether the last reported card was removed while the reader was away.
  private boolean taken;

  CardsInReader(Consumer<FlowEvent> readings, Consumer<FlowEvent> answers) {
    this.readings = readings;
    this.answers = answers;
  }

  /// Takes a tag's arrival. A card that lay there when the reader connected was left behind, so it
  /// starts no visit.
  void arrived(TagUid uid, TagReading reading) {
    if (reading instanceof TagReading.CardTag(PatronId patron)) {
      lying.add(uid);
      if (listed) {
        answers.accept(new FlowEvent.CardLies(true));
        readings.accept(new FlowEvent.CardRead(patron));
      }
    } else if (listed) {
      readings.accept(new FlowEvent.NoCardRead(reading instanceof TagReading.ItemTag));
    }
  }

  /// Takes a tag's removal.
  void left(TagUid uid) {
    if (lying.remove(uid) && lying.isEmpty()) {
      if (listed) {
        answers.accept(new FlowEvent.CardLies(false));
      } else {
        taken = true;
      }
    }
  }

  /// The reader has listed all its cards. A card removed while the reader was away is reported as
  /// removed, even if another lies there: that one is not part of this visit.
  void listed() {
    listed = true;
    if (taken && !lying.isEmpty()) {
      answers.accept(new FlowEvent.CardLies(false));
    }
    taken = false;
    answers.accept(new FlowEvent.CardLies(!lying.isEmpty()));
  }

  /// The reader is away; it lists its cards again when it returns.
  void lost() {
    listed = false;
  }
}
