package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.screen.widget.Saying;
import org.libstation.screen.words.Voice;

/// Why settings are not taken, in the language of the screen: the file and its line, which setting,
/// and what was expected.
public final class RefusalWords extends Saying {
  private static final Pattern OPTION =
      Pattern.compile("(?:devices\\.([a-z]+)|central)\\.options\\.(.+)");
  private static final Pattern PART = Pattern.compile("devices\\.([a-z]+)\\.([a-z]+)");
  private static final Pattern ENTRY = Pattern.compile("(.+)\\.([0-9]+)\\.(.+)");

  /// More of them than this are not read by anybody.
  private static final int MOST = 14;

  public RefusalWords(Voice voice) {
    super(voice);
  }

  public String say(SettingRefusal refusal) {
    String why = why(refusal);
    String about =
        refusal.setting().isEmpty()
            ? why
            : say("why.about", name(refusal.setting()), refusal.setting(), why);
    return refusal.line() > 0 && !refusal.file().isEmpty()
        ? say("why.at", refusal.file(), refusal.line(), about)
        : about;
  }

  private String why(SettingRefusal refusal) {
    List<Object> values = new ArrayList<>(refusal.why().values());
    if (!refusal.oneOf().isEmpty()) {
      values.add(either(refusal.oneOf()));
    }
    return say(refusal.why().key(), values.toArray());
  }

  /// `a, b or c`.
  private String either(List<String> all) {
    if (all.size() > MOST) {
      return joined(all.subList(0, MOST)) + " …";
    }
    return all.size() == 1
        ? all.getFirst()
        : say("why.either", joined(all.subList(0, all.size() - 1)), all.getLast());
  }

  private String joined(List<String> all) {
    return all.stream().reduce((some, next) -> say("why.comma", some, next)).orElse("");
  }

  /// What a setting is called; as it stands in the file where nobody named it.
  private String name(String setting) {
    Matcher option = OPTION.matcher(setting);
    if (option.matches() && option.group(1) == null) {
      return say("setup.name.central.option", option.group(2));
    }
    if (option.matches()) {
      return say(
          "setup.is",
          say("check." + option.group(1)),
          say("setup.name.device.option", option.group(2)));
    }
    Matcher part = PART.matcher(setting);
    if (part.matches() && voice.words().has("setup.name.device." + part.group(2))) {
      return say(
          "setup.is", say("check." + part.group(1)), say("setup.name.device." + part.group(2)));
    }
    Matcher entry = ENTRY.matcher(setting);
    if (entry.matches()) {
      return named(entry.group(1) + "." + entry.group(3));
    }
    return named(setting);
  }

  private String named(String setting) {
    String key = "setup.name." + Language.inAny(setting);
    String language = Language.ofKey(setting).map(Language::ownName).orElse("");
    return voice.words().has(key) ? say(key, language) : say("why.setting");
  }
}
