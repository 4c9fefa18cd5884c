package org.libstation.flow.state;

import java.util.List;
import org.libstation.flow.state.CheckBoard.CheckMessage;

/// Why settings are not taken. It is said in the language of the screen; a log and a shell have it
/// as a start tells it, in English.
///
/// @param file where it stands; empty text = in no file
/// @param line of that file, from 1; 0 = the whole
/// @param setting full key without `station.`; empty text = none in particular
/// @param why a key of the text files, with values that no language changes
/// @param oneOf what would be right, where that is a list: it is the value after those of `why`
/// @param english all of it, in one sentence
public record SettingRefusal(
    String file, int line, String setting, CheckMessage why, List<String> oneOf, String english) {
  public SettingRefusal {
    oneOf = List.copyOf(oneOf);
  }

  public SettingName name() {
    return SettingName.of(setting);
  }

  /// Without a place.
  ///
  /// @param word of the text files, behind `why.`
  public static SettingRefusal of(String word, String english, String... values) {
    return new SettingRefusal(
        "", 0, "", new CheckMessage("why." + word, List.of(values)), List.of(), english);
  }

  /// The same, said of a setting.
  ///
  /// @param whole as a start tells it
  public SettingRefusal at(String inFile, int atLine, String of, String whole) {
    return new SettingRefusal(inFile, atLine, of, why, oneOf, whole);
  }
}
