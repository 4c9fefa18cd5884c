package org.libstation.tools.sip2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Response;

/// Tries the login, the form of the messages, and the handling of damaged and unsupported messages.
final class LineProbe {
  /// A clock difference above this may be another time zone: zones differ by at least 15 minutes.
  private static final Duration SMALLEST_ZONE = Duration.ofMinutes(14);

  /// Pause before a request is repeated. If the second answer has the same seconds, the central
  /// system had stored it.
  private static final Duration PAUSE = Duration.ofMillis(1_200);

  /// Smallest value of `session.idle-drop-seconds`.
  private static final int LEAST_IDLE_SECONDS = 3;

  private final ProbeRequests asking;
  private final Findings found;
  private Optional<String> supported = Optional.empty();

  LineProbe(ProbeRequests asking, Findings found) {
    this.asking = asking;
    this.found = found;
  }

  /// Tries the login, error detection, and whether a location is required.
  ///
  /// @throws Stopped when the login is refused or not answered
  void login() throws IOException, Stopped {
    asking.wire().connect();
    ProbeAnswer answer = asking.login(asking.trial().location());
    if (answer.as(Sip2Response.LoginResponse.class).isEmpty()) {
      asking.withoutChecks();
      asking.wire().connect();
      answer = asking.login(asking.trial().location());
    }
    boolean in = isIn(answer);
    found.tried("93", in);
    if (!in) {
      throw new Stopped(
          answer.isEmpty()
              ? "no answer to a login (93): is it a SIP2 port, and does it log in by a message?"
              : "the login was refused: " + answer);
    }
    found.set("session.login-style", "message", "it let a 93 in, without a prompt");
    errorDetection(answer);
    locationRequired();
    asking.again();
  }

  private static boolean isIn(ProbeAnswer answer) {
    return answer.as(Sip2Response.LoginResponse.class).filter(a -> a.ok().yes()).isPresent();
  }

  private void errorDetection(ProbeAnswer login) throws IOException {
    if (!login.checked()) {
      asking.withoutChecks();
      found.set(
          "wire.error-detection", "none", "a login with AY and AZ was answered without, or not");
      return;
    }
    ProbeAnswer plain = asking.statusWithoutChecks();
    boolean needed = plain.sayAgain() || plain.silent() || plain.closed();
    found.set(
        "wire.error-detection",
        needed ? "required" : "follows",
        needed
            ? "a 99 without AY and AZ was not answered"
            : "it answers with AY and AZ or without, as it was asked");
  }

  private void locationRequired() throws IOException {
    if (asking.trial().location().isEmpty()) {
      return;
    }
    asking.wire().connect();
    boolean refused = !isIn(asking.login(""));
    found.set(
        "session.location-required",
        String.valueOf(refused),
        refused ? "a login without CP was refused" : "a login without CP was accepted");
  }

  /// Tries message 99 and learns from its answer: line end, form of times, clock difference, BX.
  ///
  /// @throws Stopped when no 98 comes
  void status() throws IOException, Stopped {
    asking.wire().watchLineEnd();
    ProbeAnswer answer = asking.status();
    Sip2Response.AcsStatus said =
        answer
            .as(Sip2Response.AcsStatus.class)
            .orElseThrow(() -> new Stopped("no 98 in answer to a 99: " + answer));
    found.tried("99", true);
    supported = said.supported().filter(bx -> bx.matches("[YN]{1,20}"));
    if (!answer.withoutEnd()) {
      found.set(
          "wire.line-end",
          answer.lineFeed() ? "cr-lf" : "cr",
          answer.lineFeed() ? "a LF follows each CR" : "no LF follows a CR");
    }
    String zone = said.at().text().length() > 12 ? said.at().text().substring(8, 12) : "    ";
    found.set(
        "wire.time-form",
        zone.isBlank() ? "local" : "utc",
        "its times read '" + Said.shape(said.at().text()) + "'");
    skew(said);
    found.note(
        "98: checkin ok %s, checkout ok %s, renewal policy %s, off-line ok %s, BX %s"
            .formatted(
                said.checkinOk(),
                said.checkoutOk(),
                said.renewalPolicy(),
                said.offlineOk(),
                supported.orElse("(none)")));
    Findings.REQUESTS.forEach(
        code -> found.notTried(code, denies(code) ? "BX says no" : "BX says yes"));
  }

  private void skew(Sip2Response.AcsStatus said) {
    said.at()
        .instant(asking.trial().zone())
        .ifPresent(
            theirs -> {
              Duration skew = Duration.between(asking.moment(), theirs);
              Collection<String> zones = asking.zones(skew);
              boolean another = !zones.isEmpty() && skew.abs().compareTo(SMALLEST_ZONE) > 0;
              found.note(
                  another
                      ? ("its clock differs by %d s: one of the two is wrong, or its zone is not %s"
                              + " but such as %s")
                          .formatted(
                              skew.toSeconds(), asking.trial().zone(), zones.iterator().next())
                      : "its clock differs from this machine's by %d s (zone %s)"
                          .formatted(skew.toSeconds(), asking.trial().zone()));
            });
  }

  /// Whether BX says that a request is not supported; false if the central system sent no BX.
  boolean denies(String code) {
    int position = Findings.REQUESTS.indexOf(code);
    return supported.filter(bx -> position < bx.length() && bx.charAt(position) == 'N').isPresent();
  }

