package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import org.libstation.flow.state.SettingName;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Says in the language of the screen why settings were refused: file and line, setting, and what
/// was expected.
public final class RefusalWords extends Saying {
  /// Longest list of allowed values; nobody reads a longer one.
  private static final int MOST = 14;

  public RefusalWords(Voice voice) {
    super(voice);
  }

  /// Returns the sentence for a refusal.
  public String say(SettingRefusal refusal) {
    String why = why(refusal);
    String about =
        refusal.setting().isEmpty()
            ? why
            : say("why.about", name(refusal.name()), refusal.setting(), why);
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

  /// Joins words as `a, b or c`.
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

  /// Returns the name of a setting; "the setting" if the texts have none.
  private String name(SettingName name) {
    String key = "setup.name." + name.text();
    if (!voice.words().has(key)) {
      return say("why.setting");
    }
    String said = say(key, name.told());
    return name.device().map(of -> say("setup.is", say("check." + of), said)).orElse(said);
  }
}
