package org.libstation.device.driver;

import java.util.function.Predicate;
import org.libstation.device.link.WireBytes;

/// How a device is recognised by one who does not drive it.
///
/// @param question what it answers right after it was opened, and no device of another model does
/// @param harmless whether any device at all may hear the question: nothing can come of it, on
///   paper or otherwise
/// @param answered whether all that came so far is its whole answer
public record Greeting(WireBytes question, boolean harmless, Predicate<byte[]> answered) {}
