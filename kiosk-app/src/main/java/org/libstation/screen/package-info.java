/// Belongs here: the screens: one package a screen, and what they share (screen.kit).
///
/// Does not belong here: a call of a service: a screen shows a state and says which key was
/// pressed.
///
/// The screens as a whole: [org.libstation.screen.ScreenHost] is given a state and shows it; keys
/// come out as events through one consumer.
///
/// The flow: state → the view model of its screen (words, rows, keys; no nodes) → the view (nodes).
/// A screen is built anew when the place, the language or the look changes; otherwise only the
/// parts whose words changed are drawn again, so that a key under a finger stays where it is.
@NullMarked
package org.libstation.screen;

import org.jspecify.annotations.NullMarked;
