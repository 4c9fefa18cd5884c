package org.libstation.central.oddline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem;
import org.libstation.central.link.Transport;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Looks;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronBlock;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.Pin;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.SecurityBitRule;
import org.libstation.circulation.WasOnLoan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The client: a line asks, a line answers, parts stand between bars.
final class OddLine implements CentralSystem {
  private static final Logger LOG = LoggerFactory.getLogger(OddLineProvider.LOG);

  private final Transport link;
  private final boolean polite;
  private final Duration patience;
  private boolean open;
  private String read = "";

  OddLine(Transport link, boolean polite, int patience) {
    this.link = link;
    this.polite = polite;
    this.patience = Duration.ofSeconds(patience);
  }

  boolean reached() {
    return status() instanceof Answer.Accepted;
  }

  boolean tried(String verb, String item, String more) {
    return ask(true, item, verb, item, more) instanceof Answer.Accepted;
  }

  /// @param acts whether it is in doubt where it goes unanswered
  /// @param about what the answer must be about; empty = nothing
  private synchronized Answer<List<String>> ask(boolean acts, String about, String... words) {
    boolean sent = false;
    try {
      if (!open) {
        link.open(patience);
        open = true;
        List<String> _ = exchange(polite ? "GOODDAY" : "HELLO");
      }
      sent = true;
      List<String> said = exchange(words);
      if (said.getFirst().equals("NO")) {
        return new Answer.Refused<>(Refusal.of(RefusalReason.valueOf(said.get(1))));
      }
      if (!about.isEmpty() && !said.get(1).equals(about)) {
        hangUp();
        return failed(acts, "about another", true);
      }
      return new Answer.Accepted<>(said.subList(1, said.size()));
    } catch (IOException e) {
      hangUp();
      return failed(acts && sent, String.valueOf(e.getMessage()), false);
    }
  }

  private static Answer<List<String>> failed(boolean doubt, String why, boolean anothers) {
    return doubt ? new Answer.Unknown<>(why, anothers) : Answer.NotSent.because(why);
  }

  private List<String> exchange(String... words) throws IOException {
    LOG.debug("> {}", words[0]);
    link.write((String.join("|", words) + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[1024];
    while (read.indexOf('\n') < 0) {
      int count = link.read(buffer, patience);
      if (count <= 0) {
        throw new IOException("no answer");
      }
      read += new String(buffer, 0, count, StandardCharsets.UTF_8);
    }
    int end = read.indexOf('\n');
    List<String> said = Arrays.asList(read.substring(0, end).split("\\|", -1));
    read = read.substring(end + 1);
    LOG.debug("< {}", said.getFirst());
    return said;
  }

  private static DueDate due(String text) {
    return DueDate.of(LocalDateTime.parse(text));
  }

  @Override
  public Answer<Status> status() {
    return ask(false, "", "STATUS")
        .map(
            said ->
                new Status(
                    true,
                    Optional.of(
                        Duration.between(
                            OffsetDateTime.now(ZoneId.systemDefault()),
                            OffsetDateTime.parse(said.get(1)))),
                    said.getFirst()));
  }

  @Override
  public Answer<ItemLook> look(ItemId item) {
    return ask(false, item.value(), "ITEM", item.value())
        .map(
            said ->
                Looks.item(item)
                    .with(
                        c ->
                            c.title(said.get(1))
                                .status(
                                    said.get(2).equals("lent")
                                        ? CirculationStatus.CHARGED
                                        : CirculationStatus.AVAILABLE)
                                .due(
                                    Optional.of(said.get(3))
                                        .filter(due -> !due.isEmpty())
                                        .map(OddLine::due))));
  }

  @Override
  public Answer<PatronLook> patron(PatronId patron, Optional<Pin> pin, boolean withLoans) {
    return ask(false, "", "CARD", patron.value(), pin.map(Pin::digits).orElse(""))
        .map(said -> look(patron, said, withLoans));
  }

  private static PatronLook look(PatronId patron, List<String> said, boolean withLoans) {
    boolean right = said.get(1).equals("true");
    List<ItemId> loans =
        Stream.of(said.get(3).split(",")).filter(ItemId::fits).map(ItemId::new).toList();
    return Looks.patron(patron)
        .with(
            c ->
                c.known(said.getFirst().equals("true"))
                    .pinRight(right)
                    .blocks(
                        said.get(2).equals("true") ? Set.of() : Set.of(PatronBlock.CHARGE_DENIED))
                    .chargedCount(loans.size())
                    .overdueCount(0)
                    .charged(withLoans && right ? Optional.of(loans) : Optional.empty()));
  }

  @Override
  public Answer<CheckoutResult> checkout(ItemId item, PatronId patron, Optional<Pin> pin) {
    return ask(true, item.value(), "LEND", item.value(), patron.value())
        .map(
            said ->
                new CheckoutResult(
                    said.get(1), due(said.get(2)), false, SecurityBitRule.MAY_CLEAR));
  }

  @Override
  public Answer<CheckoutResult> lateCheckout(ItemId item, PatronId patron, OffsetDateTime lentAt) {
    return checkout(item, patron, Optional.empty());
  }

  @Override
  public Answer<CheckinResult> checkin(ItemId item, OffsetDateTime returnedAt) {
    return ask(true, item.value(), "BACK", item.value(), returnedAt.toString())
        .map(
            said ->
                new CheckinResult(
                    said.get(1),
                    Optional.empty(),
                    false,
                    false,
                    WasOnLoan.of(said.get(2).equals("true")),
                    Optional.empty(),
                    Optional.empty()));
  }

  @Override
  public Answer<Renewal> renew(ItemId item, PatronId patron, Optional<Pin> pin) {
    return ask(true, item.value(), "RENEW", item.value(), patron.value())
        .map(said -> new Renewal(said.get(1), due(said.get(2)), true));
  }

  @Override
  public Answer<PatronAccount> account(PatronId patron, Optional<Pin> pin) {
    return patron(patron, pin, true)
        .map(look -> new PatronAccount(look, List.of(), List.of(), Set.of(), List.of()));
  }

  @Override
  public Answer<ChargesLook> charges(PatronId patron, Optional<Pin> pin) {
    return patron(patron, pin, true).map(look -> new ChargesLook(look.owed(), List.of()));
  }

  @Override
  public Answer<HoldPlaced> placeHold(ItemId item, PatronId patron, Optional<Pin> pin) {
    return new Answer.Refused<>(Refusal.of(RefusalReason.OTHER));
  }

  @Override
  public Answer<HoldPlaced> cancelHold(HoldLine hold, PatronId patron, Optional<Pin> pin) {
    return new Answer.Refused<>(Refusal.of(RefusalReason.OTHER));
  }

  @Override
  public boolean takesPayments() {
    return false;
  }

  @Override
  public Answer<PaymentAccepted> pay(PatronId patron, Payment payment) {
    return new Answer.Refused<>(Refusal.of(RefusalReason.OTHER));
  }

  @Override
  public void endSession(PatronId patron) {
    // Nothing is kept of one.
  }

  @Override
  public synchronized void hangUp() {
    link.close();
    open = false;
    read = "";
  }

  @Override
  public void close() {
    hangUp();
  }
}
