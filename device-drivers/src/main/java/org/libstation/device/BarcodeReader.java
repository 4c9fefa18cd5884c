package org.libstation.device;

/// Reads barcodes; says [DeviceEvent.BarcodeScanned].
public interface BarcodeReader extends Device {}
