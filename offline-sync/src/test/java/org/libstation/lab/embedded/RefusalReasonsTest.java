package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.testkit.Changed;

/// What the station makes of the library's refusals: each has a reason of its own on the screen.
class RefusalReasonsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(
          Library.OPENING_DAY.atTime(14, 0).atZone(LibraryRules.standard().zone()).toInstant());

  private final LibraryTables tables =
      LibraryTables.memory(LibraryRules.standard(), Library.OPENING_DAY);
  private final Sip2System station =
      new Sip2System(
          new CoreTransport(new LibraryCore(tables, LibraryRules.standard(), CLOCK)),
          Changed.with(
              LibraryDialects.embedded(),
              "meaning",
              Changed.with(LibraryDialects.embedded().meaning(), "pinFor", Set.of("11"))),
          new ManualStationClock(
              CLOCK.instant().atZone(LibraryRules.standard().zone()).toOffsetDateTime(),
              Duration.ZERO));

  @ParameterizedTest
  @CsvSource({
    "The time machine, 4, '', OWES_TOO_MUCH",
    "The time machine, 7, '', CARD_EXPIRED",
    "The time machine, 9, '', LIMIT_REACHED",
    "The time machine, 14, '', CARD_LOST",
    "The time machine, 17, '', HAS_OVERDUES",
    "The time machine, 27, '', PATRON_BLOCKED",
    "The time machine, 1, 9999, WRONG_PIN",
    "Atlas of the world, 1, '', NOT_FOR_LOAN",
    "Lady Chatterley's lover, 21, '', AGE_LIMIT",
    "Jane Eyre, 1, '', ON_LOAN_TO_ANOTHER",
    "邊城, 1, '', HELD_FOR_ANOTHER",
  })
  void aRefusedLoanHasItsReason(String title, int patron, String pin, RefusalReason reason) {
    Answer<CentralSystem.CheckoutResult> answer =
        station.checkout(
            new ItemId(Library.item(title)),
            new PatronId(Library.card(patron)),
            Optional.of(pin).filter(digits -> !digits.isEmpty()).map(Pin::new));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.refusal().reason()).isEqualTo(reason));
    tables.close();
  }

  @ParameterizedTest
  @CsvSource({
    "老火湯水百選, 19, NO_MORE_RENEWALS",
    "駱駝祥子, 20, HELD_FOR_ANOTHER",
    "三國演義, 1, NOT_YOUR_LOAN",
  })
  void aRefusedRenewalHasItsReason(String title, int patron, RefusalReason reason) {
    assertThat(
            station.renew(
                new ItemId(Library.item(title)),
                new PatronId(Library.card(patron)),
                Optional.empty()))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.refusal().reason()).isEqualTo(reason));
    tables.close();
  }

  @Test
  void aReturnNamesTheLoansOwnCharge() {
    assertThat(
            station.checkin(
                new ItemId(Library.item("徐霞客游记选")),
                CLOCK.instant().atZone(LibraryRules.standard().zone()).toOffsetDateTime()))
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            accepted ->
                assertThat(((CentralSystem.CheckinResult) accepted.value()).charge())
                    .contains(Money.of(300, "HKD")));
    tables.close();
  }

  /// The core at the other end of a wire without length.
  private static final class CoreTransport implements Transport {
    private final LibraryCore core;
    private SessionState session = new SessionState();
    private byte[] waiting = {};

    CoreTransport(LibraryCore core) {
      this.core = core;
    }

    @Override
    public void open(Duration within) {
      session = new SessionState();
      waiting = new byte[0];
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      byte[] line = java.util.Arrays.copyOf(bytes, bytes.length - 1);
      waiting = core.handle(line, session).line().orElseThrow(() -> new IOException("it hung up"));
    }

    @Override
    public int read(byte[] buffer, Duration within) {
      int length = Math.min(buffer.length, waiting.length);
      System.arraycopy(waiting, 0, buffer, 0, length);
      waiting = java.util.Arrays.copyOfRange(waiting, length, waiting.length);
      return length;
    }

    @Override
    public void close() {
      waiting = new byte[0];
    }
  }
}
