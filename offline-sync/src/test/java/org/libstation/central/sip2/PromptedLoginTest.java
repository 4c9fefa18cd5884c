package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect.LoginStyle;
import org.libstation.central.sip2.Sip2Session.Exchange;
import org.libstation.lab.embedded.LibraryDialects;

/// A system that asks for user and password as a terminal server does, before SIP2 begins.
final class PromptedLoginTest {

  private static final Sip2Request LOOK =
      new Sip2Request.ItemInformation(
          Sip2Date.local(LocalDateTime.of(2026, 11, 24, 9, 15, 0)),
          Sip2Fields.NONE.with("AB", "31"));

  /// Says one piece when it is connected to and one after each line that comes.
  private static final class Terminal implements Transport {
    private final Deque<String> says;
    private final Deque<String> coming = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean open;

    Terminal(String... says) {
      this.says = new ArrayDeque<>(List.of(says));
    }

    private void speak(String line) {
      if (line.startsWith("93")) {
        coming.add(FarEnd.line("941", FarEnd.ay(line)));
      } else if (line.startsWith("99")) {
        coming.add(FarEnd.line("98YYYYNY03000320261124    0900002.00AOMAIN|", FarEnd.ay(line)));
      } else if (line.startsWith("17")) {
        coming.add(FarEnd.line("1803020120261124    091501AB31|AJTitle|", FarEnd.ay(line)));
      } else if (!says.isEmpty()) {
        coming.add(says.remove());
      }
    }

    @Override
    public void open(Duration within) {
      open = true;
      speak("");
    }

    @Override
    public void write(byte[] bytes) {
      String line = new String(bytes, StandardCharsets.UTF_8);
      heard.add(line);
      speak(line.strip());
    }

    @Override
    public int read(byte[] buffer, Duration within) throws IOException {
      if (!open) {
        throw new IOException("not connected");
      }
      String piece = coming.poll();
      if (piece == null) {
        now = now.plus(within);
        return 0;
      }
      byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  private static Exchange asked(Terminal terminal, LoginStyle style) {
    Sip2Dialect.Sip2Login login = new Sip2Dialect.Sip2Login("term1", "hedgehog7", "desk", style);
    try (Sip2Session session =
        new Sip2Session(terminal, LibraryDialects.generic().withLogin(login), () -> terminal.now)) {
      return session.ask(LOOK);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMPTS", "PROMPTS_THEN_MESSAGE"})
  void user_and_password_are_typed_at_the_prompts_and_then_sip2_begins(LoginStyle style) {
    Terminal terminal = new Terminal("login: ", "password: ", "Login OK.  Initiating SIP\r\n");

    assertThat(asked(terminal, style)).isInstanceOf(Exchange.Answered.class);
    assertThat(terminal.heard.subList(0, 2)).containsExactly("term1\r\n", "hedgehog7\r\n");
    assertThat(terminal.heard.get(2))
        .startsWith(style == LoginStyle.PROMPTS ? "99" : "9300CNterm1|");
  }

  @Test
  void echoes_greetings_and_telnet_options_disturb_nothing() {
    Terminal terminal =
        new Terminal(
            "\u00FF\u00FD\u0018\u00FF\u00FB\u0001Welcome\r\nLOGIN: ",
            "term1\r\nPassword: ",
            "\r\n\u00FF\u00F1\r\nLogin OK.  Initiating SIP\r\n");

    assertThat(asked(terminal, LoginStyle.PROMPTS)).isInstanceOf(Exchange.Answered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid login\r\n", "Login incorrect\r", "login failed\n"})
  void a_refused_login_sends_nothing_else_and_tells_no_password(String answer) {
    Terminal terminal = new Terminal("login: ", "password: ", answer);

    assertThat(asked(terminal, LoginStyle.PROMPTS))
        .isEqualTo(new Exchange.RequestNotSent("the login was refused", true));
    assertThat(terminal.heard).hasSize(2);
    assertThat(terminal.open).isFalse();
  }

  @Test
  void a_system_without_prompts_never_hears_user_or_password() {
    Terminal silent = new Terminal();

    assertThat(asked(silent, LoginStyle.PROMPTS))
        .isEqualTo(Exchange.RequestNotSent.because("no login prompt"));
    assertThat(silent.heard).isEmpty();
    assertThat(silent.now).isEqualTo(LibraryDialects.generic().patience().connect());
  }

  @Test
  void prompts_that_never_end_are_given_up() {
    String[] babble = new String[200];
    java.util.Arrays.fill(babble, "x".repeat(100));
    Terminal endless = new Terminal(babble);
    for (String piece : babble) {
      endless.coming.add(piece);
    }

    assertThat(asked(endless, LoginStyle.PROMPTS))
        .isEqualTo(Exchange.RequestNotSent.because("no login prompt"));
    assertThat(Optional.of(endless.heard)).hasValue(List.of());
  }
}
