package org.libstation.command.probe;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.command.probe.ProbeWire.Heard;

/// Finds out how a central system behaves, with a test patron and a test item, and puts back what
/// it changed. Asks one thing after another; each finding says what was seen.
final class Probe {
  /// The order of BX (SIP 2.00, "supported messages").
  private static final List<String> BX =
      List.of(
          "23", "11", "09", "01", "99", "97", "93", "63", "35", "37", "17", "19", "25", "15", "29",
          "65");

  private static final int LOOKS_FOR_SPEED = 20;
  private static final String ON_SHELF = "03";
  private static final String NO_SUCH_ITEM = "00000000000000";

  /// Who and what it may try things with.
  ///
  /// @param otherCard a second test patron; empty = none
  /// @param overdueItem on loan to the test patron and overdue; empty = none
  /// @param zone of the central system's clock
  /// @param idle how long to wait for an idle connection to be closed; zero = not tried
  record Trial(
      String user,
      String password,
      String institution,
      String location,
      String card,
      String pin,
      String item,
      String otherCard,
      String otherPin,
      String overdueItem,
      ZoneId zone,
      Duration idle) {
    @Override
    public String toString() {
      return "Trial of " + item;
    }
  }

  /// It cannot go on; what it found until then stands.
  static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    Stopped(String message) {
      super(message);
    }
  }

  private final ProbeWire wire;
  private final Trial trial;
  private final InstantSource clock;
  private final Findings found = new Findings();
  private boolean checks = true;
  private boolean lent;
  private boolean pinForCheckout;
  private Optional<Sip2Response.AcsStatus> status = Optional.empty();

  Probe(ProbeWire wire, Trial trial, InstantSource clock) {
    this.wire = wire;
    this.trial = trial;
    this.clock = clock;
  }

  Findings findings() {
    return found;
  }

  /// @throws Stopped when it cannot go on; the test item was returned as far as it could be
  void run() throws IOException, Stopped {
    login();
    status();
    unsupported();
    ready();
    resend();
    look();
    patron();
    try {
      borrow();
      repeat();
      renew();
    } finally {
      takeBack();
    }
    refusals();
    noBlock();
    returnDate();
    speed();
    charset();
    idle();
  }

  private void login() throws IOException, Stopped {
    wire.connect();
    Heard answer = wire.ask(login(trial.location()), true);
    if (answer.as(Sip2Response.Login.class).isEmpty()) {
      checks = false;
      wire.connect();
      answer = wire.ask(login(trial.location()), false);
    }
    boolean in = answer.as(Sip2Response.Login.class).filter(a -> a.ok().yes()).isPresent();
    if (!in) {
      throw new Stopped(
          answer.line().isEmpty()
              ? "no answer to a login (93): is it a SIP2 port, and does it log in by a message?"
              : "the login was refused: " + answer.line());
    }
    if (!answer.checked()) {
      checks = false;
      found.set(
          "wire.error-detection", "none", "a login with AY and AZ was answered without, or not");
    } else {
      Heard plain = wire.ask(scStatus(), false);
      boolean needed = plain.sayAgain() || plain.silent() || plain.closed();
      found.set(
          "wire.error-detection",
          needed ? "required" : "follows",
          needed
              ? "a 99 without AY and AZ was not answered"
              : "it answers with AY and AZ or without, as it was asked");
    }
    locationRequired();
    again();
  }

  private void locationRequired() throws IOException {
    if (trial.location().isEmpty()) {
      return;
    }
    wire.connect();
    Heard without = wire.ask(login(""), checks);
    boolean refused = without.as(Sip2Response.Login.class).filter(a -> a.ok().yes()).isEmpty();
    found.set(
        "session.location-required",
        String.valueOf(refused),
        refused ? "a login without CP was refused" : "a login without CP was accepted");
  }

  /// A fresh connection, logged in.
  private void again() throws IOException {
    wire.connect();
    Heard _ = wire.ask(login(trial.location()), checks);
  }

  private void status() throws IOException, Stopped {
    wire.watchLineEnd();
    Heard answer = wire.ask(scStatus(), checks);
    Sip2Response.AcsStatus said =
        answer
            .as(Sip2Response.AcsStatus.class)
            .orElseThrow(() -> new Stopped("no 98 in answer to a 99: " + answer.line()));
    status = Optional.of(said);
    found.set(
        "wire.line-end",
        answer.lineFeed() ? "cr-lf" : "cr",
        answer.lineFeed() ? "a LF follows each CR" : "no LF follows a CR");
    String zone = said.at().text().length() > 12 ? said.at().text().substring(8, 12) : "    ";
    found.set(
        "wire.time-form",
        zone.isBlank() ? "local" : "utc",
        "its times read '" + said.at().text() + "'");
    skew(said);
    found.note(
        "98: checkin ok "
            + said.checkinOk()
            + ", checkout ok "
            + said.checkoutOk()
            + ", renewal policy "
            + said.renewalPolicy()
            + ", off-line ok "
            + said.offlineOk()
            + ", BX "
            + said.supported().orElse("(none)"));
  }

  private void skew(Sip2Response.AcsStatus said) {
    said.at()
        .instant(trial.zone())
        .ifPresent(
            theirs -> {
              Duration skew = Duration.between(clock.instant(), theirs);
              long quarters = Math.round(skew.toSeconds() / 900.0);
              boolean zoneFault =
                  quarters != 0 && Math.abs(skew.toSeconds() - quarters * 900) <= 60;
              found.note(
                  zoneFault
                      ? "its clock differs by %d minutes: is its zone %s?"
                          .formatted(quarters * 15, trial.zone())
                      : "its clock differs from this machine's by %d s (zone %s)"
                          .formatted(skew.toSeconds(), trial.zone()));
            });
  }

  private boolean denied(String code) {
    String supported = status.flatMap(Sip2Response.AcsStatus::supported).orElse("");
    int position = BX.indexOf(code);
    return position < supported.length() && supported.charAt(position) == 'N';
  }

  /// 19 and 25 change nothing for a patron who is enabled; one that it denies shows what it does.
  private void unsupported() throws IOException {
    TreeSet<String> supported = new TreeSet<>();
    BX.stream().filter(code -> !denied(code)).forEach(supported::add);
    found.set(
        "messages.supported",
        supported.stream()
            .map(code -> '"' + code + '"')
            .collect(Collectors.joining(", ", "[", "]")),
        "BX of its 98; 93, 99, 17, 63, 11, 29 and 09 were tried");
    Optional<String> candidate = List.of("19", "25").stream().filter(this::denied).findFirst();
    if (candidate.isEmpty()) {
      found.note("what it does with a message it does not support was not tried: BX denies none");
      return;
    }
    Heard answer =
        wire.ask(
            candidate.get().equals("19")
                ? new Sip2Request.ItemStatusUpdate(
                    now(), institution().with("AB", trial.item()).with("CH", ""))
                : new Sip2Request.PatronEnable(now(), institution().with("AA", trial.card())),
            checks);
    String what = candidate.get();
    if (answer.closed()) {
      found.set("messages.unsupported", "hang-up", "it hung up on a " + what);
    } else if (answer.silent()) {
      found.set("messages.unsupported", "silence", "it did not answer a " + what);
    } else if (answer.sayAgain()) {
      found.set("messages.unsupported", "resend", "it answered a " + what + " with 96");
      found.set(
          "wire.trailer-optional",
          String.valueOf(checks && !answer.checked()),
          answer.checked() ? "its 96 has a checksum" : "its 96 has no checksum");
    } else {
      found.note("BX denies " + what + ", and it answered it");
    }
    found.set(
        "messages.by-bx",
        String.valueOf(answer.silent()),
        answer.silent()
            ? "what BX denies is met with silence"
            : "what BX denies is answered at once, or is done");
    if (answer.closed() || answer.silent()) {
      again();
    }
  }

  private void resend() throws IOException {
    Heard _ = wire.ask(scStatus(), checks);
    Heard answer = wire.ask(new Sip2Request.Resend(Sip2Fields.NONE), checks);
    boolean kept = answer.as(Sip2Response.AcsStatus.class).isPresent();
    found.set(
        "messages.resend",
        kept ? "last-answer" : "nothing-kept",
        kept ? "a 97 brought the last answer again" : "a 97 brought no answer again");
    if (answer.silent() || answer.closed()) {
      again();
    }
  }

  private Sip2Response.ItemInformation item() throws IOException, Stopped {
    Heard answer =
        wire.ask(
            new Sip2Request.ItemInformation(
                now(), institution().with("AB", trial.item()).with("AC", "")),
            checks);
    return answer
        .as(Sip2Response.ItemInformation.class)
        .orElseThrow(() -> new Stopped("no 18 in answer to a 17: " + answer.line()));
  }

  /// A test item that somebody left on loan to the test patron is not touched.
  private void ready() throws IOException, Stopped {
    String at = item().circulationStatus();
    if (!at.equals(ON_SHELF)) {
      throw new Stopped(
          "the test item must be on the shelf (circulation status 03), and it is " + at);
    }
  }

  private void look() throws IOException, Stopped {
    Sip2Response.ItemInformation said = item();
    found.note("fields of an 18: " + ids(said.fields()));
  }

  private static String ids(Sip2Fields fields) {
    return String.join(" ", fields.list().stream().map(Sip2Fields.Field::id).distinct().toList());
  }

  private Heard patron(String pin, String summary) throws IOException {
    return wire.ask(
        new Sip2Request.PatronInformation("001", now(), summary, person(trial.card(), pin)),
        checks);
  }

  private static final String NO_LIST = " ".repeat(10);
  private static final String LOANS = "  Y       ";

  private void patron() throws IOException, Stopped {
    Heard withPin = patron(trial.pin(), NO_LIST);
    Sip2Response.PatronInformation known =
        withPin
            .as(Sip2Response.PatronInformation.class)
            .orElseThrow(() -> new Stopped("no 64 in answer to a 63: " + withPin.line()));
    if (withPin.field("AE").isEmpty()) {
      throw new Stopped("the test patron is not known: " + withPin.words());
    }
    Heard without = patron("", NO_LIST);
    boolean blockedWithout =
        without
            .as(Sip2Response.PatronInformation.class)
            .map(p -> p.patronStatus().startsWith("Y") && !known.patronStatus().startsWith("Y"))
            .orElse(true);
    List<String> needed = new ArrayList<>();
    if (blockedWithout) {
      needed.add("63");
    }
    neededFor(needed);
    if (withPin.field("CQ").equals("Y")) {
      found.set("pin.verified-by", "with-63", "64 says CQ = Y to the right PIN");
    } else {
      Heard status =
          wire.ask(
              new Sip2Request.PatronStatus("001", now(), person(trial.card(), trial.pin())),
              checks);
      if (status.field("CQ").equals("Y")) {
        found.set("pin.verified-by", "with-23", "24 says CQ = Y to the right PIN, 64 does not");
      } else {
        found.note("neither 64 nor 24 says CQ = Y to the PIN: is it right?");
      }
    }
    found.note("fields of a 64: " + ids(known.fields()));
    boolean noAmount = known.fields().filled("BV").isEmpty();
    found.set(
        "patron.no-amount",
        noAmount ? "nothing-owed" : "not-known",
        noAmount
            ? "no BV for the test patron, who must owe nothing for this to be true"
            : "BV was sent for the test patron");
  }

  private void neededFor(List<String> codes) {
    found.set(
        "pin.needed-for",
        codes.stream()
            .sorted()
            .map(code -> '"' + code + '"')
            .collect(Collectors.joining(", ", "[", "]")),
        codes.isEmpty()
            ? "63, 11 and 29 were answered alike without the PIN"
            : "refused without the PIN");
  }

  private void needs(String code) {
    List<String> codes = new ArrayList<>();
    for (String each : List.of("11", "29", "63")) {
      if (each.equals(code) || found.value("pin.needed-for").orElse("").contains(each)) {
        codes.add(each);
      }
    }
    neededFor(codes);
  }

  private Heard checkout(String card, String pin, String item) throws IOException {
    return wire.ask(
        new Sip2Request.Checkout(
            Sip2Flag.NO, Sip2Flag.NO, now(), Sip2Date.NONE, lending(card, pin, item)),
        checks);
  }

  private static boolean ok(Heard answer) {
    return answer.as(Sip2Response.Checkout.class).filter(a -> a.ok().yes()).isPresent();
  }

  private String due = "";

  private void borrow() throws IOException, Stopped {
    Heard answer = checkout(trial.card(), "", trial.item());
    if (!ok(answer) && !trial.pin().isEmpty()) {
      answer = checkout(trial.card(), trial.pin(), trial.item());
      if (ok(answer)) {
        pinForCheckout = true;
        needs("11");
      }
    }
    if (!ok(answer)) {
      throw new Stopped(
          "the test item was not lent to the test patron: "
              + (answer.line().isEmpty() ? "no answer to an 11" : answer.words()));
    }
    lent = true;
    due = answer.field("AH");
    dueFormat();
    found.note("fields of a 12: " + ids(answer.response().orElseThrow().fields()));
    Sip2Response.PatronInformation list =
        patron(trial.pin(), LOANS)
            .as(Sip2Response.PatronInformation.class)
            .orElseThrow(() -> new Stopped("no 64 with the list of loans"));
    boolean barcodes =
        list.chargedList().stream().anyMatch(each -> each.equalsIgnoreCase(trial.item()));
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

  private void dueFormat() {
    Optional<String> format = DueForms.of(due, clock.instant().atZone(trial.zone()).toLocalDate());
    if (format.isPresent()) {
      found.set("answers.due-format", '"' + format.get() + '"', "AH reads '" + due + "'");
    } else {
      found.note("AH could not be read: '" + due + "'");
    }
  }

  /// The same bytes first, then the same request with a number of its own.
  private void repeat() throws IOException {
    Heard _ = wire.ask(scStatus(), checks);
    String pin = pinForCheckout ? trial.pin() : "";
    Heard first = checkout(trial.card(), pin, trial.item());
    boolean renewed =
        first.as(Sip2Response.Checkout.class).filter(a -> a.renewalOk().yes()).isPresent();
    if (ok(first)) {
      found.set(
          "acts.repeated-checkout", "renewal", "a second 11 was accepted: renewal ok " + renewed);
      moved(first.field("AH"), "a renewal by a second 11");
    } else {
      found.set(
          "acts.repeated-checkout",
          renewed ? "refusal-that-tells" : "refusal",
          "a second 11 was refused, renewal ok " + (renewed ? "Y" : "N") + ": " + first.words());
      if (renewed) {
        found.says(first.words(), "already-yours");
      }
    }
    sameAgain();
  }

  private void moved(String after, String how) {
    boolean later = !after.isEmpty() && !after.equals(due);
    found.set(
        "acts.renews-from",
        later ? "due-date" : "today",
        how + (later ? " moved the due date: " : " left the due date: ") + due + " -> " + after);
  }

  /// A renewal is counted twice by the same bytes where they are acted on; an answer that repeats
  /// itself to the second after a pause was stored.
  private void sameAgain() throws IOException {
    Heard first =
        wire.ask(
            new Sip2Request.ItemInformation(
                now(), institution().with("AB", trial.item()).with("AC", "")),
            checks);
    Optional<Duration> closed = wire.untilClosed(Duration.ofMillis(1_200));
    if (closed.isPresent()) {
      again();
      return;
    }
    Heard second = wire.again();
    boolean stored = checks && !first.line().isEmpty() && first.line().equals(second.line());
    found.set(
        "messages.same-again",
        stored ? "stored-answer" : "acts",
        stored
            ? "the same bytes brought the same answer, with the time of the first"
            : "the same bytes brought a new answer");
  }

  private void renew() throws IOException {
    String before = currentDue();
    found.note(
        before.isEmpty()
            ? "an 18 of the lent item told no due date: a renewal that comes late, or is lost, is"
                + " never seen there (docs/settling.md)"
            : "an 18 of the lent item told its due date: what moves it after it was settled is"
                + " seen");
    Heard answer = renewal("");
    if (!renewed(answer) && !trial.pin().isEmpty()) {
      Heard with = renewal(trial.pin());
      if (renewed(with)) {
        needs("29");
        answer = with;
      }
    }
    if (renewed(answer)) {
      due = before.isEmpty() ? due : before;
      moved(answer.field("AH"), "a renewal (29)");
    } else if (found.value("acts.renews-from").isEmpty()) {
      found.note("the test item could not be renewed: " + answer.words());
    }
  }

  private static boolean renewed(Heard answer) {
    return answer.as(Sip2Response.Renew.class).filter(a -> a.ok().yes()).isPresent();
  }

  private Heard renewal(String pin) throws IOException {
    return wire.ask(
        new Sip2Request.Renew(
            Sip2Flag.NO,
            Sip2Flag.NO,
            now(),
            Sip2Date.NONE,
            lending(trial.card(), pin, trial.item())),
        checks);
  }

  private String currentDue() throws IOException {
    Heard answer =
        wire.ask(
            new Sip2Request.ItemInformation(
                now(), institution().with("AB", trial.item()).with("AC", "")),
            checks);
    return answer.field("AH");
  }

  private Heard checkin(String item, LocalDateTime at) throws IOException {
    return wire.ask(
        new Sip2Request.Checkin(
            Sip2Flag.NO,
            now(),
            Sip2Date.local(at),
            Sip2Fields.NONE
                .with("AP", trial.location())
                .with("AO", trial.institution())
                .with("AB", item)
                .with("AC", "")),
        checks);
  }

  private void takeBack() throws IOException {
    if (!lent) {
      return;
    }
    if (!wire.isOpen()) {
      again();
    }
    Heard back = checkin(trial.item(), local());
    lent = false;
    String charge = back.field("BV");
    found.set(
        "answers.charge-field",
        charge.isEmpty() ? "\"\"" : "BV",
        charge.isEmpty()
            ? "a 10 carries no BV"
            : "a 10 carries BV; that it is the loan's own charge must be looked at");
    Heard after =
        wire.ask(
            new Sip2Request.ItemInformation(
                now(), institution().with("AB", trial.item()).with("AC", "")),
            checks);
    boolean onShelf =
        after
            .as(Sip2Response.ItemInformation.class)
            .filter(i -> i.circulationStatus().equals(ON_SHELF))
            .isPresent();
    if (onShelf) {
      found.undid("the test item was lent, and is back on the shelf");
    } else {
      found.couldNotUndo("the test item " + trial.item() + " is not back on the shelf");
    }
  }

  /// Refusals that change nothing: an item that nobody has, and one that is not on loan.
  private void refusals() throws IOException {
    Heard unknown = checkout(trial.card(), pinForCheckout ? trial.pin() : "", NO_SUCH_ITEM);
    if (!ok(unknown)) {
      found.says(unknown.words(), "unknown-item");
    }
    if (!wire.isOpen()) {
      found.note("it hung up on an 11 for an item it does not know");
      again();
    }
    String pin = found.value("pin.needed-for").orElse("").contains("29") ? trial.pin() : "";
    Heard notLent = renewal(pin);
    if (notLent.as(Sip2Response.Renew.class).isPresent()) {
      boolean echo = !notLent.field("AA").isEmpty() && !notLent.field("AB").isEmpty();
      found.set(
          "answers.refusal-omits-echo",
          String.valueOf(!echo),
          echo ? "a refused 30 names item and patron" : "a refused 30 lacks item or patron");
      found.says(notLent.words(), "not-your-loan");
    } else if (!wire.isOpen()) {
      again();
    }
  }

  private void noBlock() throws IOException {
    LocalDateTime promised = local().toLocalDate().plusDays(3).atTime(23, 59, 0);
    boolean other = !trial.otherCard().isEmpty();
    if (other) {
      Heard first = checkout(trial.otherCard(), trial.otherPin(), trial.item());
      if (!ok(first)) {
        found.note("the other patron was not lent the test item: " + first.words());
        return;
      }
      lent = true;
    }
    Heard forced = forced(promised);
    boolean booked = ok(forced);
    if (other && booked) {
      found.set(
          "acts.no-block",
          "dangerous",
          "with no block an item that another has was booked: it was taken off that account");
    } else {
      if (other) {
        takeBack();
        forced = forced(promised);
        booked = ok(forced);
      }
      noBlockAlone(other, booked, forced.field("AH"), promised);
    }
    lent |= booked;
    takeBack();
  }

  private void noBlockAlone(
      boolean other, boolean booked, String answered, LocalDateTime promised) {
    boolean kept =
        booked
            && DueForms.day(
                    answered, found.value("answers.due-format").orElse("").replace("\"", ""))
                .filter(promised.toLocalDate()::equals)
                .isPresent();
    if (!kept) {
      found.set(
          "acts.no-block",
          "ignored",
          booked
              ? "with no block the promised due date was not kept: " + answered
              : "with no block it was refused");
    } else {
      found.set(
          "acts.no-block",
          other ? "honoured" : "dangerous",
          other
              ? "the promised due date was kept, and what another has was not taken off him"
              : "the promised due date was kept; whether it takes an item off another was not"
                  + " tried (--other-card), so the worse is written");
    }
  }

  private Heard forced(LocalDateTime promised) throws IOException {
    return wire.ask(
        new Sip2Request.Checkout(
            Sip2Flag.NO,
            Sip2Flag.YES,
            now(),
            Sip2Date.local(promised),
            lending(trial.card(), pinForCheckout ? trial.pin() : "", trial.item())),
        checks);
  }

  /// Only a fine shows whether a return date counted, so it takes an item that is overdue.
  private void returnDate() throws IOException {
    if (trial.overdueItem().isEmpty()) {
      found.note(
          "whether a return date is honoured was not tried: it takes an overdue item"
              + " (--overdue-item), and it is taken for ignored");
      found.set(
          "acts.return-date", "ignored", "not tried; the careful setting until it was looked at");
      return;
    }
    Heard look =
        wire.ask(
            new Sip2Request.ItemInformation(
                now(), institution().with("AB", trial.overdueItem()).with("AC", "")),
            checks);
    String format = found.value("answers.due-format").orElse("").replace("\"", "");
    Optional<LocalDate> dueDay = DueForms.day(look.field("AH"), format);
    if (dueDay.isEmpty() || !dueDay.get().isBefore(local().toLocalDate())) {
      found.note("the overdue item is not overdue: due '" + look.field("AH") + "'");
      return;
    }
    String before = patron(trial.pin(), NO_LIST).field("BV");
    Heard back = checkin(trial.overdueItem(), dueDay.get().atTime(12, 0));
    String after = patron(trial.pin(), NO_LIST).field("BV");
    boolean charged = amount(after).compareTo(amount(before)) > 0;
    found.set(
        "acts.return-date",
        charged ? "ignored" : "to-the-day",
        charged
            ? "an overdue item returned with a date before it was due was charged for"
            : "an overdue item returned with a date before it was due was not charged for; the hour"
                + " cannot be seen from outside");
    if (charged) {
      found.couldNotUndo("the test patron was charged: " + before + " -> " + after);
    }
    Heard lentAgain =
        checkout(trial.card(), pinForCheckout ? trial.pin() : "", trial.overdueItem());
    found.couldNotUndo(
        "the overdue item %s %s"
            .formatted(
                trial.overdueItem(),
                ok(lentAgain)
                    ? "was lent to the test patron again, as a new loan due "
                        + lentAgain.field("AH")
                    : "is returned: " + back.words() + " " + lentAgain.words()));
  }

  private static BigDecimal amount(String text) {
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException none) {
      return BigDecimal.ZERO;
    }
  }

  private void speed() throws IOException, Stopped {
    for (int i = 0; i < LOOKS_FOR_SPEED; i++) {
      Sip2Response.ItemInformation _ = item();
    }
    for (String code : List.of("93", "17", "63", "11", "29", "09")) {
      found.speed(code, wire.times(code));
    }
  }

  private void charset() {
    Charsets.of(wire.seen())
        .ifPresentOrElse(
            name -> found.set("wire.charset", name, "bytes beyond ASCII came, and read so"),
            () ->
                found.note(
                    "no text beyond ASCII came: its character set is not known (UTF-8 is kept); use"
                        + " an item with an accent in its title"));
  }

  private void idle() throws IOException {
    if (trial.idle().isZero()) {
      found.note("when it closes an idle connection was not tried (--idle)");
      return;
    }
    Optional<Duration> closed = wire.untilClosed(trial.idle());
    found.set(
        "session.idle-drop-seconds",
        closed
            .map(after -> String.valueOf(Math.max(3, Math.round(after.toMillis() / 1000.0))))
            .orElse("0"),
        closed.isPresent()
            ? "it closed an idle connection"
            : "an idle connection was open after " + trial.idle().toSeconds() + " s");
  }

  private Sip2Request login(String location) {
    return new Sip2Request.Login(
        "0",
        "0",
        Sip2Fields.NONE.with("CN", trial.user()).with("CO", trial.password()).with("CP", location));
  }

  private static Sip2Request scStatus() {
    return new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE);
  }

  private Sip2Fields institution() {
    return Sip2Fields.NONE.with("AO", trial.institution());
  }

  private Sip2Fields person(String card, String pin) {
    return institution().with("AA", card).with("AC", "").with("AD", pin);
  }

  private Sip2Fields lending(String card, String pin, String item) {
    return institution()
        .with("AA", card)
        .with("AB", item)
        .with("AC", "")
        .with("AD", pin)
        .with("BO", "N");
  }

  private LocalDateTime local() {
    return LocalDateTime.ofInstant(clock.instant(), trial.zone()).truncatedTo(ChronoUnit.SECONDS);
  }

  private Sip2Date now() {
    return Sip2Date.local(local());
  }
}
