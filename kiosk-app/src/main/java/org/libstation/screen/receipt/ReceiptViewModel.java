package org.libstation.screen.receipt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Key.ChooseReceipt.ReceiptForm;
import org.libstation.flow.state.ReceiptContent;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.Summary;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.HandPicture;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Chrome;
import org.libstation.screen.kit.widget.HandBox;
import org.libstation.screen.kit.widget.ListModel;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.Voice;

/// Content of the end of a visit.
public final class ReceiptViewModel extends StageModel {
  private static final Set<Code> PAPER = EnumSet.of(Code.P01, Code.P02, Code.P03, Code.P04);

  private static final Set<PhoneReceipt.Length> TITLED =
      EnumSet.of(PhoneReceipt.Length.WHOLE, PhoneReceipt.Length.TITLES_CUT);

  public final ModelValue<VisitEnding> ending =
      new ModelValue<>(new VisitEnding("", List.of(), Optional.empty()));
  public final ModelValue<List<NoticeBar.NoticeBarWords>> notices = new ModelValue<>(List.of());

  /// Parts of the visit that did not end as they should; shown before the notices.
  public final ModelValue<List<NoticeBar.NoticeBarWords>> problems = new ModelValue<>(List.of());

  /// What the patron's hands do next.
  public final ModelValue<Optional<HandBox.HandBoxWords.PileWords>> take =
      new ModelValue<>(Optional.empty());

  public final ModelValue<ReceiptPaperView> paper = new ModelValue<>(new ReceiptPaperView.None());
  public final ModelValue<Double> left = new ModelValue<>(1.0);

  /// Most titles on the sample of paper.
  private static final int MOST_TITLES = 2;

  private Optional<ReceiptContent> written = Optional.empty();
  private Optional<PhoneReceipt> phone = Optional.empty();

  /// Whether the code for a phone has room for titles, perhaps shortened.
  private boolean titlesFit;

  public ReceiptViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// Result of the visit.
  ///
  /// @param head such as 借好了
  /// @param lines counts, sums and dates
  /// @param slip the date slip; empty = nothing has a date
  public record VisitEnding(String head, List<String> lines, Optional<DateSlip> slip) {
    public VisitEnding {
      lines = List.copyOf(lines);
    }
  }

  /// The date slip.
  ///
  /// @param weekday or another word below the day
  /// @param open whether a loan or a return still waits for confirmation
  public record DateSlip(String head, String day, String weekday, boolean open) {}

  /// What is shown about the receipt.
  public sealed interface ReceiptPaperView {
    /// The offer of a receipt.
    ///
    /// @param question what the patron is asked
    /// @param phone the receipt for a phone
    /// @param about what it contains
    /// @param prints whether it can be printed too
    /// @param lines text of the sample of paper: counts and a date, no name
    /// @param titles first titles on the sample, if they were asked for
    /// @param foot what the paper leaves out
    record ReceiptOffer(
        String question,
        Optional<PhoneReceipt> phone,
        String about,
        boolean prints,
        String date,
        List<String> lines,
        List<String> titles,
        String foot)
        implements ReceiptPaperView {
      public ReceiptOffer {
        titles = List.copyOf(titles);
        lines = List.copyOf(lines);
      }
    }

    /// The receipt is printing.
    record ReceiptPrinting() implements ReceiptPaperView {}

    /// Nothing about a receipt.
    record None() implements ReceiptPaperView {}
  }

  @Override
  public void show(FlowState state) {
    Summary counts = VisitCounts.of(state);
    boolean farewell = state.screen() instanceof Screen.Done;
    chrome.set(
        Optional.of(
            farewell || state.session().isEmpty()
                ? Chrome.plain(state, voice)
                : Chrome.session(state, voice, steps(counts), 2, false)));
    ending.set(ending(counts, isInDoubt(state)));
    notices.set(notices(state, counts));
    problems.set(problems(state, counts));
    take.set(take(state));
    switch (state.screen()) {
      case Screen.ReceiptChoice choice -> {
        left.set(ListModel.idleLeft(state, Screen.ReceiptChoice.patience(voice.idle())));
        boolean prints =
            choice.problem().isEmpty() && state.station().configured(DeviceRole.PRINTER);
        paper.set(choice(state, choice, counts, prints));
        actions.set(keys(choice, prints));
      }
      case Screen.Printing _ -> {
        paper.set(new ReceiptPaperView.ReceiptPrinting());
        actions.set(List.of());
      }
      case Screen.Leaving _, Screen.Idle _, Screen.Visit _, Screen.Staff _, Screen.Drop _ -> {
        paper.set(new ReceiptPaperView.None());
        actions.set(
            List.of(
                plain("key.nextcard", Icon.CARD, new Key.NextCard()),
                primary("key.next", new Key.Confirm())));
      }
    }
  }

