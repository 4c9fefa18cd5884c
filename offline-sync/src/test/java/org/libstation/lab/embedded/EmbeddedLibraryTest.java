package org.libstation.lab.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.libstation.lab.embedded.Library.card;
import static org.libstation.lab.embedded.Library.item;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;

/// The server over loopback: its faults, its control port and its file, through a client that
/// shares no code with it.
class EmbeddedLibraryTest {
  private static final String NOW = "20261125    140000";
  private static final String ITEM = item("The time machine");
  private static final String CHECKOUT =
      "11NN" + NOW + " ".repeat(18) + "AOSEL|AA" + card(1) + "|AB" + ITEM + "|AC|AD|BON|";
  private static final String LOOK = "17" + NOW + "AOSEL|AB" + ITEM + "|AC|";
  private static final int SOON = 5000;
  private static final int NEVER = 150;

  @TempDir Path folder;

  private EmbeddedLibrary library;

  @BeforeEach
  void start() {
    library =
        EmbeddedLibrary.start(
            folder.resolve("ledger.db"),
            LibraryRules.standard(),
            InstantSource.fixed(
                Library.OPENING_DAY
                    .atTime(14, 0)
                    .atZone(LibraryRules.standard().zone())
                    .toInstant()),
            EmbeddedLibrary.Listen.loopback(0, 0));
  }

  @AfterEach
  void stop() {
    library.close();
  }

  private LineClient client() throws IOException {
    return LineClient.loggedIn(library.port());
  }

  private String onLoan() throws IOException {
    try (LineClient fresh = client()) {
      return fresh.ask(LOOK, SOON).substring(2, 4);
    }
  }

  private void command(String line) {
    assertThat(library.command(line)).isEqualTo("ok");
  }

