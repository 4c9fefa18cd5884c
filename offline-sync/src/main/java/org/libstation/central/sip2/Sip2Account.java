package org.libstation.central.sip2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.central.sip2.Sip2Lists.ListKind;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.ChargeLine;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.PlainText;
import org.libstation.circulation.Refusal;

/// Reads a patron's account by SIP2. Three patron requests (63) bring the fines, the holds on the
/// shelf and the holds that wait. An item request (17) looks up each item that is only named by its
/// barcode, up to a limit.
final class Sip2Account {
  /// Most items that are looked up for one account.
  private static final int MOST_LOOKS = 40;

  private final Sip2Dialect dialect;
  private final Sip2Reading reading;
  private final FineLines fines;
  private final Function<ListKind, Answer<Sip2Lists.WholeList>> list;
  private final Function<ItemId, Answer<Sip2Response.ItemInformationResponse>> look;
  private final Map<ItemId, Optional<Sip2Response.ItemInformationResponse>> looks = new HashMap<>();

  /// A reader for one account, used once.
  ///
  /// @param list reads a list of this patron
  /// @param look asks about an item
  Sip2Account(
      Sip2Dialect dialect,
      Sip2Reading reading,
      Function<ListKind, Answer<Sip2Lists.WholeList>> list,
      Function<ItemId, Answer<Sip2Response.ItemInformationResponse>> look) {
    this.dialect = dialect;
    this.reading = reading;
    this.fines = new FineLines(dialect);
    this.list = list;
    this.look = look;
  }

  Answer<PatronAccount> read(PatronId patron) {
    return list.apply(ListKind.FINES).then(whole -> account(patron, whole));
  }

  private Answer<PatronAccount> account(PatronId patron, Sip2Lists.WholeList first) {
    PatronLook standing = reading.patron(patron, first.first(), false, Optional.empty());
    List<HoldLine> holds = new ArrayList<>();
    if (!(hold(ListKind.HOLDS, holds) && hold(ListKind.UNAVAILABLE_HOLDS, holds))) {
      return Answer.NotSent.because("the list of holds was not answered");
    }
    holds.sort(Comparator.comparing(line -> !line.ready()));
    List<CentralWords> messages = new ArrayList<>();
    for (RefusalRule rule : dialect.meaning().known(first.first().screenMessages())) {
      if (rule.reason() == Refusal.RefusalReason.OTHER && !rule.words().isEmpty()) {
        messages.add(rule.words());
      }
    }
    return new Answer.Accepted<>(
        new PatronAccount(standing, charges(first), holds, standing.reasons(), messages));
  }

  private List<ChargeLine> charges(Sip2Lists.WholeList first) {
    return fines.of(first).stream().map(this::titled).toList();
  }

  private ChargeLine titled(ChargeLine line) {
    return line.title().isPresent()
        ? line
        : line.titled(line.item().flatMap(this::looked).flatMap(Sip2Account::title));
  }

  /// Adds the holds of one list.
  ///
  /// @return whether the list was answered
  private boolean hold(ListKind kind, List<HoldLine> into) {
    if (!(list.apply(kind) instanceof Answer.Accepted<Sip2Lists.WholeList>(var whole))) {
      return false;
    }
    boolean listedReady =
        kind == ListKind.HOLDS
            && dialect.meaning().account().holdItems() == Sip2Dialect.HoldItems.READY;
    for (String value : whole.values()) {
      HoldLine line = hold(value, listedReady);
      // If "hold items" include all holds, a waiting one may be in both lists.
      if (into.stream().noneMatch(known -> same(known, line))) {
        into.add(line);
      }
    }
    return true;
  }

  private static boolean same(HoldLine one, HoldLine other) {
    return one.item().isPresent() && one.item().equals(other.item());
  }

  private HoldLine hold(String value, boolean listedReady) {
    Optional<Sip2Response.ItemInformationResponse> known =
        canBeBarcode(value) ? looked(new ItemId(value)) : Optional.empty();
    if (known.isEmpty()) {
      return new HoldLine(
          canBeBarcode(value) ? Optional.of(new ItemId(value)) : Optional.empty(),
          canBeBarcode(value) ? "" : PlainText.of(value),
          listedReady,
          Optional.empty(),
          Optional.empty());
    }
    Sip2Response.ItemInformationResponse item = known.get();
    boolean onHoldShelf = item.circulationStatus().equals("08");
    boolean ready =
        switch (dialect.meaning().account().holdItems()) {
          case READY -> listedReady;
          case ALL -> onHoldShelf;
        };
    return new HoldLine(
        Optional.of(new ItemId(value)),
        title(item).orElse(""),
        ready,
        ready ? item.fields().filled("CM").map(reading::due) : Optional.empty(),
        item.fields().filled("BS"));
  }

  private boolean canBeBarcode(String value) {
    return dialect.meaning().account().loans() == Sip2Dialect.LoanList.BARCODES
        && ItemId.fits(value)
        && value.indexOf(' ') < 0
        && value.chars().anyMatch(Character::isDigit);
  }

  private Optional<Sip2Response.ItemInformationResponse> looked(ItemId item) {
    if (!looks.containsKey(item) && looks.size() >= MOST_LOOKS) {
      return Optional.empty();
    }
    return looks.computeIfAbsent(
        item,
        asked ->
            look.apply(asked)
                    instanceof Answer.Accepted<Sip2Response.ItemInformationResponse>(var answer)
                ? Optional.of(answer)
                : Optional.empty());
  }

  private static Optional<String> title(Sip2Response.ItemInformationResponse item) {
    return item.title()
        .map(String::strip)
        .filter(title -> !title.isEmpty() && !title.toLowerCase(Locale.ROOT).equals("unknown"));
  }
}
