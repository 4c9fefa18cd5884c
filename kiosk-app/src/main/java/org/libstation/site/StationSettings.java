package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SlipOffer;
import org.libstation.screen.kit.words.SiteWords.TerminalPlace;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.libstation.sync.LookAgainSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The site's settings, as read from `station.yaml`. The example `config/station.yaml` shows every
/// key.
///
/// @param data directory of the journal and keys, relative to the file
/// @param receipts directory for receipts as PDF; empty = none
/// @param policy file of rules, relative to the file
/// @param policyFeed where newer rules come from
/// @param alternatives other places to borrow or return if this station cannot serve
/// @param help how to reach a librarian
/// @param noticesOnReceipts whether receipts show the library's notice while it is in force
/// @param returnProof the signed code on receipts of returns
/// @param opening when the station serves
/// @param drop how the book drop works, if there is one
/// @param speech how screens are read aloud
/// @param screen size and height of the panel
/// @param tagOwners ISILs of the library and its partners, separated by commas; empty = any
/// @param recoveryKey PEM file of the site's public recovery key; empty = `recovery-public.pem`
///   beside these settings; a demo makes its own at the first start
/// @param fleet where the station sends its reports if it is one of many
public record StationSettings(
    @DefaultValue @SiteSetting(is = Shape.THREE) Map<Language, String> library,
    @DefaultValue @SiteSetting(form = FormGroup.STATION, is = Shape.THREE)
        Map<Language, String> name,
    @DefaultValue("station") @SiteSetting(form = FormGroup.STATION) StationRoleSetting role,
    @DefaultValue("live") @SiteSetting(form = FormGroup.STATION) Mode mode,
    @DefaultValue("zh-Hant-HK") @SiteSetting(form = FormGroup.STATION) Language language,
    @DefaultValue("data") String data,
    @DefaultValue("") String receipts,
    CentralPlace central,
    @DefaultValue Map<DeviceName, DeviceEntry> devices,
    @DefaultValue DropSettings drop,
    @DefaultValue("") @SiteSetting(form = FormGroup.BARCODES, is = Shape.ISILS) String tagOwners,
    @DefaultValue BarcodeSettings barcodes,
    @DefaultValue ScreenSettings screen,
    @SiteSetting(form = FormGroup.OPENING, is = Shape.POLICY) String policy,
    @DefaultValue PatronSettings patron,
    @DefaultValue PolicyFeed policyFeed,
    @DefaultValue OpeningSettings opening,
    @DefaultValue @SiteSetting(form = FormGroup.PLACES) List<Surroundings.Alternative> alternatives,
    @DefaultValue Surroundings.HelpSettings help,
    @DefaultValue("true") boolean noticesOnReceipts,
    @DefaultValue SpeechSettings speech,
    @DefaultValue PaymentPlace payment,
    StaffSettings technician,
    @DefaultValue SettlingSettings settling,
    @DefaultValue ReturnProofSettings returnProof,
    @DefaultValue("") String recoveryKey,
    @DefaultValue FleetPlace fleet) {

  public StationSettings {
    require(central != null, "central", Reason.of(Word.CENTRAL));
    require(technician != null, "technician", Reason.of(Word.TECHNICIAN));
    require(!devices.isEmpty(), "devices", Reason.of(Word.ONE_DEVICE));
    require(
        role != StationRoleSetting.BOOK_DROP
            || Stream.of(DeviceName.DROP, DeviceName.DROPSCANNER, DeviceName.SCANNER)
                .anyMatch(devices::containsKey),
        "devices.drop",
        Reason.of(Word.DROP_READER));
    require(
        !patron.cardStays()
            || devices.containsKey(DeviceName.PAD)
            || devices.containsKey(DeviceName.CARDS),
        "patron.card-stays",
        Reason.of(Word.CARD_PLACE));
    boolean live = mode == Mode.LIVE;
    require(
        !live || payment.terminal() != TerminalKind.SIMULATED,
        "payment.terminal",
        Reason.of(Word.NO_SIMULATION));
    require(
        !live || technician.pins().values().stream().allMatch(PinHash::isHash),
        "technician.pin",
        Reason.of(Word.HASHES_ONLY));
    devices = DeviceName.inOrder(devices);
    alternatives = List.copyOf(alternatives);
    library = Map.copyOf(library);
    name = Map.copyOf(name);
  }

  /// Kind of station.
  public enum StationRoleSetting {
    STATION,
    /// A book drop alone, without log-in.
    BOOK_DROP
  }

  /// Settings of the book drop.
  ///
  /// @param closeAtPercent fill level, in percent, from which the flap stays locked
  /// @param holds when an item on hold for another patron is reported
  /// @param slip when the drop prints a receipt
  public record DropSettings(
      @DefaultValue("95") @SiteSetting(form = FormGroup.PATRON, least = 20, most = 100)
          int closeAtPercent,
      @DefaultValue("at-drop") @SiteSetting(form = FormGroup.PATRON) Holds holds,
      @DefaultValue("key") @SiteSetting(form = FormGroup.PATRON) SlipOffer slip) {}

  /// Where the drop's items on hold are reported.
  public enum Holds {
    AT_DROP,
    /// At the emptying of the bin, when staff are present.
    AT_EMPTYING
  }

  /// Settings of the signed code on receipts of returns.
  ///
  /// @param printed whether the code is printed
  /// @param key PEM file of the site's private Ed25519 key; empty = the station's own, made at the
  ///   first start
  /// @param publicKey PEM file of its public half; empty exactly if `key` is
  public record ReturnProofSettings(
      @DefaultValue("true") boolean printed,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String key,
      @DefaultValue("") String publicKey) {
    public ReturnProofSettings {
      require(key.isEmpty() == publicKey.isEmpty(), "public-key", Reason.of(Word.PUBLIC_HALF));
    }
  }

  /// Settings of reading aloud.
  ///
  /// @param headphone how a plugged-in headphone is detected, see `Headphone.HeadphoneDetection.of`
  /// @param loudspeaker whether words without personal data are spoken into the room if no
  ///   headphone is plugged in
  public record SpeechSettings(
      @DefaultValue("espeak-ng") @SiteSetting(form = FormGroup.PATRON) ReadAloudEngine engine,
      @DefaultValue("keys") @SiteSetting(form = FormGroup.PATRON, is = Shape.HEADPHONE)
          String headphone,
      @DefaultValue("true") @SiteSetting(form = FormGroup.PATRON) boolean loudspeaker) {}

  /// The speech engine.
  public enum ReadAloudEngine {
    ESPEAK_NG,
    SPEECH_DISPATCHER,
    NONE
  }

  /// How the station is used: live with patrons, or as a demo or for training.
  public enum Mode {
    LIVE,
    DEMO,
    TRAINING
  }

  /// Settings of one device.
  ///
  /// @param address such as `serial:/dev/libstation/pad?baud=38400`
  public record DeviceEntry(
      @SiteSetting(is = Shape.MODEL) String model,
      @SiteSetting(is = Shape.ADDRESS) String address,
      @DefaultValue Map<String, String> options) {
    public DeviceEntry {
      options = Map.copyOf(options);
    }
  }

  /// Settings of a patron's visit.
  ///
  /// @param pinRequired whether each patron must enter a PIN
  /// @param idleSeconds seconds without a touch until the warning
  /// @param warningSeconds seconds from the warning to the end of the visit
  /// @param comeBackSeconds seconds after a visit in which its card continues it; 0 = never
  /// @param askCount whether a borrowing patron is asked for the number of items
  /// @param cardStays whether the card stays on the reader during the visit; taking it ends the
  ///   visit
  public record PatronSettings(
      @DefaultValue("true") @SiteSetting(form = FormGroup.PATRON) boolean pinRequired,
      @DefaultValue("60") @SiteSetting(form = FormGroup.PATRON, least = 20, most = 600)
          int idleSeconds,
      @DefaultValue("30")
          @SiteSetting(
              form = FormGroup.PATRON,
              least = 20,
              most = 120,
              said = "{0} to {1} (WCAG 2.2.1 asks for at least {0})")
          int warningSeconds,
      @DefaultValue("20") @SiteSetting(least = 0, most = 60) int comeBackSeconds,
      @DefaultValue("false") boolean askCount,
      @DefaultValue("false") boolean cardStays) {}

  /// How patrons pay.
  ///
  /// @param address of a real terminal, such as `tcp:192.0.2.9:20007`; empty without one
  /// @param password six digits, as set in the terminal; empty without one
  /// @param printHere whether the station prints the terminal's receipt for the patron
  /// @param reverseRefused whether a payment that the central system refuses to book is given back
  /// @param place where the terminal stands, as seen by a person who faces the screen
  /// @param least smallest amount that a patron may type, in the central system's currency; empty =
  ///   no limit
  /// @param most largest such amount; empty = all that is owed
  public record PaymentPlace(
      @DefaultValue("none") TerminalKind terminal,
      @DefaultValue("") String address,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.TERMINAL_PASSWORD)
          String password,
      @DefaultValue("false") boolean printHere,
      @DefaultValue("false") boolean reverseRefused,
      @DefaultValue("right") TerminalPlace place,
      @DefaultValue("") @SiteSetting(is = Shape.SUM) String least,
      @DefaultValue("") @SiteSetting(is = Shape.SUM) String most) {

    public PaymentPlace {
      require(
          (terminal == TerminalKind.ZVT) != address.isBlank(),
          "address",
          Reason.of(Word.TERMINAL_ADDRESS));
      require(
          (terminal == TerminalKind.ZVT) != password.isEmpty(),
          "password",
          Reason.of(Word.TERMINAL_PASSWORD));
      require(!isLess(most, least), "most", Reason.of(Word.NOT_BELOW_LEAST));
    }

    /// Whether one sum is less than another; false if one of them is no sum, because that is
    /// reported separately.
    private static boolean isLess(String one, String other) {
      return Stream.of(one, other).allMatch(sum -> !sum.isEmpty() && Shape.SUM.fits(sum))
          && new BigDecimal(one).compareTo(new BigDecimal(other)) < 0;
    }

    /// Whether the site has a payment terminal.
    public boolean possible() {
      return terminal != TerminalKind.NONE;
    }
  }

  /// Kind of payment terminal.
  public enum TerminalKind {
    NONE,
    /// For demo and training only.
    SIMULATED,
    /// A card terminal that speaks ZVT.
    ZVT
  }

  /// Timeouts and intervals of settling.
  ///
  /// @param quarantineSeconds wait after a lost answer before the request is looked up, and again
  ///   before a fact is sent once more
  /// @param patronDeadlineSeconds longest wait of a patron for one item
  /// @param resumableSeconds time in which the same card may finish a loan that a power cut left
  ///   unreleased
  /// @param goodAnswers good answers in a row before the link counts as up
  /// @param probeSeconds seconds between probes of the link
  public record SettlingSettings(
      @DefaultValue("30") @SiteSetting(least = 1, most = 3600) int quarantineSeconds,
      @DefaultValue("12") @SiteSetting(least = 2, most = 60) int patronDeadlineSeconds,
      @DefaultValue("300") @SiteSetting(least = 2, most = 3600) int resumableSeconds,
      @DefaultValue("3") @SiteSetting(least = 1, most = 20) int goodAnswers,
      @DefaultValue("5") @SiteSetting(least = 1, most = 300) int probeSeconds,
      @DefaultValue LookAgain lookAgain) {}

  /// Limits on checking settled entries again, so that the link stays free.
  ///
  /// @param perHour most checks in an hour; 0 = none
  /// @param sample number of entries never in doubt that are checked each night; 0 = none
  /// @param sampleFromHour hour when the night begins, in the central system's zone
  public record LookAgain(
      @DefaultValue("60") @SiteSetting(least = 0, most = LookAgainSettings.MOST_PER_HOUR)
          int perHour,
      @DefaultValue("100") @SiteSetting(least = 0, most = LookAgainSettings.LARGEST_SAMPLE)
          int sample,
      @DefaultValue("2") @SiteSetting(least = 0, most = 23) int sampleFromHour) {}

  /// Where newer rules and lists of blocked cards come from.
  ///
  /// @param from an https address, or a file relative to the site's directory; empty = no feed
  /// @param key PEM file with the library's public Ed25519 key, which verifies the rules and lists
  /// @param oldAfterHours age from which unconfirmed rules are told with reserve; 0 = never
  /// @param blockedFrom as `from`; empty = no list
  /// @param hashKey file with the key of the card hashes, in Base64
  public record PolicyFeed(
      @DefaultValue("") @SiteSetting(is = {Shape.NO_FILE_ADDRESS, Shape.HTTPS}) String from,
      @DefaultValue("") String key,
      @DefaultValue("15") @SiteSetting(least = 1, most = 1440) int everyMinutes,
      @DefaultValue("72") @SiteSetting(least = 0, most = 8760) int oldAfterHours,
      @DefaultValue("") @SiteSetting(is = {Shape.NO_FILE_ADDRESS, Shape.HTTPS}) String blockedFrom,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String hashKey) {
    public PolicyFeed {
      require(
          !from.isEmpty() || (key + blockedFrom + hashKey).isEmpty(), "from", Reason.of(Word.FEED));
      require(from.isEmpty() || !key.isEmpty(), "key", Reason.of(Word.FEED_KEY));
      require(blockedFrom.isEmpty() == hashKey.isEmpty(), "hash-key", Reason.of(Word.FEED_HASHES));
    }

    public boolean isSet() {
      return !from.isEmpty();
    }
  }
}
