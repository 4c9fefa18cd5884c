package org.libstation.lab.embedded;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.central.sip2.Sip2Response;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.Money;
import org.libstation.lab.embedded.LendingDesk.LentItem;
import org.libstation.lab.embedded.ReturnDesk.TakenBack;

/// Writes what the library knows about itself, its items and its loans into SIP2 messages.
///
/// One field of its own dialect is not in the standard: BV of a checkin response (10) is the charge
/// of the ended loan, not the sum of the account (`0.00` for no charge). The standard gives a 10 no
/// BV.
final class Answers {
  private static final int TIMEOUT_TENTHS = 50;
  private static final int RETRIES = 3;
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final LibraryBooks books;
  private final LibraryRules rules;
  private final DialectAnswers manner;

  Answers(LibraryBooks books) {
    this.books = books;
    this.rules = books.rules();
    this.manner = new DialectAnswers(rules.dialect());
  }

  private Sip2Date now() {
    return manner.time(books.now());
  }

  private Sip2Fields fields() {
    return Sip2Fields.NONE.with("AO", rules.institution());
  }

  Sip2Response login(boolean right) {
    return new Sip2Response.LoginResponse(Sip2Flag.of(right), Sip2Fields.NONE);
  }

  Sip2Response status() {
    return new Sip2Response.AcsStatus(
        Sip2Flag.YES,
        Sip2Flag.YES,
        Sip2Flag.YES,
        Sip2Flag.YES,
        Sip2Flag.NO,
        Sip2Flag.YES,
        OptionalInt.of(TIMEOUT_TENTHS),
        OptionalInt.of(RETRIES),
        now(),
        "2.00",
        fields()
            .with("AM", rules.libraryName())
            .with("BX", manner.supported())
            .with("AN", rules.branch()));
  }

  Sip2Response item(String barcode) {
    Optional<StockItem> found = books.item(barcode);
    if (found.isEmpty()) {
      return new Sip2Response.ItemInformationResponse(
          "01",
          "01",
          "01",
          now(),
          Sip2Fields.NONE
              .with("AB", barcode)
              .with("AJ", "")
              .with("AF", manner.words(No.UNKNOWN_ITEM)));
    }
    StockItem item = found.get();
    Optional<Loan> loan = books.openLoan(item.barcode());
    int holds = books.holdsOnTitle(item.titleNumber()).size();
    boolean held = books.readyOn(item.barcode()).isPresent();
    String status = loan.isPresent() ? manner.onLoan(holds > 0) : held ? "08" : "03";
    return new Sip2Response.ItemInformationResponse(
        books.said(item.barcode()).map(CirculationStatus::code).orElse(status),
        "02",
        "01",
        now(),
        Sip2Fields.NONE
            .with("CF", Integer.toString(holds))
            .with("AH", loan.map(open -> due(open.due())))
            .with(
                "CM",
                books
                    .readyOn(item.barcode())
                    .flatMap(TitleHold::keptTill)
                    .map(day -> manner.due(day.atTime(LAST_MINUTE))))
            .with("AB", item.barcode())
            .with("AJ", item.title())
            .with("CK", item.mediaType())
            .with("AQ", rules.branch())
            .with("BG", rules.institution())
            .with("CR", item.itemClass().word())
            .with("CS", item.callNumber()));
  }

  private String due(LocalDateTime due) {
    return manner.due(due);
  }

  Sip2Response checkout(String item, String card, Outcome<LentItem> outcome) {
    return switch (outcome) {
      case Outcome.Granted<LentItem>(LentItem lent) ->
          new Sip2Response.CheckoutResponse(
              Sip2Flag.YES,
              Sip2Flag.of(lent.renewed()),
              Sip2Flag.NO,
              Sip2Flag.YES,
              now(),
              lentFields(lent));
      case Outcome.ActRefused<LentItem>(No no) ->
          new Sip2Response.CheckoutResponse(
              Sip2Flag.NO,
              Sip2Flag.of(tellsRepeated(no)),
              Sip2Flag.UNKNOWN,
              Sip2Flag.NO,
              now(),
              refusedFields(item, card, no));
    };
  }

  private boolean tellsRepeated(No no) {
    return no == No.ALREADY_ON_LOAN_TO_CARD
        && manner.dialect().habits().repeatedCheckout()
            == Sip2Habits.RepeatedCheckout.REFUSAL_THAT_TELLS;
  }

  Sip2Response renew(String item, String card, Outcome<LentItem> outcome) {
    return switch (outcome) {
      case Outcome.Granted<LentItem>(LentItem lent) ->
          new Sip2Response.RenewResponse(
              Sip2Flag.YES, Sip2Flag.YES, Sip2Flag.NO, Sip2Flag.NO, now(), lentFields(lent));
      case Outcome.ActRefused<LentItem>(No no) ->
          new Sip2Response.RenewResponse(
              Sip2Flag.NO,
              Sip2Flag.NO,
              Sip2Flag.UNKNOWN,
              Sip2Flag.NO,
              now(),
              manner.dialect().meaning().refusalMayOmitEcho()
                  ? why(item, fields(), no)
                  : refusedFields(item, card, no));
    };
  }

