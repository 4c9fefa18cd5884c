package org.libstation.screen.account;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.HoldLine;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.LoanRow;
import org.libstation.flow.state.LoanRow.RenewalState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Suspension;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.Spine;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.EndKey;
import org.libstation.screen.kit.widget.Head;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// Content of the patron's own account page.
public final class AccountViewModel extends ListModel {
  private static final long SOON_DAYS = 3;

  /// Gaps on the shelves while the central system is asked.
  private static final int AWAITED = 12;

  /// Rows that lead to reservations and charges; empty on those pages.
  public final ModelValue<List<AccountOption>> ways = new ModelValue<>(List.of());

  /// The picture that fills free room below a short list.
  public final ModelValue<Spare> spare = new ModelValue<>(new Spare.Books(List.of()));

  private final DetailsWords words;

  private Suspension suspension = Suspension.NONE;
  private boolean newsFirst;
  private boolean headCounts = true;
  private boolean largerRows;
  private boolean loading;

  /// A row that leads to another page.
  ///
  /// @param told its present state; empty = not known yet
  public record AccountOption(String head, String told, Key key) {}

  /// A picture for the topic of the page.
  public sealed interface Spare {
    /// Books on shelves.
    ///
    /// @param covers covers from [Spine#cover(String)]; empty = not known yet
    record Books(List<Optional<Integer>> covers) implements Spare {}

    /// Items on the shelf of reserved items.
    record Collected(int ready) implements Spare {}

    /// How to reserve a title.
    ///
    /// @param tray whether the item is laid on the tray; otherwise it is scanned
    record ReserveByReading(boolean tray) implements Spare {}

    /// The staff whom to ask or to pay.
    record StaffPicture() implements Spare {}

    /// The card terminal, where to pay.
    record CardTerminalPicture() implements Spare {}
  }

  public AccountViewModel(Voice voice, Look look) {
    super(voice, look);
    this.words = new DetailsWords(voice, look);
  }

  /// Whether notices come before the rows. Results of a reservation or a payment do; overdue loans
  /// are shown by their order among the rows.
  @Override
  public boolean noticesFirst() {
    return newsFirst;
  }

  @Override
  public boolean headCounts() {
    return headCounts;
  }

  /// Whether rows may be larger. Keys of loans disappear one by one, and a charge that is chosen
  /// for payment has a mark; only a wide panel has room beside them.
  @Override
  public boolean largerRows() {
    return largerRows;
  }

  @Override
  protected void fill(FlowState state) {
    Account account = state.session().map(Session::account).orElse(new Account.NotLoaded());
    AccountPart part =
        state.screen() instanceof Screen.MyAccount(AccountPart shown, int _)
            ? shown
            : AccountPart.LOANS;
    suspension = state.station().suspension();
    Details details =
        account instanceof Account.Loaded loaded ? loaded.details() : new Details.NotAsked();
    headCounts =
        switch (part) {
          case LOANS -> account instanceof Account.Loaded;
          case CHARGES -> false;
          case HOLDS -> true;
        };
    largerRows =
        look.split()
            || part == AccountPart.HOLDS
            || (part == AccountPart.CHARGES
                && !(details instanceof Details.Known known && known.choosable()));
    loading =
        account instanceof Account.NotLoaded
            || account instanceof Account.Loading
            || (part != AccountPart.LOANS
                && (details instanceof Details.NotAsked
                    || details instanceof Details.DetailsLoading));
    spare.set(spare(state, part, account, details));
    switch (part) {
      case LOANS -> loans(state, account);
      case CHARGES -> {
        List<ItemRow.ItemRowWords> charges =
            words.chargeRows(details, state.session().map(Session::returns).orElse(List.of()));
        part(state, charges, words.chargesHead(details), words.chargesNotices(details, suspension));
        actions.set(words.chargesActions(details));
      }
      case HOLDS -> {
        List<ItemRow.ItemRowWords> holds = words.holdRows(details);
        String place = Say.here(state, "holds.place.line");
        part(state, holds, words.holdsHead(details, place), words.holdsNotices(details));
        actions.set(words.holdsActions(details));
      }
    }
  }

  private Spare spare(FlowState state, AccountPart part, Account account, Details details) {
    if (loading) {
      return new Spare.Books(Collections.nCopies(AWAITED, Optional.empty()));
    }
    if (part != AccountPart.LOANS && details instanceof Details.Known known) {
      if (part == AccountPart.HOLDS) {
        int ready =
            Math.toIntExact(known.account().holds().stream().filter(HoldLine::ready).count());
        return ready > 0 ? new Spare.Collected(ready) : new Spare.ReserveByReading(Say.tray(state));
      }
      if (known.owed().isPresent()) {
        return known.paying() instanceof Details.Paying.NotHere
            ? new Spare.StaffPicture()
            : new Spare.CardTerminalPicture();
      }
    }
    boolean closed = part != AccountPart.LOANS && details instanceof Details.DetailsNotShown;
    return account instanceof Account.Loaded loaded && !closed
        ? new Spare.Books(
            loaded.loans().stream()
                .map(loan -> Optional.of(Spine.cover(loan.item().value())))
                .toList())
        : new Spare.StaffPicture();
  }

