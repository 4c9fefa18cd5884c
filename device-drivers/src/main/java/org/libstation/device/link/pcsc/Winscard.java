package org.libstation.device.link.pcsc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.LinkLostException;

/// Calls of PC/SC (PC/SC Part 5; `winscard.h` of pcsclite, whose DWORD and LONG are as wide as a
/// pointer) by the system's own library.
///
/// `javax.smartcardio` keeps one context for the life of the process; a restart of the service
/// breaks it for good. Here each connection has its own context.
final class Winscard {
  static final long OK = 0;
  static final long TIMEOUT = 0x8010000AL;

  static final int STATE_UNKNOWN = 0x0004;
  static final int STATE_UNAVAILABLE = 0x0008;
  static final int STATE_CHANGED = 0x0002;
  static final int STATE_PRESENT = 0x0020;
  static final int STATE_MUTE = 0x0200;

  private static final String LIBRARY = "libpcsclite.so.1";
  private static final long CODE = 0xFFFFFFFFL;
  private static final int SCOPE_SYSTEM = 2;
  private static final int SHARED = 2;
  private static final int T0_OR_T1 = 3;
  private static final int T1 = 2;
  private static final int RESET_CARD = 1;
  private static final int LONGEST_LIST = 8192;

  /// `SCARD_READERSTATE`: name, user data, current and event state, length of the ATR, the ATR (33
  /// bytes plus padding).
  private static final MemoryLayout STATE =
      MemoryLayout.structLayout(
          ADDRESS,
          ADDRESS,
          JAVA_LONG,
          JAVA_LONG,
          JAVA_LONG,
          MemoryLayout.sequenceLayout(40, JAVA_BYTE));

  private static @Nullable Winscard loaded;

  private final MethodHandle establish;
  private final MethodHandle release;
  private final MethodHandle cancel;
  private final MethodHandle listReaders;
  private final MethodHandle statusChange;
  private final MethodHandle connect;
  private final MethodHandle disconnect;
  private final MethodHandle transmit;

