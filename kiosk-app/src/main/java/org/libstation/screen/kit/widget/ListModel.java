package org.libstation.screen.kit.widget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.words.Voice;

/// What a screen with rows shows: properties, no nodes. A subclass fills them from a state.
public abstract class ListModel extends StageModel {
  public final ModelValue<List<NoticeBar.NoticeBarWords>> notices = new ModelValue<>(List.of());
  public final ModelValue<Head> head = new ModelValue<>(Head.of("", ""));
  public final ModelValue<List<ItemRow.ItemRowWords>> rows = new ModelValue<>(List.of());

  /// Index of the row that must be seen; -1 = none.
  public final ModelValue<Integer> shownRow = new ModelValue<>(-1);

  /// The open matters in their short form: told first where their rows do not stand together.
  public final ModelValue<List<BriefRow.BriefRowWords>> briefs = new ModelValue<>(List.of());

  public final ModelValue<Optional<HandBox.HandBoxWords>> hand = new ModelValue<>(Optional.empty());

  protected ListModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// In slow mode messages stand alone and wait for a key: notices first, then what is done in one,
  /// then each matter that is open. A list to look things up in stays whole.
  public boolean oneByOne() {
    return false;
  }

  /// Whether the heading says no more than how many rows there are: where it has no room beside one
  /// it is left out. Another has a page of its own there.
  public boolean headCounts() {
    return true;
  }

  /// In larger text, where there is no room for both, notices have pages before the rows: what
  /// happened comes first. In a list to look things up in they have pages behind them.
  public boolean noticesFirst() {
    return true;
  }

  /// Whether a short list has larger rows: where a key that goes with what it did moves no other
  /// row by it.
  public boolean largerRows() {
    return false;
  }

  @Override
  public void show(FlowState state) {
    idleLeft.set(idleLeft(state, voice.idle()));
    fill(state);
  }

  protected abstract void fill(FlowState state);

  /// The part of the idle time that is left, in whole steps of a fortieth; while devices work, all
  /// of it.
  public static double idleLeft(FlowState state, Duration idle) {
    if (state.working() || state.session().isEmpty()) {
      return 1;
    }
    Duration touched = state.session().map(Session::touched).orElse(Duration.ZERO);
    boolean longer = state.access().slow() || state.access().aloud().on();
    double limit = idle.toMillis() * (longer ? 2.0 : 1.0);
    double part = 1 - (state.at().toMillis() - touched.toMillis()) / limit;
    return Math.clamp(Math.ceil(part * 40) / 40, 0, 1);
  }
}
