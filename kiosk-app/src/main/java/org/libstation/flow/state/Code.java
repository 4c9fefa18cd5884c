package org.libstation.flow.state;

import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.Refusal.Reason;

/// The short stable codes a person can photograph or tell staff. A letter for the area and two
/// digits; a code is never given a second meaning. (What a device says of itself has two letters,
/// such as DR11, and is its driver's own, but for D and two digits, which every driver may say.)
///
/// The words a patron reads lie in the text files under `code.B21.what` and `code.B21.do`.
public enum Code {
  // B: this item is not lent
  B11("the number is not known to the library", "show the item to staff"),
  B12("the barcode on the back cover (ISBN) was read", "read the library's own barcode"),
  B13("a reader's card was read where an item was expected", "read the item"),
  B14("the barcode was misread (wrong check digit)", "read it again"),
  B15("the barcode is none of the library's", "show the item to staff"),
  B16("an item was read before anything was chosen", "choose borrow or return first"),
  B21("another reader has reserved it", "put it on the reserved shelf"),
  B22("it is on loan to another card", "hand it to staff"),
  B23("it is for use in the library only", "leave it here"),
  B24("a fee must be confirmed first", "ask staff"),
  B25("not for this reader's age", "ask staff"),
  B31("the limit of items is reached", "return or renew something first"),
  B32("the card may not borrow", "ask staff"),
  B33("too much is owed", "ask staff"),
  B34("overdue items must come back first", "return them first"),
  B35("the card was refused while lending", "ask staff"),
  B41("not lent while the library system is silent", "come back later or ask staff"),
  B42("the limit of items while the library system is silent is reached", "ask staff"),
  B43("this station's own journal says that the item is out", "hand it to staff"),
  B51("not lent for another reason", "ask staff"),
  B52("the loan could not be written down", "leave the item here"),
  B53("too many items for one visit", "finish with these first"),
  B54("lent, but its release could not be written down", "take it to staff"),
  B55("fewer items were seen than the person says to hold", "place the missing one again"),
  B56("the library system refused the loan, reason not known", "ask staff"),
  // T: tags on the pad
  T11("the tag went away before it was cleared", "place it again, flat in the middle"),
  T12("the tag could not be cleared", "place it again, flat in the middle"),
  T13("the pad did not answer", "place it again"),
  T14("the tag could still not be cleared: staff must unlock the item", "take it to staff"),
  T21("the tag is another library's or another system's", "show the item to staff"),
  T22("the tag is half written or damaged", "read the barcode, or show it to staff"),
  T23("the tag is blank", "read the barcode, or show it to staff"),
  T24("the security value of the tag is neither lent nor in stock", "show the item to staff"),
  T25("a part of the set is missing", "add the missing part"),
  T26(
      "it lay there already: left by a former visit, or laid down while the pad was silent",
      "lift it from the tray first"),
  T27("the tags of the set contradict each other", "show the set to staff"),
  T28("the security bit does not fit what the library says", "staff check it on the tray's screen"),
  T31("the reader left before the item was released", "staff check the item"),
  T33("an unfinished loan of this card waits for its item", "place it on the pad"),
  T32("the item of an unfinished loan is not on the pad", "staff check the item"),
  T34("lent, but left on the pad: the loan stands, the tag is armed again", "staff check the item"),
  T41(
      "the pad does not answer: what lies on it is not taken",
      "read the barcode, or wait a moment"),
  T45("lent and left on the pad, and the tag was not armed again", "secure the item"),
  T46("a power cut fell into an emptying: whether the bin went is not known", "empty it once more"),
  // C: cards
  C11("the card is not known", "ask staff"),
  C12("the PIN is wrong", "type it again"),
  C13("the PIN was wrong too often", "ask staff"),
  C14("the card is reported lost", "ask staff"),
  C15("the card has expired", "ask staff"),
  C16("the card is blocked", "ask staff"),
  C21("two cards were read", "present one card only"),
  C22("another card was read during a session", "finish first"),
  C23("no card is needed to return", "put the items down"),
  C24("an item was read where a card was expected", "present the card first"),
  C25("what was read is no card of this library", "present the card"),
  C26("a card lies at the station after its visit", "take it, or give it to staff"),
  C27("the card shows another number each time", "present another card, or scan its barcode"),
  C28("the card was taken away before it was read", "hold it still"),
  C31("the account cannot be shown while the library system is silent", "try later"),
  // R: returns
  R11("the number is not known to the library", "hand the item to staff"),
  R12("the barcode on the back cover (ISBN) was read", "read the library's own barcode"),
  R13("a reader's card was read where an item was expected", "put the item down"),
  R14("the barcode was misread (wrong check digit)", "read it again"),
  R15("something fell into the drop and could not be read", "staff look into the bin"),
  R16("a hand was seen in the drop, and nothing that fell", "take the hand out, push one item in"),
  R17("more was read than was seen to fall", "staff look whether all of it lies in the bin"),
  R18("what was read was taken out again: nothing was taken back", "push it all the way in"),
  R19("that number cannot be this item", "read its own barcode, or leave it to staff"),
  R20("another library's item was pushed in", "take it out again"),
  R21("taken back; staff will look at it", "nothing to do"),
  R22("the tag was not armed again", "nothing to do"),
  R41("something stands in the way of the drop", "push it in, or take it out"),
  R42("the flap of the drop stands open", "shut the flap"),
  R43("there is no bin under the drop", "drop it elsewhere"),
  R44("the bin of the drop is full", "drop it elsewhere; put nothing on the ground"),
  R31("the return could not be written down", "keep the item or hand it to staff"),
  // N: renewals
  N11("it cannot be renewed any more", "return it by the date"),
  N12("another reader has reserved it", "return it by the date"),
  N13("the card may not renew", "ask staff"),
  N14("not on this card", "ask staff"),
  N21("not renewed for another reason", "ask staff"),
  N22("the wish could not be written down", "ask staff"),
  // H: holds
  H11("it is reserved for this card already", "nothing to do"),
  H12("the card may not reserve", "see the account for the reason"),
  H13("the limit of reservations is reached", "give one up first"),
  H14("it cannot be reserved", "ask staff"),
  H15("nobody knows yet whether that was done", "look at the list again in a few minutes"),
  H16("not asked while the library system is silent", "try later"),
  H17("the wish could not be written down", "ask staff"),
  H21("the number names a title and no copy (ISBN)", "type the library's own barcode"),
  H22("the number cannot be right (wrong check digit)", "look at it again"),
  H23("the number is none of the library's", "type the library's own barcode"),
  H24("the number of a reader's card was typed", "type the number of the book"),
  // M: money
  M11("the terminal declined the card", "take another card, or pay at the counter"),
  M12("the payment was cancelled", "pay again, or at the counter"),
  M13("the payment took too long", "pay again, or at the counter"),
  M14("the payment terminal cannot be used now", "pay at the counter"),
  M15("the sum is not certain now", "look at it again"),
  M16("an earlier payment of this card is not settled yet", "ask staff"),
  M17("nothing is owed", "nothing to do"),
  M18("this amount cannot be paid here", "type another amount, or pay all of it"),
  M19("the library system refused the payment; the terminal gave it back", "pay at the counter"),
  M21(
      "paid; the account does not show it yet",
      "keep the terminal's slip; nothing more is to be paid"),
  M22("nobody knows whether the terminal took the money", "do not pay again; ask staff"),
  M23("whether the terminal took the money is being found out", "do not pay again"),
  M24("the terminal took another sum than was asked", "do not pay again; ask staff"),
  // P: paper
  P01("the receipt did not come out", "the loans are safe; ask staff for a receipt"),
  P02("nobody knows whether the receipt came out whole", "look at it; the loans are safe"),
  P03("there is no paper for receipts", "the loans are safe; ask staff for a receipt"),
  P04("the printer cannot print now", "the loans are safe; ask staff for a receipt"),
  // D: devices, for technicians
  D12(
      "a device talks nonsense: it is asked again at once, then ever less often",
      "check its speed (baud) and its cable, and that its own device is in this port"),
  D13(
      "another device of the station answers on this port",
      "plug each into its own port; nothing is written to it until then"),
  D14(
      "the station may not open a device: it has no right to",
      "put its user into the group of the device (input, dialout, lp) and install the udev rules"),
  D60(
      "a device floods its line: what is too much is dropped, and its line is shut between tries",
      "look whether it scans or sends by itself; switch it off and on, or unplug it"),
  // K: the station
  K11("neither the pad nor the scanner can be used", "staff see the technician's screen"),
  K12("neither reader nor scanner of the drop can be used", "staff see the technician's screen"),
  K21("the journal cannot be written", "staff see the technician's screen"),
  K22("the journal was damaged and set aside: lending waits for a technician", "return only"),
  K25(
      "there is no journal, or an empty or another one, where a station has run: lending waits for"
          + " a technician's word",
      "return only"),
  K26("the journal is older than it was: lending waits for a technician's word", "return only"),
  K24("the disk is nearly full: nothing is lent", "return only"),
  K23("the disk is full", "staff see the technician's screen"),
  K31("the technician's PIN is wrong", "type it again"),
  K32("the technician's PIN was wrong too often", "wait"),
  K41("the program met a fault and is started again", "wait, or use another station"),
  K42("the program did not answer and is started again", "wait, or use another station"),
  K43("the program ran out of memory and is started again", "wait, or use another station"),
  K44("the program ends again and again", "a technician must look"),
  K45("the program cannot be started with its settings", "a technician must look"),
  K51("the library is closed, and this station keeps its hours", "come back when it opens"),
  K52("the library closes within five minutes", "finish the visit"),
  K53("the library has closed during the visit", "finish the visit"),
  K54(
      "the door of the cabinet was opened, and the visit was ended",
      "begin again; what did not end stays with staff"),
  K55("the library took the station out of service from afar", "use another station");

