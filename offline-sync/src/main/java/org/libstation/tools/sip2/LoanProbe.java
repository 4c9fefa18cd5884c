package org.libstation.tools.sip2;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.central.LoanSeen;
import org.libstation.central.Trial;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.circulation.Refusal;

/// Lends the test item, asks for it twice, renews it and takes it back.
final class LoanProbe {
  private static final String NO_SUCH_ITEM = "00000000000000";
  private static final String DUE_BY_17 = "a 17 tells the due date of what is on loan";

  private final ProbeRequests asking;
  private final PatronProbe patron;
  private final Findings found;
  private Optional<LoanSeen> seen = Optional.empty();
  private boolean lent;

  LoanProbe(ProbeRequests asking, PatronProbe patron, Findings found) {
    this.asking = asking;
    this.patron = patron;
    this.found = found;
    found.answer(DUE_BY_17, Tried.NOT_TRIED, "Nothing can be said of a second look here");
  }

  /// The loan of the test item; empty when it was not lent or its due date could not be read.
  Optional<LoanSeen> seen() {
    return seen;
  }

  /// Notes that the test item is on loan and must be returned.
  void lent() {
    lent = true;
  }

  /// Lends the test item, and learns from the answer and the look-ups after it.
  ///
  /// @throws Stopped when the item is not lent
  void borrow() throws IOException, Stopped {
    Trial trial = asking.trial();
    ProbeAnswer answer = asking.checkout(trial.card(), "", trial.item());
    if (!ProbeRequests.lent(answer) && !trial.pin().isEmpty()) {
      answer = asking.checkout(trial.card(), trial.pin(), trial.item());
      if (ProbeRequests.lent(answer)) {
        asking.pinToLend();
        patron.needs("11");
      }
    }
    boolean ok = ProbeRequests.lent(answer);
    found.tried("11", ok);
    if (!ok) {
      throw new Stopped(
          "the test item was not lent to the test patron: "
              + (answer.isEmpty() ? "no answer to an 11" : answer.words().toString()));
    }
    lent = true;
    dueForm(answer);
    found.note("fields of a 12: " + answer.ids());
    dueToldBy17();
    listOfLoans();
  }

  private void dueForm(ProbeAnswer answer) {
    Optional<String> form = answer.dueForm(asking.today());
    form.ifPresent(asking::dueForm);
    Due due = answer.due(asking.dueForm());
    if (form.isPresent()) {
      found.set(
          "answers.due-format", '"' + form.get() + '"', "AH is written '" + due.shape() + "'");
      seen = due.day().map(day -> new LoanSeen(asking.local(), day));
    } else {
      found.note("AH could not be read, it is written '" + due.shape() + "'");
    }
  }

  /// Tries whether the item information (17) gives the due date of a loan. The later check of a
  /// settled entry uses only this request, so without a due date it notices no change.
  private void dueToldBy17() throws IOException {
    Due due = asking.item().due(asking.dueForm());
    boolean told = due.day().isPresent();
    found.answer(
        DUE_BY_17,
        Tried.of(told),
        told
            ? "A loan or renewal that is settled and changes later can be noticed"
            : "Nothing later is seen here: a renewal or second loan by a request that was acted on"
                + " late, and a loan that was confirmed and then lost, stay unnoticed");
  }

  private void listOfLoans() throws IOException, Stopped {
    Sip2Response.PatronInformationResponse list =
        asking
            .patron(asking.trial().pin(), ProbeRequests.LOANS)
            .as(Sip2Response.PatronInformationResponse.class)
            .orElseThrow(() -> new Stopped("no 64 with the list of loans"));
    boolean barcodes =
        list.chargedList().stream().anyMatch(each -> each.equalsIgnoreCase(asking.trial().item()));
    found.set(
        "patron.loans",
        barcodes ? "barcodes" : "titles",
        barcodes
            ? "AU holds the barcode of the test item"
            : "AU does not hold the barcode of the test item");
    List<Integer> silent = new ArrayList<>();
    for (int i = 0; i < list.patronStatus().length(); i++) {
      if (list.patronStatus().charAt(i) == 'Y') {
        silent.add(i);
      }
    }
    found.set(
        "patron.silent-flags",
        silent.toString(),
        silent.isEmpty()
            ? "no flag stands for a patron who was lent something"
            : "these stand for a patron who was lent something all the same");
  }

