package org.libstation.station;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.libstation.circulation.PatronId;
import org.libstation.device.TagUid;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.TagReading;

/// What lies in a reader of tags that is there for cards alone. It keeps which tags, and of no card
/// whose it is. Called by that reader's thread.
final class CardsInReader {
  private final Consumer<FlowEvent> readings;
  private final Consumer<FlowEvent> answers;
  private final Set<TagUid> lying = new HashSet<>();
  private boolean listed;

  /// Told, and taken while the reader was away.
  private boolean taken;

  CardsInReader(Consumer<FlowEvent> readings, Consumer<FlowEvent> answers) {
    this.readings = readings;
    this.answers = answers;
  }

  /// A card that lay there when the reader came was left by somebody: no visit begins with it.
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

  void left(TagUid uid) {
    if (lying.remove(uid) && lying.isEmpty()) {
      if (listed) {
        answers.accept(new FlowEvent.CardLies(false));
      } else {
        taken = true;
      }
    }
  }

  /// The reader has said all that lies there. A card that was taken while it was away is said to be
  /// taken, also when another one lies in its place: that one is nobody's of this visit.
  void listed() {
    listed = true;
    if (taken && !lying.isEmpty()) {
      answers.accept(new FlowEvent.CardLies(false));
    }
    taken = false;
    answers.accept(new FlowEvent.CardLies(!lying.isEmpty()));
  }

  /// The reader is away; it lists anew when it is back.
  void lost() {
    listed = false;
  }
}
