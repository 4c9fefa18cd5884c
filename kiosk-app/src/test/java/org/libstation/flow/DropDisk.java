package org.libstation.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.TagResult;

/// A disk that keeps what was written on it, and the answers of whoever writes there.
final class DropDisk {
  /// A line on the disk.
  ///
  /// @param item empty for an unread object
  /// @param at the moment that counts
  record Line(long number, Optional<ItemId> item, EventTime at, boolean tagged) {}

  private final Story story;
  private final Runnable between;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Long> armed = new HashSet<>();
  private final Set<String> armedTags = new HashSet<>();
  private Set<Effect> answered = new HashSet<>();
  private long number = 40;

  /// @param between before and after each write
  DropDisk(Story story, Runnable between) {
    this.story = story;
    this.between = between;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /// Whether a tag's security byte was set.
  boolean isArmed(String uid) {
    return armedTags.contains(uid);
  }

  /// What the program asks for when it starts.
  List<UnarmedReturn> unarmed() {
    return lines.stream()
        .filter(line -> line.tagged() && !armed.contains(line.number()))
        .map(
            line ->
                new UnarmedReturn(line.number(), line.item().orElseThrow(), line.at(), How.DROPPED))
        .toList();
  }

  /// What was asked for and not done yet is not done any more.
  void powerCut() {
    answered = new HashSet<>();
    story.effects.clear();
  }

  /// Answers all that is asked of it.
  void work() {
    for (int i = 0; i < story.effects.size(); i++) {
      Effect effect = story.effects.get(i);
      if (isAnswered(effect) && answered.add(effect)) {
        between.run();
        answer(effect);
      }
    }
  }

  private static boolean isAnswered(Effect effect) {
    return effect instanceof Effect.Receive
        || effect instanceof Effect.WriteObject
        || effect instanceof Effect.IdentifyObject
        || effect instanceof Effect.SettleReturn
        || effect instanceof Effect.ArmTag
        || effect instanceof Effect.MarkArmed;
  }

  private void answer(Effect effect) {
    switch (effect) {
      case Effect.Receive receive -> {
        long entry = write(Optional.of(receive.item()), receive.handedOver(), receive.tagged());
        story.tell(new FlowEvent.ReceivedWritten(receive.row(), entry));
      }
      case Effect.WriteObject write -> {
        long entry = write(Optional.empty(), write.at(), false);
        story.tell(new FlowEvent.ObjectWritten(write.object(), entry));
      }
      case Effect.IdentifyObject said -> {
        EventTime first =
            lines.stream()
                .filter(line -> line.number() == said.entry())
                .findFirst()
                .orElseThrow()
                .at();
        long entry = write(Optional.of(said.item()), first, said.tagged());
        story.tell(
            new FlowEvent.ObjectIdentified(said.object(), OptionalLong.of(entry), said.item()));
      }
      case Effect.SettleReturn settle ->
          story.tell(
              new FlowEvent.ReturnSettled(
                  new ReturnOutcome.Recorded(
                      settle.entry(),
                      Story.BOOK,
                      Optional.empty(),
                      Optional.empty(),
                      ReturnOutcome.LentTo.NOT_KNOWN),
                  Optional.empty()));
      case Effect.ArmTag arm -> {
        armedTags.add(arm.uid());
        story.tell(new FlowEvent.TagArmed(arm.entry(), arm.uid(), TagResult.DONE));
      }
      case Effect.MarkArmed mark -> armed.add(mark.entry());
      default -> throw new IllegalArgumentException("nobody answers " + effect);
    }
  }

  private long write(Optional<ItemId> item, EventTime at, boolean tagged) {
    lines.add(new Line(++number, item, at, tagged));
    between.run();
    return number;
  }
}