  private Winscard(SymbolLookup library) {
    establish = call(library, "SCardEstablishContext", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    release = call(library, "SCardReleaseContext", JAVA_LONG);
    cancel = call(library, "SCardCancel", JAVA_LONG);
    listReaders = call(library, "SCardListReaders", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
    statusChange = call(library, "SCardGetStatusChange", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    connect =
        call(library, "SCardConnect", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS);
    disconnect = call(library, "SCardDisconnect", JAVA_LONG, JAVA_LONG);
    transmit =
        call(
            library,
            "SCardTransmit",
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS);
  }

  /// Loads the library once.
  ///
  /// @throws LinkLostException if the library is not installed
  @SuppressWarnings("restricted") // the foreign calls this class is for
  static synchronized Winscard load() throws LinkLostException {
    Winscard there = loaded;
    if (there == null) {
      try {
        there = new Winscard(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
      } catch (IllegalArgumentException _) {
        throw new LinkLostException(LIBRARY + " is not there: install libpcsclite1 and pcscd");
      }
      loaded = there;
    }
    return there;
  }

  @SuppressWarnings("restricted") // the foreign calls this class is for
  private static MethodHandle call(SymbolLookup library, String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(JAVA_LONG, arguments));
  }

  private interface Call {
    long made(Arena arena) throws Throwable;
  }

  private static long result(Call call) {
    try (Arena arena = Arena.ofConfined()) {
      return call.made(arena) & CODE;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens a connection to the service.
  ///
  /// @return a new context; the caller must release it
  long establish() throws LinkLostException {
    long[] context = new long[1];
    check(
        "asking the service",
        result(
            arena -> {
              MemorySegment out = arena.allocate(JAVA_LONG);
              long code =
                  (long)
                      establish.invokeExact(
                          (long) SCOPE_SYSTEM, MemorySegment.NULL, MemorySegment.NULL, out);
              context[0] = out.get(JAVA_LONG, 0);
              return code;
            }));
    return context[0];
  }

  void release(long context) {
    long _ = result(_ -> (long) release.invokeExact(context));
  }

  /// Ends a wait in [#state].
  void cancel(long context) {
    long _ = result(_ -> (long) cancel.invokeExact(context));
  }

  /// The names of the connected readers; empty if there are none.
  List<String> readers(long context) throws LinkLostException {
    byte[][] came = {new byte[0]};
    long code =
        result(
            arena -> {
              MemorySegment names = arena.allocate(LONGEST_LIST);
              MemorySegment length = arena.allocate(JAVA_LONG);
              length.set(JAVA_LONG, 0, LONGEST_LIST);
              long made =
                  (long) listReaders.invokeExact(context, MemorySegment.NULL, names, length);
              if ((made & CODE) == OK) {
                came[0] = names.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
              }
              return made;
            });
    if (code == 0x8010002EL) { // SCARD_E_NO_READERS_AVAILABLE
      return List.of();
    }
    check("asking which readers there are", code);
    List<String> names = new ArrayList<>();
    for (String name : new String(came[0], StandardCharsets.UTF_8).split("\0", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /// Waits until the state of a reader differs from the known one.
  ///
  /// @param known the last returned state; 0 = none
  /// @return the state now
  /// @throws LinkLostException when the reader or the service is gone
  long state(long context, String reader, long known, long millis) throws LinkLostException {
    long[] now = {known};
    long code =
        result(
            arena -> {
              MemorySegment state = arena.allocate(STATE);
              state.set(ADDRESS, 0, arena.allocateFrom(reader));
              state.set(JAVA_LONG, 16, known);
              long made = (long) statusChange.invokeExact(context, millis, state, 1L);
              if ((made & CODE) == OK) {
                now[0] = state.get(JAVA_LONG, 24) & ~STATE_CHANGED;
              }
              return made;
            });
    if (code != TIMEOUT) {
      check(reader, code);
    }
    if ((now[0] & (STATE_UNKNOWN | STATE_UNAVAILABLE)) != 0) {
      throw new LinkLostException(reader + " is not there any more: is it plugged in?");
    }
    return now[0];
  }

  /// Connects to the card in a reader.
  ///
  /// @param protocol one element, set to the card's protocol
  /// @param card one element, set to the handle of the connection
  /// @return the result code
  long connect(long context, String reader, long[] card, long[] protocol) {
    return result(
        arena -> {
          MemorySegment handle = arena.allocate(JAVA_LONG);
          MemorySegment spoken = arena.allocate(JAVA_LONG);
          long made =
              (long)
                  connect.invokeExact(
                      context,
                      arena.allocateFrom(reader),
                      (long) SHARED,
                      (long) T0_OR_T1,
                      handle,
                      spoken);
          card[0] = handle.get(JAVA_LONG, 0);
          protocol[0] = spoken.get(JAVA_LONG, 0);
          return made;
        });
  }

  /// Ends the connection and resets the card, which then forgets its authentication.
  void disconnect(long card) {
    long _ = result(_ -> (long) disconnect.invokeExact(card, (long) RESET_CARD));
  }

  /// Sends an APDU to the card.
  ///
  /// @param answer filled with the answer
  /// @param length one element, set to the number of bytes of the answer
  /// @return the result code
  long transmit(long card, long protocol, byte[] apdu, byte[] answer, int[] length) {
    return result(
        arena -> {
          MemorySegment request = arena.allocate(JAVA_LONG, 2);
          request.set(JAVA_LONG, 0, protocol == T1 ? T1 : 1);
          request.set(JAVA_LONG, 8, 16);
          MemorySegment sent = arena.allocateFrom(JAVA_BYTE, apdu);
          MemorySegment came = arena.allocate(answer.length);
          MemorySegment size = arena.allocate(JAVA_LONG);
          size.set(JAVA_LONG, 0, answer.length);
          long made =
              (long)
                  transmit.invokeExact(
                      card, request, sent, (long) apdu.length, MemorySegment.NULL, came, size);
          length[0] = (int) Math.clamp(size.get(JAVA_LONG, 0), 0L, (long) answer.length);
          MemorySegment.copy(came, JAVA_BYTE, 0, answer, 0, length[0]);
          // The request may hold a key, the answer a card's number.
          sent.fill((byte) 0);
          came.fill((byte) 0);
          return made;
        });
  }

  /// Checks a result code.
  ///
  /// @throws LinkLostException unless the code is [#OK]
  static void check(String what, long code) throws LinkLostException {
    if (code != OK) {
      throw new LinkLostException(what + ": " + words(code));
    }
  }

  /// The meaning of a code of `winscard.h`, in words for a technician.
  static String words(long code) {
    return switch ((int) code) {
      case 0x8010001D, 0x8010001E ->
          "the PC/SC service does not run (systemctl enable --now pcscd.socket)";
      case 0x8010006A -> "the PC/SC service refuses this user: its polkit rule is missing";
      case 0x80100017, 0x80100009 -> "the reader is not there any more: is it plugged in?";
      case 0x8010000B -> "another program holds the reader for itself";
      case 0x80100003 -> "the PC/SC service was restarted";
      default -> "PC/SC says %08X".formatted(code).toUpperCase(Locale.ROOT);
    };
  }

  /// Whether the code reports a fault of the card alone, not of the reader.
  static boolean isOfCard(long code) {
    int[] ofCards = {
      0x8010000C, // SCARD_E_NO_SMARTCARD
      0x80100066, // SCARD_W_UNRESPONSIVE_CARD
      0x80100067, // SCARD_W_UNPOWERED_CARD
      0x80100068, // SCARD_W_RESET_CARD
      0x80100069, // SCARD_W_REMOVED_CARD
      0x80100065, // SCARD_W_UNSUPPORTED_CARD
      0x8010000F, // SCARD_E_PROTO_MISMATCH
      0x80100016, // SCARD_E_NOT_TRANSACTED
      0x8010002F, // SCARD_E_COMM_DATA_LOST, and SCARD_F_COMM_ERROR
      0x80100013
    };
    return Arrays.stream(ofCards).anyMatch(one -> one == (int) code);
  }
}
