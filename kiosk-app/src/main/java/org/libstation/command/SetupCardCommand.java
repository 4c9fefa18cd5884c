package org.libstation.command;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.libstation.device.DeviceEvent;
import org.libstation.device.driver.Drivers;
import org.libstation.device.link.DeviceThread;
import org.libstation.flow.state.SettingName;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.StationSettings;
import org.libstation.station.parts.SiteScanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `setup card`: finds out how the library's system writes card numbers, from one card
/// with a known number.
@Command(name = "card")
final class SetupCardCommand extends SetupCommand.Changing {
  @Parameters(paramLabel = "NUMBER")
  private String number = "";

  @Option(names = "--device", paramLabel = "NAME")
  private String device = DeviceName.CARDS.word();

  @Option(names = "--form", paramLabel = "N")
  private int form;

  @Option(names = "--seconds", paramLabel = "N")
  private int seconds = 60;

  SetupCardCommand(InputStream in) {
    super(in);
  }

  @Override
  protected int run() throws InterruptedException {
    Site site = site();
    String known = given("NUMBER", number).strip();
    if (known.isEmpty()) {
      throw new SiteProblem(
          "NUMBER: expected the number of the card as the library's system has it");
    }
    BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
    SiteScanner reader = SiteScanner.of(site, device, events::add);
    StationSettings.DeviceEntry entry =
        DeviceName.of(device).map(site.settings().devices()::get).orElseThrow();
    List<Map<String, String>> forms;
    try (DeviceThread thread = DeviceThread.start(reader.device());
        UntilEnded _ = UntilEnded.closing(thread::close)) {
      forms = Drivers.optionsMaking(entry.model(), read(events), known);
    }
    if (forms.isEmpty()) {
      say(
          "No form gives that number for this card: the card is another one, or needs another"
              + " recipe.");
      if (form != 0) {
        say(
            "--form has nothing to choose: compare the number with the card, or set another recipe,"
                + " and try it without --form.");
      }
      return 1;
    }
    for (int i = 0; i < forms.size(); i++) {
      say("%3d  %s".formatted(i + 1, words(forms.get(i))));
    }
    if (form == 0) {
      say(
          forms.size() == 1
              ? "--form 1 chooses it."
              : "Try a second card to see which form is right; --form N chooses one.");
      return 0;
    }
    if (form < 1 || form > forms.size()) {
      throw new SiteProblem("--form: expected a number from 1 to " + forms.size());
    }
    Map<String, String> keys = new LinkedHashMap<>();
    forms
        .get(form - 1)
        .forEach(
            (option, value) -> {
              if (!value.isEmpty() || entry.options().containsKey(option)) {
                keys.put(new SettingName.DeviceOption(device, option).key(), value);
              }
            });
    return change(keys);
  }

  private static String words(Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> !option.getValue().isEmpty())
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  /// @return the bytes of the first readable card, in hexadecimal
  private String read(BlockingQueue<DeviceEvent> events) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      DeviceEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      switch (event) {
        case null -> throw new SiteProblem("no card was read in " + seconds + " seconds");
        case DeviceEvent.ScanSeen seen when !seen.bytes().isEmpty() -> {
          return seen.bytes();
        }
        case DeviceEvent.ScanSeen seen -> seen.problem().ifPresent(why -> say("Not read: " + why));
        case DeviceEvent.HealthChanged changed ->
            say(
                changed.health().usable()
                    ? "Lay the card on the reader; if it lies there, lift it and lay it down anew."
                    : changed.health().code() + ": " + changed.health().reason());
        default -> {}
      }
    }
  }
}
