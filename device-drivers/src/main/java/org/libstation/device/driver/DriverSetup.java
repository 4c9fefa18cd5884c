package org.libstation.device.driver;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceListener;
import org.libstation.device.link.LinkOpener;

/// What a driver is made of.
///
/// @param name the name the site's configuration gives the device
/// @param opener makes a link to `address`; in a test or simulation it may lead to a twin instead
/// @param sheets what makers' manuals say, as data
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
