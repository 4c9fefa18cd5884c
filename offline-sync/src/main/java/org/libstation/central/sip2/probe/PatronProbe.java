package org.libstation.central.sip2.probe;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Response;

/// What is told of the test patron, and what the PIN is needed for.
final class PatronProbe {
  private final Asking asking;
  private final LineProbe line;
  private final Findings found;
  private final Set<String> needed = new TreeSet<>();

  PatronProbe(Asking asking, LineProbe line, Findings found) {
    this.asking = asking;
    this.line = line;
    this.found = found;
  }

  void patron() throws IOException, Stopped {
    ProbeAnswer withPin = asking.patron(asking.trial().pin(), Asking.NO_LIST);
    Sip2Response.PatronInformation known =
        withPin
            .as(Sip2Response.PatronInformation.class)
            .orElseThrow(() -> new Stopped("no 64 in answer to a 63: " + withPin));
    found.tried("63", true);
    if (!withPin.has("AE")) {
      throw new Stopped("the test patron is not known: " + withPin.words());
    }
    ProbeAnswer without = asking.patron("", Asking.NO_LIST);
    boolean blockedWithout =
        without
            .as(Sip2Response.PatronInformation.class)
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
  }

  private void verifiedBy(ProbeAnswer withPin) throws IOException {
    boolean with63 = withPin.says("CQ", "Y");
    boolean with23 = false;
    if (!line.denies("23")) {
      ProbeAnswer status = asking.patronStatus();
      found.tried("23", status.as(Sip2Response.PatronStatus.class).isPresent());
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

  /// A request was refused without the PIN and done with it.
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
