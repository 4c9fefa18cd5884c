package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.testkit.Changed;

/// A library in memory with a clock that a test moves, spoken to in lines of text without trailer.
final class Library implements AutoCloseable {
  static final LocalDate OPENING_DAY = LocalDate.of(2026, 11, 25);
  private static final DateTimeFormatter SIP =
      DateTimeFormatter.ofPattern("yyyyMMdd    HHmmss", Locale.ROOT);

  /// Answers a repeated checkout with a renewal.
  static final Sip2Dialect RENEWING =
      Changed.with(
          LibraryDialects.embedded(),
          "habits",
          Changed.with(
              LibraryDialects.embedded().habits(),
              "repeatedCheckout",
              Sip2Habits.RepeatedCheckout.RENEWAL));

  private final LibraryRules rules;
  private final LibraryTables tables;
  private final LibraryCore core;
  private final SessionState session = new SessionState();
  private Instant now;

  Library(LibraryRules rules) {
    this.rules = rules;
    this.now = OPENING_DAY.atTime(14, 0).atZone(rules.zone()).toInstant();
    this.tables = LibraryTables.memory(rules, OPENING_DAY);
    InstantSource clock = () -> now;
    this.core = new LibraryCore(tables, rules, clock);
    say("9300CNstation2|COstation2|CPSEL-2|");
  }

  static Library standard() {
    return new Library(LibraryRules.standard());
  }

  LibraryTables tables() {
    return tables;
  }

  /// The same ledger by the same rules and clock.
  LibraryBooks books() {
    return new LibraryBooks(tables, rules, () -> now);
  }

  LibraryCore core() {
    return core;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(now, rules.zone());
  }

  private String date() {
    return SIP.format(local());
  }

  /// The answer without its CR; empty text when the library hung up.
  String say(String line) {
    return core.handle(line.getBytes(StandardCharsets.UTF_8), session)
        .line()
        .map(bytes -> new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8))
        .orElse("");
  }

  String look(String item) {
    return say("17" + date() + "AOSEL|AB" + item + "|AC|");
  }

  String patron(String card, String pin, String summary) {
    return say("63001" + date() + summary + "AOSEL|AA" + card + "|AC|AD" + pin + "|");
  }

  String checkout(String item, String card) {
    return checkout(item, card, "");
  }

  String checkout(String item, String card, String pin) {
    return say(
        "11NN"
            + date()
            + " ".repeat(18)
            + "AOSEL|AA"
            + card
            + "|AB"
            + item
            + "|AC|AD"
            + pin
            + "|BON|");
  }

  String renew(String item, String card) {
    return say("29NN" + date() + " ".repeat(18) + "AOSEL|AA" + card + "|AD|AB" + item + "|AC|BON|");
  }

  String checkin(String item) {
    return checkin(item, Optional.empty());
  }

  String checkin(String item, Optional<LocalDateTime> at) {
    String returned = at.map(SIP::format).orElse(date());
    return say("09N" + date() + returned + "APSEL-2|AOSEL|AB" + item + "|AC|");
  }

  static String card(int number) {
    return Barcodes.card(number);
  }

  /// The barcode of a copy.
  static String item(String title) {
    return Stock.copy(title, 1).barcode();
  }

  static String item(String title, int copy) {
    return Stock.copy(title, copy).barcode();
  }

  @Override
  public void close() {
    tables.close();
  }
}
