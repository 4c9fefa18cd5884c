package org.libstation.screen.kit.widget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Session;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.words.Voice;

/// What a screen with rows shows, as properties without nodes. Subclasses fill them from a state.
public abstract class ListModel extends StageModel {
  public final ModelValue<List<NoticeBar.NoticeBarWords>> notices = new ModelValue<>(List.of());
  public final ModelValue<Head> head = new ModelValue<>(Head.of("", ""));
  public final ModelValue<List<ItemRow.ItemRowWords>> rows = new ModelValue<>(List.of());

  /// Index of the row that must be visible; -1 = none.
  public final ModelValue<Integer> shownRow = new ModelValue<>(-1);

  /// Open rows in their short form; shown first if the whole rows do not fit on one page.
  public final ModelValue<List<BriefRow.BriefRowWords>> briefs = new ModelValue<>(List.of());

  public final ModelValue<Optional<HandBox.HandBoxWords>> hand = new ModelValue<>(Optional.empty());

  protected ListModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// Whether, in slow mode, each message stands alone and waits for a key: first notices, then what
  /// is done, then each open row. A list to look things up in stays whole.
  public boolean oneByOne() {
    return false;
  }

  /// Whether the heading only says how many rows there are. Such a heading is left out beside a row
  /// that leaves it no room; any other gets a page of its own.
  public boolean headCounts() {
    return true;
  }

  /// Whether notices have pages before the rows in larger text if both do not fit, because what
  /// happened comes first. A list to look things up in has them behind the rows.
  public boolean noticesFirst() {
    return true;
  }

  /// Whether a short list has larger rows. Then a key that disappears after its press must move no
  /// other row.
  public boolean largerRows() {
    return false;
  }

  @Override
  public void show(FlowState state) {
    idleLeft.set(idleLeft(state, voice.idle()));
    fill(state);
  }

  /// Fills the properties from a state.
  protected abstract void fill(FlowState state);

  /// Share of the idle time that is left, in steps of a fortieth; 1 while devices work.
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
