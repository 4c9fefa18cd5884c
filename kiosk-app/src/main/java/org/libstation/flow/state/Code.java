package org.libstation.flow.state;

import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Refusal.RefusalReason;

/// Short stable codes that a person can photograph or quote to staff. A code is a letter for its
/// area and two digits, and never gets a second meaning. Codes with two letters, such as DR11,
/// belong to the driver of one kind of device. D with two digits may come from every driver.
///
/// The text files have the words for patrons under `code.B21.what` and `code.B21.do`.
public enum Code {
  // B: borrowing, and why an item is not lent
  B11("the number is not known to the library"),
  B12("the barcode on the back cover (ISBN) was read"),
  B13("a reader's card was read where an item was expected"),
  B14("the barcode was misread (wrong check digit)"),
  B15("the barcode is none of the library's"),
  B16("an item was read before anything was chosen"),
  B21("another reader has reserved it"),
  B22("it is on loan to another card"),
  B23("it is for use in the library only"),
  B24("a fee must be confirmed first"),
  B25("not for this reader's age"),
  B31("the limit of items is reached"),
  B32("the card may not borrow"),
  B33("too much is owed"),
  B34("overdue items must come back first"),
  B35("the card was refused while lending"),
  B41("not lent while the library system is silent"),
  B42("the limit of items while the library system is silent is reached"),
  B43("this station's own journal says that the item is out"),
  B51("not lent for another reason"),
  B52("the loan could not be written down"),
  B53("too many items for one visit"),
  B54("lent, but its release could not be written down"),
  B55("fewer items were seen than the person says to hold"),
  B56("the library system refused the loan, reason not known"),
  // T: tags on the pad
  T11("the tag went away before it was cleared"),
  T12("the tag could not be cleared"),
  T13("the pad did not answer"),
  T14("the tag could still not be cleared: staff must unlock the item"),
  T21("the tag is another library's or another system's"),
  T22("the tag is half written or damaged"),
  T23("the tag is blank"),
  T24("the security value of the tag is neither lent nor in stock"),
  T25("a part of the set is missing"),
  T26("it lay there already: left by a former visit, or laid down while the pad was silent"),
  T27("the tags of the set contradict each other"),
  T28("the security bit does not fit what the library says"),
  T31("the reader left before the item was released"),
  T33("an unfinished loan of this card waits for its item"),
  T32("the item of an unfinished loan is not on the pad"),
  T34("lent, but left on the pad: the loan stands, the tag is armed again"),
  T41("the pad does not answer: what lies on it is not taken"),
  T45("lent and left on the pad, and the tag was not armed again"),
  T46("the power failed while the bin was emptied: it is not known whether the bin was taken"),
  // C: cards
  C11("the card is not known"),
  C12("the PIN is wrong"),
  C13("the PIN was wrong too often"),
  C14("the card is reported lost"),
  C15("the card has expired"),
  C16("the card is blocked"),
  C21("two cards were read"),
  C22("another card was read during a session"),
  C23("no card is needed to return"),
  C24("an item was read where a card was expected"),
  C25("what was read is not a card of this library"),
  C26("a card lies at the station after its visit"),
  C27("the card shows another number each time"),
  C28("the card was taken away before it was read"),
  C31("the account cannot be shown while the library system is silent"),
  // R: returns
  R11("the number is not known to the library"),
  R12("the barcode on the back cover (ISBN) was read"),
  R13("a reader's card was read where an item was expected"),
  R14("the barcode was misread (wrong check digit)"),
  R15("something fell into the drop and could not be read"),
  R16("a hand was seen in the drop, but nothing fell"),
  R17("more was read than was seen to fall"),
  R18("what was read was taken out again: nothing was taken back"),
  R19("that number cannot be this item"),
  R20("another library's item was pushed in"),
  R21("taken back; staff will look at it"),
  R22("the tag was not armed again"),
  R41("something stands in the way of the drop"),
  R42("the flap of the drop stands open"),
  R43("there is no bin under the drop"),
  R44("the bin of the drop is full"),
  R31("the return could not be written down"),
  // N: renewals
  N11("it cannot be renewed any more"),
  N12("another reader has reserved it"),
  N13("the card may not renew"),
  N14("not on this card"),
  N21("not renewed for another reason"),
  N22("the wish could not be written down"),
  // H: holds
  H11("it is reserved for this card already"),
  H12("the card may not reserve"),
  H13("the limit of reservations is reached"),
  H14("it cannot be reserved"),
  H15("nobody knows yet whether that was done"),
  H16("not asked while the library system is silent"),
  H17("the wish could not be written down"),
  H21("the number identifies a title, not a copy (ISBN)"),
  H22("the number cannot be right (wrong check digit)"),
  H23("the number is none of the library's"),
  H24("the number of a reader's card was typed"),
  // M: money
  M11("the terminal declined the card"),
  M12("the payment was cancelled"),
  M13("the payment took too long"),
  M14("the payment terminal cannot be used now"),
  M15("the sum is not certain now"),
  M16("an earlier payment of this card is not settled yet"),
  M17("nothing is owed"),
  M18("this amount cannot be paid here"),
  M19("the library system refused the payment; the terminal gave it back"),
  M20("the library system takes no payments from this station"),
  M21("paid; the account does not show it yet"),
  M22("nobody knows whether the terminal took the money"),
  M23("the station is finding out whether the terminal took the money"),
  M24("the terminal took another sum than was asked"),
  // P: paper
  P01("the receipt did not come out"),
  P02("nobody knows whether the receipt came out whole"),
  P03("there is no paper for receipts"),
  P04("the printer cannot print now"),
  // D: devices, for technicians
  D12("a device sends unreadable data: the station asks it again at once, then ever less often"),
  D13("another device of the station answers on this port"),
  D14("the station may not open a device: it has no right to"),
  D60("a device floods its line: the station drops the excess and closes the line between tries"),
  // K: the station
  K11("neither the pad nor the scanner can be used"),
  K12("neither reader nor scanner of the drop can be used"),
  K21("the journal cannot be written"),
  K22("the journal was damaged and set aside: lending waits for a technician"),
  K25(
      "the journal is missing, empty or another station's, although a station has run here:"
          + " lending waits for a technician's word"),
  K26("the journal is older than the one last seen here: lending waits for a technician's word"),
  K24("the disk is nearly full: nothing is lent"),
  K23("the disk is full"),
  K31("the technician's PIN is wrong"),
  K32("the technician's PIN was wrong too often"),
  K41("the program met a fault and is started again"),
  K42("the program did not answer and is started again"),
  K43("the program ran out of memory and is started again"),
  K44("the program ends again and again"),
  K45("the program cannot be started with its settings"),
  K51("the library is closed, and this station keeps its hours"),
  K52("the library closes within five minutes"),
  K53("the library has closed during the visit"),
  K54("the door of the cabinet was opened, and the visit was ended"),
  K55("the library took the station out of service from afar");

