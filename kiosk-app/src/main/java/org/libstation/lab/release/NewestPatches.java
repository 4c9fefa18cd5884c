package org.libstation.lab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares libraries with their newest patch releases (1.5.34 with 1.5.38, not with 1.6.0). Maven
/// asks the repository that it builds from, with the Versions plug-in.
public final class NewestPatches {

  /// Output of a call of Maven.
  ///
  /// @param good whether it ended with status 0
  public record MavenRun(boolean good, String said) {}

  /// Calls Maven in a folder with a `pom.xml`.
  @FunctionalInterface
  public interface Maven {
    MavenRun run(Path folder, List<String> words) throws IOException, InterruptedException;
  }

  /// Result of the comparison.
  ///
  /// @param behind newest patch release by library (`group:name 1.5.34`), if there is a newer one
  /// @param unknown libraries for which the repository did not answer
  public record Compared(TreeMap<String, String> behind, Set<String> unknown) {
    public Compared {
      behind = new TreeMap<>(behind);
      unknown = Set.copyOf(unknown);
    }
  }

  private static final String PLUGIN =
      "org.codehaus.mojo:versions-maven-plugin:2.19.1:display-dependency-updates";

  /// With -U Maven asks anew: its copy from the day before would hide a release of today.
  private static final List<String> WORDS =
      List.of(
          "-B",
          "-ntp",
          "-U",
          PLUGIN,
          "-DallowMajorUpdates=false",
          "-DallowMinorUpdates=false",
          "-DprocessDependencyManagement=false",
          "-Dmaven.version.ignore=(?i).+[-.](alpha|beta|rc|cr|m|ea|preview)[-.]?[0-9]*.*");

  /// Maven prints a long name on the line before its versions.
  private static final Pattern NEWER =
      Pattern.compile("([\\w.-]+:[\\w.-]+) \\.\\.+(?:\\s+(?:\\[INFO]\\s+)?)(\\S+) -> (\\S+)");

  private static final Pattern UNANSWERED =
      Pattern.compile("Could not transfer metadata ([\\w.-]+:[\\w.-]+)/maven-metadata\\.xml");

  private NewestPatches() {}

  /// Compares all libraries.
  ///
  /// @param folder an empty folder for the file that Maven reads
  public static Compared of(Set<MavenComponent> libraries, Path folder, Maven maven)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("pom.xml"), pom(libraries));
    MavenRun run = maven.run(folder, WORDS);
    Set<String> modules = new TreeSet<>();
    libraries.forEach(each -> modules.add(each.module()));
    Set<String> unknown = new TreeSet<>();
    if (run.good()) {
      Matcher unanswered = UNANSWERED.matcher(run.said());
      while (unanswered.find()) {
        unknown.add(unanswered.group(1));
      }
      unknown.retainAll(modules);
    } else {
      unknown.addAll(modules);
    }
    TreeMap<String, String> behind = new TreeMap<>();
    Matcher newer = NEWER.matcher(run.said());
    while (newer.find()) {
      if (modules.contains(newer.group(1))) {
        behind.put(newer.group(1) + " " + newer.group(2), newer.group(3));
      }
    }
    return new Compared(behind, unknown);
  }

  /// Calls the Maven of this machine, as the build does.
  public static MavenRun installed(Path folder, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder maven = new ProcessBuilder("mvn").directory(folder.toFile());
    maven.command().addAll(words);
    maven.redirectErrorStream(true).environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process asked = maven.start();
    asked.getOutputStream().close();
    try {
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new MavenRun(asked.waitFor() == 0, said);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    } finally {
      asked.destroyForcibly();
    }
  }

  /// Lists each library by itself: their own dependencies are in the list of parts, too.
  private static String pom(Set<MavenComponent> libraries) {
    StringBuilder pom =
        new StringBuilder(
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.libstation</groupId>
              <artifactId>newest-patches</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <dependencies>
            """);
    for (MavenComponent each : new TreeSet<>(libraries)) {
      pom.append(
          """
              <dependency>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
              </dependency>
          """
              .formatted(each.group(), each.name(), each.version()));
    }
    return pom.append("  </dependencies>\n</project>\n").toString();
  }
}
