package org.libstation.lab.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.libstation.central.sip2.Sip2Framer;

/// The connection of one station: splits the input into lines, applies armed faults, passes
/// requests to the core and writes its answers. One thread reads it; another may write late
/// answers.
final class ClientConnection implements Runnable {
  private static final int BUFFER = 8 * 1024;
  private static final int SLOW_PIECES = 8;

  /// An idle connection is closed after this time, unless the dialect sets another.
  static final Duration IDLE = Duration.ofMinutes(10);

  /// Answers a request line.
  interface Answerer {
    /// Returns the reply; empty if the library has just stopped.
    Optional<Reply> answer(byte[] line, SessionState session);
  }

  private final Socket socket;
  private final Answerer library;
  private final LibraryFaults faults;
  private final BooleanSupplier silent;
  private final Late late;
  private final Duration idle;
  private final SessionState session = new SessionState();

  ClientConnection(
      Socket socket,
      Answerer library,
      LibraryFaults faults,
      BooleanSupplier silent,
      Late late,
      Duration idle) {
    this.socket = socket;
    this.library = library;
    this.faults = faults;
    this.silent = silent;
    this.late = late;
    this.idle = idle;
  }

  @Override
  public void run() {
    Sip2Framer framer = new Sip2Framer();
    byte[] buffer = new byte[BUFFER];
    try (Socket closing = socket;
        InputStream in = socket.getInputStream()) {
      closing.setSoTimeout(Math.toIntExact(idle.toMillis()));
      int length = in.read(buffer);
      while (length >= 0) {
        for (Sip2Framer.Sip2Frame frame : framer.feed(buffer, length)) {
          switch (frame) {
            case Sip2Framer.Sip2Frame.WholeMessage line -> serve(line.bytes());
            case Sip2Framer.Sip2Frame.TooLong _ -> close();
          }
        }
        length = in.read(buffer);
      }
    } catch (IOException gone) {
      // the station hung up, was idle for too long, or the cable was pulled: its next connection
      // begins anew
    }
  }

  private void serve(byte[] line) {
    if (silent.getAsBoolean()) {
      return;
    }
    String code = new String(line, 0, Math.min(2, line.length), StandardCharsets.US_ASCII);
    Optional<Fault> fault = faults.next(code);
    if (fault.isEmpty()) {
      answer(line).ifPresent(this::write);
      return;
    }
    switch (fault.get()) {
      case Fault.LoseRequest _ -> {}
      case Fault.LoseReply _ -> answer(line);
      case Fault.AnswerLate(Duration by) ->
          answer(line).ifPresent(bytes -> late.after(by, () -> write(bytes)));
      case Fault.ActLate(Duration by) -> late.after(by, () -> answer(line).ifPresent(this::write));
      case Fault.WrongChecksum _ ->
          answer(line).map(SpoiltAnswer::wrongChecksum).ifPresent(this::write);
      case Fault.Garbage _ -> {
        answer(line);
        write(SpoiltAnswer.garbage());
      }
      case Fault.AnotherItem _ ->
          answer(line).map(ClientConnection::aboutAnother).ifPresent(this::write);
      case Fault.SlowAnswer(Duration over) ->
          answer(line).ifPresent(bytes -> writeSlowly(bytes, over));
      case Fault.DropBefore _ -> close();
      case Fault.DropAfter _ -> {
        answer(line);
        close();
      }
    }
  }

  private static byte[] aboutAnother(byte[] line) {
    return SpoiltAnswer.about(
        line, Stock.items().getLast().barcode(), DemoPatron.all().getLast().card());
  }

  private Optional<byte[]> answer(byte[] line) {
    Optional<Reply> reply = library.answer(line, session);
    if (reply.filter(Reply.HangUp.class::isInstance).isPresent()) {
      close();
    }
    return reply.flatMap(Reply::line);
  }

  private void writeSlowly(byte[] line, Duration over) {
    byte[][] pieces = SpoiltAnswer.pieces(line, SLOW_PIECES);
    for (int i = 0; i < pieces.length; i++) {
      byte[] piece = pieces[i];
      late.after(over.multipliedBy(i + 1L).dividedBy(pieces.length), () -> write(piece));
    }
  }

  private synchronized void write(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException gone) {
      // nobody reads the answer any more; what was done stays done
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      // a socket that cannot be closed is closed
    }
  }

  /// Runs work once after a delay, unless the library has stopped by then.
  interface Late {
    void after(Duration time, Runnable work);
  }
}
