package org.libstation.lab.embedded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.circulation.Money;

/// Writes what the library knows about a patron into SIP2 messages 24 and 64.
final class PatronAnswers {
  private static final String NOTHING_KNOWN = "YYYY          ";

  private static final int NOTICE_DAYS = 14;

  private final LibraryBooks books;
  private final LibraryRules rules;
  private final DialectAnswers manner;

  PatronAnswers(LibraryBooks books) {
    this.books = books;
    this.rules = books.rules();
    this.manner = new DialectAnswers(rules.dialect());
  }

  private Sip2Date now() {
    return manner.time(books.now());
  }

  Sip2Response patronStatus(String card, Optional<String> pin, String language) {
    Optional<Member> member = books.member(card);
    Optional<Standing> standing = member.map(books::standing);
    Sip2Fields about = about(card, pin.orElse(""), member);
    return new Sip2Response.PatronStatusResponse(
        standing.map(Standing::patronStatus).map(manner::patronStatus).orElse(NOTHING_KNOWN),
        language,
        now(),
        standing.map(s -> owed(about, s)).orElse(about));
  }

  private Sip2Fields about(String card, String pin, Optional<Member> member) {
    Sip2Fields fields =
        Sip2Fields.NONE
            .with("AO", rules.institution())
            .with("AA", member.map(Member::card).orElse(card))
            .with("AE", member.map(Member::name).orElse(""))
            .with("BL", member.isPresent() ? "Y" : "N");
    if (member.isEmpty()) {
      return fields.with("AF", manner.words(No.UNKNOWN_CARD));
    }
    if (pin.isEmpty()) {
      return fields;
    }
    return LibraryBooks.pinFits(member.get(), pin)
        ? fields.with("CQ", "Y")
        : fields.with("CQ", "N").with("AF", manner.words(No.WRONG_PIN));
  }

  private Sip2Fields owed(Sip2Fields fields, Standing standing) {
    if (standing.owed().isZero() && manner.dialect().meaning().account().noAmountIsNothing()) {
      return fields;
    }
    return fields
        .with("BH", standing.owed().currency().getCurrencyCode())
        .with("BV", standing.owed().decimal());
  }

  Sip2Response patron(String card, Sip2Request.PatronInformation asked) {
    Optional<Member> found = books.member(card);
    String pin = asked.pin().orElse("");
    Sip2Fields about = about(card, manner.tellsPinWith63() ? pin : "", found);
    boolean pinMissing =
        manner.needsPin("63")
            && found.filter(member -> LibraryBooks.pinFits(member, pin)).isEmpty();
    if (found.isEmpty() || pinMissing) {
      OptionalInt none = OptionalInt.of(0);
      return new Sip2Response.PatronInformationResponse(
          NOTHING_KNOWN, asked.language(), now(), none, none, none, none, none, none, about);
    }
    Standing standing = books.standing(found.get());
    List<TitleHold> holds = books.holdsOf(found.get());
    List<Charge> charges = books.chargesOf(found.get());
    int ready = (int) holds.stream().filter(hold -> hold.item().isPresent()).count();
    Sip2Fields fields =
        owed(about, standing)
            .with("BZ", four(standing.may().holds()))
            .with("CB", four(standing.may().loans()))
            .with("CC", standing.may().limits().blockAbove().map(Money::decimal));
    Optional<String> classField = manner.dialect().meaning().account().classField();
    if (classField.isPresent()) {
      fields = fields.with(classField.get(), standing.may().id());
    }
    Optional<No> blocked = standing.blocked();
    return new Sip2Response.PatronInformationResponse(
        manner.patronStatus(standing.patronStatus()),
        asked.language(),
        now(),
        OptionalInt.of(
            switch (manner.dialect().meaning().account().holdItems()) {
              case READY -> ready;
              case ALL -> holds.size();
            }),
        OptionalInt.of(standing.overdue().size()),
        OptionalInt.of(standing.loans().size()),
        OptionalInt.of(charges.size()),
        OptionalInt.of(0),
        OptionalInt.of(holds.size() - ready),
        list(fields, asked, standing, holds, charges)
            .with("AF", blocked.map(manner::words))
            .with("AF", notice(found.get())));
  }

  /// The message to a patron whose card expires soon; empty if it does not.
  private Optional<String> notice(Member member) {
    LocalDate today = books.today();
    boolean soon =
        !member.expires().isBefore(today) && member.expires().isBefore(today.plusDays(NOTICE_DAYS));
    return soon
        ? Optional.of("Your card is valid until " + member.expires() + ", see the counter")
        : Optional.empty();
  }

  /// A limit in four digits; empty if there is none.
  private static Optional<String> four(OptionalInt number) {
    return number.isPresent() ? Optional.of("%04d".formatted(number.getAsInt())) : Optional.empty();
  }

  private Sip2Fields list(
      Sip2Fields fields,
      Sip2Request.PatronInformation asked,
      Standing standing,
      List<TitleHold> holds,
      List<Charge> charges) {
    return switch (asked.summary().indexOf('Y')) {
      case 0 ->
          fields.withAll(
              "AS",
              part(
                  asked,
                  holds.stream().flatMap(hold -> hold.item().stream()).map(this::listed).toList()));
      case 1 ->
          fields.withAll("AT", part(asked, standing.overdue().stream().map(Loan::item).toList()));
      case 2 ->
          fields.withAll(
              "AU",
              part(asked, standing.loans().stream().map(loan -> listed(loan.item())).toList()));
      case 3 ->
          fields.withAll("AV", part(asked, charges.stream().map(PatronAnswers::line).toList()));
      case 5 ->
          fields.withAll(
              "CD",
              part(
                  asked,
                  holds.stream()
                      .filter(hold -> hold.item().isEmpty())
                      .flatMap(hold -> books.copyOf(hold.titleNumber()).stream())
                      .map(copy -> listed(copy.barcode()))
                      .toList()));
      default -> fields;
    };
  }

  private String listed(String item) {
    return switch (manner.dialect().meaning().account().loans()) {
      case BARCODES -> item;
      case TITLES -> books.item(item).map(StockItem::title).orElse(item);
    };
  }

  private static String line(Charge charge) {
    return charge.number()
        + " "
        + charge.open()
        + " "
        + charge.what()
        + charge.item().map(item -> " " + item).orElse("");
  }

  /// The part of a list that BP and BQ ask for, counted from 1, both ends included.
  private static List<String> part(Sip2Request.PatronInformation asked, List<String> all) {
    int from = Math.max(1, asked.startItem().orElse(1));
    int to = Math.min(all.size(), asked.endItem().orElse(all.size()));
    return IntStream.rangeClosed(from, to).mapToObj(i -> all.get(i - 1)).toList();
  }
}
