package org.libstation.journal.sqlite;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentRequest;
import org.libstation.journal.JournalException;

/// An ask or a fact as the `entry` table spells it. The words are part of the file format: never
/// changed, only added to, and a new kind raises [JournalSchema#VERSION]. A further field does not:
/// an older program passes over it, and here it may be missing.
///
/// @param kind `loan asked`, `renew asked`, `hold asked`, `payment asked`, `money taken`, `loan
///   given`, `item returned`, `object dropped`, `bin emptied`, `entries lost`
/// @param item the barcode as it was read; of a payment, `payment` and its reference; of what came
///   into the drop unread and of its bin, `object` or `bin` and the run and moment of the machine
/// @param details the rest, as [Fields]
record EventText(String kind, String item, String details) {
  static final String LOAN_ASKED = "loan asked";
  static final String RENEW_ASKED = "renew asked";
  static final String HOLD_ASKED = "hold asked";
  static final String PAYMENT_ASKED = "payment asked";
  static final String MONEY_TAKEN = "money taken";
  static final String LOAN_GIVEN = "loan given";
  static final String ITEM_RETURNED = "item returned";
  static final String OBJECT_DROPPED = "object dropped";
  static final String BIN_EMPTIED = "bin emptied";
  static final String ENTRIES_LOST = "entries lost";
  private static final String TAGGED = "tagged";
  private static final String SHARE = "share ";

  static EventText of(CirculationEvent what) {
    String item = what.item().value();
    return switch (what) {
      case CirculationEvent.LoanAsked(_, ItemLook before, boolean tagged) ->
          new EventText(
              LOAN_ASKED, item, look(new Fields().put("tagged", tagged), before, item).line());
      case CirculationEvent.RenewAsked(_, Optional<ItemLook> before) ->
          new EventText(
              RENEW_ASKED,
              item,
              before.map(look -> look(new Fields(), look, item)).orElseGet(Fields::new).line());
      case CirculationEvent.HoldAsked _ -> new EventText(HOLD_ASKED, item, "");
      case CirculationEvent.PaymentAsked(Payment payment, List<Payment> shares) ->
          new EventText(PAYMENT_ASKED, item, shares(payment(payment), shares).line());
      case CirculationEvent.MoneyTaken(Payment payment, Optional<Money> before, String receipt) ->
          new EventText(
              MONEY_TAKEN,
              item,
              payment(payment)
                  .put("owed before", before.map(EventText::money))
                  .put("receipt", receipt)
                  .line());
      case CirculationEvent.LoanGiven(_, LocalDateTime due, String title, boolean tagged) ->
          new EventText(
              LOAN_GIVEN,
              item,
              new Fields()
                  .put("due", due.toString())
                  .put("title", title)
                  .put("tagged", tagged)
                  .line());
      case CirculationEvent.ObjectDropped object ->
          new EventText(OBJECT_DROPPED, item, object(object).line());
      case CirculationEvent.BinEmptied bin -> new EventText(BIN_EMPTIED, item, bin(bin).line());
      case CirculationEvent.EntriesLost(String journal, String fingerprint, long atLeast) ->
          new EventText(
              ENTRIES_LOST,
              item,
              new Fields()
                  .put("journal", journal)
                  .put("fingerprint", fingerprint)
                  .put("at least", Long.toString(atLeast))
                  .line());
      case CirculationEvent.ItemReturned(
              _,
              var handedOver,
              CirculationEvent.How how,
              boolean tagged) ->
          new EventText(
              ITEM_RETURNED,
              item,
              EventTimeText.of(handedOver)
                  .into(new Fields().put("how", how).put(TAGGED, tagged))
                  .line());
    };
  }

  private static Fields object(CirculationEvent.ObjectDropped object) {
    return EventTimeText.of(object.handedOver())
        .into(
            new Fields()
                .put("dark", object.dark().map(Duration::toString))
                .put("sign", object.sign()));
  }

  private static Fields bin(CirculationEvent.BinEmptied bin) {
    Fields fields = new Fields().put("by", bin.by()).put("counted", Long.toString(bin.counted()));
    bin.percent().ifPresent(percent -> fields.put("percent", Integer.toString(percent)));
    return EventTimeText.of(bin.taken()).into(fields);
  }

  private static Fields look(Fields fields, ItemLook look, String item) {
    fields
        .put("status", look.status())
        .put("title", look.title())
        .put("queue", Integer.toString(look.holdQueue()));
    due(fields, look.due());
    fields.put("media", look.mediaType()).put("properties", look.properties());
    if (!look.item().value().equals(item)) {
      fields.put("looked at", look.item().value());
    }
    return fields;
  }

  private static Fields payment(Payment payment) {
    return new Fields()
        .put("reference", payment.reference())
        .put("amount", money(payment.amount()))
        .put("charge", payment.charge());
  }

