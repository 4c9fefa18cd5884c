package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.PatronId;
import org.libstation.journal.JournalException;

/// A sealed row that was written once opens for ever, with either key.
class SealedGoldenTest {
  private static final PatronId CARD = new PatronId("28801000000017");
  private static final String ENTRY = "entry 7";
  private static final CardSealer.SealedPatron PATRON =
      new CardSealer.SealedPatron(CARD, Optional.of("child"));

  private static SealedCard golden() throws IOException {
    Properties row = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(SealedGoldenTest.class.getResourceAsStream("sealed.properties")),
            StandardCharsets.UTF_8)) {
      row.load(in);
    }
    HexFormat hex = HexFormat.of();
    return new SealedCard(
        hex.parseHex(row.getProperty("card")),
        hex.parseHex(row.getProperty("keyForMachine")),
        hex.parseHex(row.getProperty("keyForRecovery")),
        row.getProperty("recoveryKey"));
  }

  private static CardSealer sealer() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i + 1);
    }
    return new CardSealer(new SecretKeySpec(key, "AES"), RecoveryKeys.key(), new SecureRandom());
  }

  @Test
  void this_machine_opens_it() throws IOException {
    assertThat(sealer().open(golden(), ENTRY)).isEqualTo(PATRON);
  }

  @Test
  void the_library_opens_it() throws IOException {
    assertThat(
            CardSealer.openForRecovery(
                golden(), ENTRY, LibraryKey.readPrivate(RecoveryKeys.privatePem())))
        .isEqualTo(PATRON);
  }

  @Test
  void for_another_entry_it_does_not_open() {
    assertThatThrownBy(() -> sealer().open(golden(), "entry 8"))
        .isInstanceOf(JournalException.class);
  }
}
