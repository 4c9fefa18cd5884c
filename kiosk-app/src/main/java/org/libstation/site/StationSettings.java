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

/// Holds what the site's `station.yaml` says. Every key there is stands in the example
/// `config/station.yaml`.
///
/// @param data directory of the journal and keys, relative to the file
/// @param receipts directory for receipts as PDF; empty = none
/// @param policy file of rules, relative to the file
/// @param policyFeed where newer rules come from
/// @param alternatives other places to borrow or return, for when this station cannot
/// @param help how to reach a librarian
/// @param noticesOnReceipts whether the library's notice is printed on receipts while it is in
///   force
/// @param returnProof the code on slips of returns
/// @param opening when the station serves
/// @param drop how the book drop works, where there is one
/// @param speech how screens are read aloud
/// @param screen how large the panel is and where it hangs
/// @param tagOwners ISILs of the library and its partners, with commas between; empty = any
/// @param recoveryKey PEM file of the site's public recovery key; empty = `recovery-public.pem`
///   beside these settings; a demo makes its own at the first start
/// @param fleet where the station's news go, where it is one of many
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

  /// What the station is.
  public enum StationRoleSetting {
    STATION,
    /// A drop alone, without log-in.
    BOOK_DROP
  }

  /// The book drop.
  ///
  /// @param closeAtPercent from this fill on the flap stays shut
  /// @param holds when an item that somebody waits for is reported
  /// @param slip when it prints a slip
  public record DropSettings(
      @DefaultValue("95") @SiteSetting(form = FormGroup.PATRON, least = 20, most = 100)
          int closeAtPercent,
      @DefaultValue("at-drop") @SiteSetting(form = FormGroup.PATRON) Holds holds,
      @DefaultValue("key") @SiteSetting(form = FormGroup.PATRON) SlipOffer slip) {}

  public enum Holds {
    AT_DROP,
    /// Where staff stand.
    AT_EMPTYING
  }

  /// The signed code on slips of returns.
  ///
  /// @param printed whether there is one
  /// @param key PEM file of the site's private Ed25519 key; empty = the station's own, made at the
  ///   first start
  /// @param publicKey PEM file of its public half; empty exactly when `key` is
  public record ReturnProofSettings(
      @DefaultValue("true") boolean printed,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String key,
      @DefaultValue("") String publicKey) {
    public ReturnProofSettings {
      require(key.isEmpty() == publicKey.isEmpty(), "public-key", Reason.of(Word.PUBLIC_HALF));
    }
  }

  /// Reading aloud.
  ///
  /// @param headphone how it is known that one is plugged in, see `Headphone.HeadphoneDetection.of`
  /// @param loudspeaker whether what is not personal is said to the room without one
  public record SpeechSettings(
      @DefaultValue("espeak-ng") @SiteSetting(form = FormGroup.PATRON) ReadAloudEngine engine,
      @DefaultValue("keys") @SiteSetting(form = FormGroup.PATRON, is = Shape.HEADPHONE)
          String headphone,
      @DefaultValue("true") @SiteSetting(form = FormGroup.PATRON) boolean loudspeaker) {}

  /// What reads aloud.
  public enum ReadAloudEngine {
    ESPEAK_NG,
    SPEECH_DISPATCHER,
    NONE
  }

  public enum Mode {
    LIVE,
    DEMO,
    TRAINING
  }

  /// One device.
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

  /// Where patrons pay.
  ///
  /// @param address of a real terminal, such as `tcp:192.0.2.9:20007`; empty without one
  /// @param password six digits, as set in the terminal; empty without one
  /// @param printHere whether the terminal's receipt for the patron is printed by the station
  /// @param reverseRefused whether what the central system refuses to book is given back
  /// @param place where the terminal stands, seen from who faces the screen
  /// @param least of an amount that a patron types, in the currency of the central system; empty
  ///   text: none
  /// @param most of it; empty text: all that is owed
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

    /// Where one of them is no sum, that is told by itself.
    private static boolean isLess(String one, String other) {
      return Stream.of(one, other).allMatch(sum -> !sum.isEmpty() && Shape.SUM.fits(sum))
          && new BigDecimal(one).compareTo(new BigDecimal(other)) < 0;
    }

    public boolean possible() {
      return terminal != TerminalKind.NONE;
    }
  }

  public enum TerminalKind {
    NONE,
    /// For demo and training only.
    SIMULATED,
    /// A card terminal that speaks ZVT.
    ZVT
  }

  public record SettlingSettings(
      @DefaultValue("30") @SiteSetting(least = 1, most = 3600) int quarantineSeconds,
      @DefaultValue("12") @SiteSetting(least = 2, most = 60) int patronDeadlineSeconds,
      @DefaultValue("300") @SiteSetting(least = 2, most = 3600) int resumableSeconds,
      @DefaultValue("3") @SiteSetting(least = 1, most = 20) int goodAnswers,
      @DefaultValue("5") @SiteSetting(least = 1, most = 300) int probeSeconds,
      @DefaultValue LookAgain lookAgain) {}

  /// The share of the line for looks at what is settled.
  ///
  /// @param perHour so many looks an hour at most; 0 = none
  /// @param sample how many of the entries that were never in doubt, each night; 0 = none
  /// @param sampleFromHour when the night begins, in the central system's zone
  public record LookAgain(
      @DefaultValue("60") @SiteSetting(least = 0, most = LookAgainSettings.MOST_PER_HOUR)
          int perHour,
      @DefaultValue("100") @SiteSetting(least = 0, most = LookAgainSettings.LARGEST_SAMPLE)
          int sample,
      @DefaultValue("2") @SiteSetting(least = 0, most = 23) int sampleFromHour) {}

  /// Where newer rules and lists of blocked cards come from.
  ///
  /// @param from an https address, or a file relative to the site's directory; empty = no feed
  /// @param key PEM file with the library's public Ed25519 key, by which they are proven
  /// @param oldAfterHours from then on rules that nobody confirmed are told with care; 0 = never
  /// @param blockedFrom as `from`; empty = no list
  /// @param hashKey file with the key of the cards' hashes, in Base64
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
