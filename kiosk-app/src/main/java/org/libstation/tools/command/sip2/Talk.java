package org.libstation.tools.command.sip2;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Framer;
import org.libstation.central.sip2.Sip2Line;
import org.libstation.central.sip2.Sip2Message;
import org.libstation.central.sip2.Sip2Trailer;

/// One conversation by hand: sends what is typed and explains what comes back. It sends nothing
/// twice and judges no answer; it is for looking only.
final class Talk {

  /// Source of typed lines.
  interface Prompt {
    /// The next line; empty at the end.
    Optional<String> line(String prompt);

    /// A line that is not echoed if the terminal allows it; empty at the end.
    Optional<String> secret(String prompt);
  }

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int BUFFER = 8 * 1024;

  private final Transport transport;
  private final Sip2Codec codec;
  private final PromptWords typed;
  private final Duration patience;
  private final Supplier<Duration> monotonic;
  private final PrintWriter out;
  private final byte[] buffer = new byte[BUFFER];
  private Sip2Framer framer = new Sip2Framer();
  private boolean connected;
  private int sequence;

  /// @param patience longest wait for an answer
  /// @param monotonic time that never jumps
  Talk(
      Transport transport,
      Sip2Codec codec,
      PromptWords typed,
      Duration patience,
      Supplier<Duration> monotonic,
      PrintWriter out) {
    this.transport = transport;
    this.codec = codec;
    this.typed = typed;
    this.patience = patience;
    this.monotonic = monotonic;
    this.out = out;
  }

  /// Talks until `quit` or the end of the input.
  void until(Prompt prompt) {
    for (Optional<String> line = prompt.line("sip2> ");
        line.isPresent() && !line.get().strip().equals("quit");
        line = prompt.line("sip2> ")) {
      take(line.get().strip(), prompt);
    }
    transport.close();
  }

  private void take(String line, Prompt prompt) {
    if (line.equals("help")) {
      PromptWords.HELP.forEach(out::println);
    } else if (line.equals("pin")) {
      typed.pin(prompt.secret("PIN: ").orElse("").strip());
    } else if (line.equals("login") || line.startsWith("login ")) {
      login(line.split(" +", -1), prompt);
    } else if (!line.isEmpty()) {
      Optional<Sip2Message> message = typed.message(line);
      if (message.isEmpty()) {
        out.println("unknown command; 'help' lists the commands");
      } else {
        send(message.get());
      }
    }
    out.flush();
  }

  private void login(String[] words, Prompt prompt) {
    if (words.length < 2 || words.length > 3) {
      out.println("login USER [LOCATION]");
      return;
    }
    String password = prompt.secret("password: ").orElse("").strip();
    send(typed.login(words[1], password, words.length == 3 ? words[2] : ""));
  }

  private void send(Sip2Message message) {
    try {
      connect();
      hearUnasked();
      byte[] line = codec.encode(message, sequence);
      sequence = Sip2Trailer.next(sequence);
      out.println(
          ">> " + MessageInWords.line(read(java.util.Arrays.copyOf(line, line.length - 1))));
      out.flush();
      Duration sent = monotonic.get();
      transport.write(line);
      hear(sent);
    } catch (IOException failed) {
      out.println("the connection failed: " + failed.getMessage());
      hangUp();
    }
  }

  private void connect() throws IOException {
    if (!connected) {
      transport.open(CONNECT);
      connected = true;
      framer = new Sip2Framer();
      sequence = 0;
    }
  }

  private void hangUp() {
    connected = false;
    transport.close();
  }

  private void hearUnasked() throws IOException {
    int length = transport.read(buffer, Duration.ZERO);
    if (length < 0) {
      out.println("the far end had hung up; this is a fresh connection");
      hangUp();
      connect();
      return;
    }
    List<Sip2Framer.Sip2Frame> frames = framer.feed(buffer, length);
    if (!frames.isEmpty()) {
      out.println("the far end had sent, unasked:");
      frames.forEach(this::show);
    }
  }

  private void hear(Duration sent) throws IOException {
    Duration deadline = sent.plus(patience);
    while (true) {
      Duration left = deadline.minus(monotonic.get());
      int length = left.isPositive() ? transport.read(buffer, left) : 0;
      if (length <= 0) {
        framer
            .unfinished()
            .ifPresent(rest -> out.println("an incomplete line: " + rest.length + " bytes"));
        out.println(
            length < 0 ? "the far end hung up" : "no answer in " + patience.toSeconds() + " s");
        hangUp();
        return;
      }
      List<Sip2Framer.Sip2Frame> frames = framer.feed(buffer, length);
      frames.forEach(this::show);
      if (!frames.isEmpty()) {
        out.println("   after " + monotonic.get().minus(sent).toMillis() + " ms");
        return;
      }
    }
  }

  private void show(Sip2Framer.Sip2Frame frame) {
    switch (frame) {
      case Sip2Framer.Sip2Frame.TooLong _ -> out.println("<< a line without an end");
      case Sip2Framer.Sip2Frame.WholeMessage line -> {
        Sip2Line read = read(line.bytes());
        boolean message = read instanceof Sip2Line.Sip2LineMessage;
        out.println(
            "<< "
                + (message
                    ? MessageInWords.line(read)
                    : new String(line.bytes(), codec.charset())));
        MessageInWords.of(read).forEach(out::println);
      }
    }
  }

  private Sip2Line read(byte[] line) {
    return Sip2Line.read(line, codec.charset());
  }
}
