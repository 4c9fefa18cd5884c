package org.libstation.command;

import org.libstation.circulation.ItemId;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import org.libstation.sync.DropDesk;
import org.libstation.sync.DropDesk.Identification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what came into the drop unread.
@Command(
    name = "unidentified",
    description =
        "Says what an unread object of the book drop is: it becomes a return of the moment it came,"
            + " settled as any other. Once, and never twice. The station must not run meanwhile; on"
            + " its own screen (service, to do) it may.",
    footer = {
      "",
      "Examples:",
      "  ./station resolve unidentified 17 as 30000000000014 --config config --by \"Chan Tai-man\""
    })
public final class ResolveCommand extends SiteCommand {
  private static final int NOT_DONE = 1;

  @Parameters(index = "0", paramLabel = "N", description = "the object's number on the to-do list")
  private long number;

  @Parameters(index = "1", paramLabel = "as", description = "the word 'as'")
  private String as = "";

  @Parameters(index = "2", paramLabel = "BARCODE", description = "the item's number")
  private String barcode = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "who says so")
  private String by = "";

  /// `resolve` with what can be resolved.
  public static CommandLine whole() {
    return new CommandLine(new ResolveGroup()).addSubcommand(new ResolveCommand());
  }

  /// What can follow `resolve`.
  @Command(
      name = "resolve",
      mixinStandardHelpOptions = true,
      description = "Says what the station could not find out by itself.",
      footer = {
        "",
        "Examples:",
        "  ./station resolve unidentified 17 as 30000000000014 --config config --by \"Chan"
            + " Tai-man\""
      })
  static final class ResolveGroup implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "expected unidentified after resolve");
    }
  }

  @Override
  protected int run() {
    if (!as.equals("as")) {
      throw new SiteProblem("expected: resolve unidentified N as BARCODE");
    }
    if (!ItemId.fits(barcode)) {
      throw new SiteProblem("BARCODE: expected the number of an item");
    }
    String name = StaffWriting.said("--by", by);
    ItemId item = new ItemId(barcode);
    Identification answer =
        StaffWriting.in(site(), (SqliteJournal journal) -> said(journal, item, name));
    say(words(answer, item, name));
    return answer instanceof Identification.ItemIdentified ? 0 : NOT_DONE;
  }

  private Identification said(SqliteJournal journal, ItemId item, String name) {
    return new DropDesk(journal).identify(number, item, name);
  }

  private String words(Identification answer, ItemId item, String name) {
    return switch (answer) {
      case Identification.ItemIdentified(long entry) ->
          "object %d is %s, said %s: return %d, of the moment it came"
              .formatted(number, item.value(), name, entry);
      case Identification.NoObject _ -> "entry " + number + " is no unread object of the drop";
      case Identification.KnownAlready(ItemId known) ->
          "object " + number + " is known already: " + known.value();
      case Identification.ClosedAlready _ ->
          "object " + number + " was closed already, without a return";
      case Identification.LentSince _ ->
          "%s was lent here after object %d came: it cannot be this one"
              .formatted(item.value(), number);
    };
  }
}
