package org.libstation.tools.sip2;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.libstation.central.CentralBehaviourProbe;
import org.libstation.central.Trial;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;

/// Sends the requests of a probe about its test patrons and test items. Keeps what all requests
/// need, such as whether the PIN is sent. Used by one thread.
final class ProbeRequests {
  static final String ON_SHELF = "03";

  /// Summary of a patron request (63) that asks for no list.
  static final String NO_LIST = " ".repeat(10);

  /// Summary of a patron request (63) that asks for the loans.
  static final String LOANS = "  Y       ";

  /// Summary of a patron request (63) that asks for the charges.
  static final String FINES = "   Y      ";

  private final ProbeWire wire;
  private final Trial trial;
  private final CentralBehaviourProbe.Means means;
  private boolean checks = true;
  private boolean pinToLend;
  private boolean pinToRenew;
  private String dueForm = "";

  ProbeRequests(ProbeWire wire, Trial trial, CentralBehaviourProbe.Means means) {
    this.wire = wire;
    this.trial = trial;
    this.means = means;
  }

  ProbeWire wire() {
    return wire;
  }

  Trial trial() {
    return trial;
  }

  Instant moment() {
    return means.clock().instant();
  }

  /// The time zones that explain a difference between the two clocks.
  Collection<String> zones(Duration difference) {
    return means.zones().apply(moment(), difference);
  }

  /// The central system's local time.
  LocalDateTime local() {
    return LocalDateTime.ofInstant(moment(), trial.zone()).truncatedTo(ChronoUnit.SECONDS);
  }

  LocalDate today() {
    return local().toLocalDate();
  }

  /// Whether each request carries AY and AZ.
  boolean checks() {
    return checks;
  }

  /// Sends later requests without AY and AZ.
  void withoutChecks() {
    checks = false;
  }

  /// Sends the PIN with later checkouts.
  void pinToLend() {
    pinToLend = true;
  }

  /// Sends the PIN with later renewals.
  void pinToRenew() {
    pinToRenew = true;
  }

  /// Date pattern of this central system; empty if it uses a standard form.
  String dueForm() {
    return dueForm;
  }

  void dueForm(String form) {
    dueForm = form;
  }

  /// Opens a new connection and logs in.
  void again() throws IOException {
    wire.connect();
    ProbeAnswer _ = login(trial.location());
  }

  /// Opens a new connection and logs in if the connection was closed.
  void againWhereClosed() throws IOException {
    if (!wire.isOpen()) {
      again();
    }
  }

  /// Opens a new connection and logs in if the last answer had no CR.
  private void againWhereUnsure() throws IOException {
    if (wire.isUnsure()) {
      again();
    }
  }

  ProbeAnswer login(String location) throws IOException {
    return ask(
        new Sip2Request.Login(
            "0",
            "0",
            Sip2Fields.NONE
                .with("CN", trial.user())
                .with("CO", trial.password())
                .with("CP", location)));
  }

  ProbeAnswer status() throws IOException {
    againWhereUnsure();
    return wire.ask(new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE), checks);
  }

  ProbeAnswer statusWithoutChecks() throws IOException {
    againWhereUnsure();
    return wire.ask(new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE), false);
  }

  ProbeAnswer resend() throws IOException {
    return ask(new Sip2Request.Resend(Sip2Fields.NONE));
  }

  ProbeAnswer item(String item) throws IOException {
    return ask(
        new Sip2Request.ItemInformation(now(), institution().with("AB", item).with("AC", "")));
  }

  /// Requests the item information (17) of the test item.
  ProbeAnswer item() throws IOException {
    return item(trial.item());
  }

  /// Looks up the test item.
  ///
  /// @throws Stopped when no 18 comes
  Sip2Response.ItemInformationResponse look() throws IOException, Stopped {
    ProbeAnswer answer = item();
    return answer
        .as(Sip2Response.ItemInformationResponse.class)
        .orElseThrow(() -> new Stopped("no 18 in answer to a 17: " + answer));
  }

  /// Whether the test item has the status *available* (03).
  boolean isOnShelf() throws IOException {
    return item()
        .as(Sip2Response.ItemInformationResponse.class)
        .filter(answer -> answer.circulationStatus().equals(ON_SHELF))
        .isPresent();
  }

  ProbeAnswer patron(String pin, String summary) throws IOException {
    return ask(new Sip2Request.PatronInformation("001", now(), summary, person(trial.card(), pin)));
  }

  ProbeAnswer patronStatus() throws IOException {
    return ask(new Sip2Request.PatronStatus("001", now(), person(trial.card(), trial.pin())));
  }

  ProbeAnswer endSession() throws IOException {
    return ask(new Sip2Request.EndSession(now(), person(trial.card(), "")));
  }

  /// Sends a request (19 or 25) that changes nothing for a patron who is enabled.
  ProbeAnswer harmless(String code) throws IOException {
    return ask(
        code.equals("19")
            ? new Sip2Request.ItemStatusUpdate(
                now(), institution().with("AB", trial.item()).with("CH", ""))
            : new Sip2Request.PatronEnable(now(), institution().with("AA", trial.card())));
  }

  /// Whether a harmless request (19 or 25) got its regular response of SIP 2.00.
  static boolean harmlessDone(ProbeAnswer answer) {
    return answer.as(Sip2Response.ItemStatusUpdateResponse.class).isPresent()
        || answer.as(Sip2Response.PatronEnableResponse.class).isPresent();
  }

  /// Lends an item to the test patron, with the PIN if a checkout needs it.
  ProbeAnswer checkout(String item) throws IOException {
    return checkout(trial.card(), pinToLend ? trial.pin() : "", item);
  }

  ProbeAnswer checkout(String card, String pin, String item) throws IOException {
    return ask(
        new Sip2Request.Checkout(
            Sip2Flag.NO, Sip2Flag.NO, now(), Sip2Date.NONE, lending(card, pin, item)));
  }

  /// Requests a checkout with "no block" and a promised due date.
  ProbeAnswer forced(LocalDateTime promised) throws IOException {
    return ask(
        new Sip2Request.Checkout(
            Sip2Flag.NO,
            Sip2Flag.YES,
            now(),
            Sip2Date.local(promised),
            lending(trial.card(), pinToLend ? trial.pin() : "", trial.item())));
  }

  ProbeAnswer renewal() throws IOException {
    return renewal(pinToRenew ? trial.pin() : "");
  }

  ProbeAnswer renewal(String pin) throws IOException {
    return ask(
        new Sip2Request.Renew(
            Sip2Flag.NO,
            Sip2Flag.NO,
            now(),
            Sip2Date.NONE,
            lending(trial.card(), pin, trial.item())));
  }

  ProbeAnswer checkin(String item, LocalDateTime at) throws IOException {
    return ask(
        new Sip2Request.Checkin(
            Sip2Flag.NO,
            now(),
            Sip2Date.local(at),
            Sip2Fields.NONE
                .with("AP", trial.location())
                .with("AO", trial.institution())
                .with("AB", item)
                .with("AC", "")));
  }

  static boolean lent(ProbeAnswer answer) {
    return answer.as(Sip2Response.CheckoutResponse.class).filter(a -> a.ok().yes()).isPresent();
  }

  static boolean renewed(ProbeAnswer answer) {
    return answer.as(Sip2Response.RenewResponse.class).filter(a -> a.ok().yes()).isPresent();
  }

  private ProbeAnswer ask(Sip2Request request) throws IOException {
    againWhereUnsure();
    return wire.ask(request, checks);
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

  private Sip2Date now() {
    return Sip2Date.local(local());
  }
}