  /// Shares are numbered from 1: an amount, a blank, and the number of its charge.
  private static Fields shares(Fields fields, List<Payment> shares) {
    for (int i = 0; i < shares.size(); i++) {
      Payment share = shares.get(i);
      fields.put(SHARE + (i + 1), money(share.amount()) + ' ' + share.charge().orElseThrow());
    }
    return fields;
  }

  private static List<Payment> shares(Fields fields, Payment whole) {
    return IntStream.rangeClosed(1, PaymentRequest.MOST_SHARES)
        .mapToObj(number -> fields.maybe(SHARE + number).map(text -> share(whole, number, text)))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Payment share(Payment whole, int number, String text) {
    int blank = text.indexOf(' ', 4);
    if (blank < 0) {
      throw new JournalException(JournalException.FaultKind.CORRUPT, "no share: " + text);
    }
    return whole.share(
        number,
        new PaymentRequest.Share(text.substring(blank + 1), money(text.substring(0, blank))));
  }

  private static Payment payment(Fields fields) {
    return new Payment(
        fields.text("reference"), money(fields.text("amount")), fields.maybe("charge"));
  }

  /// `HKD 1250`: the currency and whole minor units.
  static String money(Money money) {
    return money.currency().getCurrencyCode() + " " + money.minor();
  }

  /// @throws JournalException CORRUPT when it is no amount
  static Money money(String text) {
    try {
      return Money.of(Long.parseLong(text.substring(4)), text.substring(0, 3));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new JournalException(JournalException.FaultKind.CORRUPT, "no amount: " + text, e);
    }
  }

  static void due(Fields fields, Optional<DueDate> due) {
    fields
        .put("due", due.map(DueDate::verbatim))
        .put("due at", due.flatMap(DueDate::at).map(LocalDateTime::toString));
  }

  /// @throws JournalException NEWER for a kind this version does not know, CORRUPT when a field is
  ///   missing or cannot be read
  CirculationEvent happening() {
    Fields fields = Fields.parse(details);
    ItemId id = new ItemId(item);
    try {
      return switch (kind) {
        case LOAN_ASKED ->
            new CirculationEvent.LoanAsked(id, look(fields, id), fields.yes("tagged"));
        case RENEW_ASKED ->
            new CirculationEvent.RenewAsked(id, fields.maybe("status").map(_ -> look(fields, id)));
        case HOLD_ASKED -> new CirculationEvent.HoldAsked(id);
        case PAYMENT_ASKED -> {
          Payment payment = payment(fields);
          yield new CirculationEvent.PaymentAsked(payment, shares(fields, payment));
        }
        case MONEY_TAKEN ->
            new CirculationEvent.MoneyTaken(
                payment(fields),
                fields.maybe("owed before").map(EventText::money),
                fields.text("receipt"));
        case LOAN_GIVEN ->
            new CirculationEvent.LoanGiven(
                id,
                LocalDateTime.parse(fields.text("due")),
                fields.text("title"),
                fields.yes("tagged"));
        case ITEM_RETURNED ->
            new CirculationEvent.ItemReturned(
                id,
                EventTimeText.from(fields).time(),
                fields.word("how", CirculationEvent.How.class),
                fields.maybeYes(TAGGED).orElse(false));
        case OBJECT_DROPPED ->
            new CirculationEvent.ObjectDropped(
                EventTimeText.from(fields).time(),
                fields.maybe("dark").map(Duration::parse),
                fields.text("sign"));
        case BIN_EMPTIED ->
            new CirculationEvent.BinEmptied(
                EventTimeText.from(fields).time(),
                fields.text("by"),
                Long.parseLong(fields.text("counted")),
                fields
                    .maybe("percent")
                    .map(Integer::parseInt)
                    .map(OptionalInt::of)
                    .orElseGet(OptionalInt::empty));
        case ENTRIES_LOST ->
            new CirculationEvent.EntriesLost(
                fields.text("journal"),
                fields.text("fingerprint"),
                Long.parseLong(fields.text("at least")));
        default ->
            throw new JournalException(
                JournalException.FaultKind.NEWER, "an entry is of an unknown kind: " + kind);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "an entry about " + item + " cannot be read", e);
    }
  }

  private static ItemLook look(Fields fields, ItemId item) {
    return new ItemLook(
        fields.maybe("looked at").map(ItemId::new).orElse(item),
        fields.text("title"),
        fields.word("status", CirculationStatus.class),
        due(fields),
        Integer.parseInt(fields.text("queue")),
        fields.maybe("media"),
        fields.maybe("properties"));
  }

  static Optional<DueDate> due(Fields fields) {
    return fields
        .maybe("due")
        .map(text -> new DueDate(text, fields.maybe("due at").map(LocalDateTime::parse)));
  }

  /// What two barcodes share exactly when they are equal.
  static String key(ItemId item) {
    return item.key();
  }
}
