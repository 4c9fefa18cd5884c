package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;
import static org.libstation.file.table.FieldText.INTEGER;
import static org.libstation.file.table.FieldText.LONG;
import static org.libstation.file.table.FieldText.TEXT;
import static org.libstation.file.table.FieldText.YES_NO;
import static org.libstation.file.table.FieldText.words;
import static org.libstation.file.table.KindTable.row;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.CirculationEvent.BinEmptied;
import org.libstation.circulation.CirculationEvent.EntriesLost;
import org.libstation.circulation.CirculationEvent.HoldAsked;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.CirculationEvent.ItemReturned;
import org.libstation.circulation.CirculationEvent.LoanAsked;
import org.libstation.circulation.CirculationEvent.LoanGiven;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.ObjectDropped;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.CirculationEvent.RenewAsked;
import org.libstation.circulation.CirculationStatus;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentRequest;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.file.table.KindTable;
import org.libstation.journal.JournalException;

/// An ask or a fact as it is written in the table `entry`. The words are part of the file format.
/// They are only added to, never changed, and a new kind raises [JournalSchema#VERSION]. A new
/// field does not: older programs skip it, and it may be missing here.
///
/// @param kind `loan asked`, `renew asked`, `hold asked`, `payment asked`, `money taken`, `loan
///   given`, `item returned`, `object dropped`, `bin emptied`, `entries lost`
/// @param item the barcode as it was read; for a payment, `payment` and its reference; for an
///   unread object in the drop or the drop's bin, `object` or `bin` with the machine's run and time
/// @param details the rest, as [JournalLine]
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

  /// Field name of the item. The item is stored in a column of its own, not in the line.
  private static final String ITEM = "item";

  private static final String LOOKED_AT = "looked at";
  private static final String SHARE = "share ";

  private static final FieldText<ItemId> ITEM_ID = new FieldText<>(ItemId::value, ItemId::new);
  private static final FieldText<LocalDateTime> LOCAL_TIME = FieldText.of(LocalDateTime::parse);

  /// An amount such as `HKD 1250`: the currency and whole minor units.
  static final FieldText<Money> MONEY = new FieldText<>(EventText::money, EventText::money);

  static final FieldTable<Optional<DueDate>> DUE =
      optional(
          "due",
          FieldTable.of(
              DueDate::new,
              text("due", DueDate::verbatim),
              optional("due at", DueDate::at, LOCAL_TIME)));

  private static final FieldTable<EventTime> TIME =
      FieldTable.of(
          (time, out) -> EventTimeText.FIELDS.write(EventTimeText.of(time), out),
          in -> EventTimeText.FIELDS.read(in).time());

  /// The item of a look. It has a field only if it is written differently from the event's item.
  private static final FieldTable<ItemId> LOOKED_AT_ITEM =
      FieldTable.of(
          (item, out) -> {
            if (!item.value().equals(out.get(ITEM))) {
              out.put(LOOKED_AT, item.value());
            }
          },
          in -> FieldTable.field(in.containsKey(LOOKED_AT) ? LOOKED_AT : ITEM, ITEM_ID).read(in));

  private static final FieldTable<ItemLook> LOOK =
      FieldTable.of(
          (status, title, queue, due, media, properties, item) ->
              new ItemLook(item, title, status, due, queue, media, properties),
          component("status", ItemLook::status, words(CirculationStatus.values())),
          text("title", ItemLook::title),
          component("queue", ItemLook::holdQueue, INTEGER),
          component(ItemLook::due, DUE),
          optional("media", ItemLook::mediaType, TEXT),
          optional("properties", ItemLook::properties, TEXT),
          component(ItemLook::item, LOOKED_AT_ITEM));

  private static final FieldTable<Payment> PAYMENT =
      FieldTable.of(
          Payment::new,
          text("reference", Payment::reference),
          component("amount", Payment::amount, MONEY),
          optional("charge", Payment::charge, TEXT));

  private static final KindTable<CirculationEvent> KINDS =
      KindTable.of(
          row(
              LOAN_ASKED,
              LoanAsked.class,
              (item, tagged, before) -> new LoanAsked(item, before, tagged),
              component(ITEM, LoanAsked::item, ITEM_ID),
              component("tagged", LoanAsked::tagged, YES_NO),
              component(LoanAsked::before, LOOK)),
          row(
              RENEW_ASKED,
              RenewAsked.class,
              RenewAsked::new,
              component(ITEM, RenewAsked::item, ITEM_ID),
              component(RenewAsked::before, optional("status", LOOK))),
          row(
              HOLD_ASKED,
              HoldAsked.class,
              HoldAsked::new,
              component(ITEM, HoldAsked::item, ITEM_ID)),
          row(
              PAYMENT_ASKED,
              PaymentAsked.class,
              FieldTable.of(
                  PaymentAsked::new,
                  component(PaymentAsked::payment, PAYMENT),
                  component(
                      PaymentAsked::shares,
                      FieldTable.of(EventText::writeShares, EventText::readShares)))),
          row(
              MONEY_TAKEN,
              MoneyTaken.class,
              MoneyTaken::new,
              component(MoneyTaken::payment, PAYMENT),
              optional("owed before", MoneyTaken::owedBefore, MONEY),
              text("receipt", MoneyTaken::receipt)),
          row(
              LOAN_GIVEN,
              LoanGiven.class,
              LoanGiven::new,
              component(ITEM, LoanGiven::item, ITEM_ID),
              component("due", LoanGiven::due, LOCAL_TIME),
              text("title", LoanGiven::title),
              component("tagged", LoanGiven::tagged, YES_NO)),
          row(
              ITEM_RETURNED,
              ItemReturned.class,
              (item, how, tagged, handedOver) -> new ItemReturned(item, handedOver, how, tagged),
              component(ITEM, ItemReturned::item, ITEM_ID),
              component("how", ItemReturned::how, words(How.values())),
              component("tagged", ItemReturned::tagged, YES_NO),
              component(ItemReturned::handedOver, TIME)),
          row(
              OBJECT_DROPPED,
              ObjectDropped.class,
              (dark, sign, handedOver) -> new ObjectDropped(handedOver, dark, sign),
              optional("dark", ObjectDropped::dark, FieldText.of(Duration::parse)),
              text("sign", ObjectDropped::sign),
              component(ObjectDropped::handedOver, TIME)),
          row(
              BIN_EMPTIED,
              BinEmptied.class,
              (by, counted, percent, taken) ->
                  new BinEmptied(
                      taken,
                      by,
                      counted,
                      percent.map(OptionalInt::of).orElseGet(OptionalInt::empty)),
              text("by", BinEmptied::by),
              component("counted", BinEmptied::counted, LONG),
              optional("percent", EventText::percent, INTEGER),
              component(BinEmptied::taken, TIME)),
          row(
              ENTRIES_LOST,
              EntriesLost.class,
              EntriesLost::new,
              text("journal", EntriesLost::journal),
              text("fingerprint", EntriesLost::fingerprint),
              component("at least", EntriesLost::atLeast, LONG)));

  static EventText of(CirculationEvent what) {
    String item = what.item().value();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(ITEM, item);
    String kind = KINDS.write(what, fields);
    fields.remove(ITEM);
    return new EventText(kind, item, JournalLine.of(fields));
  }

  /// Reads the event.
  ///
  /// @throws JournalException NEWER for a kind that this version does not know, CORRUPT if a field
  ///   is missing or cannot be read
  CirculationEvent happening() {
    Map<String, String> fields = JournalLine.parse(details);
    fields.put(ITEM, item);
    return JournalLine.read(KINDS, kind, fields);
  }

  private static Optional<Integer> percent(BinEmptied bin) {
    return bin.percent().stream().boxed().findFirst();
  }

  /// Writes the shares, numbered from 1: an amount, a blank, and the number of the charge.
  private static void writeShares(List<Payment> shares, Map<String, String> out) {
    for (int i = 0; i < shares.size(); i++) {
      Payment share = shares.get(i);
      out.put(SHARE + (i + 1), money(share.amount()) + ' ' + share.charge().orElseThrow());
    }
  }

  private static List<Payment> readShares(Map<String, String> in) {
    Payment whole = PAYMENT.read(in);
    return IntStream.rangeClosed(1, PaymentRequest.MOST_SHARES)
        .takeWhile(number -> in.containsKey(SHARE + number))
        .mapToObj(number -> whole.share(number, share(in.getOrDefault(SHARE + number, ""))))
        .toList();
  }

  private static PaymentRequest.Share share(String text) {
    int blank = text.indexOf(' ', 4);
    if (blank < 0) {
      throw new IllegalArgumentException("no share: " + text);
    }
    return new PaymentRequest.Share(text.substring(blank + 1), money(text.substring(0, blank)));
  }

  private static String money(Money money) {
    return money.currency().getCurrencyCode() + " " + money.minor();
  }

  private static Money money(String text) {
    if (text.length() < 4) {
      throw new IllegalArgumentException("no amount: " + text);
    }
    return Money.of(Long.parseLong(text.substring(4)), text.substring(0, 3));
  }

  /// Returns a text that two barcodes share exactly if they are equal.
  static String key(ItemId item) {
    return item.key();
  }
}
