package org.libstation.central.sip2;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every variable field of SIP 2.00, and those that makers added.
///
/// The name of a constant is the field's id on the wire. Sources: SIP 2.00, "variable-length
/// fields"; 3M's SIP2 extensions of 2005; the answers of Koha, Evergreen, FOLIO edge-sip2, fsip2
/// and Polaris. Makers give the same two letters different meanings. Their fields are listed here
/// only to explain them; the station must not rely on them.
public enum Sip2Field {
  AA("patron identifier", ValueKind.TEXT, FieldPrivacy.CARD),
  AB("item identifier", ValueKind.TEXT, FieldPrivacy.SHOWN),
  AC("terminal password", ValueKind.TEXT, FieldPrivacy.SECRET),
  AD("patron password", ValueKind.TEXT, FieldPrivacy.SECRET),
  AE("personal name", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  AF("screen message", ValueKind.TEXT, FieldPrivacy.WORDS),
  AG("print line", ValueKind.TEXT, FieldPrivacy.WORDS),
  AH("due date", ValueKind.FREE_DATE, FieldPrivacy.SHOWN),
  AJ("title identifier", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  AL("blocked card message", ValueKind.TEXT, FieldPrivacy.WORDS),
  AM("library name", ValueKind.TEXT, FieldPrivacy.SHOWN),
  AN("terminal location", ValueKind.TEXT, FieldPrivacy.SHOWN),
  AO("institution id", ValueKind.TEXT, FieldPrivacy.SHOWN),
  AP("current location", ValueKind.TEXT, FieldPrivacy.PLACE),
  AQ("permanent location", ValueKind.TEXT, FieldPrivacy.PLACE),
  AS("hold items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  AT("overdue items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  AU("charged items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  AV("fine items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BD("home address", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BE("e-mail address", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BF("home phone number", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BG("owner", ValueKind.TEXT, FieldPrivacy.PLACE),
  BH("currency type", ValueKind.TEXT, FieldPrivacy.SHOWN),
  BI("cancel", ValueKind.FLAG, FieldPrivacy.SHOWN),
  BK("transaction id", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BL("valid patron", ValueKind.FLAG, FieldPrivacy.SHOWN),
  BM("renewed items", ValueKind.TEXT, FieldPrivacy.SHOWN),
  BN("unrenewed items", ValueKind.TEXT, FieldPrivacy.SHOWN),
  BO("fee acknowledged", ValueKind.FLAG, FieldPrivacy.SHOWN),
  BP("start item", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  BQ("end item", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  BR("queue position", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  BS("pickup location", ValueKind.TEXT, FieldPrivacy.PLACE),
  BT("fee type", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  BU("recall items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  BV("fee amount", ValueKind.AMOUNT, FieldPrivacy.SHOWN),
  BW("expiration date", ValueKind.FREE_DATE, FieldPrivacy.SHOWN),
  BX("supported messages", ValueKind.TEXT, FieldPrivacy.SHOWN),
  BY("hold type", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  BZ("hold items limit", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  CA("overdue items limit", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  CB("charged items limit", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  CC("fee limit", ValueKind.AMOUNT, FieldPrivacy.SHOWN),
  CD("unavailable hold items", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  CF("hold queue length", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  CG("fee identifier", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  CH("item properties", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  CI("security inhibit", ValueKind.FLAG, FieldPrivacy.SHOWN),
  CJ("recall date", ValueKind.FREE_DATE, FieldPrivacy.SHOWN),
  CK("media type", ValueKind.NUMBER, FieldPrivacy.SHOWN),
  CL("sort bin", ValueKind.TEXT, FieldPrivacy.PLACE),
  CM("hold pickup date", ValueKind.FREE_DATE, FieldPrivacy.SHOWN),
  CN("login user id", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  CO("login password", ValueKind.TEXT, FieldPrivacy.SECRET),
  CP("location code", ValueKind.TEXT, FieldPrivacy.SHOWN),
  CQ("valid patron password", ValueKind.FLAG, FieldPrivacy.SHOWN),

  // 3M's extensions of 2005, for sorters.
  CR("collection code", ValueKind.TEXT, FieldPrivacy.PLACE),
  CS("call number", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  CT("destination location", ValueKind.TEXT, FieldPrivacy.PLACE),
  CV("alert type", ValueKind.TEXT, FieldPrivacy.PLACE),
  CY("hold patron id", ValueKind.TEXT, FieldPrivacy.PERSONAL),
  DA("hold patron name", ValueKind.TEXT, FieldPrivacy.PERSONAL),

  // Fields of single makers.
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

  /// The form of a value.
  public enum ValueKind {
    TEXT,
    /// A flag: `Y` or `N`.
    FLAG,
    /// A number in digits.
    NUMBER,
    /// An amount: decimal text with a point.
    AMOUNT,
    /// A date in any form, see [Sip2Date#due].
    FREE_DATE
  }

  /// How a log shows a value.
  public enum FieldPrivacy {
    SHOWN,
    /// A card number: its last four characters are shown.
    CARD,
    /// A place, a shelf or a bin. A short number is shown (a sort bin, an alert type). Any other
    /// text is shown by its shape: a shelf may carry the name of the patron who waits, and a place
    /// may be a patron's home library.
    PLACE,
    /// A sentence of the central system: its shape is shown ([TextShape]), because it may hold a
    /// person's name or number.
    WORDS,
    /// A name, an address or a title: only its length is shown.
    PERSONAL,
    /// A password: only its length is shown. Tools that speak with a system do not even show that.
    SECRET
  }

  private static final Map<String, Sip2Field> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  /// The fields of SIP 2.00 and of 3M's extensions; all others belong to single makers.
  public static final Set<Sip2Field> STANDARD = EnumSet.range(AA, DA);

  private final String title;
  private final ValueKind kind;
  private final FieldPrivacy privacy;

  Sip2Field(String title, ValueKind kind, FieldPrivacy privacy) {
    this.title = title;
    this.kind = kind;
    this.privacy = privacy;
  }

  Sip2Field(String title, ValueKind kind) {
    this(title, kind, FieldPrivacy.PERSONAL);
  }

  /// The field with this id; empty if no system is known to send it.
  public static Optional<Sip2Field> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// The field's name in words.
  public String title() {
    return title;
  }

  public ValueKind kind() {
    return kind;
  }

  public FieldPrivacy privacy() {
    return privacy;
  }
}
