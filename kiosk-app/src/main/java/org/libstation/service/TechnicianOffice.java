package org.libstation.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.libstation.check.CashUp;
import org.libstation.check.TerminalDayFile;
import org.libstation.circulation.CashDay;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StaffList;
import org.libstation.circulation.TerminalDay;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.StaffLevel;
import org.libstation.flow.state.StationFacts.JournalCounts;
import org.libstation.flow.state.TaskReason;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.StaffToDo;
import org.libstation.paper.StaffTasks;
import org.libstation.site.PinHash;
import org.libstation.site.StaffSettings;
import org.libstation.station.StaffOffice;
import org.libstation.station.parts.OpenJournal;
import org.libstation.sync.Tally;
import org.libstation.sync.Tally.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks staff's PINs and cards, lists and closes staff tasks, and writes the staff log.
public final class TechnicianOffice implements StaffOffice {
  private static final Logger LOG = LoggerFactory.getLogger(TechnicianOffice.class);
  private static final Logger log = LoggerFactory.getLogger("staff");

  private final Map<String, String> pins;
  private final Map<String, String> cards;
  private final Map<String, StaffLevel> levels;
  private final OpenJournal journal;
  private final BooleanSupplier ending;
  private final DayEnds days;

  /// Sources of a day's payments.
  ///
  /// @param zone the time zone of the day
  /// @param ends the file of [TerminalDayFile]
  public record DayEnds(ZoneId zone, Path ends, InstantSource clock) {}

  /// @param technician who may open the service screens
  /// @param ending whether the program is ending; a lost device is then no fault
  public TechnicianOffice(
      StaffSettings technician, OpenJournal journal, BooleanSupplier ending, DayEnds days) {
    this.days = days;
    this.ending = ending;
    this.pins = technician.pins();
    this.cards = technician.cards();
    this.levels = technician.levels();
    this.journal = journal;
  }

  /// The time taken does not reveal how many digits were right, or whose PIN it is.
  @Override
  public Optional<String> who(Pin typed) {
    return whose(pins, typed.digits());
  }

  @Override
  public Optional<String> whoseCard(PatronId card) {
    return whose(cards, card.value());
  }

  private static Optional<String> whose(Map<String, String> hashes, String told) {
    Optional<String> found = Optional.empty();
    for (Map.Entry<String, String> each : hashes.entrySet()) {
      boolean right = PinHash.fits(each.getValue(), told);
      found = right ? Optional.of(each.getKey()) : found;
    }
    return found;
  }

  @Override
  public StaffLevel level(String who) {
    return levels.getOrDefault(who, StaffLevel.STAFF);
  }

  @Override
  public JournalCounts counts() {
    List<JournalEntry> open = journal.usable().open();
    int staff = (int) open.stream().filter(TechnicianOffice::isWithStaff).count();
    return new JournalCounts(open.size() - staff, staff);
  }

  private static boolean isWithStaff(JournalEntry entry) {
    return entry.state() == EntryState.WITH_STAFF;
  }

  @Override
  public StaffList list() {
    Tally tally = new Tally();
    List<JournalEntry> staff = new ArrayList<>();
    for (JournalEntry entry : journal.usable().each()) {
      tally.add(entry);
      if (StaffToDo.of(entry).isPresent()) {
        staff.add(entry);
      }
    }
    return new StaffList(StaffTasks.of(staff, this::openable), sums(tally));
  }

  @Override
  public CashDay cashUp(int back) {
    OffsetDateTime then =
        days.clock().instant().atZone(days.zone()).minusDays(back).toOffsetDateTime();
    return CashUp.read(journal.usable().each(), days.zone(), then.toLocalDate(), ends(then));
  }

  /// Reads the terminal's ends of day. The payments come from the journal, which is sound. If this
  /// file cannot be read, the terminal's end of day counts as unknown.
  private List<TerminalDay> ends(OffsetDateTime then) {
    try {
      return TerminalDayFile.all(days.ends());
    } catch (IOException e) {
      LOG.warn("cannot read the terminal's end-of-day records: {}", e.toString());
      return List.of(TerminalDay.notKnown(then));
    }
  }

  /// Opens a card number. A number that another machine sealed cannot be shown, so it yields empty.
  private Optional<PatronId> openable(long entry) {
    try {
      return journal.usable().card(entry);
    } catch (JournalException e) {
      if (e.kind() == JournalException.FaultKind.KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static StaffList.Sums sums(Tally tally) {
    return new StaffList.Sums(
        tally.entries(),
        tally.count(Fate.SETTLED),
        tally.count(Fate.FOUND_DONE),
        tally.count(Fate.ABANDONED),
        tally.count(Fate.REFUSED),
        tally.count(Fate.PUT_RIGHT),
        tally.count(Fate.WITH_STAFF),
        tally.count(Fate.UNKNOWN),
        tally.count(Fate.OPEN));
  }

  @Override
  public Optional<PatronId> openCard(long entry, String by) {
    boolean asked = journal.usable().find(entry).flatMap(StaffToDo::of).isPresent();
    return asked ? journal.usable().openCard(entry, by) : Optional.empty();
  }

  @Override
  public void close(long entry, String by, TaskReason how) {
    journal
        .usable()
        .find(entry)
        .flatMap(StaffToDo::of)
        .ifPresent(todo -> journal.usable().mark(entry, todo.closing(by, words(how))));
  }

  private static String words(TaskReason how) {
    return how.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void note(StaffNote note, Optional<Code> code, Optional<ItemId> item) {
    if (note == StaffNote.OUT_OF_SERVICE
        && code.filter(Code.K11::equals).isPresent()
        && ending.getAsBoolean()) {
      return;
    }
    log.info(
        "{} {} {}",
        note,
        code.map(known -> known + ": " + known.meaning()).orElse(""),
        item.map(ItemId::value).orElse(""));
  }
}
