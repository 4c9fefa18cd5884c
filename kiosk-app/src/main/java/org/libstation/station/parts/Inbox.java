package org.libstation.station.parts;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.FlowLoop;

/// The way to the flow for those who are made before it. What comes early is kept, in order.
public final class Inbox {
  private final Queue<FlowEvent> early = new ArrayDeque<>();
  private final List<Consumer<FlowEvent>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable FlowLoop loop;

  /// Is told of all that arrives; must return at once.
  void listen(Consumer<FlowEvent> listener) {
    listeners.add(listener);
  }

  public synchronized void deliverTo(FlowLoop flow) {
    loop = flow;
    early.forEach(flow::answer);
    early.clear();
  }

  /// What a device read: dropped when too much waits, so that keys have room.
  ///
  /// @return whether it was taken
  public boolean reading(FlowEvent event) {
    listeners.forEach(each -> each.accept(event));
    return takeReading(event);
  }

  private synchronized boolean takeReading(FlowEvent event) {
    if (loop != null) {
      return loop.offerReading(event);
    }
    return early.size() < FlowLoop.MOST_READINGS && early.add(event);
  }

  /// An answer or a change: never lost.
  public void answer(FlowEvent event) {
    listeners.forEach(each -> each.accept(event));
    keep(event);
  }

  private synchronized void keep(FlowEvent event) {
    if (loop == null) {
      early.add(event);
    } else {
      loop.answer(event);
    }
  }
}
