package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every message of SIP 2.00: its code, its name, its fixed fields in their order, and the variable
/// fields it may carry. The one table that codecs, tools and tests read.
///
/// Fixed fields are written `name:kind`, the kind being `flag` (Y, N or U), `ok` (1 or 0), `date`
/// (18 characters), `count/N` (digits, blanks when unknown) or `text/N`. Variable fields: `AB` is
/// required, `AB?` may be missing, `AB*` may be missing and may repeat. Source: SIP 2.00, "message
/// formats"; 3M's extensions of 2005; what recorded systems add.
// The lists are unmodifiable, the array never leaves, and the functions keep nothing.
@SuppressWarnings("ImmutableEnumChecker")
public enum Sip2Layout {
  BLOCK_PATRON(
      "01",
      "Block Patron",
      "24",
      "card_retained:flag transaction_date:date",
      "AO AL AA AC",
      (part, fields) -> new Sip2Request.BlockPatron(part.flag(0), part.date(1), fields)),
  CHECKIN(
      "09",
      "Checkin",
      "10",
      "no_block:flag transaction_date:date return_date:date",
      "AP AO AB AC CH? BI?",
      (part, fields) -> new Sip2Request.Checkin(part.flag(0), part.date(1), part.date(2), fields)),
  CHECKIN_RESPONSE(
      "10",
      "Checkin Response",
      "",
      "ok:ok resensitize:flag magnetic_media:flag alert:flag transaction_date:date",
      "AO AB AQ AJ? CL? AA? CK? CH? CR? CS? CT? CV? CY? DA? BF? BH? BV? AF* AG*",
      (part, fields) ->
          new Sip2Response.Checkin(
              part.flag(0), part.flag(1), part.flag(2), part.flag(3), part.date(4), fields)),
  CHECKOUT(
      "11",
      "Checkout",
      "12",
      "sc_renewal_policy:flag no_block:flag transaction_date:date nb_due_date:date",
      "AO AA AB AC CH? AD? BO? BI?",
      (part, fields) ->
          new Sip2Request.Checkout(part.flag(0), part.flag(1), part.date(2), part.date(3), fields)),
  CHECKOUT_RESPONSE(
      "12",
      "Checkout Response",
      "",
      "ok:ok renewal_ok:flag magnetic_media:flag desensitize:flag transaction_date:date",
      "AO AA AB AJ AH BT? CI? BH? BV? CK? CH? BK? BL? CQ? AF* AG*",
      (part, fields) ->
          new Sip2Response.Checkout(
              part.flag(0), part.flag(1), part.flag(2), part.flag(3), part.date(4), fields)),
  HOLD(
      "15",
      "Hold",
      "16",
      "hold_mode:text/1 transaction_date:date",
      "BW? BS? BY? AO AA AD? AB? AJ? AC? BO? MA? MB? MC?",
      (part, fields) -> new Sip2Request.Hold(part.text(0), part.date(1), fields)),
  HOLD_RESPONSE(
      "16",
      "Hold Response",
      "",
      "ok:ok available:flag transaction_date:date",
      "BW? BR? BS? AO AA AB? AJ? MA? MB? MC? AF* AG*",
      (part, fields) -> new Sip2Response.Hold(part.flag(0), part.flag(1), part.date(2), fields)),
  ITEM_INFORMATION(
      "17",
      "Item Information",
      "18",
      "transaction_date:date",
      "AO AB AC?",
      (part, fields) -> new Sip2Request.ItemInformation(part.date(0), fields)),
  ITEM_INFORMATION_RESPONSE(
      "18",
      "Item Information Response",
      "",
      "circulation_status:text/2 security_marker:text/2 fee_type:text/2 transaction_date:date",
      "CF? AH? CJ? CM? AB AJ BG? BH? BV? CK? AQ? AP? CH? CR? CS? CT? CY? DA? DE? EA? IN? NB? AF*"
          + " AG*",
      (part, fields) ->
          new Sip2Response.ItemInformation(
              part.text(0), part.text(1), part.text(2), part.date(3), fields)),
  ITEM_STATUS_UPDATE(
      "19",
      "Item Status Update",
      "20",
      "transaction_date:date",
      "AO AB AC? CH",
      (part, fields) -> new Sip2Request.ItemStatusUpdate(part.date(0), fields)),
  ITEM_STATUS_UPDATE_RESPONSE(
      "20",
      "Item Status Update Response",
      "",
      "item_properties_ok:ok transaction_date:date",
      "AB AJ? CH? AF* AG*",
      (part, fields) -> new Sip2Response.ItemStatusUpdate(part.flag(0), part.date(1), fields)),
  PATRON_STATUS(
      "23",
      "Patron Status Request",
      "24",
      "language:text/3 transaction_date:date",
      "AO AA AC AD",
      (part, fields) -> new Sip2Request.PatronStatus(part.text(0), part.date(1), fields)),
  PATRON_STATUS_RESPONSE(
      "24",
      "Patron Status Response",
      "",
      "patron_status:text/14 language:text/3 transaction_date:date",
      "AO AA AE BL? CQ? BH? BV? AF* AG*",
      (part, fields) ->
          new Sip2Response.PatronStatus(part.text(0), part.text(1), part.date(2), fields)),
  PATRON_ENABLE(
      "25",
      "Patron Enable",
      "26",
      "transaction_date:date",
      "AO AA AC? AD?",
      (part, fields) -> new Sip2Request.PatronEnable(part.date(0), fields)),
  PATRON_ENABLE_RESPONSE(
      "26",
      "Patron Enable Response",
      "",
      "patron_status:text/14 language:text/3 transaction_date:date",
      "AO AA AE BL? CQ? AF* AG*",
      (part, fields) ->
          new Sip2Response.PatronEnable(part.text(0), part.text(1), part.date(2), fields)),
  RENEW(
      "29",
      "Renew",
      "30",
      "third_party_allowed:flag no_block:flag transaction_date:date nb_due_date:date",
      "AO AA AD? AB? AJ? AC? CH? BO?",
      (part, fields) ->
          new Sip2Request.Renew(part.flag(0), part.flag(1), part.date(2), part.date(3), fields)),
  RENEW_RESPONSE(
      "30",
      "Renew Response",
      "",
      "ok:ok renewal_ok:flag magnetic_media:flag desensitize:flag transaction_date:date",
      "AO AA AB AJ AH BT? CI? BH? BV? CK? CH? BK? AF* AG*",
      (part, fields) ->
          new Sip2Response.Renew(
              part.flag(0), part.flag(1), part.flag(2), part.flag(3), part.date(4), fields)),
  END_SESSION(
      "35",
      "End Patron Session",
      "36",
      "transaction_date:date",
      "AO AA AC? AD?",
      (part, fields) -> new Sip2Request.EndSession(part.date(0), fields)),
  END_SESSION_RESPONSE(
      "36",
      "End Session Response",
      "",
      "end_session:flag transaction_date:date",
      "AO AA AF* AG*",
      (part, fields) -> new Sip2Response.EndSession(part.flag(0), part.date(1), fields)),
  FEE_PAID(
      "37",
      "Fee Paid",
      "38",
      "transaction_date:date fee_type:text/2 payment_type:text/2 currency_type:text/3",
      "BV AO AA AC? AD? CG? BK? OR? RN?",
      (part, fields) ->
          new Sip2Request.FeePaid(part.date(0), part.text(1), part.text(2), part.text(3), fields)),
  FEE_PAID_RESPONSE(
      "38",
      "Fee Paid Response",
      "",
      "payment_accepted:flag transaction_date:date",
      "AO AA BK? CG* FA* FC* FE* FG* AF* AG*",
      (part, fields) -> new Sip2Response.FeePaid(part.flag(0), part.date(1), fields)),
  PATRON_INFORMATION(
      "63",
      "Patron Information",
      "64",
      "language:text/3 transaction_date:date summary:text/10",
      "AO AA AC? AD? BP? BQ?",
      (part, fields) ->
          new Sip2Request.PatronInformation(part.text(0), part.date(1), part.text(2), fields)),
  PATRON_INFORMATION_RESPONSE(
      "64",
      "Patron Information Response",
      "",
      "patron_status:text/14 language:text/3 transaction_date:date hold_items_count:count/4"
          + " overdue_items_count:count/4 charged_items_count:count/4 fine_items_count:count/4"
          + " recall_items_count:count/4 unavailable_holds_count:count/4",
      "AO AA AE BZ? CA? CB? BL? CQ? BH? BV? CC? AS* AT* AU* AV* BU* CD* BD? BE? BF? AQ? BC? CG*"
          + " FA* FB* FC* FD* FE* FF* FU? FV? PA? PB? PC? PE? PI? PX? PZ? XI? AF* AG*",
      (part, fields) ->
          new Sip2Response.PatronInformation(
              part.text(0),
              part.text(1),
              part.date(2),
              part.count(3),
              part.count(4),
              part.count(5),
              part.count(6),
              part.count(7),
              part.count(8),
              fields)),
  RENEW_ALL(
      "65",
      "Renew All",
      "66",
      "transaction_date:date",
      "AO AA AD? AC? BO?",
      (part, fields) -> new Sip2Request.RenewAll(part.date(0), fields)),
  RENEW_ALL_RESPONSE(
      "66",
      "Renew All Response",
      "",
      "ok:ok renewed_count:count/4 unrenewed_count:count/4 transaction_date:date",
      "AO BM* BN* AF* AG*",
      (part, fields) ->
          new Sip2Response.RenewAll(
              part.flag(0), part.count(1), part.count(2), part.date(3), fields)),
  LOGIN(
      "93",
      "Login",
      "94",
      "uid_algorithm:text/1 pwd_algorithm:text/1",
      "CN CO CP?",
      (part, fields) -> new Sip2Request.Login(part.text(0), part.text(1), fields)),
  LOGIN_RESPONSE(
      "94",
      "Login Response",
      "",
      "ok:ok",
      "",
      (part, fields) -> new Sip2Response.Login(part.flag(0), fields)),
  SC_RESEND("96", "Request SC Resend", "", "", "", (_, fields) -> new Sip2Response.Resend(fields)),
  ACS_RESEND("97", "Request ACS Resend", "", "", "", (_, fields) -> new Sip2Request.Resend(fields)),
  ACS_STATUS(
      "98",
      "ACS Status",
      "",
      "on_line_status:flag checkin_ok:flag checkout_ok:flag acs_renewal_policy:flag"
          + " status_update_ok:flag off_line_ok:flag timeout_period:count/3"
          + " retries_allowed:count/3 date_time_sync:date protocol_version:text/4",
      "AO AM? BX AN? AF* AG*",
      (part, fields) ->
          new Sip2Response.AcsStatus(
              part.flag(0),
              part.flag(1),
              part.flag(2),
              part.flag(3),
              part.flag(4),
              part.flag(5),
              part.count(6),
              part.count(7),
              part.date(8),
              part.text(9),
              fields)),
  SC_STATUS(
      "99",
      "SC Status",
      "98",
      "status_code:text/1 max_print_width:text/3 protocol_version:text/4",
      "",
      (part, fields) -> new Sip2Request.ScStatus(part.text(0), part.text(1), part.text(2), fields));

