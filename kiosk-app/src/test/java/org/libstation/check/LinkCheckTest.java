package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.central.link.LineFault;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.ManualStationClock;
import org.libstation.flow.state.Language;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;

/// Whether nobody answers or the login is refused is known by what happened, never by the words.
class LinkCheckTest {
  private final ManualStationClock clock = new ManualStationClock();

  /// Answers the n-th line with the n-th answer and then not at all.
  private final class FarEnd implements Transport {
    private final Optional<IOException> absent;
    private final Deque<String> answers;
    private final Deque<String> coming = new ArrayDeque<>();

    FarEnd(Optional<IOException> absent, String... answers) {
      this.absent = absent;
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public void open(Duration within) throws IOException {
      if (absent.isPresent()) {
        throw absent.get();
      }
    }

    @Override
    public void write(byte[] bytes) {
      if (!answers.isEmpty()) {
        coming.add(answers.remove());
      }
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      String piece = coming.poll();
      if (piece == null) {
        clock.advance(within);
        return 0;
      }
      byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public void close() {}
  }

  private String found(FarEnd farEnd) throws InterruptedException {
    return found(farEnd, Optional.empty()).code();
  }

  private Finding found(FarEnd farEnd, Optional<LineFault> fault) throws InterruptedException {
    Sip2Dialect dialect =
        LibraryDialects.generic()
            .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"));
    Verdict verdict =
        new LinkCheck(
                () -> new Sip2System(farEnd, dialect, clock),
                clock::monotonic,
                _ -> Optional.empty(),
                new LinkCheck.CentralRoute("central.example", 6001, () -> fault),
                Duration.ofSeconds(8))
            .run();
    return verdict instanceof Verdict.WithFindings(var _, List<Finding> findings)
        ? findings.getFirst()
        : fail(verdict.toString());
  }

  @Test
  void a_host_whose_name_has_log_in_it_is_one_that_is_not_there() throws InterruptedException {
    assertThat(found(new FarEnd(Optional.of(new UnknownHostException("catalogue.library")))))
        .isEqualTo("G61");
  }

  @Test
  void a_login_that_nobody_answers_is_no_refused_one() throws InterruptedException {
    assertThat(found(new FarEnd(Optional.empty()))).isEqualTo("G61");
  }

  @Test
  void encryption_at_one_end_alone_and_a_certificate_have_codes_and_words_of_their_own()
      throws InterruptedException {
    FarEnd nobody = new FarEnd(Optional.empty());
    Finding plain = found(nobody, Optional.of(LineFault.FAR_END_PLAIN));
    assertThat(plain.code()).isEqualTo("G70");
    Finding expired = found(nobody, Optional.of(LineFault.CERTIFICATE_EXPIRED));
    assertThat(expired.code()).isEqualTo("G60");
    assertThat(found(nobody, Optional.of(LineFault.HANDSHAKE_SILENT)).code()).isEqualTo("G61");
    for (LineFault fault : LineFault.values()) {
      Finding finding = found(nobody, Optional.of(fault));
      for (Language language : Language.values()) {
        Words words = TestTexts.OURS.in(language);
        assertThat(
                List.of(
                    finding.what(words),
                    finding.seen().in(words),
                    finding.cause(words),
                    finding.remedy(words)))
            .as(fault + " in " + language)
            .noneMatch(line -> line.contains("{") || line.isBlank());
      }
    }
    assertThat(plain.seen().in(TestTexts.OURS.in(Language.EN)))
        .isEqualTo("central.example:6001 answers without encryption");
  }

  @Test
  void a_refused_login_is_told_as_one() throws InterruptedException {
    assertThat(found(new FarEnd(Optional.empty(), "940AY0AZFDFE\r"))).isEqualTo("G62");
  }
}
