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
  AA("patron identifier", ValueKind.TEXT, Privacy.CARD),
  AB("item identifier", ValueKind.TEXT, Privacy.SHOWN),
  AC("terminal password", ValueKind.TEXT, Privacy.SECRET),
  AD("patron password", ValueKind.TEXT, Privacy.SECRET),
  AE("personal name", ValueKind.TEXT, Privacy.PERSONAL),
  AF("screen message", ValueKind.TEXT, Privacy.WORDS),
  AG("print line", ValueKind.TEXT, Privacy.WORDS),
  AH("due date", ValueKind.FREE_DATE, Privacy.SHOWN),
  AJ("title identifier", ValueKind.TEXT, Privacy.PERSONAL),
  AL("blocked card message", ValueKind.TEXT, Privacy.WORDS),
  AM("library name", ValueKind.TEXT, Privacy.SHOWN),
  AN("terminal location", ValueKind.TEXT, Privacy.SHOWN),
  AO("institution id", ValueKind.TEXT, Privacy.SHOWN),
  AP("current location", ValueKind.TEXT, Privacy.PLACE),
  AQ("permanent location", ValueKind.TEXT, Privacy.PLACE),
  AS("hold items", ValueKind.TEXT, Privacy.PERSONAL),
  AT("overdue items", ValueKind.TEXT, Privacy.PERSONAL),
  AU("charged items", ValueKind.TEXT, Privacy.PERSONAL),
  AV("fine items", ValueKind.TEXT, Privacy.PERSONAL),
  BD("home address", ValueKind.TEXT, Privacy.PERSONAL),
  BE("e-mail address", ValueKind.TEXT, Privacy.PERSONAL),
  BF("home phone number", ValueKind.TEXT, Privacy.PERSONAL),
  BG("owner", ValueKind.TEXT, Privacy.PLACE),
  BH("currency type", ValueKind.TEXT, Privacy.SHOWN),
  BI("cancel", ValueKind.FLAG, Privacy.SHOWN),
  BK("transaction id", ValueKind.TEXT, Privacy.PERSONAL),
  BL("valid patron", ValueKind.FLAG, Privacy.SHOWN),
  BM("renewed items", ValueKind.TEXT, Privacy.SHOWN),
  BN("unrenewed items", ValueKind.TEXT, Privacy.SHOWN),
  BO("fee acknowledged", ValueKind.FLAG, Privacy.SHOWN),
  BP("start item", ValueKind.NUMBER, Privacy.SHOWN),
  BQ("end item", ValueKind.NUMBER, Privacy.SHOWN),
  BR("queue position", ValueKind.NUMBER, Privacy.SHOWN),
  BS("pickup location", ValueKind.TEXT, Privacy.PLACE),
  BT("fee type", ValueKind.NUMBER, Privacy.SHOWN),
  BU("recall items", ValueKind.TEXT, Privacy.PERSONAL),
  BV("fee amount", ValueKind.AMOUNT, Privacy.SHOWN),
  BW("expiration date", ValueKind.FREE_DATE, Privacy.SHOWN),
  BX("supported messages", ValueKind.TEXT, Privacy.SHOWN),
  BY("hold type", ValueKind.NUMBER, Privacy.SHOWN),
  BZ("hold items limit", ValueKind.NUMBER, Privacy.SHOWN),
  CA("overdue items limit", ValueKind.NUMBER, Privacy.SHOWN),
  CB("charged items limit", ValueKind.NUMBER, Privacy.SHOWN),
  CC("fee limit", ValueKind.AMOUNT, Privacy.SHOWN),
  CD("unavailable hold items", ValueKind.TEXT, Privacy.PERSONAL),
  CF("hold queue length", ValueKind.NUMBER, Privacy.SHOWN),
  CG("fee identifier", ValueKind.TEXT, Privacy.PERSONAL),
  CH("item properties", ValueKind.TEXT, Privacy.PERSONAL),
  CI("security inhibit", ValueKind.FLAG, Privacy.SHOWN),
  CJ("recall date", ValueKind.FREE_DATE, Privacy.SHOWN),
  CK("media type", ValueKind.NUMBER, Privacy.SHOWN),
  CL("sort bin", ValueKind.TEXT, Privacy.PLACE),
  CM("hold pickup date", ValueKind.FREE_DATE, Privacy.SHOWN),
  CN("login user id", ValueKind.TEXT, Privacy.PERSONAL),
  CO("login password", ValueKind.TEXT, Privacy.SECRET),
  CP("location code", ValueKind.TEXT, Privacy.SHOWN),
  CQ("valid patron password", ValueKind.FLAG, Privacy.SHOWN),

  // 3M's extensions of 2005, for sorters.
  CR("collection code", ValueKind.TEXT, Privacy.PLACE),
  CS("call number", ValueKind.TEXT, Privacy.PERSONAL),
  CT("destination location", ValueKind.TEXT, Privacy.PLACE),
  CV("alert type", ValueKind.TEXT, Privacy.PLACE),
  CY("hold patron id", ValueKind.TEXT, Privacy.PERSONAL),
  DA("hold patron name", ValueKind.TEXT, Privacy.PERSONAL),

  // Makers' own.
  BC("birth date and time (Polaris)", ValueKind.TEXT),
  DE("summary (fsip2)", ValueKind.TEXT),
  EA("author (fsip2)", ValueKind.TEXT),
  FA("remaining amount (edge-sip2)", ValueKind.TEXT),
  FB("item of the fee (edge-sip2)", ValueKind.TEXT),
  FC("date of the fee (edge-sip2)", ValueKind.TEXT),
  FD("title of the fee (edge-sip2)", ValueKind.TEXT),
  FE("fee type id (edge-sip2)", ValueKind.TEXT),
  FF("fee type name (edge-sip2)", ValueKind.TEXT),
  FG("amount just paid (edge-sip2)", ValueKind.TEXT),
  FU("patron group (edge-sip2)", ValueKind.TEXT),
  FV("patron group description (edge-sip2)", ValueKind.TEXT),
  IN("ISBN (fsip2)", ValueKind.TEXT),
  MA("bibliographic id", ValueKind.TEXT),
  MB("ISBN", ValueKind.TEXT),
  MC("LCCN", ValueKind.TEXT),
  NB("other identifiers (fsip2)", ValueKind.TEXT),
  OR("register login (EnvisionWare)", ValueKind.TEXT),
  PA("card expiry (SIPServer)", ValueKind.TEXT),
  PB("birth date (EnvisionWare)", ValueKind.TEXT),
  PC("patron class (EnvisionWare)", ValueKind.TEXT),
  PE("patron code (Polaris)", ValueKind.TEXT),
  PI("internet permission (EnvisionWare)", ValueKind.TEXT),
  PX("card expiry (Polaris)", ValueKind.TEXT),
  PZ("postal code (Polaris)", ValueKind.TEXT),
  RN("check number (EnvisionWare)", ValueKind.TEXT),
  XI("internal patron number (Evergreen)", ValueKind.TEXT);

  /// What a value is.
  public enum ValueKind {
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
  private final ValueKind kind;
  private final Privacy privacy;

  Sip2Field(String title, ValueKind kind, Privacy privacy) {
    this.title = title;
    this.kind = kind;
    this.privacy = privacy;
  }

  Sip2Field(String title, ValueKind kind) {
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

  public ValueKind kind() {
    return kind;
  }

  public Privacy privacy() {
    return privacy;
  }
}
