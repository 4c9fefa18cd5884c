package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.barcode.CheckDigits;
import org.libstation.barcode.Classifier;
import org.libstation.barcode.Symbology;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.libstation.central.link.TlsTrust;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StaffLevel;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.run.TagOwners;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.libstation.speech.Headphone;
import org.libstation.staff.PinHash;
import org.libstation.sync.LookAgainSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The site's `station.yaml`. Every key there is stands in the example `config/station.yaml`.
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
/// @param recoveryKey PEM file of the site's public recovery key; empty = made at the first start
public record StationSettings(
    Map<String, String> library,
    @SiteSetting(form = FormGroup.STATION) Map<String, String> name,
    @DefaultValue("station") @SiteSetting(form = FormGroup.STATION) Role role,
    @DefaultValue("live") @SiteSetting(form = FormGroup.STATION) Mode mode,
    @DefaultValue("zh-Hant-HK") @SiteSetting(form = FormGroup.STATION) Language language,
    @DefaultValue("data") String data,
    @DefaultValue("") String receipts,
    Central central,
    @DefaultValue Map<DeviceName, DeviceEntry> devices,
    @DefaultValue Drop drop,
    @DefaultValue("") @SiteSetting(form = FormGroup.BARCODES) String tagOwners,
    @DefaultValue Barcodes barcodes,
    @DefaultValue ScreenSettings screen,
    @SiteSetting(form = FormGroup.OPENING) String policy,
    @DefaultValue Patron patron,
    @DefaultValue PolicyFeed policyFeed,
    @DefaultValue OpeningSettings opening,
    @DefaultValue @SiteSetting(form = FormGroup.PLACES) List<Surroundings.Alternative> alternatives,
    @DefaultValue Surroundings.Help help,
    @DefaultValue("true") boolean noticesOnReceipts,
    @DefaultValue Speech speech,
    @DefaultValue PaymentPlace payment,
    Technician technician,
    @DefaultValue Settling settling,
    @DefaultValue ReturnProof returnProof,
    @DefaultValue("") String recoveryKey) {

  static final Set<String> LANGUAGES = Set.copyOf(SettingKey.words(Language.class));

  public StationSettings {
    require(inThree(library), "library", Reason.of(Word.IN_THREE));
    require(inThree(name), "name", Reason.of(Word.IN_THREE));
    require(central != null, "central", Reason.of(Word.CENTRAL));
    require(technician != null, "technician", Reason.of(Word.TECHNICIAN));
    require(policy != null && !policy.isBlank(), "policy", Reason.of(Word.POLICY));
    require(canBe(() -> TagOwners.of(tagOwners)), "tag-owners", Reason.of(Word.ISILS));
    require(!devices.isEmpty(), "devices", Reason.of(Word.ONE_DEVICE));
    require(
        role != Role.BOOK_DROP
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
        !live || payment.terminal() != Terminal.SIMULATED,
        "payment.terminal",
        Reason.of(Word.NO_SIMULATION));
    require(
        !live || technician.pins().values().stream().allMatch(PinHash::isHash),
        "technician.pin",
        Reason.of(Word.HASHES_ONLY));
    require(!live || !technician.hasDefault(), "technician.pin", Reason.of(Word.NO_EXAMPLE));
    devices = DeviceName.inOrder(devices);
    alternatives = List.copyOf(alternatives);
    library = Map.copyOf(library);
    name = Map.copyOf(name);
  }

  /// Whether a text is there in each language.
  static boolean inThree(@Nullable Map<String, String> texts) {
    return texts != null && texts.keySet().equals(LANGUAGES);
  }

  /// What the station is.
  public enum Role {
    STATION,
    /// A drop alone, without log-in.
    BOOK_DROP
  }

  /// The book drop.
  ///
  /// @param closeAtPercent from this fill on the flap stays shut
  /// @param holds when an item that somebody waits for is reported
  /// @param slip when it prints a slip
  public record Drop(
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
  public record ReturnProof(
      @DefaultValue("true") boolean printed,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String key,
      @DefaultValue("") String publicKey) {
    public ReturnProof {
      require(key.isEmpty() == publicKey.isEmpty(), "public-key", Reason.of(Word.PUBLIC_HALF));
    }
  }

  /// Reading aloud.
  ///
  /// @param headphone how it is known that one is plugged in, see [Headphone.Way#of(String)]
  /// @param loudspeaker whether what is not personal is said to the room without one
  public record Speech(
      @DefaultValue("espeak-ng") @SiteSetting(form = FormGroup.PATRON) Engine engine,
      @DefaultValue("keys") @SiteSetting(form = FormGroup.PATRON) String headphone,
      @DefaultValue("true") @SiteSetting(form = FormGroup.PATRON) boolean loudspeaker) {
    public Speech {
      require(canBe(() -> Headphone.Way.of(headphone)), "headphone", Reason.of(Word.HEADPHONE));
    }
  }

  /// What reads aloud.
  public enum Engine {
    ESPEAK_NG,
    SPEECH_DISPATCHER,
    NONE
  }

  public enum Mode {
    LIVE,
    DEMO,
    TRAINING
  }

  /// How the central system is reached.
  ///
  /// @param protocol what it speaks, see [CentralProvider#protocol()]; empty = the usual one
  /// @param dialect the name of a file in `dialects/`, or a path that ends in `.yaml`; empty
  ///   exactly where the protocol has none
  /// @param options of that protocol alone
  public record Central(
      @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String protocol,
      @SiteSetting(form = FormGroup.CENTRAL) String host,
      @SiteSetting(form = FormGroup.CENTRAL) int port,
      @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String dialect,
      @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String institution,
      @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String location,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String user,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String password,
      @DefaultValue("Asia/Hong_Kong") @SiteSetting(form = FormGroup.CENTRAL) String zone,
      @DefaultValue("HKD") String currency,
      @DefaultValue Tls tls,
      @DefaultValue Map<String, String> options) {
    public Central {
      protocol = protocol.isEmpty() ? Centrals.usual().protocol() : protocol;
      Optional<CentralProvider> spoken = Centrals.of(protocol);
      placed(spoken.isPresent(), "central.protocol", Reason.oneOf(Centrals.protocols()));
      placed(host != null && !host.isBlank(), "central.host", Reason.of(Word.HOST));
      placed(port > 0 && port < 65536, "central.port", Reason.of(Word.PORT));
      placed(canBe(() -> ZoneId.of(zone)), "central.zone", Reason.of(Word.ZONE));
      placed(
          canBe(() -> Currency.getInstance(currency)),
          "central.currency",
          Reason.of(Word.CURRENCY));
      placed(
          spoken.flatMap(CentralProvider::dialects).isPresent() != dialect.isBlank(),
          "central.dialect",
          dialect.isBlank()
              ? Reason.of(Word.DIALECT)
              : Reason.plain("nothing: it has no dialects"));
      options = Map.copyOf(options);
    }

    @Override
    public String toString() {
      return host + ":" + port + " (" + (dialect.isEmpty() ? protocol : dialect) + ")";
    }
  }

  /// One device.
  ///
  /// @param address such as `serial:/dev/libstation/pad?baud=38400`
  public record DeviceEntry(
      String model, String address, @DefaultValue Map<String, String> options) {
    public DeviceEntry {
      require(model != null && !model.isBlank(), "model", Reason.of(Word.MODEL));
      require(address != null && !address.isBlank(), "address", Reason.of(Word.ADDRESS));
      options = Map.copyOf(options);
    }
  }

  /// How a scan is judged: a reader for cards alone, an ISBN or ISSN, the rules, the screen.
  ///
  /// @param titles whether an ISBN or ISSN is one whatever the rules say
  /// @param unmatched what a code is that no rule knows
  public record Barcodes(
      @DefaultValue("first") @SiteSetting(form = FormGroup.BARCODES) Classifier.Titles titles,
      @DefaultValue("refuse") @SiteSetting(form = FormGroup.BARCODES) Unmatched unmatched,
      @DefaultValue @SiteSetting(form = FormGroup.BARCODES) List<BarcodeRule> rules) {
    public Barcodes {
      rules = List.copyOf(rules);
    }
  }

  public enum Unmatched {
    REFUSE,
    BY_SCREEN
  }

  /// One kind of barcode of the library.
  ///
  /// @param symbology one of [Symbology], or any
  /// @param dropCheck whether the check character at the end is no part of the number
  public record BarcodeRule(
      @SiteSetting(begins = "item") Classifier.CodeOwner is,
      String pattern,
      @DefaultValue("none") Check check,
      @DefaultValue("any") @SiteSetting(words = "any", orOf = Symbology.class) String symbology,
      @DefaultValue("false") boolean dropCheck) {
    public BarcodeRule {
      require(is != null, "is", Reason.oneOf(SettingKey.words(Classifier.CodeOwner.class)));
      require(
          pattern != null && !pattern.isEmpty() && canBe(() -> Pattern.compile(pattern)),
          "pattern",
          Reason.of(Word.EXPRESSION));
    }
  }

  /// How the last character of a barcode proves it.
  public enum Check {
    NONE(CheckDigits.Rule.NONE),
    LUHN14(CheckDigits.Rule.LUHN),
    MOD43(CheckDigits.Rule.MOD43),
    MOD11(CheckDigits.Rule.MOD11),
    EAN13(CheckDigits.Rule.EAN13);

    private final CheckDigits.Rule rule;

    Check(CheckDigits.Rule rule) {
      this.rule = rule;
    }

    public CheckDigits.Rule rule() {
      return rule;
    }
  }

  public record Patron(
      @DefaultValue("true") @SiteSetting(form = FormGroup.PATRON) boolean pinRequired,
      @DefaultValue("60") @SiteSetting(form = FormGroup.PATRON, least = 20, most = 600)
          int idleSeconds,
      @DefaultValue("30")
          @SiteSetting(
              form = FormGroup.PATRON,
              least = 20,
              most = 120,
              said = "20 to 120 (WCAG 2.2.1 asks for at least 20)")
          int warningSeconds,
      @DefaultValue("20") @SiteSetting(least = 0, most = 60) int comeBackSeconds,
      @DefaultValue("false") boolean askCount,
      @DefaultValue("false") boolean cardStays) {}

  /// Who may open the service screens.
  ///
  /// @param pin of whoever is not named, with the rights of a technician
  /// @param named members of staff: what they put right is closed in their name
  public record Technician(
      @DefaultValue("") @SiteSetting(form = FormGroup.STAFF, hidden = Hidden.ALWAYS) String pin,
      @DefaultValue @SiteSetting(form = FormGroup.STAFF) List<StaffPin> named) {
    /// How whoever is not named stands in the journal.
    private static final String UNNAMED = "technician";

    public Technician {
      require(isPin(pin), "pin", Reason.of(Word.PIN));
      named = List.copyOf(named);
      Set<String> pins = named.stream().map(StaffPin::pin).collect(Collectors.toSet());
      require(
          !pins.contains(pin) && pins.size() == named.size(),
          "named.*.pin",
          Reason.of(Word.PIN_ONCE));
      Set<String> names = named.stream().map(StaffPin::name).collect(Collectors.toSet());
      require(
          !names.contains(UNNAMED) && names.size() == named.size(),
          "named.*.name",
          Reason.of(Word.NAME_ONCE));
    }

    /// All PINs, or what stands for them, by name.
    public Map<String, String> pins() {
      Map<String, String> all = new HashMap<>();
      named.forEach(each -> all.put(each.name(), each.pin()));
      all.put(UNNAMED, pin);
      return all;
    }

    /// What stands for their cards, by name; of those who have one.
    public Map<String, String> cards() {
      return named.stream()
          .filter(each -> !each.card().isEmpty())
          .collect(Collectors.toMap(StaffPin::name, StaffPin::card));
    }

    /// What each of them may do, by name.
    public Map<String, StaffLevel> levels() {
      Map<String, StaffLevel> all = new HashMap<>();
      named.forEach(each -> all.put(each.name(), each.level()));
      all.put(UNNAMED, StaffLevel.TECHNICIAN);
      return all;
    }

    /// Whether one of them is a PIN that stands in the example site, which everybody can read.
    boolean hasDefault() {
      return pins().values().stream()
          .anyMatch(each -> EXAMPLES.stream().anyMatch(known -> PinHash.fits(each, known)));
    }

    private static final List<String> EXAMPLES = List.of("246810", "135790");

    @Override
    public String toString() {
      return "technician";
    }
  }

  private static boolean isPin(@Nullable String text) {
    return text != null && (text.matches("\\d{4,12}") || PinHash.isHash(text));
  }

  /// A member of staff.
  ///
  /// @param card hash of the number on their staff card; empty = none
  public record StaffPin(
      @SiteSetting(hidden = Hidden.IN_REPORTS) String name,
      @SiteSetting(hidden = Hidden.ALWAYS) String pin,
      @DefaultValue("technician") @SiteSetting(begins = "staff") StaffLevel level,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String card) {
    public StaffPin {
      require(card.isEmpty() || PinHash.isHash(card), "card", Reason.of(Word.CARD));
      require(name != null && !name.isBlank(), "name", Reason.of(Word.STAFF_NAME));
      require(isPin(pin), "pin", Reason.of(Word.PIN));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// Where patrons pay.
  public record PaymentPlace(@DefaultValue("none") Terminal terminal) {
    public boolean possible() {
      return terminal != Terminal.NONE;
    }
  }

  public enum Terminal {
    NONE,
    /// For demo and training only.
    SIMULATED
  }

  public record Settling(
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
      @DefaultValue("") String from,
      @DefaultValue("") String key,
      @DefaultValue("15") @SiteSetting(least = 1, most = 1440) int everyMinutes,
      @DefaultValue("72") @SiteSetting(least = 0, most = 8760) int oldAfterHours,
      @DefaultValue("") String blockedFrom,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String hashKey) {
    public PolicyFeed {
      require(
          !from.isEmpty() || (key + blockedFrom + hashKey).isEmpty(), "from", Reason.of(Word.FEED));
      require(from.isEmpty() || !key.isEmpty(), "key", Reason.of(Word.FEED_KEY));
      require(blockedFrom.isEmpty() == hashKey.isEmpty(), "hash-key", Reason.of(Word.FEED_HASHES));
      requireAddress("from", from);
      requireAddress("blocked-from", blockedFrom);
    }

    private static void requireAddress(String key, String address) {
      require(!address.startsWith("file:"), key, Reason.of(Word.FEED_FILE));
      require(
          !address.contains("://") || canBe(() -> new HttpFeed(URI.create(address))),
          key,
          Reason.of(Word.HTTPS));
    }

    public boolean isSet() {
      return !from.isEmpty();
    }
  }

  /// How the way to the central system is encrypted. Nothing here is ever left out silently: a
  /// section that is not enabled must be empty.
  public record Tls(
      @DefaultValue("false") @SiteSetting(form = FormGroup.CENTRAL) boolean enabled,
      @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String authority,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String pinned,
      @DefaultValue("") String certificate,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String key) {
    public Tls {
      boolean empty = (authority + pinned + certificate + key).isEmpty();
      placed(enabled || empty, "central.tls.enabled", Reason.of(Word.TLS_OFF));
      placed(
          authority.isEmpty() || pinned.isEmpty(),
          "central.tls.pinned",
          Reason.of(Word.TLS_EITHER));
      placed(
          pinned.isEmpty() || canBe(() -> new TlsTrust.Server.Pinned(pinned)),
          "central.tls.pinned",
          Reason.of(Word.TLS_PIN));
      placed(certificate.isEmpty() == key.isEmpty(), "central.tls.key", Reason.of(Word.TLS_PAIR));
    }
  }

  private static void placed(boolean good, String key, Reason expected) {
    if (!good) {
      throw new SettingException("station." + key, expected);
    }
  }

  private static boolean canBe(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
