package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;

/// Reads the charges from the fine list of a patron response (64). SIP 2.00 leaves AV as free text,
/// and each central system writes it differently. FOLIO's edge-sip2 sends groups of fields instead;
/// each group begins with CG.
final class FineLines {
  /// An amount with two decimals and, if present, the sign or code of a currency beside it.
  private static final Pattern ANY =
      Pattern.compile(
          "(?<before>.*?)\\s*(?:\\b[A-Z]{3}\\s?|[$£€¥]\\s?)?(?<amount>-?\\d{1,9}\\.\\d{2})(?!\\d)"
              + "(?:\\s?[A-Z]{3}\\b)?\\s*(?<after>.*)");

  private final Optional<Pattern> own;
  private final Currency currency;

  /// @param own how this system writes a line: a regular expression with the group `amount` and
  ///   perhaps `id`, `what`, `item` and `title`; empty if not known
  FineLines(Optional<String> own, Currency currency) {
    this.own = own.map(Pattern::compile);
    this.currency = currency;
  }

  FineLines(Sip2Dialect dialect) {
    this(dialect.meaning().account().fineLine(), dialect.place().currency());
  }

  /// The charges of a fine list, from groups of fields if there are any, otherwise from AV.
  List<ChargeLine> of(Sip2Lists.WholeList list) {
    List<ChargeLine> lines = groups(list.first().fields());
    return lines.isEmpty() ? read(list.values()) : lines;
  }

  /// Reads one charge from each AV. The amount is empty if none is found.
  List<ChargeLine> read(List<String> lines) {
    return lines.stream().map(this::line).toList();
  }

  private ChargeLine line(String text) {
    Optional<Matcher> fits =
        own.map(pattern -> pattern.matcher(text)).filter(matcher -> matcher.matches());
    if (fits.isPresent()) {
      Matcher matcher = fits.get();
      String what = group(matcher, "what").orElse("");
      return new ChargeLine(
          group(matcher, "id"),
          ChargeLine.ChargeReason.of(what),
          what,
          group(matcher, "amount").flatMap(this::money),
          group(matcher, "item").filter(FineLines::canBeItem).map(ItemId::new),
          group(matcher, "title"));
    }
    Matcher any = ANY.matcher(text);
    if (!any.matches()) {
      return new ChargeLine(
          Optional.empty(),
          ChargeLine.ChargeReason.of(text),
          text.strip(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    String what = (any.group("before") + " " + any.group("after")).strip();
    return new ChargeLine(
        Optional.empty(),
        ChargeLine.ChargeReason.of(what),
        what,
        money(any.group("amount")),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name)
        ? Optional.ofNullable(matcher.group(name)).map(String::strip).filter(s -> !s.isEmpty())
        : Optional.empty();
  }

  private static boolean canBeItem(String text) {
    return text.length() <= 64;
  }

  private Optional<Money> money(String decimal) {
    try {
      return Optional.of(Money.parse(decimal, currency));
    } catch (NumberFormatException | ArithmeticException noAmount) {
      return Optional.empty();
    }
  }

  /// Reads the groups of edge-sip2: CG is the number of the charge, FA the amount left, FB the
  /// item's barcode, FD its title, FF the type in words.
  List<ChargeLine> groups(Sip2Fields fields) {
    List<ChargeLine> lines = new ArrayList<>();
    Sip2Fields group = Sip2Fields.NONE;
    for (Sip2Fields.Field field : fields.list()) {
      if (field.id().equals("CG")) {
        group(group).ifPresent(lines::add);
        group = Sip2Fields.NONE;
      }
      group = group.with(field.id(), field.value());
    }
    group(group).ifPresent(lines::add);
    return lines;
  }

  private Optional<ChargeLine> group(Sip2Fields group) {
    Optional<String> id = group.filled("CG");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String what = group.filled("FF").orElse("");
    return Optional.of(
        new ChargeLine(
            id,
            ChargeLine.ChargeReason.of(what),
            what,
            group.filled("FA").flatMap(this::money),
            group.filled("FB").filter(FineLines::canBeItem).map(ItemId::new),
            group.filled("FD")));
  }
}
