package org.libstation.central.sip2;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every variable field that a message of SIP 2.00 carries, and those that makers added.
///
/// The name of a constant is the field's id on the wire. Sources: SIP 2.00, "variable-length
/// fields"; 3M's SIP2 extensions of 2005; the answers of Koha, Evergreen, FOLIO edge-sip2, fsip2
/// and Polaris. Makers give the same two letters different meanings: theirs are named here to be
/// explained, never to be relied upon.
public enum Sip2Field {
  AA("patron identifier", Kind.TEXT, Privacy.CARD),
  AB("item identifier", Kind.TEXT, Privacy.SHOWN),
  AC("terminal password", Kind.TEXT, Privacy.SECRET),
  AD("patron password", Kind.TEXT, Privacy.SECRET),
  AE("personal name", Kind.TEXT, Privacy.PERSONAL),
  AF("screen message", Kind.TEXT, Privacy.WORDS),
  AG("print line", Kind.TEXT, Privacy.WORDS),
  AH("due date", Kind.FREE_DATE, Privacy.SHOWN),
  AJ("title identifier", Kind.TEXT, Privacy.PERSONAL),
  AL("blocked card message", Kind.TEXT, Privacy.WORDS),
  AM("library name", Kind.TEXT, Privacy.SHOWN),
  AN("terminal location", Kind.TEXT, Privacy.SHOWN),
  AO("institution id", Kind.TEXT, Privacy.SHOWN),
  AP("current location", Kind.TEXT, Privacy.PLACE),
  AQ("permanent location", Kind.TEXT, Privacy.PLACE),
  AS("hold items", Kind.TEXT, Privacy.PERSONAL),
  AT("overdue items", Kind.TEXT, Privacy.PERSONAL),
  AU("charged items", Kind.TEXT, Privacy.PERSONAL),
  AV("fine items", Kind.TEXT, Privacy.PERSONAL),
  BD("home address", Kind.TEXT, Privacy.PERSONAL),
  BE("e-mail address", Kind.TEXT, Privacy.PERSONAL),
  BF("home phone number", Kind.TEXT, Privacy.PERSONAL),
  BG("owner", Kind.TEXT, Privacy.PLACE),
  BH("currency type", Kind.TEXT, Privacy.SHOWN),
  BI("cancel", Kind.FLAG, Privacy.SHOWN),
  BK("transaction id", Kind.TEXT, Privacy.PERSONAL),
  BL("valid patron", Kind.FLAG, Privacy.SHOWN),
  BM("renewed items", Kind.TEXT, Privacy.SHOWN),
  BN("unrenewed items", Kind.TEXT, Privacy.SHOWN),
  BO("fee acknowledged", Kind.FLAG, Privacy.SHOWN),
  BP("start item", Kind.NUMBER, Privacy.SHOWN),
  BQ("end item", Kind.NUMBER, Privacy.SHOWN),
  BR("queue position", Kind.NUMBER, Privacy.SHOWN),
  BS("pickup location", Kind.TEXT, Privacy.PLACE),
  BT("fee type", Kind.NUMBER, Privacy.SHOWN),
  BU("recall items", Kind.TEXT, Privacy.PERSONAL),
  BV("fee amount", Kind.AMOUNT, Privacy.SHOWN),
  BW("expiration date", Kind.FREE_DATE, Privacy.SHOWN),
  BX("supported messages", Kind.TEXT, Privacy.SHOWN),
  BY("hold type", Kind.NUMBER, Privacy.SHOWN),
  BZ("hold items limit", Kind.NUMBER, Privacy.SHOWN),
  CA("overdue items limit", Kind.NUMBER, Privacy.SHOWN),
  CB("charged items limit", Kind.NUMBER, Privacy.SHOWN),
  CC("fee limit", Kind.AMOUNT, Privacy.SHOWN),
  CD("unavailable hold items", Kind.TEXT, Privacy.PERSONAL),
  CF("hold queue length", Kind.NUMBER, Privacy.SHOWN),
  CG("fee identifier", Kind.TEXT, Privacy.PERSONAL),
  CH("item properties", Kind.TEXT, Privacy.PERSONAL),
  CI("security inhibit", Kind.FLAG, Privacy.SHOWN),
  CJ("recall date", Kind.FREE_DATE, Privacy.SHOWN),
  CK("media type", Kind.NUMBER, Privacy.SHOWN),
  CL("sort bin", Kind.TEXT, Privacy.PLACE),
  CM("hold pickup date", Kind.FREE_DATE, Privacy.SHOWN),
  CN("login user id", Kind.TEXT, Privacy.PERSONAL),
  CO("login password", Kind.TEXT, Privacy.SECRET),
  CP("location code", Kind.TEXT, Privacy.SHOWN),
  CQ("valid patron password", Kind.FLAG, Privacy.SHOWN),

