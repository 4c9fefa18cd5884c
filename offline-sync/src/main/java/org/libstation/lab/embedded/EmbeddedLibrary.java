package org.libstation.lab.embedded;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The embedded library as a server: SIP2 over TCP, many connections, and a second port on which
/// another process can command its faults.
///
/// The core behind it has one owner at a time: connections take turns. Threads are daemons; closing
/// ends them all.
public final class EmbeddedLibrary implements AutoCloseable {

  /// Where it listens.
  ///
  /// @param host loopback, unless somebody wants it otherwise
  /// @param port for SIP2; 0 for any free one
  /// @param controlPort for commands; 0 for any free one. Always on loopback
  public record Listen(InetAddress host, int port, int controlPort) {

    public static Listen loopback(int port, int controlPort) {
      return new Listen(InetAddress.getLoopbackAddress(), port, controlPort);
    }
  }

  private final Optional<Path> file;
  private final LibraryRules rules;
  private final InstantSource clock;
  private final LibraryFaults faults = new LibraryFaults();
  private final Doors doors;
  private final Doors control;
  private final ScheduledThreadPoolExecutor later;
  private final Object turn = new Object();

  // guarded by turn
  private LibraryTables tables;
  private LibraryCore core;
  private boolean running = true;
  private int run = 1;

  private volatile boolean silent;

  private EmbeddedLibrary(
      Optional<Path> file, LibraryRules rules, InstantSource clock, Listen listen) {
    this.file = file;
    this.rules = rules;
    this.clock = clock;
    this.tables = ledger();
    this.core = new LibraryCore(tables, rules, clock);
    this.later =
        new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("library late answers").unstarted(work));
    this.doors = new Doors("library", listen.host(), listen.port(), this::serve);
    Commands commands = new Commands(this);
    this.control =
        new Doors(
            "library control",
            InetAddress.getLoopbackAddress(),
            listen.controlPort(),
            socket -> ControlConnection.serve(socket, commands));
  }

  /// Starts with its ledger in a file; a new ledger is filled as on the opening day.
  ///
  /// @param clock the library's own
  /// @throws LedgerException when the ledger cannot be opened
  /// @throws java.io.UncheckedIOException when a port is taken
  public static EmbeddedLibrary start(
      Path ledger, LibraryRules rules, InstantSource clock, Listen listen) {
    return opened(new EmbeddedLibrary(Optional.of(ledger), rules, clock, listen));
  }

  /// Starts with a new ledger in memory.
  ///
  /// @throws java.io.UncheckedIOException when a port is taken
  public static EmbeddedLibrary inMemory(LibraryRules rules, InstantSource clock, Listen listen) {
    return opened(new EmbeddedLibrary(Optional.empty(), rules, clock, listen));
  }

  private static EmbeddedLibrary opened(EmbeddedLibrary library) {
    boolean done = false;
    try {
      library.doors.open();
      library.control.open();
      done = true;
      return library;
    } finally {
      if (!done) {
        library.close();
      }
    }
  }

  private LibraryTables ledger() {
    LocalDate today = clock.instant().atZone(rules.zone()).toLocalDate();
    return file.map(path -> LibraryTables.file(path, rules, today))
        .orElseGet(() -> LibraryTables.memory(rules, today));
  }

  /// Where SIP2 is spoken.
  public int port() {
    return doors.port();
  }

  public int controlPort() {
    return control.port();
  }

  public LibraryFaults faults() {
    return faults;
  }

  /// What the second port would answer to this line; see docs/embedded-library.md.
  public String command(String line) {
    return new Commands(this).run(line);
  }

  /// Uses the core between two requests of the stations. Empty while it restarts.
  public <T> Optional<T> withCore(Function<LibraryCore, T> use) {
    synchronized (turn) {
      return running ? Optional.of(use.apply(core)) : Optional.empty();
    }
  }

  /// The cable is out: nobody can connect and every connection ends.
  public void pullCable() {
    doors.close();
  }

  /// The cable is out somewhere behind a switch: connections stay, and nothing arrives.
  public void swallowEverything() {
    silent = true;
  }

  /// Both kinds of cable are in again.
  public void plugCable() {
    silent = false;
    doors.open();
  }

  /// Stops like a server whose process ends, with everything that was late, and starts again on the
  /// same ledger and port after a while. Returns at once.
  public void restart(Duration down) {
    doors.close();
    int stopped;
    synchronized (turn) {
      running = false;
      run++;
      stopped = run;
      if (file.isPresent()) {
        tables.close();
      }
    }
    schedule(down, () -> startAgain(stopped));
  }

  private void startAgain(int stopped) {
    synchronized (turn) {
      if (running || run != stopped) {
        return;
      }
      if (file.isPresent()) {
        tables = ledger();
        core = new LibraryCore(tables, rules, clock);
      }
      running = true;
      doors.open();
    }
  }

  private void serve(Socket socket) {
    Duration idle = rules.dialect().habits().idleDrop().orElse(ClientConnection.IDLE);
    new ClientConnection(socket, this::answer, faults, () -> silent, this::after, idle).run();
  }

  private Optional<Reply> answer(byte[] line, SessionState session) {
    return withCore(library -> library.handle(line, session));
  }

  /// What is late is dropped by a restart.
  private void after(Duration time, Runnable work) {
    int started;
    synchronized (turn) {
      started = run;
    }
    schedule(
        time,
        () -> {
          boolean same;
          synchronized (turn) {
            same = running && run == started;
          }
          if (same) {
            work.run();
          }
        });
  }

  private void schedule(Duration time, Runnable work) {
    try {
      var _ = later.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // the library is closing: what is late never happens
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    synchronized (turn) {
      if (running || file.isEmpty()) {
        tables.close();
      }
      running = false;
      run++;
    }
    doors.close();
    control.close();
  }
}