  /// Requests the same checkout again, with a new sequence number.
  void repeat() throws IOException {
    Due before = asking.item().due(asking.dueForm());
    ProbeAnswer second = asking.checkout(asking.trial().item());
    boolean renewed =
        second.as(Sip2Response.CheckoutResponse.class).filter(a -> a.renewalOk().yes()).isPresent();
    if (ProbeRequests.lent(second)) {
      found.set(
          "acts.repeated-checkout", "renewal", "a second 11 was accepted: renewal ok " + renewed);
      renewsFrom(before, second.due(asking.dueForm()), "a renewal by a second 11");
      return;
    }
    found.set(
        "acts.repeated-checkout",
        renewed ? "refusal-that-tells" : "refusal",
        "a second 11 was refused, renewal ok " + (renewed ? "Y" : "N") + ": " + second.words());
    if (renewed) {
      found.says(second.words(), Refusal.RefusalReason.ALREADY_YOURS);
    }
    asking.againWhereClosed();
  }

  /// Finds out from which day a renewal counts. Days are compared, not times: a renewal that counts
  /// from today ends on the same day, though the seconds may differ.
  private void renewsFrom(Due told, Due after, String how) {
    Optional<LocalDate> before = told.day().or(() -> seen.map(LoanSeen::due));
    if (before.isEmpty() || after.day().isEmpty() || seen.isEmpty()) {
      found.note("from which day a renewal counts could not be seen: a due date was not told");
      return;
    }
    long moved = ChronoUnit.DAYS.between(before.get(), after.day().get());
    // Lent before midnight and renewed after it.
    long passed = ChronoUnit.DAYS.between(seen.get().lent().toLocalDate(), asking.today());
    boolean later = moved > passed;
    found.set(
        "acts.renews-from",
        later ? "due-date" : "today",
        "%s on the day of the loan moved the due day by %d days, %s -> %s; the loan was for %d days"
            .formatted(how, moved, before.get(), after.day().get(), seen.get().days()));
    if (later && moved * 2 < seen.get().days()) {
      found.note(
          "a renewal moved the due day by less than half a loan: ask whether renewals have a period"
              + " of their own, counted from today");
    }
  }

  /// Renews the test item, with the PIN if it is refused without.
  void renew() throws IOException {
    Due before = asking.item().due(asking.dueForm());
    ProbeAnswer answer = asking.renewal("");
    if (!ProbeRequests.renewed(answer) && !asking.trial().pin().isEmpty()) {
      ProbeAnswer with = asking.renewal(asking.trial().pin());
      if (ProbeRequests.renewed(with)) {
        asking.pinToRenew();
        patron.needs("29");
        answer = with;
      }
    }
    found.tried("29", ProbeRequests.renewed(answer));
    if (ProbeRequests.renewed(answer)) {
      renewsFrom(before, answer.due(asking.dueForm()), "a renewal (29)");
    } else {
      found.note("the test item could not be renewed: " + answer.words());
      asking.againWhereClosed();
    }
  }

  /// Returns the test item if it is on loan, and checks that it is on the shelf.
  void takeBack() throws IOException {
    if (!lent) {
      return;
    }
    asking.againWhereClosed();
    ProbeAnswer back = asking.checkin(asking.trial().item(), asking.local());
    lent = false;
    found.tried(
        "09", back.as(Sip2Response.CheckinResponse.class).filter(a -> a.ok().yes()).isPresent());
    new CheckinProbe(found).saw(back);
    boolean charge = back.has("BV");
    found.set(
        "answers.charge-field",
        charge ? "BV" : "\"\"",
        charge
            ? "a 10 carries BV; that it is the loan's own charge must be looked at"
            : "a 10 carries no BV");
    if (asking.isOnShelf()) {
      found.undid("the test item was lent, and is back on the shelf");
    } else {
      found.couldNotUndo("the test item is not back on the shelf");
    }
  }

  /// Provokes two refusals that change nothing: a checkout of an unknown item, and a renewal of an
  /// item that is not on loan.
  void refusals() throws IOException {
    ProbeAnswer unknown = asking.checkout(NO_SUCH_ITEM);
    if (!ProbeRequests.lent(unknown)) {
      found.says(unknown.words(), Refusal.RefusalReason.UNKNOWN_ITEM);
    }
    if (!asking.wire().isOpen()) {
      found.note("it hung up on an 11 for an item it does not know");
      asking.again();
    }
    ProbeAnswer notLent = asking.renewal();
    if (notLent.as(Sip2Response.RenewResponse.class).isPresent()) {
      boolean echo = notLent.has("AA") && notLent.has("AB");
      found.set(
          "answers.refusal-omits-echo",
          String.valueOf(!echo),
          echo ? "a refused 30 names item and patron" : "a refused 30 lacks item or patron");
      found.says(notLent.words(), Refusal.RefusalReason.NOT_YOUR_LOAN);
    }
    asking.againWhereClosed();
  }
}
