package org.libstation.policy.document;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/// Limits the parser's events in nesting levels, in number and (by [#timed]) in time. Reading ends
/// at the first excess, before anything is built from it.
final class BoundedEvents implements Parser {
  static final int MOST_LEVELS = 20;

  /// Most events of a document: about a hundred times those of a large library's policy.
  static final int MOST_EVENTS = 500_000;

  private final Parser parser;
  private int levels;
  private int events;

  BoundedEvents(Parser parser) {
    this.parser = parser;
  }

  /// Thrown if a document exceeds a limit.
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    TooMuch(int line, String words) {
      super(words);
      this.line = line;
    }

    /// Line on which the reading ended, from 1; 0 if not known.
    int line() {
      return line;
    }
  }

  /// Wraps a reader so that reading ends after some time, even in the middle of a value.
  ///
  /// @param nanos a clock that only goes forward
  /// @param most longest time, in nanoseconds
  static Reader timed(Reader reader, LongSupplier nanos, long most) {
    long begun = nanos.getAsLong();
    return new FilterReader(reader) {
      @Override
      public int read(char[] into, int from, int length) throws IOException {
        if (nanos.getAsLong() - begun > most) {
          throw new TooMuch(0, "it takes too long to read");
        }
        return in.read(into, from, length);
      }
    };
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    events++;
    levels += change(event.getEventId());
    if (levels > MOST_LEVELS) {
      throw new TooMuch(line(event), "there are more than " + MOST_LEVELS + " levels");
    }
    if (events > MOST_EVENTS) {
      throw new TooMuch(line(event), "there are more than " + MOST_EVENTS + " values");
    }
    return event;
  }

  private static int change(Event.ID id) {
    return switch (id) {
      case SequenceStart, MappingStart -> 1;
      case SequenceEnd, MappingEnd -> -1;
      case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
    };
  }

  private static int line(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
