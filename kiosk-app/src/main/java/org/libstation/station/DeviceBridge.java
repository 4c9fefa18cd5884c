package org.libstation.station;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.PrintOutcome;
import org.libstation.device.TagOutcome;
import org.libstation.device.TagSecurity;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.TestPrint;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowEvent.PrintTrouble;
import org.libstation.flow.state.FlowEvent.TagResult;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.Trouble;
import org.libstation.flow.state.TagReading;
import org.libstation.tag.TagContent;
import org.libstation.tag.TagOwners;

/// Translates device events into flow events. The devices' own threads call this class; each call
/// returns at once.
public final class DeviceBridge implements DeviceListener {
  private static final Map<DeviceFault, Trouble> TROUBLES =
      Map.of(
          DeviceFault.PAPER_NEAR_END, Trouble.PAPER_NEAR_END,
          DeviceFault.TONER_LOW, Trouble.PAPER_NEAR_END,
          DeviceFault.PAPER_OUT, Trouble.PAPER_OUT,
          DeviceFault.LEVEL_BLIND, Trouble.LEVEL_BLIND,
          DeviceFault.LEVEL_FROZEN, Trouble.LEVEL_BLIND,
          DeviceFault.FLAP_OPEN, Trouble.FLAP_OPEN);

  private final Map<String, DeviceRole> roles;
  private final ScanJudge judge;
  private final TagCommands commands;
  private final Consumer<FlowEvent> readings;
  private final Consumer<FlowEvent> answers;
  private final CardsInReader cards;
  private final TagOwners owners;

  /// @param roles each device's role, by its configured name
  /// @param readings takes events that may be dropped under load
  /// @param answers takes events that must not be lost
  /// @param owners the owner codes of the library's own tags
  public DeviceBridge(
      Map<String, DeviceRole> roles,
      ScanJudge judge,
      TagCommands commands,
      Consumer<FlowEvent> readings,
      Consumer<FlowEvent> answers,
      TagOwners owners) {
    this.owners = owners;
    this.roles = Map.copyOf(roles);
    this.judge = judge;
    this.commands = commands;
    this.readings = readings;
    this.answers = answers;
    this.cards = new CardsInReader(readings, answers);
  }

  @Override
  public void on(DeviceEvent event) {
    switch (event) {
      case DeviceEvent.HealthChanged health -> {
        if (forCards(event) && !(health.health() instanceof DeviceHealth.Ready)) {
          cards.lost();
        }
        role(event)
            .ifPresent(
                role ->
                    answers.accept(
                        new FlowEvent.DeviceChanged(line(role, health.device(), health.health()))));
      }
      case DeviceEvent.BarcodeScanned scan -> scanned(scan);
      case DeviceEvent.ScanSeen seen ->
          readings.accept(new FlowEvent.ScanExplained(judge.explain(reader(event), seen)));
      case DeviceEvent.CardLying card -> answers.accept(new FlowEvent.CardLies(card.lies()));
      case DeviceEvent.CardRefused card ->
          readings.accept(new FlowEvent.CardUnreadable(code(card)));
      case DeviceEvent.TagArrived tag -> {
        if (forCards(event)) {
          cards.arrived(tag.uid(), reading(tag.content()));
        } else {
          readings.accept(
              new FlowEvent.TagArrived(
                  place(event), tag.uid().hex(), reading(tag.content()), bit(tag.security())));
        }
      }
      case DeviceEvent.TagLeft tag -> {
        if (forCards(event)) {
          cards.left(tag.uid());
        } else {
          answers.accept(new FlowEvent.TagLeft(place(event), tag.uid().hex()));
        }
      }
      case DeviceEvent.FieldListed _ -> {
        if (forCards(event)) {
          cards.listed();
        } else {
          answers.accept(new FlowEvent.PlaceListed(place(event)));
        }
      }
      case DeviceEvent.SecuritySet set -> securitySet(set);
      case DeviceEvent.SecurityRead read -> securityRead(read);
      case DeviceEvent.ObjectPassed _ -> readings.accept(new FlowEvent.DropObjectPassed());
      case DeviceEvent.ShadowEnded shadow ->
          answers.accept(new FlowEvent.ShadowEnded(shadow.lasted()));
      case DeviceEvent.FillLevel level -> answers.accept(new FlowEvent.BinFilled(level.percent()));
      case DeviceEvent.DropInputsChanged drop -> {
        answers.accept(
            new FlowEvent.DropChanged(drop.flapClosed(), drop.binPresent(), drop.tampered()));
        answers.accept(new FlowEvent.EyeSaw(drop.beamDark()));
      }
      case DeviceEvent.BinCount count -> answers.accept(new FlowEvent.BinCounted(count.items()));
      case DeviceEvent.FlapLockSet flap ->
          answers.accept(new FlowEvent.FlapLocked(flap.locked(), flap.done()));
      case DeviceEvent.PrintEnded print ->
          answers.accept(new FlowEvent.PrintJobEnded(print.job(), trouble(print.outcome())));
      // Ignored here: the driver logs a refused scan, the device's health shows paper trouble, and
      // the station never writes tag contents.
      case DeviceEvent.ReadRepeated _,
          DeviceEvent.ScanRejected _,
          DeviceEvent.TagWritten _,
          DeviceEvent.PrintMoved _ -> {}
    }
  }

