package org.libstation.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.service.setup.SiteSetup;
import org.libstation.station.parts.DeviceHold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out a technician's changes of settings in its own thread. The station releases its
/// devices before ports are probed and takes them back afterwards.
public final class StationSetup implements Consumer<Effect.SettingUp>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StationSetup.class);
  private static final long STOP_SECONDS = 20;

  private final SiteSetup site;
  private final DeviceHold devices;
  private final Consumer<FlowEvent> answers;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("setup").unstarted(work));
  private volatile boolean stopped;

  public StationSetup(SiteSetup site, DeviceHold devices, Consumer<FlowEvent> answers) {
    this.site = site;
    this.devices = devices;
    this.answers = answers;
  }

  @Override
  public void accept(Effect.SettingUp effect) {
    switch (effect) {
      case Effect.ReadSetup _ -> thread.execute(() -> tell(site.read()));
      case Effect.TrySetup(Map<String, String> changes) ->
          thread.execute(() -> tell(site.attempt(changes)));
      case Effect.WriteSetup(String by) -> thread.execute(() -> tell(site.write(by)));
      case Effect.PutBackSetup(String by) -> thread.execute(() -> tell(site.putBack(by)));
      case Effect.FindPortsEffect _ -> {
        stopped = false;
        thread.execute(this::find);
      }
      case Effect.EndPortSearch _ -> stopped = true;
      case Effect.RestartStationEffect _ -> thread.execute(site::restart);
    }
  }

  private void find() {
    PortBoard found = PortBoard.of(List.of(), false, false, Optional.empty());
    devices.letGo();
    try {
      found = site.ports(() -> stopped, moved -> tell(new SetupAnswer.PortsAnswer(moved)));
    } catch (RuntimeException e) {
      log.error("the search of the ports failed", e);
    } finally {
      CheckBoard.Reopened reopened = devices.takeBack();
      tell(
          new SetupAnswer.PortsAnswer(
              PortBoard.of(found.lines(), false, false, Optional.of(reopened))));
    }
  }

  private void tell(SetupAnswer answer) {
    answers.accept(new FlowEvent.SetupTold(answer));
  }

  @Override
  public void close() {
    stopped = true;
    thread.shutdown();
    try {
      boolean _ = thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