  /// Sends a harmless request that BX denies. The reaction shows how the central system treats all
  /// unsupported requests.
  void unsupported() throws IOException {
    Optional<String> candidate = List.of("19", "25").stream().filter(this::denies).findFirst();
    if (candidate.isEmpty()) {
      found.note("what it does with a message it does not support was not tried: BX denies none");
      return;
    }
    String what = candidate.get();
    ProbeAnswer answer = asking.harmless(what);
    boolean done = ProbeRequests.harmlessDone(answer);
    found.tried(
        what,
        done,
        done
            ? "although BX says no"
            : answer.isNoMessage() ? "BX says no; it answered " + odd(answer) : "BX says no");
    if (answer.closed()) {
      found.set("messages.unsupported", "hang-up", "it hung up on a " + what);
    } else if (answer.silent()) {
      found.set("messages.unsupported", "silence", "it did not answer a " + what);
    } else if (answer.sayAgain()) {
      found.set("messages.unsupported", "resend", "it answered a " + what + " with 96");
      found.set(
          "wire.trailer-optional",
          String.valueOf(asking.checks() && !answer.checked()),
          answer.checked() ? "its 96 has a checksum" : "its 96 has no checksum");
    } else {
      found.note(
          "BX denies %s, and it answered %s"
              .formatted(what, answer.isNoMessage() ? odd(answer) : "it"));
    }
    found.set(
        "messages.by-bx",
        String.valueOf(answer.silent()),
        answer.silent()
            ? "what BX denies is met with silence"
            : "what BX denies is answered at once, or is done");
    if (answer.closed() || answer.silent()) {
      asking.again();
    }
  }

  private static String odd(ProbeAnswer answer) {
    return answer + ", which is no message" + (answer.withoutEnd() ? ", without a CR" : "");
  }

  /// Tries whether message 97 brings the last answer again.
  void resend() throws IOException {
    ProbeAnswer _ = asking.status();
    ProbeAnswer answer = asking.resend();
    boolean kept = answer.as(Sip2Response.AcsStatus.class).isPresent();
    found.tried(
        "97",
        kept,
        answer.isNoMessage()
            ? "it answered " + odd(answer)
            : answer.withoutEnd() ? "its answer came without a CR" : "");
    found.set(
        "messages.resend",
        kept ? "last-answer" : "nothing-kept",
        kept
            ? "a 97 brought the last answer again" + (answer.withoutEnd() ? ", without a CR" : "")
            : "a 97 did not bring the last answer again");
    if (answer.silent() || answer.closed()) {
      asking.again();
    }
  }

  /// Sends the same bytes twice, with a pause between. If the answers agree to the second, the
  /// first answer was stored.
  void sameAgain() throws IOException {
    ProbeAnswer first = asking.item();
    if (asking.wire().untilClosed(PAUSE).isPresent()) {
      asking.again();
      return;
    }
    ProbeAnswer second = asking.wire().again();
    boolean stored = asking.checks() && first.sameLine(second);
    found.set(
        "messages.same-again",
        stored ? "stored-answer" : "acts",
        stored
            ? "the same bytes brought the same answer, with the time of the first"
            : "the same bytes brought a new answer");
  }

  /// Tries to end a patron's session (35), unless BX denies it.
  void endSession() throws IOException {
    if (denies("35")) {
      return;
    }
    ProbeAnswer answer = asking.endSession();
    found.tried("35", answer.as(Sip2Response.EndSessionResponse.class).isPresent());
    if (answer.silent() || answer.closed()) {
      asking.again();
    }
  }

  /// Finds the character set of all bytes received.
  void charset() {
    Charsets.of(asking.wire().seen())
        .ifPresentOrElse(
            name -> found.set("wire.charset", name, "bytes beyond ASCII came, and read so"),
            () ->
                found.note(
                    "no text beyond ASCII came: its character set is not known; use an item with"
                        + " an accent in its title"));
  }

  /// Waits for the system to close an idle connection, if that was asked for.
  void idle() throws IOException {
    if (asking.trial().idle().isZero()) {
      found.note("when it closes an idle connection was not tried (--idle)");
      return;
    }
    Optional<Duration> closed = asking.wire().untilClosed(asking.trial().idle());
    found.set(
        "session.idle-drop-seconds",
        closed
            .map(after -> Math.max(LEAST_IDLE_SECONDS, Math.round(after.toMillis() / 1000.0)))
            .map(String::valueOf)
            .orElse("0"),
        closed.isPresent()
            ? "it closed an idle connection"
            : "an idle connection was open after " + asking.trial().idle().toSeconds() + " s");
  }

  /// Recognises the character set of received bytes.
  private static final class Charsets {
    private static final int FIRST_LATIN_1 = 0xA0;

    private Charsets() {}

    /// Returns the name of the character set; empty if all bytes are ASCII. Bytes from 80h to 9Fh
    /// are no letters in ISO-8859-1 but common letters in code page 850.
    static Optional<String> of(byte[] bytes) {
      boolean ascii = true;
      boolean latin1 = true;
      for (byte each : bytes) {
        ascii &= each >= 0;
        latin1 &= each >= 0 || (each & 0xFF) >= FIRST_LATIN_1;
      }
      if (ascii) {
        return Optional.empty();
      }
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return Optional.of("UTF-8");
      } catch (CharacterCodingException other) {
        return Optional.of(latin1 ? "ISO-8859-1" : "IBM850");
      }
    }
  }
}