  private final String meaning;

  Code(String meaning) {
    this.meaning = meaning;
  }

  /// Says what happened, for staff pages.
  public String meaning() {
    return meaning;
  }

  /// The constant of a code that every driver may use; empty for any other code.
  public static Optional<Code> ofEveryDevice(String code) {
    return Stream.of(D12, D13, D14, D60).filter(each -> each.name().equals(code)).findFirst();
  }

  public static Code ofLoan(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_ITEM -> B11;
      case UNKNOWN_PATRON, WRONG_PIN, CARD_LOST, CARD_EXPIRED -> B35;
      case PATRON_BLOCKED -> B32;
      case OWES_TOO_MUCH -> B33;
      case HAS_OVERDUES -> B34;
      case LIMIT_REACHED -> B31;
      case HELD_FOR_ANOTHER -> B21;
      case ON_LOAN_TO_ANOTHER -> B22;
      case NOT_FOR_LOAN -> B23;
      case FEE_TO_CONFIRM -> B24;
      case AGE_LIMIT -> B25;
      case NOT_WHILE_OFFLINE -> B41;
      case OFFLINE_LIMIT_REACHED -> B42;
      case OUT_IN_THIS_JOURNAL -> B43;
      case ALREADY_YOURS, NO_MORE_RENEWALS, NOT_YOUR_LOAN, ALREADY_HELD, NO_SUCH_HOLD -> B51;
      case OTHER -> B56;
    };
  }

  public static Code ofHold(RefusalReason reason) {
    return switch (reason) {
      case ALREADY_HELD, ALREADY_YOURS -> H11;
      case PATRON_BLOCKED,
          OWES_TOO_MUCH,
          HAS_OVERDUES,
          UNKNOWN_PATRON,
          WRONG_PIN,
          CARD_LOST,
          CARD_EXPIRED ->
          H12;
      case LIMIT_REACHED -> H13;
      case NOT_WHILE_OFFLINE -> H16;
      case UNKNOWN_ITEM,
          HELD_FOR_ANOTHER,
          ON_LOAN_TO_ANOTHER,
          NOT_FOR_LOAN,
          NO_MORE_RENEWALS,
          NOT_YOUR_LOAN,
          FEE_TO_CONFIRM,
          AGE_LIMIT,
          NO_SUCH_HOLD,
          OFFLINE_LIMIT_REACHED,
          OUT_IN_THIS_JOURNAL,
          OTHER ->
          H14;
    };
  }

  /// The code for why no money was taken.
  public static Code ofPayment(PaymentOutcome.NonPaymentReason why) {
    return switch (why) {
      case DECLINED -> M11;
      case CANCELLED -> M12;
      case TIMED_OUT -> M13;
      case TERMINAL_NOT_READY -> M14;
      case SUM_NOT_CERTAIN -> M15;
      case EARLIER_PAYMENT_OPEN -> M16;
      case NOTHING_OWED -> M17;
      case NOT_BOOKED_HERE -> M20;
      case GIVEN_BACK -> M19;
    };
  }

  /// Whether this is a code of [#ofDoubt].
  public boolean tellsOfDoubt() {
    return this == M22 || this == M23 || this == M24;
  }

  /// The code for a payment of which it is not known whether money was taken.
  public static Code ofDoubt(PaymentOutcome.NotKnown doubt) {
    return switch (doubt.doubt()) {
      case WITH_STAFF -> M22;
      case ASKED_AGAIN -> M23;
      case TOOK_OTHER -> M24;
    };
  }

  public static Code ofCard(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_PATRON -> C11;
      case WRONG_PIN -> C12;
      case CARD_LOST -> C14;
      case CARD_EXPIRED -> C15;
      case UNKNOWN_ITEM,
          PATRON_BLOCKED,
          OWES_TOO_MUCH,
          HAS_OVERDUES,
          LIMIT_REACHED,
          HELD_FOR_ANOTHER,
          ON_LOAN_TO_ANOTHER,
          ALREADY_YOURS,
          NOT_FOR_LOAN,
          NO_MORE_RENEWALS,
          NOT_YOUR_LOAN,
          FEE_TO_CONFIRM,
          AGE_LIMIT,
          ALREADY_HELD,
          NO_SUCH_HOLD,
          NOT_WHILE_OFFLINE,
          OFFLINE_LIMIT_REACHED,
          OUT_IN_THIS_JOURNAL,
          OTHER ->
          C16;
    };
  }

  public static Code ofRenewal(RefusalReason reason) {
    return switch (reason) {
      case NO_MORE_RENEWALS -> N11;
      case HELD_FOR_ANOTHER -> N12;
      case PATRON_BLOCKED,
          OWES_TOO_MUCH,
          HAS_OVERDUES,
          LIMIT_REACHED,
          UNKNOWN_PATRON,
          WRONG_PIN,
          CARD_LOST,
          CARD_EXPIRED ->
          N13;
      case NOT_YOUR_LOAN, ON_LOAN_TO_ANOTHER, UNKNOWN_ITEM -> N14;
      case ALREADY_YOURS,
          NOT_FOR_LOAN,
          FEE_TO_CONFIRM,
          AGE_LIMIT,
          ALREADY_HELD,
          NO_SUCH_HOLD,
          NOT_WHILE_OFFLINE,
          OFFLINE_LIMIT_REACHED,
          OUT_IN_THIS_JOURNAL,
          OTHER ->
          N21;
    };
  }
}
