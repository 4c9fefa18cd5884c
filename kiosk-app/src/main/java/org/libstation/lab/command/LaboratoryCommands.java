package org.libstation.lab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.command.CommandProvider.LaboratoryCommandProvider;
import org.libstation.flow.state.FlowState;
import org.libstation.lab.release.NewestPatches;
import org.libstation.lab.screen.ScreenAlbum;
import org.libstation.language.Texts;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.lab.SimulatedTerminal;
import org.libstation.screen.SiteNames;
import org.libstation.screen.SiteTheme;
import org.libstation.site.Laboratory;
import org.libstation.site.TimeOfDay;

/// Provides the laboratory's commands and services to the program.
public final class LaboratoryCommands implements LaboratoryCommandProvider, Laboratory {

  @Override
  public List<Object> commands() {
    return List.of(
        new DemoCommand(),
        new ScenarioCommand(),
        new LibraryCommand(TimeOfDay.wall(), System.in),
        new LedgerCommand(),
        new CacheCommand(),
        new BenchCommand(),
        new EmulateCommand(System.in),
        new ReleaseCommand(NewestPatches::installed));
  }

  @Override
  public PaymentTerminal terminal(String currency, Path memory) {
    return new SimulatedTerminal(currency, Optional.of(memory));
  }

  @Override
  public Consumer<FlowState> album(
      Path directory, Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme) {
    return new ScreenAlbum(directory, texts, names, idle, theme);
  }
}
