package org.libstation.central.sip2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Session.Exchange;

/// Logs in at telnet prompts, before the first message. Waits for `login:`, sends the user, waits
/// for `password:`, sends the password. Then it waits for a line with the result. Koha's and
/// SIPServer's telnet transport sends `Login OK. Initiating SIP` or `Invalid login`.
final class PromptedLogin {

  /// Most characters that a system may send before its prompts end.
  private static final int LONGEST = 4 * 1024;

  /// Telnet's "interpret as command", and the first command that carries an option (RFC 854).
  private static final int IAC = 255;

  private static final int WILL = 251;

  private final Transport transport;
  private final Supplier<Duration> monotonic;
  private final Duration deadline;
  private final byte[] buffer = new byte[512];
  private final StringBuilder said = new StringBuilder();
  private int commandLeft;

  /// @param monotonic time that never jumps
  /// @param deadline time by which the whole login must be done
  PromptedLogin(Transport transport, Supplier<Duration> monotonic, Duration deadline) {
    this.transport = transport;
    this.monotonic = monotonic;
    this.deadline = deadline;
  }

  /// Logs in.
  ///
  /// @return why the login failed, without any of the text sent; empty if it succeeded
  Optional<Exchange.RequestNotSent> as(String user, String password) throws IOException {
    if (!heard("login:")) {
      return Optional.of(Exchange.RequestNotSent.because("no login prompt"));
    }
    type(user);
    if (!heard("password:")) {
      return Optional.of(Exchange.RequestNotSent.because("no password prompt"));
    }
    type(password);
    while (true) {
      Optional<String> line = line();
      if (line.isEmpty()) {
        return Optional.of(Exchange.RequestNotSent.because("no answer to the login"));
      }
      if (line.get().contains("login ok") || line.get().contains("initiating sip")) {
        return Optional.empty();
      }
      if (line.get().matches(".*(invalid|incorrect|failed|denied).*")) {
        return Optional.of(Exchange.RequestNotSent.loginRefused());
      }
    }
  }

  private void type(String text) throws IOException {
    said.setLength(0);
    transport.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private boolean heard(String prompt) throws IOException {
    while (said.indexOf(prompt) < 0) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  /// The next line, in lower case; empty if none came in time.
  private Optional<String> line() throws IOException {
    while (true) {
      for (int i = 0; i < said.length(); i++) {
        if (said.charAt(i) == '\r' || said.charAt(i) == '\n') {
          String line = said.substring(0, i);
          said.delete(0, i + 1);
          return Optional.of(line);
        }
      }
      if (!more()) {
        return Optional.empty();
      }
    }
  }

  private boolean more() throws IOException {
    Duration left = deadline.minus(monotonic.get());
    int length = left.isPositive() ? transport.read(buffer, left) : 0;
    if (length <= 0 || said.length() + length > LONGEST) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      take(buffer[i] & 0xFF);
    }
    return true;
  }

  /// Takes one byte. Telnet commands get no answer, which refuses every option.
  private void take(int b) {
    if (commandLeft > 0) {
      commandLeft = commandLeft == 2 && b < WILL ? 0 : commandLeft - 1;
    } else if (b == IAC) {
      commandLeft = 2;
    } else if (b != 0) {
      said.append(String.valueOf((char) b).toLowerCase(Locale.ROOT));
    }
  }
}
