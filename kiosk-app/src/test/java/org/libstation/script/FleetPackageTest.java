package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Calls;
import org.libstation.testkit.FreePorts;
import org.libstation.testkit.Needs;

/// The package of the fleet's page: the same bytes twice, and given out by its own settings.
@Timeout(300)
final class FleetPackageTest {
  @TempDir private Path folder;

  private Path made(String name) throws Exception {
    Path page = Files.createDirectories(folder.resolve("page"));
    Files.writeString(page.resolve("index.html"), "<!doctype html><title>the page</title>");
    Path out = folder.resolve(name);
    String script = Path.of("../config/package/fleet-package").toRealPath().toString();
    ProcessBuilder builder =
        new ProcessBuilder(script, "--version", "0.1.0", "--out", out + "", "--page", page + "");
    builder.environment().put("SOURCE_DATE_EPOCH", "1700000000");
    Calls.succeeds(builder);
    return out.resolve("libstation-fleet_0.1.0_all.deb");
  }

  @Test
  void it_is_the_same_twice_and_gives_out_files_and_takes_nothing() throws Exception {
    Needs.programs("dpkg-deb", "lighttpd");
    Path deb = made("one");
    assertThat(Files.mismatch(deb, made("other"))).isEqualTo(-1);
    Path root = folder.resolve("root");
    PackageTest.call(List.of("dpkg-deb", "-x", deb.toString(), root.toString()));
    Path share = root.resolve("usr/share/libstation-fleet");
    int port = FreePorts.one();
    Path site = share.resolve("example/site.conf");
    Files.writeString(site, Files.readString(site).replace("8080", String.valueOf(port)));
    Path conf = folder.resolve("lighttpd.conf");
    Files.writeString(
        conf,
        Files.readString(share.resolve("lighttpd.conf"))
            .replace("/usr/share/libstation-fleet", share.toString())
            .replace("/etc/libstation-fleet", share.resolve("example").toString()));
    Process server = Calls.begun(new ProcessBuilder("lighttpd", "-D", "-f", conf.toString()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + port + "/");
      HttpRequest get = HttpRequest.newBuilder(address).build();
      HttpResponse<String> index =
          await()
              .atMost(Duration.ofMinutes(1))
              .ignoreExceptions()
              .until(() -> client.send(get, HttpResponse.BodyHandlers.ofString()), _ -> true);
      assertThat(index.body()).contains("the page");
      assertThat(index.headers().firstValue("Content-Security-Policy"))
          .contains("connect-src 'self' wss://broker.library.example:9443; frame-ancestors 'none'");
      HttpRequest post =
          HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("x")).build();
      assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(403);
    } finally {
      server.destroy();
    }
  }
}
