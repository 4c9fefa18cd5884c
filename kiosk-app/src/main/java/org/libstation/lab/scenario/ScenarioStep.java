package org.libstation.lab.scenario;

/// One line of a scenario.
///
/// @param line its number in the file, from 1
public record ScenarioStep(int line, String text, Action action) {}
