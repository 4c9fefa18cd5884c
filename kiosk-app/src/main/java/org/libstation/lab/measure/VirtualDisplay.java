package org.libstation.lab.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.libstation.station.driven.ScenarioProblem;

/// An X server without a screen (Xvfb) on a free display number.
public final class VirtualDisplay implements AutoCloseable {
  private static final int END_SECONDS = 5;

  private final Process server;
  private final String name;

  private VirtualDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /// @param width in pixels
  /// @param height in pixels
  /// @throws ScenarioProblem when there is no Xvfb here, or it does not start
  public static VirtualDisplay open(int width, int height) throws ScenarioProblem {
    try {
      Process server =
          new ProcessBuilder(
                  "Xvfb",
                  "-displayfd",
                  "1",
                  "-screen",
                  "0",
                  width + "x" + height + "x24",
                  "-nolisten",
                  "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String number =
          new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (number == null) {
        server.destroy();
        throw new ScenarioProblem("Xvfb did not start");
      }
      return new VirtualDisplay(server, ":" + number);
    } catch (IOException e) {
      throw new ScenarioProblem(
          "measuring the screen needs Xvfb (Debian: xvfb): " + e.getMessage());
    }
  }

  /// Name such as `:7`.
  public String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException _) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
