package org.libstation.fleet.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Hands a mail to this machine's own `sendmail` (from postfix, exim, nullmailer or msmtp-mta),
/// which keeps it until it is delivered.
public final class Mail implements Way {
  private static final long WITHIN_SECONDS = 30;
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9.-]{1,253}");

  private final Path sendmail;
  private final String from;
  private final List<String> to;
  private final Alert.AlertHelp help;

  /// @param from empty = sendmail's own sender
  /// @throws IllegalArgumentException when an address is not valid
  public Mail(Path sendmail, String from, List<String> to, Alert.AlertHelp help) {
    for (String address : to) {
      check(address);
    }
    if (!from.isEmpty()) {
      check(from);
    }
    this.sendmail = sendmail;
    this.from = from;
    this.to = List.copyOf(to);
    this.help = help;
  }

  private static void check(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("expected NAME@HOST only");
    }
  }

  @Override
  public String name() {
    return "mail";
  }

  private String text(Alert alert) {
    // A repeated mail has the same message ID, so many mail programs show it once.
    return (from.isEmpty() ? "" : "From: " + from + "\n")
        + "To: "
        + String.join(", ", to)
        + "\nSubject: Libstation: "
        + alert.title(help)
        + "\nDate: "
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(alert.at().atOffset(ZoneOffset.UTC))
        + "\nMessage-ID: <"
        + alert.id()
        + "."
        + alert.step().word()
        + "@watch.libstation>\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\n\n"
        + String.join("\n", alert.lines(help))
        + "\n";
  }

  @Override
  public void tell(Alert alert) throws IOException {
    Process process =
        new ProcessBuilder(sendmail.toString(), "-i", "-t")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String cut = "";
    try (var in = process.getOutputStream()) {
      in.write(text(alert).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The exit status says more.
      cut = String.valueOf(e.getMessage());
    }
    try {
      if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(sendmail + " did not end in time");
      }
      if (process.exitValue() != 0) {
        throw new IOException(sendmail + " ended with " + process.exitValue());
      }
      if (!cut.isEmpty()) {
        throw new IOException(sendmail + " did not take the mail: " + cut);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("ended while it was sent", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
