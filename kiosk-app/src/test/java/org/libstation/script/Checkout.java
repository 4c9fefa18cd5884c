package org.libstation.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A checkout of a few files around the real script. Its Maven packs the text of one source, and
/// its virtual machine says that text.
final class Checkout {
  /// A call that takes longer hangs.
  private static final long LONGEST_MINUTES = 3;

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      # Does what the files beside it say, and packs the source.
      echo "$*" >>"$FAKE/builds"
      to="$PWD/kiosk-app/target/packaged"
      for each in "$@"; do
        case "$each" in -Dapp.directory=*) to="${each#-Dapp.directory=}" ;; esac
      done
      echo "[INFO] Building kiosk-app 0.1.0-SNAPSHOT                            [3/3]"
      mkdir -p "$to/lib" "$to/fx"
      echo half >"$to/lib/app.jar"
      [ ! -e "$FAKE/maven-fails" ] || { cat "$FAKE/maven-fails"; exit 1; }
      case "$*" in
        *verify*) [ ! -e "$FAKE/tests-say" ] || cat "$FAKE/tests-say" ;;
        *spotless:check*) [ ! -e "$FAKE/unformatted" ] || { cat "$FAKE/unformatted"; exit 1; } ;;
        *" test") [ -e "$FAKE/no-test-runs" ] || echo "[INFO] Tests run: 1" ;;
        *surefire:test*) [ ! -e "$FAKE/libraries-fail" ] || { cat "$FAKE/libraries-fail"; exit 1; } ;;
      esac
      if [ -e "$FAKE/maven-waits" ]; then
        echo $$ >"$FAKE/maven-is-here.part" && mv "$FAKE/maven-is-here.part" "$FAKE/maven-is-here"
        while [ -e "$FAKE/maven-waits" ]; do sleep 0.05; done
      fi
      cat kiosk-app/src/main/java/*.java >"$to/lib/app.jar"
      mkdir -p kiosk-app/target/classes
      cp kiosk-app/src/main/java/*.java kiosk-app/target/classes
      cat kiosk-app/target/classes/*.java >"$to/lib/all.jar"
      sed "s:@app.directory@:$to:g" kiosk-app/src/main/args/station.args >"$to/station.args"
      """;

  private static final String VIRTUAL_MACHINE =
      """
      #!/usr/bin/env bash
      # Says the text that was packed; "stay" says it again when it is told to.
      arguments="${1#@}"
      lib=$(sed -n 's|^"\\(.*\\)/lib/\\*.*"$|\\1/lib|p' "$arguments")
      text=$(cat "$lib/app.jar")
      case "$*" in
        *" cache")
          echo cache >>"$FAKE/caches"
          [ ! -e "$FAKE/cache-fails" ] || { cat "$FAKE/cache-fails"; exit 1; }
          printf -- '-XX:AOTCache="%s.aot"\\n' "$lib" >>"$arguments"
          ;;
        *-XX:AOTMode=on*) [ ! -e "$FAKE/cache-unfit" ] || exit 1 ;;
      esac
      case "$text" in broken*) echo "no main class" >&2; exit 1 ;; esac
      echo "program: $text"
      case "$*" in
        *--version*)
          if [ -e "$FAKE/answer-waits" ]; then
            touch "$FAKE/answer-is-here"
            while [ -e "$FAKE/answer-waits" ]; do sleep 0.05; done
          fi
          ;;
        *stay*)
          touch "$FAKE/stays"
          while [ -e "$FAKE/stays" ]; do sleep 0.05; done
          echo "still: $(cat "$lib/app.jar")"
          ;;
      esac
      """;

  /// Debian's. It brings the Maven that waits beside it, or has no network.
  private static final String PACKAGES =
      """
      #!/bin/sh
      echo "$*" >>"$FAKE/apt"
      [ "$1" = install ] || exit 0
      [ -e "$FAKE/mvn" ] || { echo no network >&2; exit 1; }
      mv "$FAKE/mvn" "$FAKE/bin/mvn"
      """;

  private static final List<String> NEEDED =
      List.of(
          "awk",
          "bash",
          "cat",
          "comm",
          "cp",
          "cut",
          "date",
          "df",
          "diff",
          "dirname",
          "env",
          "fc-list",
          "find",
          "flock",
          "grep",
          "head",
          "id",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "paste",
          "readlink",
          "rm",
          "sed",
          "setpriv",
          "sha256sum",
          "sleep",
          "sort",
          "sync",
          "tail",
          "timeout",
          "touch",
          "wc",
          "xargs");

  /// As a machine with very many libraries tells them: longer than what a pipe holds.
  private static final String LIBRARIES =
      """
      #!/usr/bin/env bash
      for each in libfreetype.so.6 libpangoft2-1.0.so.0 libgtk-3.so.0 libXxf86vm.so.1; do
        printf '\\t%s (libc6,x86-64) => /lib/%s\\n' "$each" "$each"
      done
      for ((i = 0; i < 20000; i++)); do printf '\\tlib%d.so.1 (libc6,x86-64) => /lib/lib%d.so.1\\n' $i $i; done
      """;

  private final Path home;
  private final Path fake;

  /// Where each process speaks to.
  private final Map<Long, Path> spoken = new ConcurrentHashMap<>();

  /// What a call said.
  record Said(int status, String out, String err) {}

  private Checkout(Path home, Path fake) {
    this.home = home;
    this.fake = fake;
  }

  /// With the script of this checkout, and a program that says `first`.
  static Checkout in(Path dir) throws IOException {
    Checkout made = new Checkout(dir.resolve("home"), dir.resolve("fake"));
    made.write(made.fake.resolve("bin/mvn"), MAVEN, true);
    made.write(made.fake.resolve("bin/ldconfig"), LIBRARIES, true);
    made.write(made.fake.resolve("bin/apt-get"), PACKAGES, true);
    made.write(made.fake.resolve("jdk/bin/java"), VIRTUAL_MACHINE, true);
    made.write(made.fake.resolve("jdk/bin/javac"), "#!/bin/sh\necho javac 25\n", true);
    Path script = Path.of(System.getProperty("libstation.script", "../station")).toAbsolutePath();
    made.write(made.home.resolve("station"), Files.readString(script), true);
    for (String real : List.of(".ci/named", ".ci/costs", "kiosk-app/src/main/args/station.args")) {
      made.source(real, Files.readString(script.resolveSibling(real)));
    }
    for (String module : List.of("", "device-drivers/", "offline-sync/", "kiosk-app/")) {
      made.source(module + "pom.xml", "<project/>");
      made.source(module + "src/main/java/.keep", "");
    }
    made.source(
        "kiosk-app/pom.xml",
        "<project>\n        <directory>../config/dialects</directory>\n</project>");
    made.source(".mvn/jvm.config", "-Xmx1g");
    made.source("config/dialects/koha.yaml", "base: generic");
    made.source("config/station.yaml", "station: one");
    made.source("kiosk-app/src/main/java/Main.java", "first");
    return made;
  }

  Path home() {
    return home;
  }

  /// Where the fakes are told what to do: `maven-fails` (its last words), `maven-waits` (until the
  /// file is gone), `answer-waits`, `tests-say` (what tests print), `libraries-fail` (what the
  /// libraries' print), `unformatted` (what the formatter prints), `no-test-runs`, `cache-fails`
  /// (its last words), `cache-unfit`; what they leave there: `caches` (a line for each that was
  /// made), `apt` (what `apt-get` was told).
  Path fake(String name) {
    return fake.resolve(name);
  }

  /// Writes a source, as of now or later than all that was written before.
  void source(String path, String text) throws IOException {
    Path file = home.resolve(path);
    write(file, text, false);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
  }

  private void write(Path file, String text, boolean program) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
    if (program) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /// The Maven that waits.
  ProcessHandle maven() throws IOException {
    long pid = Long.parseLong(Files.readString(fake("maven-is-here")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /// How often Maven was called.
  long builds() throws IOException {
    return calls().size();
  }

  /// Takes Maven away.
  ///
  /// @return a PATH with the programs that the script needs, and neither Maven nor `apt-get` of
  ///   this machine
  String withoutMaven() throws IOException {
    Files.move(fake.resolve("bin/mvn"), fake.resolve("mvn"));
    Path others = fake.resolve("others");
    for (String each : NEEDED) {
      write(others.resolve(each), "#!/bin/sh\nexec /usr/bin/" + each + " \"$@\"\n", true);
    }
    return fake.resolve("bin") + ":" + others;
  }

  /// What Maven was told, a call each.
  List<String> calls() throws IOException {
    Path builds = fake.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /// `./station WORDS`, to its end.
  Said station(String... words) throws IOException, InterruptedException {
    return said(start(List.of(), Map.of(), words));
  }

  /// `./station WORDS` called by its path relative to a folder of the checkout.
  Said stationFrom(String folder, String... words) throws IOException, InterruptedException {
    Path from = home.resolve(folder);
    List<String> command =
        new ArrayList<>(List.of(from.relativize(home).resolve("./station").toString()));
    command.addAll(List.of(words));
    return said(start(from, command, Map.of()));
  }

  /// Starts `./station WORDS`.
  ///
  /// @param prefix a program that starts it, such as `setpriv`
  Process start(List<String> prefix, Map<String, String> environment, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("station").toString());
    command.addAll(List.of(words));
    return start(Path.of("").toAbsolutePath(), command, environment);
  }

  private Process start(Path from, List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().put("FAKE", fake.toString());
    builder.environment().put("JAVA_HOME", fake.resolve("jdk").toString());
    builder.environment().put("PATH", fake.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(environment);
    Path out = Files.createTempFile(fake, "said", ".out");
    Path err = Path.of(out.toString().replace(".out", ".err"));
    Process started = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    spoken.put(started.pid(), out);
    return started;
  }

  /// What it has said so far.
  Said sofar(Process process) {
    try {
      Path out = Objects.requireNonNull(spoken.get(process.pid()));
      return new Said(
          process.isAlive() ? -1 : process.exitValue(),
          Files.readString(out),
          Files.readString(Path.of(out.toString().replace(".out", ".err"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for its end.
  Said said(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("it hangs: " + sofar(process));
    }
    return sofar(process);
  }
}
