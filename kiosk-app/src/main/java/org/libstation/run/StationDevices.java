package org.libstation.run;

import java.util.Optional;
import org.libstation.device.BinSensor;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.TagReader;

/// The devices that take commands; empty where the site has none.
public record StationDevices(
    Optional<TagReader> pad,
    Optional<TagReader> dropReader,
    Optional<BinSensor> bin,
    Optional<ReceiptPrinter> printer) {}
