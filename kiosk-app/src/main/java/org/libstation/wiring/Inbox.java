package org.libstation.wiring;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.FlowEvent;
import org.libstation.run.FlowLoop;

/// The way to the flow for those who are made before it. What comes early is kept, in order.
final class Inbox {
  private final Queue<FlowEvent> early = new ArrayDeque<>();
  private @Nullable FlowLoop loop;

  synchronized void deliverTo(FlowLoop flow) {
    loop = flow;
    early.forEach(flow::answer);
    early.clear();
  }

  /// A key or a reading: dropped when too much waits.
  ///
  /// @return whether it was taken
  synchronized boolean offer(FlowEvent event) {
    return loop == null ? early.add(event) : loop.offer(event);
  }

  /// An answer or a change: never lost.
  synchronized void answer(FlowEvent event) {
    if (loop == null) {
      early.add(event);
    } else {
      loop.answer(event);
    }
  }
}
