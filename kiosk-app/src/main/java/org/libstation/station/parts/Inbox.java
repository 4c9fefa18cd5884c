package org.libstation.station.parts;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.FlowEvent;
import org.libstation.station.FlowLoop;

/// Queues events for the flow before the flow exists, then passes them on in order.
public final class Inbox {
  private final Queue<FlowEvent> early = new ArrayDeque<>();
  private final List<Consumer<FlowEvent>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable FlowLoop loop;

  /// Adds a listener for every event; it must return at once.
  void listen(Consumer<FlowEvent> listener) {
    listeners.add(listener);
  }

  /// Connects the flow and passes on all events queued so far.
  public synchronized void deliverTo(FlowLoop flow) {
    loop = flow;
    early.forEach(flow::answer);
    early.clear();
  }

  /// Offers a device reading. It is dropped if too many events wait, so that keys have room.
  ///
  /// @return false if it was dropped
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

  /// Takes an answer or a change of the station; never drops it.
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