  private static List<String> steps(Summary counts) {
    return counts.borrowed() == 0 && counts.returned() > 0
        ? List.of("step.place", "step.sort", "step.done")
        : List.of("step.card", "step.place", "step.done");
  }

  /// Whether a payment took money, or may have, and nothing else on the page says so.
  private static boolean isInDoubt(FlowState state) {
    return state.screen() instanceof Screen.Done done
        ? done.summary().problems().stream().anyMatch(Code::tellsOfDoubt)
        : state.session().filter(open -> !open.doubts().isEmpty()).isPresent();
  }

  private VisitEnding ending(Summary counts, boolean doubt) {
    List<String> lines = new ArrayList<>();
    String head;
    if (counts.borrowed() > 0) {
      head =
          counts.toBeConfirmed() > 0
              ? count("end.takelater", counts.borrowed())
              : say("end.borrowed");
    } else if (counts.returned() > 0) {
      head = say("end.returned");
    } else if (counts.renewed() > 0) {
      head = say("end.renewed");
    } else if (counts.paid().isPresent()) {
      head = say(counts.unconfirmed().isPresent() ? "end.paid.unconfirmed" : "end.paid");
    } else {
      head = say("end.nothing");
    }
    add(lines, "end.borrowed.count", counts.borrowed());
    add(lines, "end.returned.count", counts.returned());
    counts.handed().ifPresent(handed -> returned(lines, handed));
    add(lines, "end.renewed.count", counts.renewed());
    add(lines, "end.asked.count", counts.renewalsAsked());
    lines.addAll(paid(counts));
    counts
        .firstDue()
        .ifPresent(
            day ->
                lines.add(
                    say(
                        counts.toBeConfirmed() > 0 ? "end.duelater" : "end.due",
                        voice.words().date(day))));
    if (lines.isEmpty()) {
      lines.add(say(doubt ? "end.doubt.line" : "end.nothing.line"));
    }
    return new VisitEnding(head, lines, slip(counts));
  }

  /// Returns the slip with the first due date; if items were only returned, with the moment that
  /// counts.
  private Optional<DateSlip> slip(Summary counts) {
    boolean open = counts.toBeConfirmed() > 0;
    return counts
        .firstDue()
        .map(
            day ->
                new DateSlip(
                    say("end.slip"),
                    voice.words().stampDate(day),
                    open ? say("end.stamplater") : voice.words().weekday(day),
                    open))
        .or(
            () ->
                counts
                    .handed()
                    .filter(_ -> returnsAlone(counts))
                    .map(
                        handed ->
                            new DateSlip(
                                say("end.returned.slip"),
                                voice.words().stampDate(handed.at().toLocalDate()),
                                voice.words().time(handed.at().toLocalTime()),
                                handed.open())));
  }

  /// Adds the time that counts and the fine; the fine is hidden together with the titles.
  private void returned(List<String> lines, Summary.Returned handed) {
    lines.add(
        say(
            "end.returned.moment",
            voice.words().stampDate(handed.at().toLocalDate()),
            voice.words().time(handed.at().toLocalTime())));
    handed
        .fine()
        .filter(sum -> !look.titlesHidden() && !sum.isZero())
        .ifPresent(
            sum ->
                lines.add(
                    say(
                        handed.atMost()
                            ? "end.fine.most"
                            : handed.estimated() ? "end.fine.estimate" : "end.fine",
                        voice.words().money(sum))));
    handed
        .borrowsAgain()
        .filter(_ -> !look.titlesHidden())
        .ifPresent(day -> lines.add(say("end.suspension", voice.words().stampDate(day))));
  }

  /// Says under the good-bye which items are still on the tray.
  private Optional<HandBox.HandBoxWords.PileWords> take(FlowState state) {
    List<Integer> books = Say.takenCovers(state);
    return state.screen() instanceof Screen.Done && !books.isEmpty()
        ? Optional.of(
            Say.pile(
                HandPicture.Scene.TAKE,
                books,
                count("end.take", books.size()),
                say("end.take.line")))
        : Optional.empty();
  }

  private void add(List<String> lines, String key, int number) {
    if (number > 0) {
      lines.add(count(key, number));
    }
  }

