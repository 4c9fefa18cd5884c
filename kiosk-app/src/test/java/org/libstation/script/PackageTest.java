package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.testkit.Calls;
import org.libstation.testkit.Needs;

/// The packages, made of the built program and installed into a root of their own:
/// docs/technician/install.md promises what `config/package/trial` tries.
@Tag("full")
class PackageTest {
  @TempDir private Path out = Path.of("");

  /// Calls a script and waits for it; its status.
  static void call(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Calls.succeeds(builder);
  }

  @Test
  void installed_it_runs_and_no_upgrade_or_removal_touches_site_or_journal() throws Exception {
    Path home = BuiltProgram.needed();
    Needs.root();
    Needs.programs("dpkg-deb", "unzip", "unshare", "setpriv", "mount", "tesseract", "lighttpd");
    Needs.oneOf(
        "openjdk-25-jre-headless",
        "/usr/lib/jvm/java-25-openjdk-amd64/bin/java",
        "/usr/lib/jvm/java-25-openjdk-arm64/bin/java");
    // The session, and what looks at it from outside.
    Needs.programs("cage", "Xwayland", "wlr-randr", "Xorg", "xauth", "xset", "grim", "scrot");
    Needs.screens();
    Path program = home.resolve("kiosk-app/target/app").toRealPath();
    String scripts = home.resolve("config/package").toString();
    call(
        List.of(
            scripts + "/build",
            "--program",
            program.toString(),
            "--out",
            out.toString(),
            "--version",
            "0.1.0~trial",
            "--quick"));
    assertThat(out.resolve("libstation_0.1.0~trial_amd64.deb")).exists();
    assertThat(out.resolve("libstation-lab_0.1.0~trial_all.deb")).exists();
    Path page = Files.createDirectory(out.resolve("page"));
    Files.writeString(page.resolve("index.html"), "<!doctype html><title>the page</title>");
    call(
        List.of(
            scripts + "/fleet-package",
            "--version",
            "0.1.0~trial",
            "--out",
            out.toString(),
            "--page",
            page.toString()));
    call(List.of(scripts + "/trial", "--packages", out.toString()));
  }
}