  private Sip2Fields lentFields(LentItem lent) {
    return fields()
        .with("AA", lent.loan().card())
        .with("AB", lent.item().barcode())
        .with("AJ", lent.item().title())
        .with("AH", due(lent.loan().due()))
        .with("CK", lent.item().mediaType());
  }

  private Sip2Fields refusedFields(String item, String card, No no) {
    return why(item, fields().with("AA", card).with("AB", item), no);
  }

  private Sip2Fields why(String item, Sip2Fields about, No no) {
    Sip2Fields fields =
        about
            .with("AJ", books.item(item).map(StockItem::title).orElse(""))
            .with("AH", "")
            .with("AF", manner.words(no))
            .with("BL", no == No.UNKNOWN_CARD ? "N" : "Y");
    return no == No.WRONG_PIN ? fields.with("CQ", "N") : fields;
  }

  Sip2Response checkin(String item, Outcome<TakenBack> outcome) {
    return switch (outcome) {
      case Outcome.Granted<TakenBack>(TakenBack back) -> takenBack(back);
      case Outcome.ActRefused<TakenBack>(No no) -> {
        Optional<StockItem> known = books.item(item);
        Sip2Fields fields =
            fields()
                .with("AB", item)
                .with("AQ", known.map(_ -> rules.branch()).orElse(""))
                .with("AJ", known.map(StockItem::title).orElse(""))
                .with("AF", manner.words(no));
        yield new Sip2Response.CheckinResponse(
            Sip2Flag.NO,
            Sip2Flag.of(known.isPresent()),
            known.isPresent() ? Sip2Flag.NO : Sip2Flag.UNKNOWN,
            Sip2Flag.YES,
            now(),
            known.isPresent() ? fields : fields.with("CV", "99"));
      }
    };
  }

  private Sip2Response takenBack(TakenBack back) {
    boolean held = back.hold().isPresent();
    Optional<Money> charge = back.fine();
    Sip2Fields fields =
        fields()
            .with("AB", back.item().barcode())
            .with("AQ", rules.branch())
            .with("AJ", back.item().title())
            .with("CL", held ? "9" : bin(back.item().itemClass()))
            .with("AA", back.ended().filter(_ -> manner.namesPatronAtCheckin()).map(Loan::card))
            .with("CK", back.item().mediaType())
            .with("CS", back.item().callNumber())
            .with("BH", charge.map(money -> money.currency().getCurrencyCode()));
    Optional<String> chargeField = manner.dialect().meaning().chargeField();
    if (chargeField.isPresent()) {
      fields = fields.with(chargeField.get(), charge.map(Money::decimal));
    }
    if (held) {
      Optional<Member> waiting = books.member(back.hold().orElseThrow().card());
      fields =
          fields
              .with("CT", rules.branch())
              .with("CV", manner.holdHere())
              .with("CY", back.hold().orElseThrow().card())
              .with("DA", waiting.map(Member::name));
    }
    if (back.ended().isEmpty()) {
      fields = fields.with("AF", manner.words(No.NOT_ON_LOAN));
    }
    return new Sip2Response.CheckinResponse(
        Sip2Flag.of(back.ended().isPresent()),
        Sip2Flag.YES,
        Sip2Flag.NO,
        Sip2Flag.of(held),
        now(),
        fields);
  }

  /// Bins of the sorter: 1 books, 2 children's books, 3 discs, 4 new books, 9 reserved items.
  private static String bin(ItemClass itemClass) {
    return switch (itemClass) {
      case ADULT, MATURE, REFERENCE -> "1";
      case CHILDREN -> "2";
      case AV -> "3";
      case NEW -> "4";
    };
  }

  Sip2Response ended(String card) {
    return new Sip2Response.EndSessionResponse(Sip2Flag.YES, now(), fields().with("AA", card));
  }

  Sip2Response hold(String item, String card, Outcome<HoldDesk.BookedHold> outcome) {
    return switch (outcome) {
      case Outcome.Granted<HoldDesk.BookedHold>(HoldDesk.BookedHold placed) ->
          new Sip2Response.HoldResponse(
              Sip2Flag.YES,
              Sip2Flag.of(books.openLoan(placed.item().barcode()).isEmpty()),
              now(),
              fields()
                  .with("AA", card)
                  .with("AB", placed.item().barcode())
                  .with("AJ", placed.item().title())
                  .with(
                      "BR",
                      Optional.of(placed.place())
                          .filter(place -> place > 0)
                          .map(place -> Integer.toString(place)))
                  .with("BS", rules.branch()));
      case Outcome.ActRefused<HoldDesk.BookedHold>(No no) ->
          new Sip2Response.HoldResponse(
              Sip2Flag.NO, Sip2Flag.NO, now(), refusedFields(item, card, no));
    };
  }

  Sip2Response paid(String card, String reference, Outcome<Money> outcome) {
    Sip2Fields fields = fields().with("AA", card).with("BK", reference);
    return switch (outcome) {
      case Outcome.Granted<Money> _ ->
          new Sip2Response.FeePaidResponse(Sip2Flag.YES, now(), fields);
      case Outcome.ActRefused<Money>(No no) ->
          new Sip2Response.FeePaidResponse(Sip2Flag.NO, now(), fields.with("AF", manner.words(no)));
    };
  }
}
