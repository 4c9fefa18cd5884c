package org.libstation.tools.command.policy;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.libstation.command.CommandGroup;
import org.libstation.site.SiteProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Carries out `station policy`.
@Command(name = "policy")
public final class PolicyCommand extends CommandGroup {
  private PolicyCommand() {}

  /// Makes `policy` with all its subcommands.
  ///
  /// @param input source of card numbers and answers
  public static CommandLine with(InstantSource clock, InputStream input) {
    return new CommandLine(new PolicyCommand())
        .addSubcommand(new CheckCommand(clock))
        .addSubcommand(new ShowCommand(clock))
        .addSubcommand(new NewCommand(input))
        .addSubcommand(new DiffCommand())
        .addSubcommand(new PreviewCommand(clock))
        .addSubcommand(new SignCommand(clock))
        .addSubcommand(new BlockCommand(clock, input))
        .addSubcommand(new ImportCommand(clock));
  }

  /// Reads a moment with its offset, a local moment, or a day, which means its beginning.
  ///
  /// @param text null = now
  /// @throws SiteProblem when the text is none of these
  static Instant moment(@Nullable String text, ZoneId zone, InstantSource clock) {
    if (text == null) {
      return clock.instant();
    }
    try {
      if (!text.contains("T")) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      return text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException _) {
      throw new SiteProblem(
          "--at: expected a moment like 2020-07-10T12:00+08:00 (or without offset, in the policy's"
              + " zone), or a day like 2020-07-10, found "
              + text);
    }
  }
}
