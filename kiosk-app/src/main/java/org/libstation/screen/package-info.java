/// Belongs here: the screens, one package each, and what they share (`screen.kit`).
///
/// Does not belong here: calls of services. A screen shows a state and reports which key was
/// pressed.
///
/// [org.libstation.screen.ScreenHost] takes a state and shows it. Its keys leave as events through
/// one consumer.
///
/// The path is: state → the screen's view model (words, rows and keys, no nodes) → the view
/// (nodes). A screen is built anew when screen, visit, language or look changes. Otherwise only
/// parts whose words changed are drawn again, so that a key under a finger stays where it is.
@NullMarked
package org.libstation.screen;

import org.jspecify.annotations.NullMarked;