  private static Code code(DeviceEvent.CardRefused card) {
    return switch (card.problem()) {
      case RANDOM_NUMBER -> Code.C27;
      case TWO_CARDS -> Code.C21;
      case TORN_AWAY -> Code.C28;
      case NOT_OURS -> Code.C25;
    };
  }

  private boolean forCards(DeviceEvent event) {
    return roles.get(event.device()) == DeviceRole.CARD_READER;
  }

  private Optional<DeviceRole> role(DeviceEvent event) {
    return Optional.ofNullable(roles.get(event.device()));
  }

  private Place place(DeviceEvent event) {
    return switch (roles.getOrDefault(event.device(), DeviceRole.PAD)) {
      case PAD, SCANNER, CARD_READER, PAYMENT, PRINTER, SPEECH -> Place.PAD;
      case DROP, DROP_READER, DROP_SCANNER, DROP_SCREEN -> Place.DROP;
    };
  }

  private DeviceRole reader(DeviceEvent event) {
    return roles.getOrDefault(event.device(), DeviceRole.SCANNER);
  }

  private void scanned(DeviceEvent.BarcodeScanned scan) {
    DeviceRole reader = reader(scan);
    Meaning meaning = judge.judge(reader, scan).meaning();
    Optional<ItemId> item = itemId(scan.data());
    Optional<PatronId> patron = patronId(scan.data());
    if (meaning instanceof Meaning.Unclassified
        && judge.byScreen()
        && item.isPresent()
        && patron.isPresent()) {
      readings.accept(new FlowEvent.UnmatchedRead(place(scan), item.get(), patron.get()));
      return;
    }
    ScannedCode told = told(meaning, scan.data());
    readings.accept(
        reader == DeviceRole.CARD_READER && told instanceof ScannedCode.Card(PatronId card)
            ? new FlowEvent.CardRead(card)
            : new FlowEvent.BarcodeRead(place(scan), told));
  }

  /// Judges digits typed on the drop's screen as a scan of the drop's scanner.
  public FlowEvent typed(String digits) {
    Meaning meaning = judge.judge(DeviceRole.DROP_SCANNER, digits).meaning();
    return new FlowEvent.BarcodeRead(Place.DROP, told(meaning, digits));
  }

  /// Converts a judged meaning to a scanned code. Data that is no valid number yields an unknown
  /// code with its last four digits.
  static ScannedCode told(Meaning meaning, String data) {
    return switch (meaning) {
      case Meaning.ItemBarcode item ->
          itemId(item.id())
              .<ScannedCode>map(ScannedCode.ItemCode::new)
              .orElseGet(() -> new ScannedCode.UnknownCode(ScannedCode.lastFour(data)));
      case Meaning.Patron patron ->
          patronId(patron.id())
              .<ScannedCode>map(ScannedCode.Card::new)
              .orElseGet(() -> new ScannedCode.UnknownCode(ScannedCode.lastFour(data)));
      case Meaning.TitleCode title -> new ScannedCode.Isbn(title.code());
      case Meaning.BadCheckDigit bad -> new ScannedCode.BadCheck(ScannedCode.lastFour(bad.data()));
      case Meaning.Unclassified other ->
          new ScannedCode.UnknownCode(ScannedCode.lastFour(other.data()));
    };
  }

  private static Optional<ItemId> itemId(String text) {
    return fits(text) ? Optional.of(new ItemId(text)) : Optional.empty();
  }

  private static Optional<PatronId> patronId(String text) {
    return fits(text) ? Optional.of(new PatronId(text)) : Optional.empty();
  }

  private static boolean fits(String text) {
    return ItemId.fits(text);
  }