  /// What a fixed field holds.
  public enum Kind {
    /// `Y`, `N` or `U`
    FLAG,
    /// `1` or `0`
    OK,
    /// 18 characters, see [Sip2Date]
    DATE,
    /// digits with leading zeros; blanks when it is not known
    COUNT,
    TEXT
  }

  /// @param name as SIP 2.00 calls it, in small letters with underscores
  /// @param width characters on the wire
  public record Fixed(String name, Kind kind, int width) {
    private static Fixed read(String notation) {
      String name = notation.substring(0, notation.indexOf(':'));
      String kind = notation.substring(name.length() + 1);
      return switch (kind) {
        case "flag" -> new Fixed(name, Kind.FLAG, 1);
        case "ok" -> new Fixed(name, Kind.OK, 1);
        case "date" -> new Fixed(name, Kind.DATE, Sip2Date.LENGTH);
        default -> {
          String[] parts = kind.split("/", -1);
          Kind sort = parts[0].equals("count") ? Kind.COUNT : Kind.TEXT;
          yield new Fixed(name, sort, Integer.parseInt(parts[1]));
        }
      };
    }
  }

  /// @param required by SIP 2.00; systems leave required fields out
  public record Variable(Sip2Field field, boolean required, boolean repeats) {
    private static Variable read(String notation) {
      char mark = notation.charAt(notation.length() - 1);
      return new Variable(
          Sip2Field.valueOf(notation.substring(0, 2)), mark != '?' && mark != '*', mark == '*');
    }
  }

