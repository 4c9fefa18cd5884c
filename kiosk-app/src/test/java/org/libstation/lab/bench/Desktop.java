package org.libstation.lab.bench;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A desktop without a screen: Xvfb on a display number of its own, openbox as its window manager,
/// and xdotool for hands.
public final class Desktop implements AutoCloseable {
  private static final Duration TOOL = Duration.ofSeconds(20);
  private static final Pattern PLACE =
      Pattern.compile("X=(-?\\d+)\\s+Y=(-?\\d+)\\s+WIDTH=(\\d+)\\s+HEIGHT=(\\d+)");

  private final Process server;
  private final Optional<Process> manager;
  private final String display;

  /// A window with the place of its contents.
  public record Window(String id, int x, int y, int width, int height) {}

  private Desktop(Process server, Optional<Process> manager, String display) {
    this.server = server;
    this.manager = manager;
    this.display = display;
  }

  /// @param size such as `1920x1080`
  static Desktop open(String size) throws IOException {
    return open(size, List.of("openbox"), List.of());
  }

  /// @param manager command of the window manager; empty for none
  /// @param more arguments of Xvfb
  public static Desktop open(String size, List<String> manager, List<String> more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", size + "x24", "-nolisten", "tcp"));
    // Else it begins anew when its last client goes, and drops whoever comes just then.
    command.add("-noreset");
    command.addAll(more);
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String display =
        ":"
            + new BufferedReader(
                    new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    if (manager.isEmpty()) {
      return new Desktop(server, Optional.empty(), display);
    }
    ProcessBuilder managing = new ProcessBuilder(manager);
    managing.environment().put("DISPLAY", display);
    managing.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new Desktop(server, Optional.of(managing.start()), display);
  }

  /// Such as `:5`.
  public String display() {
    return display;
  }

  /// Starts a program on this desktop.
  ///
  /// @param said file that takes what it says
  public Process start(Path said, List<String> command) throws IOException {
    return start(said, Map.of(), command);
  }

  /// With more in its environment.
  public Process start(Path said, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", display);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  /// The window on show with a title.
  public Optional<Window> window(String title) throws IOException, InterruptedException {
    String id = xdotool("search", "--onlyvisible", "--name", "^" + title + "$").strip();
    if (!id.matches("\\d+")) {
      return Optional.empty();
    }
    String said = xdotool("getwindowgeometry", "--shell", id);
    Matcher place = PLACE.matcher(said);
    return place.find()
        ? Optional.of(
            new Window(id, number(place, 1), number(place, 2), number(place, 3), number(place, 4)))
        : Optional.empty();
  }

  private static int number(Matcher place, int group) {
    return Integer.parseInt(place.group(group));
  }

  /// Presses keys of the keyboard while a window has the focus.
  void keys(Window window, String... keys) throws IOException, InterruptedException {
    await()
        .until(
            () -> {
              xdotool("windowactivate", window.id());
              return xdotool("getactivewindow").strip().equals(window.id());
            });
    List<String> words = new ArrayList<>(List.of("key", "--delay", "80"));
    words.addAll(Arrays.asList(keys));
    xdotool(words.toArray(String[]::new));
  }

  void type(String text) throws IOException, InterruptedException {
    xdotool("type", "--delay", "40", text);
  }

  public String xdotool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(TOOL.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return said;
  }

  @Override
  public void close() {
    manager.ifPresent(Process::destroy);
    server.destroy();
  }
}