  private List<NoticeBar.NoticeBarWords> notices(FlowState state, Summary counts) {
    List<NoticeBar.NoticeBarWords> all = new ArrayList<>();
    warned(state).ifPresent(all::add);
    if (state.cardLying()) {
      all.add(notice(Ink.ASK, Icon.CARD, "card.take"));
    }
    if (counts.toBeConfirmed() > 0) {
      all.add(
          NoticeBar.NoticeBarWords.of(
              Ink.WAIT,
              Icon.SILENT,
              count("end.unconfirmed", counts.toBeConfirmed()),
              say("end.unconfirmed.line")));
    }
    if (counts.notBorrowed() > 0) {
      all.add(
          NoticeBar.NoticeBarWords.of(
              Ink.STOP,
              Icon.MINUS,
              count("end.refused", counts.notBorrowed()),
              count("end.refused.line", counts.notBorrowed())));
    }
    if (state.screen() instanceof Screen.ReceiptChoice choice) {
      choice
          .problem()
          .ifPresent(
              code ->
                  all.add(
                      new NoticeBar.NoticeBarWords(
                          Ink.ASK,
                          Icon.PRINT,
                          say("noprint." + code),
                          Optional.of(say(notPrinted(counts, isInDoubt(state)))),
                          Optional.of(Say.code(voice, code)))));
    }
    return List.copyOf(all);
  }

  /// Confirmed and unconfirmed money stand on separate lines.
  private List<String> paid(Summary counts) {
    long open = counts.unconfirmed().map(Money::minor).orElse(0L);
    Optional<Money> booked =
        counts
            .paid()
            .map(sum -> new Money(sum.minor() - open, sum.currency()))
            .filter(sum -> sum.minor() > 0);
    return Stream.concat(
            booked.map(sum -> say("pay.paid.head", voice.words().money(sum))).stream(),
            counts.unconfirmed().stream()
                .map(sum -> say("pay.paid.unconfirmed", voice.words().money(sum))))
        .toList();
  }

  private static String notPrinted(Summary counts, boolean doubt) {
    if (doubt) {
      return "noprint.line.doubt";
    }
    if (counts.paid().isPresent()) {
      return "noprint.line.paid";
    }
    return returnsAlone(counts) ? "noprint.line.returned" : "noprint.line";
  }

  private List<NoticeBar.NoticeBarWords> problems(FlowState state, Summary counts) {
    boolean doubt = isInDoubt(state);
    return state.screen() instanceof Screen.Done done
        ? done.summary().problems().stream().map(code -> problem(code, counts, doubt)).toList()
        : List.of();
  }

  /// A patron who has paid, or may have, must not read that nothing was charged.
  private NoticeBar.NoticeBarWords problem(Code code, Summary counts, boolean doubt) {
    NoticeBar.NoticeBarWords plain = notice(Ink.ASK, icon(code), code);
    return PAPER.contains(code) && (doubt || counts.paid().isPresent())
        ? new NoticeBar.NoticeBarWords(
            plain.ink(),
            plain.icon(),
            plain.head(),
            Optional.of(say(doubt ? "noprint.doubt" : "noprint.paid")),
            plain.aside())
        : plain;
  }

  private static Icon icon(Code problem) {
    return PAPER.contains(problem) ? Icon.PRINT : Icon.WARNING;
  }

  private ReceiptPaperView choice(
      FlowState state, Screen.ReceiptChoice choice, Summary counts, boolean prints) {
    List<String> lines = new ArrayList<>();
    add(lines, "paper.borrowed", counts.borrowed());
    add(lines, "paper.returned", counts.returned());
    add(lines, "paper.renewed", counts.renewed() + counts.renewalsAsked());
    lines.addAll(paid(counts));
    counts.firstDue().ifPresent(day -> lines.add(say("stamp.due", voice.words().stampDate(day))));
    Optional<PhoneReceipt> phone = phone(state, choice);
    return new ReceiptPaperView.ReceiptOffer(
        say(returnsAlone(counts) ? "receipt.question.returned" : "receipt.question"),
        phone,
        say(about(choice.titles(), phone, prints)),
        prints,
        say(
            "paper.moment",
            voice.words().stampDate(choice.at().toLocalDate()),
            voice.words().time(choice.at().toLocalTime())),
        lines,
        choice.titles() && !look.titlesHidden() ? titles() : List.of(),
        say(choice.titles() ? "paper.titles" : "paper.nonames"));
  }

  private static boolean returnsAlone(Summary counts) {
    return counts.returned() > 0
        && counts.borrowed() + counts.renewed() + counts.renewalsAsked() == 0;
  }