  private TagReading reading(TagContent content) {
    return switch (content) {
      case TagContent.Item item when !owners.ours(item.owner()) -> new TagReading.ForeignTag();
      case TagContent.Item item ->
          itemId(item.primaryId())
              .filter(_ -> item.setTotal() >= 1)
              .<TagReading>map(id -> new TagReading.ItemTag(id, item.setTotal(), item.setOrdinal()))
              .orElseGet(TagReading.DamagedTag::new);
      case TagContent.PatronCard card ->
          patronId(card.primaryId())
              .<TagReading>map(TagReading.CardTag::new)
              .orElseGet(TagReading.DamagedTag::new);
      case TagContent.Blank _ -> new TagReading.BlankTag();
      case TagContent.Foreign _ -> new TagReading.ForeignTag();
      case TagContent.Damaged _ -> new TagReading.DamagedTag();
    };
  }

  static SecurityBit bit(TagSecurity security) {
    return switch (security) {
      case ARMED -> SecurityBit.ARMED;
      case CLEARED -> SecurityBit.CLEARED;
      case UNKNOWN -> SecurityBit.UNKNOWN;
    };
  }

  private void securitySet(DeviceEvent.SecuritySet set) {
    commands
        .end(set.command())
        .ifPresent(command -> answers.accept(ended(command, result(set.outcome()))));
  }

  private void securityRead(DeviceEvent.SecurityRead read) {
    commands
        .end(read.command())
        .ifPresent(
            command ->
                answers.accept(
                    new FlowEvent.SecurityRead(
                        command.uid(), read.security().map(DeviceBridge::bit))));
  }

  /// The flow event that answers a tag command.
  static FlowEvent ended(TagCommands.Command command, TagResult result) {
    return switch (command.kind()) {
      case CLEAR -> new FlowEvent.TagCleared(command.entry(), command.uid(), result);
      case ARM -> new FlowEvent.TagArmed(command.entry(), command.uid(), result);
      case READ -> new FlowEvent.SecurityRead(command.uid(), Optional.empty());
      case SET_LENT -> new FlowEvent.TagRepaired(command.uid(), SecurityBit.CLEARED, result);
      case SET_IN_STOCK -> new FlowEvent.TagRepaired(command.uid(), SecurityBit.ARMED, result);
    };
  }

  private static TagResult result(TagOutcome outcome) {
    return switch (outcome) {
      case TagOutcome.TagWriteVerified _ -> TagResult.DONE;
      case TagOutcome.TagGone _ -> TagResult.GONE;
      case TagOutcome.TagWriteFailed _, TagOutcome.NotOurs _ -> TagResult.FAILED;
      case TagOutcome.NoReader _ -> TagResult.NO_READER;
    };
  }

  private static Optional<PrintTrouble> trouble(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Confirmed _ -> Optional.empty();
      case PrintOutcome.Unconfirmed open -> Optional.of(trouble(open.code(), open.reason(), true));
      case PrintOutcome.Failed failed ->
          Optional.of(trouble(failed.code(), failed.reason(), failed.begun()));
    };
  }

  /// Adds the device fault that has words for this trouble in every language.
  static PrintTrouble trouble(String code, String reason, boolean begun) {
    return new PrintTrouble(code, reason, begun, TestPrint.ofSlip(code).map(DeviceFault::code));
  }

  /// Describes one device for the flow.
  public static DeviceLine line(DeviceRole role, String name, DeviceHealth health) {
    return switch (health) {
      case DeviceHealth.Connecting connecting ->
          line(role, name, DeviceCondition.CONNECTING, connecting.code(), connecting.reason());
      case DeviceHealth.Ready ready ->
          new DeviceLine(
              role,
              name,
              DeviceCondition.READY,
              "",
              ready.description(),
              Trouble.OTHER,
              Optional.empty(),
              says(ready));
      case DeviceHealth.NeedsHand hand ->
          line(role, name, DeviceCondition.NEEDS_HAND, hand.code(), hand.reason());
    };
  }

  /// Returns what the ready device reports about itself.
  public static List<Figures.SelfWords> says(DeviceHealth.Ready ready) {
    return ready.says().stream()
        .map(note -> new Figures.SelfWords(note.name(), note.values(), note.english()))
        .toList();
  }

  private static DeviceLine line(
      DeviceRole role, String name, DeviceCondition condition, String code, String reason) {
    Optional<DeviceFault> fault = DeviceFault.ofHealth(code);
    Trouble trouble = fault.map(TROUBLES::get).orElse(Trouble.OTHER);
    return new DeviceLine(
        role, name, condition, code, reason, trouble, fault.map(DeviceFault::code), List.of());
  }
}
