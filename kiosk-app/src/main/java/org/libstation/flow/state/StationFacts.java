package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.ItemId;

/// What is true of the station whoever stands in front of it.
///
/// @param devices one line a configured device, in the order of the configuration
/// @param drop what its inputs say, and what is known of its bin
/// @param matters what staff should look at, the newest last
/// @param told what the library's rules say today
@RecordBuilder
public record StationFacts(
    SiteFacts site,
    LinkState link,
    JournalFacts written,
    List<DeviceLine> devices,
    DropFacts drop,
    List<StaffMatter> matters,
    LibraryFacts told)
    implements StationFactsBuilder.With {

  /// Matters that are remembered; the oldest goes when there are more. All are in the staff log.
  static final int MOST_MATTERS = 12;

  public StationFacts {
    devices = List.copyOf(devices);
    matters = List.copyOf(matters);
  }

  /// Before any device or rule has told anything.
  public static StationFacts beginning(SiteFacts site, SlipOffer slip) {
    return new StationFacts(
        site,
        LinkState.SILENT,
        new JournalFacts(JournalHealth.GOOD, Optional.empty(), Optional.empty()),
        List.of(),
        DropFacts.UNKNOWN.withSlip(slip),
        List.of(),
        LibraryFacts.NOTHING);
  }

  /// What the site says of the station.
  public record SiteFacts(StationBanner banner, StationRole role) {}

  /// What is known of the journal.
  ///
  /// @param cause why it cannot be used, where that is known
  /// @param counts what it holds, last read for the technician's screen
  public record JournalFacts(
      JournalHealth journal, Optional<JournalCause> cause, Optional<JournalCounts> counts) {}

  public StationBanner banner() {
    return site.banner();
  }

  public StationRole role() {
    return site.role();
  }

  public JournalHealth journal() {
    return written.journal();
  }

  public Optional<JournalCause> cause() {
    return written.cause();
  }

  public Optional<JournalCounts> counts() {
    return written.counts();
  }

  public OptionalInt binPercent() {
    return drop.percent();
  }

  public boolean flapLocked() {
    return drop.flapLocked();
  }

  /// What the library's rules say today.
  ///
  /// @param policy where a feed brings them
  /// @param suspension what a public notice stops
  /// @param out staff far away took the station out of service
  @RecordBuilder
  public record LibraryFacts(
      Optional<PolicyFacts> policy,
      Suspension suspension,
      LibraryNews news,
      Opening opening,
      boolean out)
      implements StationFactsLibraryFactsBuilder.With {
    public static final LibraryFacts NOTHING =
        new LibraryFacts(
            Optional.empty(), Suspension.NONE, LibraryNews.NONE, Opening.UNKNOWN, false);

    private LibraryFacts policy(PolicyFacts changed) {
      return withPolicy(Optional.of(changed));
    }
  }

  public Opening opening() {
    return told.opening();
  }

  public Optional<PolicyFacts> policy() {
    return told.policy();
  }

  public Suspension suspension() {
    return told.suspension();
  }

  public LibraryNews news() {
    return told.news();
  }

  /// The station's copy of the library's rules, where a feed brings it.
  ///
  /// @param version of the rules in force
  /// @param confirmedAt when the feed last said that it has nothing newer; empty before it ever did
  /// @param finding code of the finding where that is longer ago than the site allows
  /// @param trouble what was wrong with the last attempt; empty text when nothing
  public record PolicyFacts(
      String version,
      Optional<OffsetDateTime> confirmedAt,
      Optional<String> finding,
      String trouble) {
    public boolean old() {
      return finding.isPresent();
    }
  }

  /// Worn on every screen and every receipt.
  public enum StationBanner {
    NONE,
    DEMO,
    TRAINING
  }

  /// What the site uses this station for.
  public enum StationRole {
    LEND_AND_RETURN,
    RETURN_ONLY,
    /// A drop alone: no log-in, no pad.
    BOOK_DROP
  }

  /// Whether the central system answers; chooses words, never another path.
  public enum LinkState {
    ONLINE,
    SILENT
  }

  /// Whether this station can write down what happens.
  public enum JournalHealth {
    GOOD,
    /// The journal was corrupt and set aside: returns go on in a new one, lending waits.
    SET_ASIDE,
    /// No journal, an empty one or another's lay where a station had run: returns go on in a new
    /// one, lending waits for a person's word.
    MISSING,
    /// The journal is an earlier state of the right one: returns go on, lending and what is open in
    /// it wait for a person's word.
    OLDER,
    /// The disk is nearly full: returns and closings still fit, nothing is lent.
    NEARLY_FULL,
    /// A write failed or this program does not read the journal's form: nothing can be lent or
    /// taken back.
    FAILING,
    /// The disk is full: nothing can be taken back either, the flap is locked.
    DISK_FULL
  }

  /// Why a journal cannot be used, or not without a person's word.
  public enum JournalCause {
    /// It was written by a newer program.
    NEWER,
    /// It was written by an older program, in a form that this one does not read.
    OLD_FORM,
    /// The machine's key is another's, or may be read by others.
    KEY,
    /// There is no machine's key, and cards are sealed with one.
    KEY_MISSING,
    /// The machine's key is bound to a TPM, which does not give it.
    KEY_BOUND,
    DAMAGED,
    /// Another program has it.
    IN_USE,
    /// The disk, or what lies on it, may only be read.
    READ_ONLY,
    /// The disk answers with errors.
    IO,
    /// The journal cannot be read or written for another reason.
    DISK,
    /// There is none, and a station has run here.
    MISSING,
    /// It has no entry, and a station has run here.
    EMPTIED,
    /// It is another station's, or of another life of this one.
    ANOTHER,
    /// It lacks what was written last.
    OLDER,
    /// The desk met a fault of the program.
    FAULT
  }

  /// What a device is there for.
  public enum DeviceRole {
    PAD,
    SCANNER,
    CARD_READER,
    DROP,
    DROP_READER,
    DROP_SCANNER,
    /// A panel of the drop's own beside the station's.
    DROP_SCREEN,
    PRINTER,
    /// What takes a patron's money, where the station looks whether it is there.
    PAYMENT,
    /// Reads the screen aloud.
    SPEECH
  }

  /// How a device is.
  public enum DeviceCondition {
    READY,
    NEEDS_HAND,
    CONNECTING
  }

  /// What of a device's trouble the station itself acts on.
  public enum Trouble {
    /// Paper, ink or toner is near its end; it prints all the same.
    PAPER_NEAR_END,
    PAPER_OUT,
    /// The level sensor measures nothing, stands still, or is set wrongly.
    LEVEL_BLIND,
    FLAP_OPEN,
    /// None, or one that is told and no more.
    OTHER
  }

  /// One device.
  ///
  /// @param name as configured
  /// @param code short stable code of its trouble; empty when well
  /// @param reason the driver's own words, or what the device says of itself when well
  /// @param trouble what of it the station acts on
  /// @param finding code of the finding that has words for it in every language; empty for none
  /// @param says what the device says of itself when well, as `reason` has it in English
  public record DeviceLine(
      DeviceRole role,
      String name,
      DeviceCondition condition,
      String code,
      String reason,
      Trouble trouble,
      Optional<String> finding,
      List<Figures.SelfWords> says) {
    public DeviceLine {
      says = List.copyOf(says);
    }

    /// One whose trouble, if it has any, the station does not act on.
    public static DeviceLine plain(
        DeviceRole role, String name, DeviceCondition condition, String code, String reason) {
      return new DeviceLine(
          role, name, condition, code, reason, Trouble.OTHER, Optional.empty(), List.of());
    }
  }

  /// What the journal holds.
  ///
  /// @param open entries not settled yet
  /// @param staffLines entries waiting for a named person
  public record JournalCounts(int open, int staffLines) {}

  /// Something that was noticed and that staff should look at; it names no person.
  ///
  /// @param item its number, where it could be read
  /// @param missing parts of its set, where that is what was noticed
  public record StaffMatter(
      Code code, Optional<ItemId> item, Optional<MissingParts> missing, OffsetDateTime at) {}

  /// Whether a device of this role is configured and usable.
  public boolean usable(DeviceRole role) {
    return devices.stream()
        .anyMatch(line -> line.role() == role && line.condition() != DeviceCondition.CONNECTING);
  }

  /// Why no receipt can be printed now; empty when it can, or when there is no printer at all.
  public Optional<Code> noReceipt() {
    boolean prints =
        devices.stream()
            .filter(line -> line.role() == DeviceRole.PRINTER)
            .anyMatch(
                line ->
                    switch (line.condition()) {
                      case READY -> true;
                      case NEEDS_HAND -> line.trouble() == Trouble.PAPER_NEAR_END;
                      case CONNECTING -> false;
                    });
    boolean out = devices.stream().anyMatch(line -> line.trouble() == Trouble.PAPER_OUT);
    return prints || !configured(DeviceRole.PRINTER)
        ? Optional.empty()
        : Optional.of(out ? Code.P03 : Code.P04);
  }

  /// Whether the payment terminal is known to take nothing now.
  public boolean terminalAway() {
    return devices.stream()
        .anyMatch(
            line -> line.role() == DeviceRole.PAYMENT && line.condition() != DeviceCondition.READY);
  }

  /// Whether it lends.
  public boolean lends() {
    return role() == StationRole.LEND_AND_RETURN && journal() == JournalHealth.GOOD;
  }

  /// What is said to whoever wants to borrow where nothing is lent.
  public Code whyNotLending() {
    return switch (journal()) {
      case MISSING -> Code.K25;
      case OLDER -> Code.K26;
      case GOOD, SET_ASIDE, NEARLY_FULL, FAILING, DISK_FULL -> Code.K22;
    };
  }

  /// Whether a return can be written down.
  public boolean writes() {
    return switch (journal()) {
      case FAILING, DISK_FULL -> false;
      case GOOD, SET_ASIDE, MISSING, OLDER, NEARLY_FULL -> true;
    };
  }

  /// Why the drop takes nothing, whatever room there is; empty when it does.
  public Optional<Code> dropShut() {
    return switch (journal()) {
      case FAILING -> Optional.of(Code.K21);
      case DISK_FULL -> Optional.of(Code.K23);
      case GOOD, SET_ASIDE, MISSING, OLDER, NEARLY_FULL ->
          !drop.binPresent()
              ? Optional.of(Code.R43)
              : told.out()
                  ? Optional.of(Code.K55)
                  : drop.outsideHours()
                      ? Optional.of(Code.K51)
                      : dropSees() ? Optional.empty() : Optional.of(Code.K12);
    };
  }

  /// Whether all is read that is asked for, by a drop alone or by its own panel beside a station.
  public boolean dropSees() {
    List<DeviceRole> eyes = List.of(DeviceRole.DROP_READER, DeviceRole.DROP_SCANNER);
    return eyes.stream().anyMatch(this::usable)
        || (role() == StationRole.BOOK_DROP
            ? usable(DeviceRole.SCANNER)
            : !usable(DeviceRole.DROP_SCREEN) || eyes.stream().noneMatch(this::configured));
  }

  /// Whether the drop's level is not to be believed.
  public boolean dropBlind() {
    return devices.stream().anyMatch(line -> line.trouble() == Trouble.LEVEL_BLIND);
  }

  /// Whether the drop takes nothing more because its bin is full.
  public boolean dropFull() {
    return flapLocked() && dropShut().isEmpty();
  }

  public boolean configured(DeviceRole role) {
    return devices.stream().anyMatch(line -> line.role() == role);
  }

  public StationFacts withJournal(JournalHealth changed, Optional<JournalCause> why) {
    return withWritten(new JournalFacts(changed, why, counts()));
  }

  public StationFacts withCounts(JournalCounts changed) {
    return withWritten(new JournalFacts(journal(), cause(), Optional.of(changed)));
  }

  public StationFacts withBin(int percent) {
    return withDrop(drop.withPercent(OptionalInt.of(percent)));
  }

  public StationFacts withFlap(boolean locked) {
    return withDrop(drop.withFlapLocked(locked));
  }

  /// The same matter of the same item is kept once, with its latest time.
  public StationFacts withMatter(StaffMatter fresh) {
    List<StaffMatter> all = new ArrayList<>(matters);
    all.removeIf(old -> old.code() == fresh.code() && old.item().equals(fresh.item()));
    all.add(fresh);
    return withMatters(all.subList(Math.max(0, all.size() - MOST_MATTERS), all.size()));
  }

  public StationFacts withPolicy(PolicyFacts changed) {
    return withTold(told.policy(changed));
  }

  public StationFacts withSuspension(Suspension changed) {
    return withTold(told.withSuspension(changed));
  }

  public StationFacts withNews(LibraryNews changed) {
    return withTold(told.withNews(changed));
  }

  public StationFacts withOpening(Opening changed) {
    return withTold(told.withOpening(changed));
  }

  public StationFacts withOut(boolean changed) {
    return withTold(told.withOut(changed));
  }
}
