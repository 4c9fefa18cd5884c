package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.ItemId;

/// Facts about the station that do not depend on the person in front.
///
/// @param devices one line for each configured device, in the order of the configuration
/// @param drop what the drop's inputs report, and what is known of its bin
/// @param matters what staff should look at, newest last
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

  /// Most matters that are remembered; the oldest is dropped. The staff log has all of them.
  static final int MOST_MATTERS = 12;

  public StationFacts {
    devices = List.copyOf(devices);
    matters = List.copyOf(matters);
  }

  /// Returns the facts before any device or rule has reported.
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

  /// What the site's settings say about the station.
  public record SiteFacts(StationBanner banner, StationRole role) {}

  /// State of the journal.
  ///
  /// @param cause why it cannot be used, if known
  /// @param counts what it holds, as last read for the technician's screen
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
  /// @param policy present if a feed delivers the rules
  /// @param suspension what a public notice suspends
  /// @param out whether remote staff took the station out of service
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

  /// The station's copy of the library's rules, if a feed delivers them.
  ///
  /// @param version version of the rules in force
  /// @param confirmedAt when the feed last reported that it has nothing newer; empty if it never
  ///   has
  /// @param finding code of the finding if that is longer ago than the site allows
  /// @param trouble what was wrong with the last attempt; empty text if nothing
  public record PolicyFacts(
      String version,
      Optional<OffsetDateTime> confirmedAt,
      Optional<String> finding,
      String trouble) {
    public boolean old() {
      return finding.isPresent();
    }
  }

  /// Banner on every screen and every receipt.
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

  /// Whether the central system answers. It changes the wording only, never the procedure.
  public enum LinkState {
    ONLINE,
    SILENT
  }

  /// Whether this station can write its journal.
  public enum JournalHealth {
    GOOD,
    /// The journal was corrupt and was set aside. Returns go on in a new one; lending waits.
    SET_ASIDE,
    /// A station has run here, but its journal was absent, empty or another station's. Returns go
    /// on in a new one; lending waits until a person allows it.
    MISSING,
    /// The journal is an earlier state of the right one. Returns go on; lending and open entries
    /// wait until a person decides.
    OLDER,
    /// The disk is nearly full. Returns and closings still fit; nothing is lent.
    NEARLY_FULL,
    /// A write failed, or this program cannot read the journal's format. Nothing can be lent or
    /// returned.
    FAILING,
    /// The disk is full. Nothing can be lent or returned; the flap is locked.
    DISK_FULL
  }

  /// Why a journal cannot be used, or not without a person's decision.
  public enum JournalCause {
    /// A newer program wrote it.
    NEWER,
    /// An older program wrote it, in a format that this one does not read.
    OLD_FORM,
    /// The machine's key belongs to another machine, or others can read it.
    KEY,
    /// The machine's key is missing, and cards are sealed with one.
    KEY_MISSING,
    /// The machine's key is bound to a TPM that does not release it.
    KEY_BOUND,
    DAMAGED,
    /// Another program is using it.
    IN_USE,
    /// The disk, or the file on it, is read-only.
    READ_ONLY,
    /// The disk reports errors.
    IO,
    /// The journal cannot be read or written for another reason.
    DISK,
    /// The journal is missing, and a station has run here.
    MISSING,
    /// The journal has no entry, and a station has run here.
    EMPTIED,
    /// The journal belongs to another station, or to an earlier installation of this one.
    ANOTHER,
    /// The journal lacks the latest entries.
    OLDER,
    /// The desk met a fault of the program.
    FAULT
  }

  /// Purpose of a device.
  public enum DeviceRole {
    PAD,
    SCANNER,
    CARD_READER,
    DROP,
    DROP_READER,
    DROP_SCANNER,
    /// The drop's own panel, beside the station's.
    DROP_SCREEN,
    PRINTER,
    /// The payment terminal, if the station monitors it.
    PAYMENT,
    /// Reads the screen aloud.
    SPEECH
  }

  /// Whether a device answers, and whether it needs a person.
  public enum DeviceCondition {
    READY,
    /// The device answers, but a person must see to it: cover open, paper near its end.
    NEEDS_HAND,
    /// Not connected yet, or waiting to try again.
    CONNECTING
  }

  /// Kinds of device trouble on which the station itself acts.
  public enum Trouble {
    /// Paper, ink or toner is nearly used up; the printer still prints.
    PAPER_NEAR_END,
    PAPER_OUT,
    /// The level sensor measures nothing, does not change, or is set wrongly.
    LEVEL_BLIND,
    FLAP_OPEN,
    /// No trouble, or trouble that the station only reports.
    OTHER
  }

  /// State of one device.
  ///
  /// @param name as configured
  /// @param code short stable code of its trouble; empty if it is well
  /// @param reason the driver's own text, or what a device that is well reports about itself
  /// @param trouble the kind of trouble on which the station acts
  /// @param finding code of the finding that has a text in every language; empty if none
  /// @param says what a device that is well reports about itself; `reason` has it in English
  @RecordBuilder
  public record DeviceLine(
      DeviceRole role,
      String name,
      DeviceCondition condition,
      String code,
      String reason,
      Trouble trouble,
      Optional<String> finding,
      List<Figures.SelfWords> says)
      implements StationFactsDeviceLineBuilder.With {
    public DeviceLine {
      says = List.copyOf(says);
    }

    /// Returns a device on whose trouble, if any, the station does not act.
    public static DeviceLine plain(
        DeviceRole role, String name, DeviceCondition condition, String code, String reason) {
      return new DeviceLine(
          role, name, condition, code, reason, Trouble.OTHER, Optional.empty(), List.of());
    }
  }

  /// Counts of the journal.
  ///
  /// @param open entries not settled yet
  /// @param staffLines entries that wait for a named member of staff
  public record JournalCounts(int open, int staffLines) {}

  /// An observation that staff should look at; it names no person.
  ///
  /// @param item the item's number, if it could be read
  /// @param missing missing parts of its set, if that was observed
  public record StaffMatter(
      Code code, Optional<ItemId> item, Optional<MissingParts> missing, OffsetDateTime at) {}

  /// Whether a device of this role is configured and usable.
  public boolean usable(DeviceRole role) {
    return devices.stream()
        .anyMatch(line -> line.role() == role && line.condition() != DeviceCondition.CONNECTING);
  }

  /// Why no receipt can be printed now; empty if it can be, or if there is no printer at all.
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

  /// Whether the payment terminal is known to be unable to take payments now.
  public boolean terminalAway() {
    return devices.stream()
        .anyMatch(
            line -> line.role() == DeviceRole.PAYMENT && line.condition() != DeviceCondition.READY);
  }

  /// Whether the station lends items.
  public boolean lends() {
    return role() == StationRole.LEND_AND_RETURN && journal() == JournalHealth.GOOD;
  }

  /// Returns the code shown to a person who wants to borrow while the station does not lend.
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

  /// Why the drop accepts nothing, however empty its bin is; empty if it accepts items.
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

  /// Whether the drop can read items, as its setup requires: as a drop alone, or with its own panel
  /// beside a station.
  public boolean dropSees() {
    List<DeviceRole> eyes = List.of(DeviceRole.DROP_READER, DeviceRole.DROP_SCANNER);
    return eyes.stream().anyMatch(this::usable)
        || (role() == StationRole.BOOK_DROP
            ? usable(DeviceRole.SCANNER)
            : !usable(DeviceRole.DROP_SCREEN) || eyes.stream().noneMatch(this::configured));
  }

  /// Whether the drop's fill level cannot be trusted.
  public boolean dropBlind() {
    return devices.stream().anyMatch(line -> line.trouble() == Trouble.LEVEL_BLIND);
  }

  /// Whether the drop accepts nothing more because its bin is full.
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

  /// Adds a matter. The same matter of the same item is kept once, with its latest time.
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
