package org.libstation.check;

/// A setting in effect. Secrets are shown as bullets.
///
/// @param key full name, such as `station.central.port`
/// @param source file and line, `command line`, or empty if the program's default applies
/// @param effect what it does, in words; empty if there is no description
public record ShownSetting(String key, String value, String source, String effect) {}
