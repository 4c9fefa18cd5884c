/// Belongs here: scripted journeys. A plain-text scenario plays a patron, a technician and faults
/// against a real station process, its emulated devices and a central system.
///
/// The flow: [org.libstation.lab.scenario.ScenarioParser] turns text into
/// [org.libstation.lab.scenario.ScenarioStep]s. [org.libstation.lab.scenario.ScenarioRunner]
/// performs each on a [org.libstation.lab.scenario.ScenarioStage] and writes one line of JSON for
/// each step. The real stage consists of processes and twins. `docs/developer/scenarios.md`
/// describes the language.
@NullMarked
package org.libstation.lab.scenario;

import org.jspecify.annotations.NullMarked;
