package org.libstation.device.driver;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceListener;
import org.libstation.device.link.LinkOpener;

/// Everything a driver needs to make a device.
///
/// @param name the device's name in the site's configuration
/// @param opener opens a link to `address`; in a test or simulation it may lead to a twin instead
/// @param sheets facts from makers' manuals, as data
@RecordBuilder
public record DriverSetup(
    String name,
    DeviceAddress address,
    DriverOptions options,
    DeviceClock clock,
    DeviceListener listener,
    LinkOpener opener,
    DeviceSheets sheets)
    implements DriverSetupBuilder.With {}
