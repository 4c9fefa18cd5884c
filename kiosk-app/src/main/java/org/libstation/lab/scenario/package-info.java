/// Scripted journeys: a plain-text scenario plays a patron, a technician and bad luck against a
/// real station process, its emulated devices and a central system.
///
/// The flow: [org.libstation.lab.scenario.ScenarioParser] turns text into
/// [org.libstation.lab.scenario.ScenarioStep]s; [org.libstation.lab.scenario.ScenarioRunner]
/// performs each on a [org.libstation.lab.scenario.ScenarioStage] and writes one line of JSON a
/// step; the real stage is made of processes and twins. The language is described in
/// `docs/scenarios.md`.
@NullMarked
package org.libstation.lab.scenario;

import org.jspecify.annotations.NullMarked;
