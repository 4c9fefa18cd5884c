package org.libstation.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.measure.AheadOfTime;
import org.libstation.scenario.ScenarioProblem;
import org.libstation.scenario.Showing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes the ahead-of-time cache of this built program, which its later starts use.
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a JDK ahead-of-time cache of the built program: it starts the example station once"
          + " without a display, with emulated devices and the embedded library, lets one patron"
          + " borrow, and keeps what was loaded. Later starts of this program use it and are"
          + " shorter. A new build or another JDK starts without it: make it again then."
    },
    footer = {"", "Examples:", "  ./station cache   once after each build"})
public final class CacheCommand implements Callable<Integer> {
  private static final String FLAG = "-XX:AOTCache=";
  private static final long MEGABYTE = 1 << 20;

  private final Sites sites;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CacheCommand(Sites sites) {
    this.sites = sites;
  }

  @Override
  public Integer call() throws ScenarioProblem, InterruptedException, IOException {
    Path arguments =
        Path.of(
            Optional.ofNullable(System.getProperty("libstation.args"))
                .orElseThrow(
                    () ->
                        new SiteProblem(
                            "only the built program has a cache: use ./station cache")));
    Path app = arguments.toAbsolutePath().getParent();
    if (app == null) {
      throw new SiteProblem(arguments + ": expected a file in a directory");
    }
    Path config = Path.of(System.getProperty("libstation.home", "."), "config");
    write(arguments, without(arguments));
    Path training = Files.createTempDirectory("libstation-cache");
    AheadOfTime cache = new AheadOfTime(app);
    try {
      cache.train(
          sites.read(config, Map.of()), training, List.of(), new Showing.Unseen(), Thread::sleep);
    } finally {
      delete(training);
    }
    write(
        arguments,
        Stream.concat(without(arguments).stream(), Stream.of(FLAG + "\"" + cache.cache() + "\""))
            .toList());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        cache.cache() + ": " + Files.size(cache.cache()) / MEGABYTE + " MiB; later starts use it");
    out.flush();
    return 0;
  }

  private static List<String> without(Path arguments) throws IOException {
    return Files.readAllLines(arguments).stream().filter(line -> !line.startsWith(FLAG)).toList();
  }

  private static void write(Path arguments, List<String> lines) throws IOException {
    // A start at the same moment reads the old file or the new one.
    Path fresh = arguments.resolveSibling(arguments.getFileName() + ".new");
    Files.writeString(
        fresh,
        lines.stream().collect(Collectors.joining("\n", "", "\n")),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(
        fresh,
        arguments,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failed)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
