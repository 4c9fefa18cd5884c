package org.libstation.tools.sip2;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.libstation.central.CentralProbe;
import org.libstation.central.Trial;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;

/// The requests of a probe, each about its test patrons and test items, and what all of them need
/// to know. One thread.
final class ProbeRequests {
  static final String ON_SHELF = "03";

  /// No list of a 63.
  static final String NO_LIST = " ".repeat(10);

  /// The list of loans of a 63.
  static final String LOANS = "  Y       ";

  static final String FINES = "   Y      ";

  private final ProbeWire wire;
  private final Trial trial;
  private final CentralProbe.Means means;
  private boolean checks = true;
  private boolean pinToLend;
  private boolean pinToRenew;
  private String dueForm = "";

  ProbeRequests(ProbeWire wire, Trial trial, CentralProbe.Means means) {
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

  /// The zones that explain by how much the central system's clock differs from ours.
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

  /// Whether AY and AZ go with each request.
  boolean checks() {
    return checks;
  }

  void withoutChecks() {
    checks = false;
  }

  void pinToLend() {
    pinToLend = true;
  }

  void pinToRenew() {
    pinToRenew = true;
  }

  /// The pattern of this system's due dates; empty = none of its own.
  String dueForm() {
    return dueForm;
  }

  void dueForm(String form) {
    dueForm = form;
  }

  /// A fresh connection, logged in.
  void again() throws IOException {
    wire.connect();
    ProbeAnswer _ = login(trial.location());
  }

  /// The same where there is none any more.
  void againWhereClosed() throws IOException {
    if (!wire.isOpen()) {
      again();
    }
  }

  /// A fresh connection where an answer came without its CR.
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

  /// The test item.
  ProbeAnswer item() throws IOException {
    return item(trial.item());
  }

  Sip2Response.ItemInformationResponse look() throws IOException, Stopped {
    ProbeAnswer answer = item();
    return answer
        .as(Sip2Response.ItemInformationResponse.class)
        .orElseThrow(() -> new Stopped("no 18 in answer to a 17: " + answer));
  }

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

  /// 19 and 25 change nothing for a patron who is enabled.
  ProbeAnswer harmless(String code) throws IOException {
    return ask(
        code.equals("19")
            ? new Sip2Request.ItemStatusUpdate(
                now(), institution().with("AB", trial.item()).with("CH", ""))
            : new Sip2Request.PatronEnable(now(), institution().with("AA", trial.card())));
  }

  /// Whether one of the harmless requests was answered as SIP 2.00 has it.
  static boolean harmlessDone(ProbeAnswer answer) {
    return answer.as(Sip2Response.ItemStatusUpdateResponse.class).isPresent()
        || answer.as(Sip2Response.PatronEnableResponse.class).isPresent();
  }

  /// With the PIN where it was found to be needed.
  ProbeAnswer checkout(String item) throws IOException {
    return checkout(trial.card(), pinToLend ? trial.pin() : "", item);
  }

  ProbeAnswer checkout(String card, String pin, String item) throws IOException {
    return ask(
        new Sip2Request.Checkout(
            Sip2Flag.NO, Sip2Flag.NO, now(), Sip2Date.NONE, lending(card, pin, item)));
  }

  /// No block, with a promised due date.
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