  /// Returns the first titles as they would be printed.
  private List<String> titles() {
    return written.stream()
        .flatMap(content -> content.lines().stream())
        .flatMap(line -> line.title().stream())
        .limit(MOST_TITLES)
        .toList();
  }

  /// Makes a new code only if its content changed, because a phone may be reading it.
  private Optional<PhoneReceipt> phone(FlowState state, Screen.ReceiptChoice choice) {
    Optional<ReceiptContent> content = content(state, choice, choice.titles());
    if (!content.equals(written)) {
      written = content;
      phone = phone(state, content, choice.titles());
      titlesFit =
          phone(state, content(state, choice, true), true)
              .filter(whole -> TITLED.contains(whole.length()))
              .isPresent();
    }
    return phone;
  }

  private static Optional<ReceiptContent> content(
      FlowState state, Screen.ReceiptChoice choice, boolean titles) {
    return state.session().map(open -> ReceiptLines.content(state, open, titles, choice.at()));
  }

  private Optional<PhoneReceipt> phone(
      FlowState state, Optional<ReceiptContent> content, boolean titles) {
    return content.flatMap(
        lines ->
            PhoneReceipt.of(
                lines,
                titles,
                state.session().map(ReceiptLines::quote).orElse(OptionalLong.empty()),
                voice));
  }

  /// Returns what a receipt would say, for reading aloud, with titles unless they are hidden.
  public List<String> aloud(FlowState state) {
    return state.screen() instanceof Screen.ReceiptChoice choice
        ? state.session().stream()
            .map(open -> ReceiptLines.content(state, open, true, choice.at()))
            .flatMap(content -> PhoneReceipt.aloud(content, !look.titlesHidden(), voice).stream())
            .toList()
        : List.of();
  }

  private boolean paymentsAlone() {
    return written
        .map(ReceiptContent::lines)
        .filter(lines -> !lines.isEmpty())
        .filter(lines -> lines.stream().allMatch(PhoneReceipt::ofMoney))
        .isPresent();
  }

  private boolean fines() {
    return written.stream()
        .flatMap(content -> content.lines().stream())
        .anyMatch(
            line ->
                line instanceof ReceiptContent.ContentLine.ReturnedLine back
                    && back.fine().isPresent());
  }

  private String about(boolean titles, Optional<PhoneReceipt> phone, boolean prints) {
    return switch (phone.map(PhoneReceipt::length).orElse(PhoneReceipt.Length.SUMS)) {
      case WHOLE ->
          paymentsAlone()
              ? "receipt.phone.paid"
              : titles
                  ? "receipt.phone.titles"
                  : fines() ? "receipt.phone.fines" : "receipt.phone.plain";
      case TITLES_CUT -> "receipt.phone.cut";
      case NUMBERS -> prints ? "receipt.phone.numbers.print" : "receipt.phone.numbers";
      case COUNTS, SUMS -> "receipt.phone.counts";
    };
  }

  private List<ActionKey> keys(Screen.ReceiptChoice choice, boolean prints) {
    List<ActionKey> keys = new ArrayList<>();
    if (prints) {
      keys.add(
          plain(
              "receipt.print",
              Icon.PRINT,
              new Key.ChooseReceipt(
                  choice.titles() ? ReceiptForm.WITH_TITLES : ReceiptForm.PLAIN)));
    }
    if (look.aloud() == Look.AloudLook.ON) {
      keys.add(plain("receipt.aloud", Icon.ALOUD, new Key.SayReceipt()));
    }
    ActionKey titles =
        choice.titles()
            ? plain("receipt.notitles", Icon.BOX_TICKED, new Key.ReceiptTitles())
            : plain("receipt.titles", Icon.BOX, new Key.ReceiptTitles());
    // The switch would change nothing if neither paper nor code has room for titles, or no item is
    // on them.
    if ((prints || titlesFit) && !paymentsAlone()) {
      // Four keys fit side by side only without icons.
      keys.add(look.aloud() == Look.AloudLook.ON ? titles.wordsOnly() : titles);
    }
    keys.add(
        switch (choice.after()) {
          case Screen.After.GoodBye _ ->
              primary(
                      prints ? "receipt.none" : "receipt.end",
                      new Key.ChooseReceipt(ReceiptForm.NONE))
                  .losing();
          case Screen.After.AnotherCard _ -> onward("key.nextcard", Icon.ARROW, new Key.Confirm());
        });
    return List.copyOf(keys);
  }
}
