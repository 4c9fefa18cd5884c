package org.libstation.fleet.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libstation.testkit.Needs;

/// Authorities and what they sign, made by openssl: `NAME.pem` and `NAME.key`, the common name
/// being NAME.
public record Certificates(Path folder) {
  public Certificates {
    Needs.programs("openssl");
  }

  private void openssl(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("openssl %s", command).isZero();
  }

  private void made(String name, String... more) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"));
    words.addAll(List.of("-subj", "/CN=" + name, "-keyout", name + ".key"));
    words.addAll(List.of(more));
    openssl(words.toArray(String[]::new));
  }

  public void authority(String name) throws IOException, InterruptedException {
    made(name, "-x509", "-days", "2", "-out", name + ".pem");
  }

  /// @param alternative a subjectAltName
  /// @param dates words of `openssl x509`; none for two days from now
  public void issued(String name, String authority, String alternative, String... dates)
      throws IOException, InterruptedException {
    made(name, "-out", name + ".csr");
    Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + alternative + "\n");
    List<String> words =
        new ArrayList<>(List.of("x509", "-req", "-in", name + ".csr", "-CA", authority + ".pem"));
    words.addAll(List.of("-CAkey", authority + ".key", "-CAcreateserial"));
    words.addAll(List.of("-extfile", name + ".ext", "-out", name + ".pem"));
    words.addAll(dates.length == 0 ? List.of("-days", "2") : List.of(dates));
    openssl(words.toArray(String[]::new));
  }
}
