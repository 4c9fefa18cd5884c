package org.libstation.flow.state;

import java.util.List;
import org.libstation.flow.state.CheckBoard.CheckMessage;

/// Why settings are refused. The screen says it in its own language; a log and a shell say it in
/// English, as at a start.
///
/// @param file the file with the fault; empty text if none
/// @param line line in that file, from 1; 0 for the whole file
/// @param setting full key without `station.`; empty text if no single setting is at fault
/// @param why a key of the text files, with values that are the same in every language
/// @param oneOf the permitted values, if there is a list; it becomes the value after those of `why`
/// @param english the whole reason, in one English sentence
public record SettingRefusal(
    String file, int line, String setting, CheckMessage why, List<String> oneOf, String english) {
  public SettingRefusal {
    oneOf = List.copyOf(oneOf);
  }

  public SettingName name() {
    return SettingName.of(setting);
  }

  /// Returns a refusal without file, line or setting.
  ///
  /// @param word key in the text files, after `why.`
  public static SettingRefusal of(String word, String english, String... values) {
    return new SettingRefusal(
        "", 0, "", new CheckMessage("why." + word, List.of(values)), List.of(), english);
  }

  /// Returns the same refusal for a place and a setting.
  ///
  /// @param whole the sentence that a start prints
  public SettingRefusal at(String inFile, int atLine, String of, String whole) {
    return new SettingRefusal(inFile, atLine, of, why, oneOf, whole);
  }
}
