package org.libstation.device.keyscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.testkit.Needs;

/// The layouts against those of the X Window System (xkeyboard-config, compiled by xkbcomp): every
/// sign of ASCII is typed as its keyboard types it, and no key types another sign than it has.
class KeyLayoutTest {
  /// Codes of X are those of the kernel and 8.
  private static final int OFFSET = 8;

  private static final Pattern CODE = Pattern.compile("<([A-Z0-9]{4})> = ([0-9]+);");
  private static final Pattern KEY =
      Pattern.compile(
          "key <([A-Z0-9]{4})> \\{(?:[^}]*?symbols\\[Group1\\]=)?[^\\[}]*\\[([^\\]]*)\\]");

  /// Names of signs in keysymdef.h that are none themselves.
  private static final Map<String, String> NAMES = new TreeMap<>();

  static {
    String names =
        "space=  exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& apostrophe='"
            + " parenleft=( parenright=) asterisk=* plus=+ comma=, minus=- period=. slash=/"
            + " colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=["
            + " backslash=\\ bracketright=] asciicircum=^ underscore=_ grave=` braceleft={ bar=|"
            + " braceright=} asciitilde=~ sterling=£ section=§ degree=° notsign=¬ brokenbar=¦"
            + " mu=µ currency=¤ EuroSign=€ twosuperior=² threesuperior=³ ssharp=ß adiaeresis=ä"
            + " odiaeresis=ö udiaeresis=ü Adiaeresis=Ä Odiaeresis=Ö Udiaeresis=Ü eacute=é"
            + " egrave=è agrave=à ccedilla=ç ugrave=ù dead_circumflex=^ dead_acute=´"
            + " dead_grave=` dead_diaeresis=¨";
    for (String pair : names.split(" (?=[A-Za-z_]+=)", -1)) {
      NAMES.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    NAMES.put("space", " ");
  }

  /// What a key types on one level, and whether it waits for the next key.
  private record Sign(char sign, boolean dead) {}

  @TempDir Path dir;

  /// By the kernel's code of a key: what it types plain, with Shift, with AltGr.
  private Map<Integer, Map<Integer, Sign>> compiled(String layout)
      throws IOException, InterruptedException {
    Needs.programs("xkbcomp");
    Path map = dir.resolve("in.xkb");
    Path out = dir.resolve("out.xkb");
    Files.writeString(
        map,
        """
        xkb_keymap {
          xkb_keycodes { include "evdev+aliases(qwerty)" };
          xkb_types { include "complete" };
          xkb_compat { include "complete" };
          xkb_symbols { include "pc+%s" };
        };
        """
            .formatted(layout));
    Process process =
        new ProcessBuilder("xkbcomp", "-w0", "-xkb", map.toString(), out.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    String text = Files.readString(out);
    Map<String, Integer> codes = new HashMap<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      codes.put(code.group(1), Integer.parseInt(code.group(2)) - OFFSET);
    }
    Map<Integer, Map<Integer, Sign>> keys = new TreeMap<>();
    Matcher key = KEY.matcher(text);
    while (key.find()) {
      String[] symbols = key.group(2).split(",", -1);
      for (int level = 0; level < Math.min(3, symbols.length); level++) {
        Optional<Sign> sign = sign(symbols[level].strip());
        Integer at = codes.get(key.group(1));
        if (sign.isPresent() && at != null && at < 90) {
          keys.computeIfAbsent(at, _ -> new TreeMap<>()).put(level, sign.get());
        }
      }
    }
    return keys;
  }

  private static Optional<Sign> sign(String name) {
    if (name.length() == 1) {
      return Optional.of(new Sign(name.charAt(0), false));
    }
    return Optional.ofNullable(NAMES.get(name))
        .map(sign -> new Sign(sign.charAt(0), name.startsWith("dead_")));
  }

  private static Keys strike(String layout, int key, int level) {
    Keys keys = Keys.of(layout);
    int modifier = level == 1 ? Keys.SHIFT : Keys.ALT_GR;
    return level == 0 ? keys.press(key) : keys.with(modifier, key);
  }

  @ParameterizedTest
  @CsvSource({"us, us", "uk, gb", "de, de", "fr, fr"})
  void every_sign_of_ascii_is_typed_as_the_keyboard_types_it(String ours, String theirs)
      throws IOException, InterruptedException {
    KeyLayout layout =
        KeyLayout.of("layout", DeviceSheets.shipped().named("layout", "keyboards", ours));
    TreeSet<Character> typed = new TreeSet<>();
    compiled(theirs)
        .forEach(
            (key, levels) ->
                levels.forEach(
                    (level, sign) -> {
                      // X gives AltGr more signs than are engraved; a scanner types none of them.
                      boolean more = level == 2 && !layout.signs().get(2).containsKey(key);
                      if (sign.sign() > 0x7E || isPad(key) || more) {
                        return;
                      }
                      Keys keys = strike(ours, key, level);
                      if (sign.dead()) {
                        keys.press(Keys.SPACE);
                      }
                      assertThat(keys.text)
                          .as("%s: key %d, level %d", ours, key, level)
                          .hasToString(String.valueOf(sign.sign()));
                      typed.add(sign.sign());
                    }));
    for (char sign = ' '; sign <= '~'; sign++) {
      assertThat(typed).as("%s can type '%s'", theirs, sign).contains(sign);
    }
  }

  @ParameterizedTest
  @CsvSource({"us, us", "uk, gb", "de, de", "fr, fr"})
  void no_key_of_a_sheet_types_what_its_keyboard_does_not(String ours, String theirs)
      throws IOException, InterruptedException {
    Map<Integer, Map<Integer, Sign>> compiled = compiled(theirs);
    KeyLayout layout =
        KeyLayout.of("layout", DeviceSheets.shipped().named("layout", "keyboards", ours));
    int held = 0;
    for (int level = 0; level < 3; level++) {
      for (Map.Entry<Integer, Character> each : layout.signs().get(level).entrySet()) {
        Sign sign = compiled.getOrDefault(each.getKey(), Map.of()).get(level);
        Sign own = new Sign(each.getValue(), layout.dead().get(level).contains(each.getValue()));
        assertThat(sign).as("%s: key %d, level %d", ours, each.getKey(), level).isEqualTo(own);
        held++;
      }
    }
    assertThat(held).isGreaterThan(94);
  }

  private static boolean isPad(int key) {
    return key == 55 || (key >= 71 && key <= 83);
  }

  @Test
  void a_sheet_of_a_sites_own_with_a_row_too_short_is_refused_with_its_line() throws IOException {
    Path own = Files.createDirectories(dir.resolve("keyboards")).resolve("mine.yaml");
    String us =
        DeviceSheets.shipped().named("layout", "keyboards", "us").lines().entrySet().stream()
            .map(line -> line.getKey() + ": \"" + line.getValue().value() + "\"")
            .reduce("", (all, line) -> all + line + "\n");
    Files.writeString(own, us);
    assertThat(KeyLayout.of("layout", DeviceSheets.of(dir).named("layout", "keyboards", "mine")))
        .isEqualTo(
            KeyLayout.of("layout", DeviceSheets.shipped().named("layout", "keyboards", "us")));
    List<String> lines = us.lines().toList();
    int row = 0;
    while (!lines.get(row).startsWith("plain.2")) {
      row++;
    }
    Files.writeString(own, us.replace("qwertyuiop[]", "qwertyuiop["));
    int line = row + 1;
    assertThatThrownBy(
            () -> KeyLayout.of("layout", DeviceSheets.of(dir).named("layout", "keyboards", "mine")))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("mine.yaml, line " + line)
        .hasMessageContaining("12 characters");
  }
}
