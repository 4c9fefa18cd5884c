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

/// Finds out how the library's system writes the numbers of its cards, from one card whose number
/// is known.
@Command(
    name = "card",
    description =
        "Finds the form in which the library knows the number of a card, from one card whose number"
            + " you know: type the number, lay the card on the reader. The station must not run: it"
            + " holds the reader. Nothing that the card says is shown.",
    footer = {
      "",
      "Examples:",
      "  ./station setup card --config config -                    the number is read from standard"
          + " input",
      "  ./station setup card --config config 2712847316           which forms give it",
      "  ./station setup card --config config --form 1 --write --by Chan -    the first of them is"
          + " written",
      "Exit status: 0 there is a form, or it was written; 1 there is none, or no card came."
    })
final class SetupCardCommand extends SetupCommand.Changing {
  @Parameters(paramLabel = "NUMBER", description = "as the library's system has it; - reads it")
  private String number = "";

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "which reader (default: ${DEFAULT-VALUE})")
  private String device = DeviceName.CARDS.word();

  @Option(names = "--form", paramLabel = "N", description = "which of the forms is taken")
  private int form;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long a card is waited for (default: ${DEFAULT-VALUE})")
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
          "No form makes that number of this card: it is another card, or another recipe reads"
              + " it.");
      if (form != 0) {
        say(
            "--form takes nothing then: compare the number with the card, or set another recipe,"
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
              ? "--form 1 takes it."
              : "Which of them is right, a second card tells; --form N takes one.");
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

  /// @return what was read of the first card that could be read, as hex
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
