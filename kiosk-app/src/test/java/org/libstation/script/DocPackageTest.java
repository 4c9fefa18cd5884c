package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Calls;
import org.libstation.testkit.Needs;

/// The package of the documentation: each link leads somewhere, the same pages give the same bytes,
/// and a browser finds words in it without a network and without a web server.
@Tag("full")
@Timeout(600)
final class DocPackageTest {
  private static final Pattern FOUND = Pattern.compile("<li[^>]*><a href=\"([^\"?#]+)\"");

  @TempDir private Path folder;

  private Path packed(String name) throws Exception {
    Path out = folder.resolve(name);
    String script = Path.of("../config/package/doc-package").toRealPath().toString();
    ProcessBuilder builder = new ProcessBuilder(script, "--version", "0.1.0", "--out", out + "");
    builder.environment().put("SOURCE_DATE_EPOCH", "1700000000");
    Calls.succeeds(builder);
    return out.resolve("libstation-doc_0.1.0_all.deb");
  }

  @Test
  void a_browser_without_a_network_finds_english_chinese_and_codes() throws Exception {
    Needs.programs("sphinx-build", "dpkg-deb", "chromium");
    Path deb = packed("one");
    assertThat(Files.mismatch(deb, packed("two"))).isEqualTo(-1);
    Path root = folder.resolve("root");
    PackageTest.call(List.of("dpkg-deb", "-x", deb + "", root + ""));
    Path site = root.resolve("usr/share/doc/libstation-doc/html");
    assertThat(site.resolve("index.html")).isRegularFile();

    assertThat(found(site, "T41")).contains("technician/codes.html");
    assertThat(found(site, "receipt printer")).contains("technician/device-escpos.html");
    assertThat(found(site, "職員協助")).contains("patron-services/words.html");
    assertThat(found(site, "nosuchwordanywhere")).isEmpty();
  }

  /// The pages that the site's own search finds in Chromium.
  private List<String> found(Path site, String words) throws Exception {
    Path dom = folder.resolve("dom.html");
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    Process browser =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("browser"),
                // Milliseconds of the page's own clock: the search draws its answer step by step.
                "--virtual-time-budget=20000",
                "--dump-dom",
                site.resolve("search.html").toUri() + "?q=" + query)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor()).isZero();
    } finally {
      browser.destroyForcibly();
    }
    String page = Files.readString(dom);
    // One of the two sentences that end a search.
    assertThat(page).containsAnyOf("Search finished", "Your search did not match any documents");
    return FOUND
        .matcher(page.substring(page.indexOf("id=\"search-results\"")))
        .results()
        .map(MatchResult::group)
        .map(each -> each.replaceAll(".*href=\"|\"$", ""))
        .toList();
  }
}
