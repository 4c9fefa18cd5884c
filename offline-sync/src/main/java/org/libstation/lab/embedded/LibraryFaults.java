package org.libstation.lab.embedded;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The faults that wait for the next requests, by kind and count, never by time. Thread-safe. A
/// simulation that calls the core directly asks [#next(String)] itself.
public final class LibraryFaults {

  /// Code for every request except those that only keep the connection (93, 97 and 99).
  public static final String ANY = "any";

  private static final Set<String> CONNECTION_ONLY = Set.of("93", "97", "99");

  /// A fault that waits for requests.
  ///
  /// @param code two digits of the request, or [#ANY]
  /// @param skip number of such requests that first go well
  /// @param times number of requests that then go wrong
  @RecordBuilder
  public record ArmedLibraryFault(String code, Fault fault, int skip, int times)
      implements LibraryFaultsArmedLibraryFaultBuilder.With {
    /// @throws IllegalArgumentException if a number is out of range
    public ArmedLibraryFault {
      if (skip < 0 || times < 1) {
        throw new IllegalArgumentException("skip from 0, times from 1");
      }
    }

    boolean fits(String request) {
      return code.equals(ANY) ? !CONNECTION_ONLY.contains(request) : code.equals(request);
    }
  }

  private final List<ArmedLibraryFault> armed = new ArrayList<>();

  /// Makes the next request of this kind go wrong.
  public void next(String code, Fault fault) {
    arm(new ArmedLibraryFault(code, fault, 0, 1));
  }

  /// Adds a fault behind those that wait. A request takes the first fault that fits it.
  public synchronized void arm(ArmedLibraryFault fault) {
    armed.add(fault);
  }

  /// Returns the fault for a request that arrives now and counts it; empty if the request goes
  /// well.
  ///
  /// @param code two digits
  public synchronized Optional<Fault> next(String code) {
    for (int i = 0; i < armed.size(); i++) {
      ArmedLibraryFault first = armed.get(i);
      if (!first.fits(code)) {
        continue;
      }
      if (first.skip() > 0) {
        armed.set(i, first.withSkip(first.skip() - 1));
        return Optional.empty();
      }
      if (first.times() > 1) {
        armed.set(i, first.with(c -> c.skip(0).times(first.times() - 1)));
      } else {
        armed.remove(i);
      }
      return Optional.of(first.fault());
    }
    return Optional.empty();
  }

  /// Returns the faults that have not happened yet.
  public synchronized List<ArmedLibraryFault> waiting() {
    return List.copyOf(armed);
  }

  public synchronized void clear() {
    armed.clear();
  }
}