  private void part(
      FlowState state,
      List<ItemRow.ItemRowWords> lines,
      Head heading,
      List<NoticeBar.NoticeBarWords> told) {
    session(state, List.of(), 0, !lines.isEmpty());
    newsFirst = !told.isEmpty();
    notices.set(withLine(told, heading));
    head.set(headAlone(heading));
    rows.set(lines);
    shownRow.set(lines.isEmpty() ? -1 : 0);
    ways.set(List.of());
  }

  /// In large text the line under a heading does not fit beside a row, so it becomes a notice.
  private List<NoticeBar.NoticeBarWords> withLine(
      List<NoticeBar.NoticeBarWords> told, Head heading) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>(told);
    if (lineTurns()) {
      heading
          .line()
          .map(
              line ->
                  NoticeBar.NoticeBarWords.of(
                      Ink.ACTION, loading ? Icon.DOTS : Icon.NEWS, line, ""))
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private boolean lineTurns() {
    return look.large() || look.step() >= look.layouts().account().lineTurnsFrom();
  }

  private Head headAlone(Head heading) {
    return lineTurns() ? Head.of(heading.head(), "") : heading;
  }

  private void loans(FlowState state, Account account) {
    List<LoanRow> loans =
        switch (account) {
          case Account.Loaded loaded -> loaded.loans();
          case Account.NotShown closed -> closed.asked();
          case Account.NotLoaded _, Account.Loading _ -> List.of();
        };
    boolean open = account instanceof Account.Loaded;
    session(state, List.of(), 0, !loans.isEmpty());
    Head heading = head(state, account);
    newsFirst = false;
    notices.set(withLine(notices(state, account), heading));
    head.set(headAlone(heading));
    LocalDate today = state.now().wall().toLocalDate();
    rows.set(loans.stream().map(loan -> row(loan, today, open)).toList());
    shownRow.set(loans.isEmpty() ? -1 : 0);
    ways.set(
        account instanceof Account.Loaded loaded
            ? List.of(
                new AccountOption(say("details.holds"), holdsTold(loaded), new Key.ShowHolds()),
                new AccountOption(
                    say("details.charges"), chargesTold(loaded), new Key.ShowCharges()))
            : List.of());
    actions.set(actions(state, loans, open));
  }

  private String holdsTold(Account.Loaded loaded) {
    List<String> told = new ArrayList<>();
    int ready = loaded.holdsReady();
    int waiting = loaded.holdsWaiting().orElse(0);
    if (ready > 0) {
      told.add(count("account.ready", ready));
    }
    if (waiting > 0) {
      told.add(count("account.waiting", waiting));
    }
    boolean none = told.isEmpty() && loaded.holdsWaiting().isPresent();
    return none ? say("account.nothing") : String.join(say("list.comma"), told);
  }

  /// The sum itself is shown only behind the key.
  private String chargesTold(Account.Loaded loaded) {
    return loaded
        .owed()
        .map(sum -> say(sum.isZero() ? "account.nothing" : "account.showsum"))
        .orElse("");
  }

  private static boolean isOverdue(LoanRow loan, LocalDate today) {
    return loan.overdue() || loan.due().flatMap(DueDate::day).filter(today::isAfter).isPresent();
  }

  private NoticeBar.NoticeBarWords suspended(Suspension.Fines stopping) {
    return NoticeBar.NoticeBarWords.of(
        Ink.ACTION,
        Icon.NEWS,
        stopping
            .restart()
            .map(day -> say("account.restart", voice.words().fullDate(day)))
            .orElseGet(() -> say("account.stopped")),
        say(stopping.restart().isPresent() ? "account.restart.line" : "account.stopped.line"));
  }

  private List<NoticeBar.NoticeBarWords> notices(FlowState state, Account account) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    if (account instanceof Account.NotShown closed) {
      all.add(notice(Ink.WAIT, Icon.SILENT, closed.code()));
    }
    boolean row = look.layouts().account().waysUnderRows();
    if (!row && account instanceof Account.Loaded loaded && loaded.holdsReady() > 0) {
      all.add(
          NoticeBar.NoticeBarWords.of(
              Ink.ACTION,
              Icon.NEWS,
              count("account.holds", loaded.holdsReady()),
              say("account.holds.line")));
    }
    if (account instanceof Account.Loaded loaded && !loaded.loans().isEmpty()) {
      suspension.fines().ifPresent(stopping -> all.add(suspended(stopping)));
    }
    warned(state).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Head head(FlowState state, Account account) {
    return switch (account) {
      case Account.Loading(int done, int of) when of > 0 ->
          Head.of(say("account.loading.head"), say("account.loading.count", done, of));
      case Account.NotLoaded _, Account.Loading _ -> head("account.loading");
      case Account.Loaded loaded ->
          loaded.loans().isEmpty()
              ? head("account.none")
              : Head.of(count("account.loans", loaded.loans().size()), "");
      case Account.NotShown _ ->
          Head.of(say("account.closed.head"), say(Say.here(state, "account.closed.line")));
    };
  }

  private ItemRow.ItemRowWords row(LoanRow loan, LocalDate today, boolean open) {
    boolean mayRenew = open && loan.renewing() instanceof RenewalState.RenewalNotAsked;
    String line =
        switch (loan.renewing()) {
          case RenewalState.RenewalNotAsked _ -> rest(loan, today);
          case RenewalState.RenewalPending _ -> say("row.asking");
          case RenewalState.RenewalGranted _ -> say("account.renewed");
          case RenewalState.NotRenewed no -> notRenewed(no.code());
          case RenewalState.RenewingQueued asked ->
              say("account.asked", voice.words().time(asked.at().toLocalTime()));
        };
    return ItemRow.ItemRowWords.told(
        number(loan),
        look.titlesHidden()
            ? Optional.empty()
            : Optional.of(
                Say.title(
                    voice,
                    Optional.of(loan.title()).filter(text -> !text.isBlank()),
                    Optional.of(loan.item()))),
        Spine.cover(loan.item().value()),
        Optional.of(line),
        loan.renewing() instanceof RenewalState.NotRenewed ? Ink.STOP : Ink.TEXT_2,
        stamp(loan, today),
        mayRenew
            ? Optional.of(
                new ItemRow.RowKey(
                    say("account.renew"), say("account.renewthis"), new Key.RenewOne(loan.item())))
            : Optional.empty());
  }

  private static long number(LoanRow loan) {
    return loan.item().value().hashCode();
  }

  private String notRenewed(Code code) {
    return say("account.notrenewed", Say.what(voice, code), Say.code(voice, code));
  }

  private String rest(LoanRow loan, LocalDate today) {
    Optional<LocalDate> day = loan.due().flatMap(due -> due.day());
    if (day.isEmpty()) {
      return say("account.nodate");
    }
    int days = (int) ChronoUnit.DAYS.between(today, day.get());
    if (days < 0 && suspension.fines().isPresent()) {
      return suspension
          .fines()
          .get()
          .restart()
          .map(restart -> say("account.notcounted.before", voice.words().stampDate(restart)))
          .orElseGet(() -> say("account.notcounted"));
    }
    if (days < 0) {
      return count("account.overdue", -days);
    }
    return days == 0 ? say("account.today") : count("account.days", days);
  }

  private Optional<Stamp.StampWords> stamp(LoanRow loan, LocalDate today) {
    if (loan.renewing() instanceof RenewalState.RenewalPending) {
      return Optional.of(Stamp.StampWords.plain(Ink.ACTION, Icon.DOTS, say("stamp.asking")));
    }
    return loan.due()
        .map(
            due -> {
              Optional<LocalDate> day = due.day();
              String head = day.map(voice.words()::stampDate).orElseGet(due::verbatim);
              Optional<String> line = day.map(voice.words()::weekday);
              boolean overdue = isOverdue(loan, today);
              boolean soon =
                  day.filter(date -> !date.isAfter(today.plusDays(SOON_DAYS))).isPresent();
              if (loan.renewing() instanceof RenewalState.RenewalGranted) {
                return new Stamp.StampWords(Ink.DONE, Optional.of(Icon.CHECK), head, line, false);
              }
              if (loan.renewing() instanceof RenewalState.RenewingQueued) {
                return new Stamp.StampWords(Ink.WAIT, Optional.of(Icon.CLOCK), head, line, true);
              }
              if (overdue && !suspension.quiet()) {
                return new Stamp.StampWords(Ink.STOP, Optional.of(Icon.WARNING), head, line, false);
              }
              return soon && !overdue && !suspension.quiet()
                  ? new Stamp.StampWords(Ink.ASK, Optional.of(Icon.CLOCK), head, line, false)
                  : new Stamp.StampWords(Ink.TEXT_2, Optional.empty(), head, line, false);
            });
  }

  private List<ActionKey> actions(FlowState state, List<LoanRow> loans, boolean open) {
    int renewable =
        (int)
            loans.stream()
                .filter(loan -> loan.renewing() instanceof RenewalState.RenewalNotAsked)
                .count();
    List<ActionKey> keys = new ArrayList<>();
    if (open && !look.layouts().account().waysUnderRows()) {
      keys.add(plain("details.charges", new Key.ShowCharges()));
    }
    if (open && !look.large() && look.layouts().account().nextCard()) {
      keys.add(plain("key.nextcard", new Key.NextCard()));
    }
    if (open && renewable > 0) {
      keys.add(
          EndKey.unlessWorking(
              state,
              ActionKey.primary(
                  renew(renewable, loans.size()), Icon.RENEW, false, new Key.RenewAll())));
    } else if (open || !loans.isEmpty() || !notices.get().isEmpty()) {
      keys.add(EndKey.unlessWorking(state, primary("key.done", new Key.Confirm())));
    }
    return List.copyOf(keys);
  }

  private String renew(int renewable, int all) {
    if (all == 1) {
      return say("account.renewthis");
    }
    return count(renewable == all ? "account.renewall" : "account.renewsome", renewable);
  }
}
