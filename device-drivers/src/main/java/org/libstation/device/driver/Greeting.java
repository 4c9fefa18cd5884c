package org.libstation.device.driver;

import java.util.function.Predicate;
import org.libstation.device.link.WireBytes;

/// How to recognise a device without its driver.
///
/// @param question a request that the device answers right after opening, and that no other model
///   answers alike
/// @param harmless whether any device may safely receive the question: it causes no printing and no
///   other effect
/// @param answered whether all bytes received so far are the whole answer
public record Greeting(WireBytes question, boolean harmless, Predicate<byte[]> answered) {}