  private final String meaning;
  private final String wayOut;

  Code(String meaning, String wayOut) {
    this.meaning = meaning;
    this.wayOut = wayOut;
  }

  /// What happened, for staff pages.
  public String meaning() {
    return meaning;
  }

  /// What to do, for staff pages.
  public String wayOut() {
    return wayOut;
  }

  /// The code that every driver may say, with its words; empty for a driver's own code.
  public static Optional<Code> ofEveryDevice(String code) {
    return Stream.of(D12, D13, D14, D60).filter(each -> each.name().equals(code)).findFirst();
  }

  public static Code ofLoan(Reason reason) {
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

  public static Code ofHold(Reason reason) {
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

  /// Why no money was taken.
  public static Code ofPayment(PaymentOutcome.Why why) {
    return switch (why) {
      case DECLINED -> M11;
      case CANCELLED -> M12;
      case TIMED_OUT -> M13;
      case TERMINAL_NOT_READY -> M14;
      case SUM_NOT_CERTAIN -> M15;
      case EARLIER_PAYMENT_OPEN -> M16;
      case NOTHING_OWED -> M17;
      case GIVEN_BACK -> M19;
    };
  }

  /// Whether it is one of [#ofDoubt].
  public boolean tellsOfDoubt() {
    return this == M22 || this == M23 || this == M24;
  }

  /// Whether the money was taken is not certain.
  public static Code ofDoubt(PaymentOutcome.NotKnown doubt) {
    return switch (doubt.doubt()) {
      case WITH_STAFF -> M22;
      case ASKED_AGAIN -> M23;
      case TOOK_OTHER -> M24;
    };
  }

  public static Code ofCard(Reason reason) {
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

  public static Code ofRenewal(Reason reason) {
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
