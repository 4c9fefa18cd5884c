/// Belongs here: the commands of the laboratory: demo, scenarios, twins, the embedded library,
/// benchmarks. They reach the command line as a [org.libstation.command.CommandProvider].
@NullMarked
package org.libstation.lab.command;

import org.jspecify.annotations.NullMarked;
