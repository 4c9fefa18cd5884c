package org.libstation.central.sip2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.libstation.central.link.Transport;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;

/// A transport and its clock in one thread: reading moves the clock instead of waiting.
final class VirtualWire implements Transport, StationClock {

  private record Due(Duration at, FarEnd.Step step) {}

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  private final FarEnd farEnd;
  final List<String> heard = new ArrayList<>();
  int opened;
  int closed;
  boolean refuseConnections;
  private boolean open;
  private boolean hungUp;
  private Duration now = Duration.ZERO;
  private final Deque<Due> coming = new ArrayDeque<>();
  private String half = "";

  VirtualWire(FarEnd farEnd) {
    this.farEnd = farEnd;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// The far end speaks unasked.
  void speak(FarEnd.Step step) {
    coming.add(new Due(now, step));
  }

  @Override
  public void open(Duration within) throws IOException {
    close();
    if (refuseConnections) {
      throw new IOException("connection refused");
    }
    opened++;
    open = true;
    hungUp = false;
    half = "";
    coming.clear();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!open) {
      throw new IOException("not connected");
    }
    String text = half + new String(bytes, StandardCharsets.UTF_8);
    int from = 0;
    for (int cr = text.indexOf('\r'); cr >= 0; cr = text.indexOf('\r', from)) {
      String line = text.substring(from, cr);
      heard.add(line);
      from = cr + 1;
      Duration at = now;
      for (FarEnd.Step step : farEnd.hear(line)) {
        if (step instanceof FarEnd.Step.Wait(Duration time)) {
          at = at.plus(time);
        } else {
          coming.add(new Due(at, step));
        }
      }
    }
    half = text.substring(from);
  }

  @Override
  public int read(byte[] buffer, Duration within) throws IOException {
    if (!open) {
      throw new IOException("not connected");
    }
    if (hungUp) {
      return -1;
    }
    Duration until = now.plus(within);
    Due due = coming.peek();
    if (due == null || due.at().compareTo(until) > 0) {
      now = until;
      return 0;
    }
    coming.remove();
    now = due.at().compareTo(now) > 0 ? due.at() : now;
    return switch (due.step()) {
      case FarEnd.Step.Say(String text) -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        yield bytes.length;
      }
      case FarEnd.Step.HangUp _ -> {
        hungUp = true;
        yield -1;
      }
      case FarEnd.Step.Reset _ -> throw new IOException("connection reset");
      case FarEnd.Step.Wait _ -> throw new AssertionError("a wait is never queued");
    };
  }

  @Override
  public void close() {
    if (open) {
      closed++;
    }
    open = false;
    coming.clear();
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public EventTime now() {
    return new EventTime(
        OffsetDateTime.ofInstant(START.plus(now), ZoneOffset.UTC),
        "boot",
        now,
        Optional.empty(),
        false);
  }

  @Override
  public Duration monotonic() {
    return now;
  }
}
