package org.libstation.process.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.StationRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the public status of the station to `data/status.json`: whether it serves, and whether
/// its drop takes items. It holds no person and no item. The file is replaced whole when something
/// in it changes (`docs/administrator/status-file.md` explains its members).
public final class PublicStatus implements Consumer<FlowState> {
  public static final String FILE = "status.json";
  static final int SCHEMA = 1;

  private static final Logger log = LoggerFactory.getLogger(PublicStatus.class);

  private final Path file;
  private @Nullable String last;

  public PublicStatus(Path data) {
    this.file = data.resolve(FILE);
  }

  @Override
  public void accept(FlowState state) {
    JsonLine what = what(state);
    if (what.toString().equals(last)) {
      return;
    }
    last = what.toString();
    String whole = what.put("since", state.now().corrected().withNano(0).toString()) + "\n";
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(fresh, whole, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("{} cannot be written: {}", file, e.getMessage());
    }
  }

  /// Returns the status without its time.
  private static JsonLine what(FlowState state) {
    StationFacts station = state.station();
    JsonLine line =
        new JsonLine()
            .put("schema", SCHEMA)
            .put("role", role(station.role()))
            .put("serves", serves(state))
            .put("link", word(station.link()));
    if (hasDrop(station)) {
      DropState drop = DropStanding.of(state);
      boolean takes = drop != DropState.FULL && drop != DropState.SHUT;
      line.put("drop", takes ? "open" : word(drop))
          .put("drop-fill-percent", tens(state.sight().fill().percent(false)))
          .put("drop-code", takes ? "" : code(state, drop));
    }
    return line;
  }

  /// Returns `book-drop` or `station`; which services a station offers is not published.
  private static String role(StationRole role) {
    return switch (role) {
      case BOOK_DROP -> word(role);
      case LEND_AND_RETURN, RETURN_ONLY -> "station";
    };
  }

  private static boolean hasDrop(StationFacts station) {
    return station.configured(DeviceRole.DROP)
        || station.configured(DeviceRole.DROP_READER)
        || station.configured(DeviceRole.DROP_SCANNER);
  }

  private static boolean serves(FlowState state) {
    return state.station().role() == StationRole.BOOK_DROP
        ? DropStanding.of(state) != DropState.SHUT
        : !(state.screen() instanceof Screen.OutOfService);
  }

  private static String code(FlowState state, DropState drop) {
    return drop == DropState.FULL
        ? Code.R44.name()
        : state.station().dropShut().map(Enum::name).orElse("");
  }

  /// Rounds down to tens, so that nobody can tell from the file when a single item came.
  private static int tens(int percent) {
    return percent / 10 * 10;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
