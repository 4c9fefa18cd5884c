package org.libstation.command;

import org.libstation.circulation.ItemId;
import org.libstation.journal.sqlite.SqliteJournal;
import org.libstation.site.SiteProblem;
import org.libstation.sync.DropDesk;
import org.libstation.sync.DropDesk.Identification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `resolve unidentified`: names the item of an object that the drop could not read.
@Command(name = "unidentified")
public final class ResolveCommand extends SiteCommand {
  private static final int NOT_DONE = 1;

  @Parameters(index = "0", paramLabel = "N")
  private long number;

  @Parameters(index = "1", paramLabel = "as")
  private String as = "";

  @Parameters(index = "2", paramLabel = "BARCODE")
  private String barcode = "";

  @Mixin private StaffName by = new StaffName();

  /// Makes `resolve` with its subcommand.
  public static CommandLine whole() {
    return new CommandLine(new ResolveGroup()).addSubcommand(new ResolveCommand());
  }

  /// The command group `resolve`.
  @Command(name = "resolve", mixinStandardHelpOptions = true)
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
    String name = by.get();
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
      case Identification.NoObject _ -> "entry " + number + " is not an unread object of the drop";
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