  private static final Map<String, Sip2Layout> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Sip2Layout::code, Function.identity()));

  private final String code;
  private final String title;
  private final String answer;
  private final List<Fixed> fixed;
  private final List<Variable> variable;
  private final int[] widths;
  private final BiFunction<FixedPart, Sip2Fields, Sip2Message> message;

  Sip2Layout(
      String code,
      String title,
      String answer,
      String fixed,
      String variable,
      BiFunction<FixedPart, Sip2Fields, Sip2Message> message) {
    this.code = code;
    this.title = title;
    this.answer = answer;
    this.fixed = words(fixed).stream().map(Fixed::read).toList();
    this.variable = words(variable).stream().map(Variable::read).toList();
    this.widths = this.fixed.stream().mapToInt(Fixed::width).toArray();
    this.message = message;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /// The message with this code; empty when SIP 2.00 has none.
  public static Optional<Sip2Layout> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /// Two digits.
  public String code() {
    return code;
  }

  /// What SIP 2.00 calls it.
  public String title() {
    return title;
  }

  /// What the central system answers this with; empty for answers, and for 97, which is answered by
  /// whatever was said last.
  public Optional<Sip2Layout> answer() {
    return of(answer);
  }

  public List<Fixed> fixed() {
    return fixed;
  }

  public List<Variable> variable() {
    return variable;
  }

  /// Shares the text after the code out to the fixed fields, with forgiveness.
  FixedPart cut(String text) {
    return FixedPart.read(text, widths);
  }

  /// The message that such a text is.
  Sip2Message read(String text) {
    FixedPart part = cut(text);
    return message.apply(part, Sip2Fields.read(part.rest()));
  }

  /// Fixed fields as they are on the wire, each of exactly its width.
  ///
  /// @param values one [Sip2Flag], [Sip2Date], [OptionalInt] or [String] for each
  String write(Object... values) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < fixed.size(); i++) {
      written.add(written(fixed.get(i), values[i]));
    }
    return String.join("", written);
  }

  private static String written(Fixed field, Object value) {
    return switch (value) {
      case Sip2Flag flag -> field.kind() == Kind.OK ? flag.digit() : flag.letter();
      case Sip2Date date -> FixedPart.fit(date.text(), field.width());
      case OptionalInt count -> FixedPart.count(count, field.width());
      case String text -> FixedPart.fit(text, field.width());
      default -> throw new IllegalArgumentException(field.name() + " of " + value.getClass());
    };
  }
}