  @Test
  void aLoanIsMadeOverTheSocketAndStandsInTheFile() throws IOException {
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, SOON)).startsWith("121N");
    }
    try (LedgerReader ledger = LedgerReader.open(folder.resolve("ledger.db"))) {
      assertThat(ledger.openLoan(new ItemId(ITEM)).orElseThrow().card()).isEqualTo(card(1));
      assertThat(ledger.actionsDone("station1"))
          .singleElement()
          .matches(action -> action.kind().equals("checkout") && action.item().equals(ITEM));
      assertThat(LedgerReport.text(ledger))
          .contains(ITEM)
          .contains("station1")
          .doesNotContain(card(1));
    }
  }

  @Test
  void manyConnectionsAreServedAtOnceAndEachGetsItsOwnAnswers() {
    List<CompletableFuture<Void>> stations = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String barcode = Stock.items().get(i * 7).barcode();
      stations.add(
          CompletableFuture.runAsync(
              () -> {
                try (LineClient client = client()) {
                  for (int n = 0; n < 20; n++) {
                    assertThat(client.ask("17" + NOW + "AOSEL|AB" + barcode + "|AC|", SOON))
                        .contains("AB" + barcode + "|");
                  }
                } catch (IOException broken) {
                  throw new AssertionError(broken);
                }
              }));
    }
    CompletableFuture.allOf(stations.toArray(CompletableFuture[]::new)).join();
  }

  @Test
  void aRequestInPiecesAndTwoRequestsInOneAreBothAnswered() throws IOException {
    try (LineClient client = client()) {
      byte[] line = (LOOK + "\r").getBytes(StandardCharsets.UTF_8);
      for (byte b : line) {
        client.send(new byte[] {b});
      }
      assertThat(client.read(SOON)).startsWith("1803");
      client.send((LOOK + "\r\n" + LOOK + "\r").getBytes(StandardCharsets.UTF_8));
      assertThat(client.read(SOON)).startsWith("1803");
      assertThat(client.read(SOON)).startsWith("1803");
    }
  }

  @Test
  void aLostRequestChangesNothingAndALostReplyDoes() throws IOException {
    try (LineClient client = client()) {
      command("lose-request 11");
      assertThat(client.ask(CHECKOUT, NEVER)).isEqualTo(LineClient.SILENCE);
      assertThat(onLoan()).isEqualTo("03");
      command("lose-reply 11");
      assertThat(client.ask(CHECKOUT, NEVER)).isEqualTo(LineClient.SILENCE);
      await().atMost(Duration.ofMinutes(3)).until(() -> onLoan().equals("04"));
    }
  }

  @Test
  void aLateAnswerWasActedOnAtOnce() throws IOException {
    try (LineClient client = client()) {
      command("answer-late 700 11");
      assertThat(client.ask(CHECKOUT, NEVER)).isEqualTo(LineClient.SILENCE);
      await().atMost(Duration.ofMinutes(3)).until(() -> onLoan().equals("04"));
      assertThat(client.read(SOON)).startsWith("121");
    }
  }

  @Test
  void aLateActHappensThoughItsConnectionIsGone() throws IOException {
    command("act-late 1500 11");
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, NEVER)).isEqualTo(LineClient.SILENCE);
    }
    assertThat(onLoan()).isEqualTo("03");
    await().atMost(Duration.ofMinutes(3)).until(() -> onLoan().equals("04"));
  }

  @Test
  void aWrongChecksumIsWrongAndTheAnswerIsGivenRightOn97() throws IOException {
    try (LineClient client = client()) {
      command("wrong-checksum 17");
      byte[] ask = Sip2Lines.withTrailer(LOOK, 3);
      client.send(new String(ask, StandardCharsets.UTF_8));
      String spoilt = client.read(SOON);
      assertThat(spoilt).matches("1803.*AY3AZ[0-9A-F]{4}");
      String body = spoilt.substring(0, spoilt.length() - 9);
      assertThat(spoilt)
          .isNotEqualTo(new String(Sip2Lines.withTrailer(body, 3), StandardCharsets.UTF_8));
      assertThat(client.ask("97AZFEF5", SOON))
          .isEqualTo(new String(Sip2Lines.withTrailer(body, 3), StandardCharsets.UTF_8));
    }
  }

  @Test
  void garbageIsNoMessageAndTheRequestWasDone() throws IOException {
    try (LineClient client = client()) {
      command("garbage 11");
      assertThat(client.ask(CHECKOUT, SOON)).startsWith("Problems handling the request");
      assertThat(onLoan()).isEqualTo("04");
    }
  }

  @Test
  void anAnswerAboutAnotherItemHasARightChecksum() throws IOException {
    try (LineClient client = client()) {
      command("another-item 17");
      client.send(new String(Sip2Lines.withTrailer(LOOK, 5), StandardCharsets.UTF_8));
      String answer = client.read(SOON);
      assertThat(answer).contains("AB" + Stock.items().getLast().barcode()).doesNotContain(ITEM);
      String body = answer.substring(0, answer.length() - 9);
      assertThat(answer)
          .isEqualTo(new String(Sip2Lines.withTrailer(body, 5), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anAnswerWithoutAnItemIsAboutAnotherCard() throws IOException {
    try (LineClient client = client()) {
      command("another-item 63");
      assertThat(client.ask("63001" + NOW + " ".repeat(10) + "AOSEL|AA" + card(1) + "|AC|", SOON))
          .contains("|AA" + card(30) + "|");
    }
  }

  @Test
  void aSlowAnswerComesWholeInTheEnd() throws IOException {
    try (LineClient client = client()) {
      command("slow 300 17");
      assertThat(client.ask(LOOK, SOON)).startsWith("1803").endsWith("|CSFIC WEL|");
    }
  }

  @Test
  void aConnectionIsDroppedBeforeOrAfterTheAct() throws IOException {
    command("drop-before 11");
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, SOON)).isEqualTo(LineClient.CLOSED);
    }
    assertThat(onLoan()).isEqualTo("03");
    command("drop-after 11");
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, SOON)).isEqualTo(LineClient.CLOSED);
    }
    assertThat(onLoan()).isEqualTo("04");
  }

  @Test
  void aPulledCableRefusesConnectionsAndAPluggedOneTakesThemOnTheSamePort() throws IOException {
    int port = library.port();
    try (LineClient before = client()) {
      command("cable out");
      assertThat(before.read(SOON)).isEqualTo(LineClient.CLOSED);
    }
    assertThatThrownBy(() -> new LineClient(port).close()).isInstanceOf(ConnectException.class);
    command("cable in");
    assertThat(library.port()).isEqualTo(port);
    assertThat(onLoan()).isEqualTo("03");
  }

  @Test
  void aSilentCableSwallowsEverything() throws IOException {
    try (LineClient client = client()) {
      command("cable silent");
      assertThat(client.ask(CHECKOUT, NEVER)).isEqualTo(LineClient.SILENCE);
      command("cable in");
      assertThat(client.ask(LOOK, SOON)).startsWith("1803");
    }
  }

  @Test
  void aRestartKeepsTheLedgerAndForgetsWhatWasLate() throws IOException {
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, SOON)).startsWith("121");
      command("act-late 1500 09");
      client.send("09N" + NOW + NOW + "APSEL-1|AOSEL|AB" + ITEM + "|AC|");
      await().atMost(Duration.ofMinutes(3)).until(() -> library.faults().waiting().isEmpty());
      command("restart 100");
      assertThat(client.read(SOON)).isEqualTo(LineClient.CLOSED);
    }
    await().ignoreExceptions().atMost(Duration.ofMinutes(3)).until(() -> onLoan().equals("04"));
    await()
        .during(Duration.ofMillis(1600))
        .atMost(Duration.ofMinutes(3))
        .until(() -> onLoan().equals("04"));
  }

  @Test
  void faultsAreCountedAndSkipped() throws IOException {
    command("lose-reply 17 x2 after 1");
    try (LineClient client = client()) {
      assertThat(client.ask(LOOK, SOON)).startsWith("1803");
      assertThat(client.ask(LOOK, NEVER)).isEqualTo(LineClient.SILENCE);
      assertThat(library.command("status")).contains("17 LoseReply[] x1");
      assertThat(client.ask(LOOK, NEVER)).isEqualTo(LineClient.SILENCE);
      assertThat(client.ask(LOOK, SOON)).startsWith("1803");
    }
  }

  @Test
  void aFaultForAnyRequestLeavesLoginAndStatusAlone() throws IOException {
    command("drop-before");
    try (LineClient client = client()) {
      assertThat(client.ask("9900802.00", SOON)).startsWith("98Y");
      assertThat(client.ask(LOOK, SOON)).isEqualTo(LineClient.CLOSED);
    }
  }

  @Test
  void theControlPortTakesCommandsFromAnotherProcess() throws IOException {
    try (LineClient control = new LineClient(library.controlPort())) {
      control.send("lend " + ITEM + " " + card(2) + "\n");
      assertThat(control.read(SOON)).isEqualTo("ok");
      assertThat(onLoan()).isEqualTo("04");
      control.send("return " + ITEM + "\n");
      assertThat(control.read(SOON)).isEqualTo("ok");
      control.send("return " + ITEM + "\n");
      assertThat(control.read(SOON)).isEqualTo("error: Item not checked out");
      control.send("explode\n");
      assertThat(control.read(SOON)).startsWith("error: expected lose-request");
      control.send("answer-late soon\n");
      assertThat(control.read(SOON)).startsWith("error: expected FAULT");
    }
    assertThat(library.withCore(_ -> true)).contains(true);
  }

  @Test
  void aSecondStartOnTheSameFileKeepsEverything() throws IOException {
    try (LineClient client = client()) {
      assertThat(client.ask(CHECKOUT, SOON)).startsWith("121");
    }
    library.close();
    start();
    assertThat(onLoan()).isEqualTo("04");
    try (LedgerReader ledger = LedgerReader.open(folder.resolve("ledger.db"))) {
      assertThat(ledger.actions()).hasSize(1);
    }
  }

  @Test
  void aMissingLedgerIsToldByTheReader() {
    assertThatThrownBy(() -> LedgerReader.open(folder.resolve("none.db")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("none.db");
  }
}