  // 3M's extensions of 2005, for sorters.
  CR("collection code", Kind.TEXT, Privacy.PLACE),
  CS("call number", Kind.TEXT, Privacy.PERSONAL),
  CT("destination location", Kind.TEXT, Privacy.PLACE),
  CV("alert type", Kind.TEXT, Privacy.PLACE),
  CY("hold patron id", Kind.TEXT, Privacy.PERSONAL),
  DA("hold patron name", Kind.TEXT, Privacy.PERSONAL),

  // Makers' own.
  BC("birth date and time (Polaris)", Kind.TEXT),
  DE("summary (fsip2)", Kind.TEXT),
  EA("author (fsip2)", Kind.TEXT),
  FA("remaining amount (edge-sip2)", Kind.TEXT),
  FB("item of the fee (edge-sip2)", Kind.TEXT),
  FC("date of the fee (edge-sip2)", Kind.TEXT),
  FD("title of the fee (edge-sip2)", Kind.TEXT),
  FE("fee type id (edge-sip2)", Kind.TEXT),
  FF("fee type name (edge-sip2)", Kind.TEXT),
  FG("amount just paid (edge-sip2)", Kind.TEXT),
  FU("patron group (edge-sip2)", Kind.TEXT),
  FV("patron group description (edge-sip2)", Kind.TEXT),
  IN("ISBN (fsip2)", Kind.TEXT),
  MA("bibliographic id", Kind.TEXT),
  MB("ISBN", Kind.TEXT),
  MC("LCCN", Kind.TEXT),
  NB("other identifiers (fsip2)", Kind.TEXT),
  OR("register login (EnvisionWare)", Kind.TEXT),
  PA("card expiry (SIPServer)", Kind.TEXT),
  PB("birth date (EnvisionWare)", Kind.TEXT),
  PC("patron class (EnvisionWare)", Kind.TEXT),
  PE("patron code (Polaris)", Kind.TEXT),
  PI("internet permission (EnvisionWare)", Kind.TEXT),
  PX("card expiry (Polaris)", Kind.TEXT),
  PZ("postal code (Polaris)", Kind.TEXT),
  RN("check number (EnvisionWare)", Kind.TEXT),
  XI("internal patron number (Evergreen)", Kind.TEXT);

  /// What a value is.
  public enum Kind {
    TEXT,
    /// `Y` or `N`
    FLAG,
    /// digits
    NUMBER,
    /// decimal text with a point
    AMOUNT,
    /// a date in any form, see [Sip2Date#due]
    FREE_DATE
  }

  /// What a log may show of a value.
  public enum Privacy {
    SHOWN,
    /// a card number: its last four characters
    CARD,
    /// a place, a shelf, a bin: a short number as it is (a sort bin, an alert's type), any other
    /// text by its shape, for a library may name a shelf after who waits, and a reader has a home
    /// library
    PLACE,
    /// a sentence of the central system, which may hold anybody's name and number: its shape
    /// ([TextShape])
    WORDS,
    /// a name, an address, a title: its length
    PERSONAL,
    /// a password: its length in a log, never shown by any tool that speaks with a system
    SECRET
  }

  private static final Map<String, Sip2Field> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  /// Those of SIP 2.00 and of 3M's extensions; all others are some maker's own.
  public static final Set<Sip2Field> STANDARD = EnumSet.range(AA, DA);

  private final String title;
  private final Kind kind;
  private final Privacy privacy;

  Sip2Field(String title, Kind kind, Privacy privacy) {
    this.title = title;
    this.kind = kind;
    this.privacy = privacy;
  }

  Sip2Field(String title, Kind kind) {
    this(title, kind, Privacy.PERSONAL);
  }

  /// The field with this id; empty when nobody is known to send it.
  public static Optional<Sip2Field> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// What a person calls it.
  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  public Privacy privacy() {
    return privacy;
  }
}
