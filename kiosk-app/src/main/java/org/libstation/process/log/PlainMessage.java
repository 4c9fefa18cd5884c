package org.libstation.process.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.libstation.circulation.PlainText;

/// A line of the log, `%plain`: what came from outside and stands in it (a server's words in an
/// exception) moves no cursor, turns no writing and begins no line of its own.
public final class PlainMessage extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return PlainText.escaped(event.getFormattedMessage());
  }
}
