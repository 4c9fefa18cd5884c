package org.libstation.central.sip2;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every message of SIP 2.00: its code, its name and its fixed fields in their order. Codecs, tools
/// and tests all read this table.
///
/// Fixed fields are written `name:kind`. A kind is `flag` (Y, N or U), `ok` (1 or 0), `date` (18
/// characters), `count/N` (digits, blanks when unknown) or `text/N`. Source: SIP 2.00, "message
/// formats".
// The lists are unmodifiable, the array never leaves this class, and the functions hold no state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Sip2Layout {
  BLOCK_PATRON(
      "01",
      "Block Patron",
      "24",
      Sip2Request.BlockPatron.class,
      "card_retained:flag transaction_date:date"),
  CHECKIN(
      "09",
      "Checkin",
      "10",
      Sip2Request.Checkin.class,
      "no_block:flag transaction_date:date return_date:date"),
  CHECKIN_RESPONSE(
      "10",
      "Checkin Response",
      "",
      Sip2Response.CheckinResponse.class,
      "ok:ok resensitize:flag magnetic_media:flag alert:flag transaction_date:date"),
  CHECKOUT(
      "11",
      "Checkout",
      "12",
      Sip2Request.Checkout.class,
      "sc_renewal_policy:flag no_block:flag transaction_date:date nb_due_date:date"),
  CHECKOUT_RESPONSE(
      "12",
      "Checkout Response",
      "",
      Sip2Response.CheckoutResponse.class,
      "ok:ok renewal_ok:flag magnetic_media:flag desensitize:flag transaction_date:date"),
  HOLD("15", "Hold", "16", Sip2Request.Hold.class, "hold_mode:text/1 transaction_date:date"),
  HOLD_RESPONSE(
      "16",
      "Hold Response",
      "",
      Sip2Response.HoldResponse.class,
      "ok:ok available:flag transaction_date:date"),
  ITEM_INFORMATION(
      "17", "Item Information", "18", Sip2Request.ItemInformation.class, "transaction_date:date"),
  ITEM_INFORMATION_RESPONSE(
      "18",
      "Item Information Response",
      "",
      Sip2Response.ItemInformationResponse.class,
      "circulation_status:text/2 security_marker:text/2 fee_type:text/2 transaction_date:date"),
  ITEM_STATUS_UPDATE(
      "19",
      "Item Status Update",
      "20",
      Sip2Request.ItemStatusUpdate.class,
      "transaction_date:date"),
  ITEM_STATUS_UPDATE_RESPONSE(
      "20",
      "Item Status Update Response",
      "",
      Sip2Response.ItemStatusUpdateResponse.class,
      "item_properties_ok:ok transaction_date:date"),
  PATRON_STATUS(
      "23",
      "Patron Status Request",
      "24",
      Sip2Request.PatronStatus.class,
      "language:text/3 transaction_date:date"),
  PATRON_STATUS_RESPONSE(
      "24",
      "Patron Status Response",
      "",
      Sip2Response.PatronStatusResponse.class,
      "patron_status:text/14 language:text/3 transaction_date:date"),
  PATRON_ENABLE(
      "25", "Patron Enable", "26", Sip2Request.PatronEnable.class, "transaction_date:date"),
  PATRON_ENABLE_RESPONSE(
      "26",
      "Patron Enable Response",
      "",
      Sip2Response.PatronEnableResponse.class,
      "patron_status:text/14 language:text/3 transaction_date:date"),
  RENEW(
      "29",
      "Renew",
      "30",
      Sip2Request.Renew.class,
      "third_party_allowed:flag no_block:flag transaction_date:date nb_due_date:date"),
  RENEW_RESPONSE(
      "30",
      "Renew Response",
      "",
      Sip2Response.RenewResponse.class,
      "ok:ok renewal_ok:flag magnetic_media:flag desensitize:flag transaction_date:date"),
  END_SESSION(
      "35", "End Patron Session", "36", Sip2Request.EndSession.class, "transaction_date:date"),
  END_SESSION_RESPONSE(
      "36",
      "End Session Response",
      "",
      Sip2Response.EndSessionResponse.class,
      "end_session:flag transaction_date:date"),
  FEE_PAID(
      "37",
      "Fee Paid",
      "38",
      Sip2Request.FeePaid.class,
      "transaction_date:date fee_type:text/2 payment_type:text/2 currency_type:text/3"),
  FEE_PAID_RESPONSE(
      "38",
      "Fee Paid Response",
      "",
      Sip2Response.FeePaidResponse.class,
      "payment_accepted:flag transaction_date:date"),
  PATRON_INFORMATION(
      "63",
      "Patron Information",
      "64",
      Sip2Request.PatronInformation.class,
      "language:text/3 transaction_date:date summary:text/10"),
  PATRON_INFORMATION_RESPONSE(
      "64",
      "Patron Information Response",
      "",
      Sip2Response.PatronInformationResponse.class,
      "patron_status:text/14 language:text/3 transaction_date:date hold_items_count:count/4"
          + " overdue_items_count:count/4 charged_items_count:count/4 fine_items_count:count/4"
          + " recall_items_count:count/4 unavailable_holds_count:count/4"),
  RENEW_ALL("65", "Renew All", "66", Sip2Request.RenewAll.class, "transaction_date:date"),
  RENEW_ALL_RESPONSE(
      "66",
      "Renew All Response",
      "",
      Sip2Response.RenewAllResponse.class,
      "ok:ok renewed_count:count/4 unrenewed_count:count/4 transaction_date:date"),
  LOGIN("93", "Login", "94", Sip2Request.Login.class, "uid_algorithm:text/1 pwd_algorithm:text/1"),
  LOGIN_RESPONSE("94", "Login Response", "", Sip2Response.LoginResponse.class, "ok:ok"),
  SC_RESEND("96", "Request SC Resend", "", Sip2Response.ResendResponse.class, ""),
  ACS_RESEND("97", "Request ACS Resend", "", Sip2Request.Resend.class, ""),
  ACS_STATUS(
      "98",
      "ACS Status",
      "",
      Sip2Response.AcsStatus.class,
      "on_line_status:flag checkin_ok:flag checkout_ok:flag acs_renewal_policy:flag"
          + " status_update_ok:flag off_line_ok:flag timeout_period:count/3 retries_allowed:count/3"
          + " date_time_sync:date protocol_version:text/4"),
  SC_STATUS(
      "99",
      "SC Status",
      "98",
      Sip2Request.ScStatus.class,
      "status_code:text/1 max_print_width:text/3 protocol_version:text/4");

  /// What a fixed field holds.
  public enum FixedKind {
    /// `Y`, `N` or `U`
    FLAG,
    /// `1` or `0`
    OK,
    /// 18 characters, see [Sip2Date]
    DATE,
    /// digits with leading zeros; blanks if the number is not known
    COUNT,
    TEXT
  }

  /// One fixed field.
  ///
  /// @param name the name in SIP 2.00, in lower case with underscores
  /// @param width characters on the wire
  public record Fixed(String name, FixedKind kind, int width) {
    private static Fixed read(String notation) {
      String name = notation.substring(0, notation.indexOf(':'));
      String kind = notation.substring(name.length() + 1);
      return switch (kind) {
        case "flag" -> new Fixed(name, FixedKind.FLAG, 1);
        case "ok" -> new Fixed(name, FixedKind.OK, 1);
        case "date" -> new Fixed(name, FixedKind.DATE, Sip2Date.LENGTH);
        default -> {
          String[] parts = kind.split("/", -1);
          FixedKind sort = parts[0].equals("count") ? FixedKind.COUNT : FixedKind.TEXT;
          yield new Fixed(name, sort, Integer.parseInt(parts[1]));
        }
      };
    }
  }

  private static final Map<String, Sip2Layout> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Sip2Layout::code, Function.identity()));

  private static final Map<Class<?>, Sip2Layout> BY_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(each -> each.type, Function.identity()));

  private final String code;
  private final String title;
  private final String answer;
  private final List<Fixed> fixed;
  private final int[] widths;
  private final Class<? extends Record> type;
  private final Constructor<?> maker;

  Sip2Layout(String code, String title, String answer, Class<? extends Record> type, String fixed) {
    this.code = code;
    this.title = title;
    this.answer = answer;
    this.fixed = words(fixed).stream().map(Fixed::read).toList();
    this.widths = this.fixed.stream().mapToInt(Fixed::width).toArray();
    this.type = type;
    this.maker = type.getConstructors()[0];
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /// The message with this code; empty if SIP 2.00 has none.
  public static Optional<Sip2Layout> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /// The table's entry for a message class.
  static Sip2Layout of(Class<?> message) {
    return Objects.requireNonNull(BY_TYPE.get(message));
  }

  /// The two-digit code.
  public String code() {
    return code;
  }

  /// The message's name in SIP 2.00.
  public String title() {
    return title;
  }

  /// The answer to this request. Empty for answers, and for 97, which asks for whatever was sent
  /// last.
  public Optional<Sip2Layout> answer() {
    return of(answer);
  }

  public List<Fixed> fixed() {
    return fixed;
  }

  /// Splits the text after the code into the fixed fields, leniently.
  FixedPart cut(String text) {
    return FixedPart.read(text, widths);
  }

  /// Reads the text after the code as a message. Each component of the message's record is a fixed
  /// field; the last one holds all variable fields.
  Sip2Message read(String text) {
    FixedPart part = cut(text);
    Object[] values = new Object[fixed.size() + 1];
    for (int i = 0; i < fixed.size(); i++) {
      values[i] =
          switch (fixed.get(i).kind()) {
            case FLAG, OK -> part.flag(i);
            case DATE -> part.date(i);
            case COUNT -> part.count(i);
            case TEXT -> part.text(i);
          };
    }
    values[fixed.size()] = Sip2Fields.read(part.rest());
    try {
      return (Sip2Message) maker.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(title + " is not as its record", e);
    }
  }

  /// The fixed fields of a message as they are on the wire, each of exactly its width.
  ///
  /// @param message of this layout's record
  String write(Sip2Message message) {
    StringBuilder text = new StringBuilder();
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < fixed.size(); i++) {
      try {
        text.append(written(fixed.get(i), components[i].getAccessor().invoke(message)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(title + " is not as its record", e);
      }
    }
    return text.toString();
  }

  private static String written(Fixed field, Object value) {
    return switch (value) {
      case Sip2Flag flag -> field.kind() == FixedKind.OK ? flag.digit() : flag.letter();
      case Sip2Date date -> FixedPart.fit(date.text(), field.width());
      case OptionalInt count -> FixedPart.count(count, field.width());
      case String text -> FixedPart.fit(text, field.width());
      default -> throw new IllegalArgumentException(field.name() + " of " + value.getClass());
    };
  }
}
