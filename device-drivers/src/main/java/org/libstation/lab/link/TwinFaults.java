package org.libstation.lab.link;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/// The active faults of a [Twin]: faults that last, and faults that happen a number of times. Used
/// under the twin's lock.
///
/// @param <F> the enum of faults
public final class TwinFaults<F extends Enum<F> & TwinFaultKind> {
  /// The highest number that is accepted.
  public static final int MOST = 1_000_000;

  private final Set<F> possible;
  private final Map<F, Integer> left;

  public TwinFaults(Class<F> kind) {
    this(kind, EnumSet.allOf(kind));
  }

  /// @param possible the faults that this twin can have
  public TwinFaults(Class<F> kind, Set<F> possible) {
    this.possible = possible;
    this.left = new EnumMap<>(kind);
  }

  /// The descriptions that [Twin#faults()] lists.
  public List<TwinFault> all() {
    return possible.stream().map(TwinFaultKind::fault).toList();
  }

  /// Implements [Twin#bringAbout] for faults that take a number or no argument.
  ///
  /// @param does receives the fault and its number; 1 if the fault takes none
  public Optional<String> bringAbout(String name, List<String> arguments, ObjIntConsumer<F> does) {
    return bringAboutWith(
        name,
        arguments,
        (fault, given) -> does.accept(fault, given.isEmpty() ? 1 : number(given.getFirst(), 1)));
  }

  /// Implements [Twin#bringAbout] for faults with any arguments.
  ///
  /// @param does receives the fault and its arguments; may throw an [IllegalArgumentException] that
  ///   explains what is wrong with them
  public Optional<String> bringAboutWith(
      String name, List<String> arguments, BiConsumer<F, List<String>> does) {
    Optional<F> named = possible.stream().filter(it -> it.fault().name().equals(name)).findFirst();
    if (named.isEmpty()) {
      return Optional.of("it has no fault '" + name + "'");
    }
    String expected = "expected, for example: " + named.get().fault().example();
    if (arguments.size() != named.get().fault().arguments().size()) {
      return Optional.of(expected);
    }
    try {
      does.accept(named.get(), arguments);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + "; " + expected);
    }
  }

  /// @throws IllegalArgumentException if the text is no number from `least` to [#MOST]
  public static int number(String text, int least) {
    if (!text.matches("[0-9]{1,7}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > MOST) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number from " + least + " to " + MOST);
    }
    return Integer.parseInt(text);
  }

  /// Activates a fault. A fault that does not last happens `count` times.
  public void set(F fault, int count) {
    left.put(fault, count);
  }

  public boolean has(F fault) {
    return left.containsKey(fault);
  }

  /// Whether the fault is to happen now. If so, it is counted as having happened once.
  public boolean strikes(F fault) {
    int count = end(fault);
    if (count > 1) {
      left.put(fault, count - 1);
    }
    return count > 0;
  }

  /// @return how often the fault was still to happen; 0 if it was not active
  public int end(F fault) {
    Integer count = left.remove(fault);
    return count == null ? 0 : count;
  }

  /// @return the faults that were active
  public List<F> heal() {
    List<F> over = List.copyOf(left.keySet());
    left.clear();
    return over;
  }
}
