package org.libstation.check;

/// One setting a station goes by. What is secret is shown as bullets.
///
/// @param key full name, such as `station.central.port`
/// @param source file and line, `command line`, or empty where the program's own value holds
/// @param effect what it does, in words; empty where nothing more is to be said
public record ShownSetting(String key, String value, String source, String effect) {}
