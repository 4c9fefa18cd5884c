package org.libstation.lab.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The embedded library as a SIP2 server over TCP with many connections. On a second port another
/// process can command its faults.
///
/// The connections use the core one after another. All threads are daemons and end on close.
public final class EmbeddedLibrary implements AutoCloseable {

  /// The addresses on which the library listens.
  ///
  /// @param host usually loopback
  /// @param port for SIP2; 0 for any free port
  /// @param controlPort for commands, always on loopback; 0 for any free port
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

  /// Starts with a ledger in a file. A new ledger gets the state of the opening day.
  ///
  /// @param clock clock of the library
  /// @throws LedgerException if the ledger cannot be opened
  /// @throws java.io.UncheckedIOException if a port is taken
  public static EmbeddedLibrary start(
      Path ledger, LibraryRules rules, InstantSource clock, Listen listen) {
    return opened(new EmbeddedLibrary(Optional.of(ledger), rules, clock, listen));
  }

  /// Starts with a new ledger in memory.
  ///
  /// @throws java.io.UncheckedIOException if a port is taken
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

  /// The port for SIP2.
  public int port() {
    return doors.port();
  }

  public int controlPort() {
    return control.port();
  }

  public LibraryFaults faults() {
    return faults;
  }

  /// Runs a command and returns the answer of the control port; see
  /// docs/developer/embedded-library.md.
  public String command(String line) {
    return new Commands(this).run(line);
  }

  /// Uses the core between two requests of stations; empty while the library restarts.
  public <T> Optional<T> withCore(Function<LibraryCore, T> use) {
    synchronized (turn) {
      return running ? Optional.of(use.apply(core)) : Optional.empty();
    }
  }

  /// Plays a pulled cable: no station can connect, and every connection ends.
  public void pullCable() {
    doors.close();
  }

  /// Plays a cable that is broken beyond a switch: connections stay open, but no request arrives.
  public void swallowEverything() {
    silent = true;
  }

  /// Ends both cable faults.
  public void plugCable() {
    silent = false;
    doors.open();
  }

  /// Plays a server that stops and starts again after a while, with the same ledger and port. Late
  /// answers are lost. Returns at once.
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

  /// Runs work after a delay, unless the library has restarted by then.
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

  /// Serves a connection to the control port: each command is one line, and so is its answer.
  private static final class ControlConnection {
    /// Longest command line in characters; a longer one ends the connection.
    private static final int MAX_LINE = 500;

    private ControlConnection() {}

    static void serve(Socket socket, Commands commands) {
      try (BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
          OutputStream out = socket.getOutputStream()) {
        String line = readLine(in);
        while (!line.isEmpty()) {
          out.write((commands.run(line.strip()) + "\n").getBytes(StandardCharsets.UTF_8));
          out.flush();
          line = readLine(in);
        }
      } catch (IOException gone) {
        // whoever commanded has left
      }
    }

    /// Reads a line with its line end; empty at the end of the stream or if the line is too long.
    private static String readLine(BufferedReader in) throws IOException {
      StringBuilder line = new StringBuilder();
      int character = in.read();
      while (character >= 0 && character != '\n' && line.length() < MAX_LINE) {
        line.append((char) character);
        character = in.read();
      }
      return character == '\n' ? line.append('\n').toString() : "";
    }
  }
}
