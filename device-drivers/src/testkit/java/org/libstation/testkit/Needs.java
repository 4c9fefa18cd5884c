package org.libstation.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// What a test needs of the machine. Missing, the test says *skipped, because …*; with `CI=true` it
/// fails instead, since there everything is installed.
public final class Needs {
  private Needs() {}

  /// Programs on the PATH.
  public static void programs(String... names) {
    List<String> missing = Arrays.stream(names).filter(name -> !onPath(name)).toList();
    if (!missing.isEmpty()) {
      missing("these programs are not installed: " + String.join(", ", missing));
    }
  }

  /// The rights of the machine's root.
  public static void root() {
    if (!"root".equals(System.getProperty("user.name"))) {
      missing("it needs root's rights");
    }
  }

  /// The fonts and native libraries that screens are drawn with.
  public static void screens() {
    if (!anyFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")) {
      missing("fonts-noto-cjk is not installed");
    }
    if (!anyFile("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")) {
      missing("fonts-noto-core is not installed");
    }
    boolean pango =
        List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib").stream()
            .anyMatch(dir -> anyFile(dir + "/libpangoft2-1.0.so.0"));
    if (!pango) {
      missing("libpangoft2-1.0-0 is not installed");
    }
  }

  /// One of these files.
  public static void oneOf(String what, String... paths) {
    if (Arrays.stream(paths).noneMatch(Needs::anyFile)) {
      missing(what + " is not installed");
    }
  }

  /// The program as `./station build` leaves it.
  ///
  /// @param arguments its argument file
  public static void builtProgram(Path arguments) {
    if (!Files.exists(arguments)) {
      missing("the program is not built (./station build)");
    }
  }

  private static void missing(String why) {
    String message = "skipped, because " + why;
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionFailedError(message + " (and in CI nothing may be skipped)");
    }
    System.out.println(message);
    throw new TestAbortedException(message);
  }

  private static boolean anyFile(String path) {
    return Files.exists(Path.of(path));
  }

  private static boolean onPath(String name) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
  }
}
