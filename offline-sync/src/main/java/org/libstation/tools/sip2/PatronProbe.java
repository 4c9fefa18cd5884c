package org.libstation.tools.sip2;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Response;

/// Tries what the central system says about the test patron, and which requests need the PIN.
final class PatronProbe {
  private static final String PARTS_OF_A_DEBT = "Parts of a debt by 37";

  private final ProbeRequests asking;
  private final LineProbe line;
  private final Findings found;
  private final Set<String> needed = new TreeSet<>();

  PatronProbe(ProbeRequests asking, LineProbe line, Findings found) {
    this.asking = asking;
    this.line = line;
    this.found = found;
  }

  /// Looks up the test patron with and without the PIN.
  ///
  /// @throws Stopped when the patron is not known
  void patron() throws IOException, Stopped {
    ProbeAnswer withPin = asking.patron(asking.trial().pin(), ProbeRequests.NO_LIST);
    Sip2Response.PatronInformationResponse known =
        withPin
            .as(Sip2Response.PatronInformationResponse.class)
            .orElseThrow(() -> new Stopped("no 64 in answer to a 63: " + withPin));
    found.tried("63", true);
    if (!withPin.has("AE")) {
      throw new Stopped("the test patron is not known: " + withPin.words());
    }
    ProbeAnswer without = asking.patron("", ProbeRequests.NO_LIST);
    boolean blockedWithout =
        without
            .as(Sip2Response.PatronInformationResponse.class)
            .map(p -> p.patronStatus().startsWith("Y") && !known.patronStatus().startsWith("Y"))
            .orElse(true);
    asking.againWhereClosed();
    if (blockedWithout) {
      needed.add("63");
    }
    needed();
    verifiedBy(withPin);
    found.note("fields of a 64: " + withPin.ids());
    boolean noAmount = !withPin.has("BV");
    found.set(
        "patron.no-amount",
        noAmount ? "nothing-owed" : "not-known",
        noAmount
            ? "no BV for the test patron, who must owe nothing for this to be true"
            : "BV was sent for the test patron");
    parts(withPin);
  }

  /// Reports whether charges are listed, and whether each has a number. Only a payment shows which
  /// parts of a debt can be paid, and no probe pays.
  private void parts(ProbeAnswer patron) throws IOException {
    ProbeAnswer fines = asking.patron(asking.trial().pin(), ProbeRequests.FINES);
    asking.againWhereClosed();
    String seen =
        fines.as(Sip2Response.PatronInformationResponse.class).isEmpty()
            ? "the list of charges was not answered by a 64"
            : fines.has("CG")
                ? "charges are listed by number (CG)"
                : fines.has("AV")
                    ? "charges are listed as text (AV): patron.fine-line says how a number is read"
                        + " of it"
                    : patron.owed().signum() > 0
                        ? "no charge of the test patron was listed, who owes something"
                        : "the test patron owes nothing, so nothing was listed";
    found.answer(
        PARTS_OF_A_DEBT,
        Tried.NOT_TRIED,
        "Seen: "
            + seen
            + (line.denies("37") ? "; BX says that it takes no payment (37)" : "")
            + ". Whether an amount or one charge is booked shows only when it is paid (sip2 talk,"
            + " with a test patron): payment.parts stays as in the dialect until then");
  }

  private void verifiedBy(ProbeAnswer withPin) throws IOException {
    boolean with63 = withPin.says("CQ", "Y");
    boolean with23 = false;
    if (!line.denies("23")) {
      ProbeAnswer status = asking.patronStatus();
      found.tried("23", status.as(Sip2Response.PatronStatusResponse.class).isPresent());
      with23 = status.says("CQ", "Y");
      asking.againWhereClosed();
    }
    if (with63) {
      found.set("pin.verified-by", "with-63", "64 says CQ = Y to the right PIN");
    } else if (with23) {
      found.set("pin.verified-by", "with-23", "24 says CQ = Y to the right PIN, 64 does not");
    } else {
      found.note("neither 64 nor 24 says CQ = Y to the PIN: is it right?");
    }
  }

  /// Notes that a request needs the PIN: it was refused without the PIN and accepted with it.
  void needs(String code) {
    needed.add(code);
    needed();
  }

  private void needed() {
    found.set(
        "pin.needed-for",
        needed.stream().map(code -> '"' + code + '"').collect(Collectors.joining(", ", "[", "]")),
        needed.isEmpty()
            ? "63, 11 and 29 were answered alike without the PIN"
            : "refused without the PIN");
  }
}
