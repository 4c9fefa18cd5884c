package org.libstation.tools.sip2;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.LoanSeen;
import org.libstation.central.Trial;
import org.libstation.central.sip2.Sip2Response;

/// Probes a central system with a test patron and a test item, and undoes its changes. It sends one
/// request after another, and each finding names what was seen.
final class ProbeRun {
  private static final int LOOKS_FOR_SPEED = 20;

  private final Findings found = new Findings();
  private final ProbeRequests asking;
  private final LineProbe line;
  private final PatronProbe patron;
  private final LoanProbe loan;
  private final ForceProbe force;
  private final PaymentProbe payment;

  ProbeRun(ProbeWire wire, Trial trial, CentralBehaviourProbe.Means means) {
    asking = new ProbeRequests(wire, trial, means);
    line = new LineProbe(asking, found);
    patron = new PatronProbe(asking, line, found);
    loan = new LoanProbe(asking, patron, found);
    force = new ForceProbe(asking, loan, found);
    payment = new PaymentProbe(line, found);
  }

  Findings findings() {
    return found;
  }

  /// Notes which answers had no CR, and how a station treats such answers.
  void noteEnds() {
    Set<String> codes = new TreeSet<>(asking.wire().withoutEnd());
    if (!codes.isEmpty()) {
      found.note(
          ("answers without a CR came to %s. A station believes such an answer only if its checksum"
                  + " is right, after the whole wait; it then opens a fresh connection")
              .formatted(String.join(", ", codes)));
    }
  }

  /// The loan of the test item; empty if it was not lent.
  Optional<LoanSeen> loan() {
    return loan.seen();
  }

  /// Runs all trials in order.
  ///
  /// @throws Stopped if the probe cannot continue; the test item was returned if that was possible
  void run() throws IOException, Stopped {
    line.login();
    line.status();
    line.unsupported();
    ready();
    line.resend();
    patron.patron();
    payment.notTried();
    try {
      loan.borrow();
      loan.repeat();
      line.sameAgain();
      loan.renew();
    } finally {
      loan.takeBack();
    }
    loan.refusals();
    force.noBlock();
    force.returnDate();
    line.endSession();
    speed();
    line.charset();
    line.idle();
  }

  /// Checks that the test item is on the shelf. A probe does not touch an item that is already on
  /// loan.
  private void ready() throws IOException, Stopped {
    Sip2Response.ItemInformationResponse said = asking.look();
    found.tried("17", true);
    if (!said.circulationStatus().equals(ProbeRequests.ON_SHELF)) {
      throw new Stopped(
          "the test item must be on the shelf (circulation status 03), and it is "
              + Said.code(said.circulationStatus()));
    }
    found.note("fields of an 18: " + asking.item().ids());
  }

  private void speed() throws IOException, Stopped {
    for (int i = 0; i < LOOKS_FOR_SPEED; i++) {
      Sip2Response.ItemInformationResponse _ = asking.look();
    }
    for (String code : List.of("93", "17", "63", "11", "29", "09")) {
      found.speed(code, asking.wire().times(code));
    }
  }
}
