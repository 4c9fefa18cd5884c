package org.libstation.language.speech;

import org.libstation.flow.state.Language;

/// Words for one voice: Cantonese for Traditional Chinese, Putonghua for Simplified, English.
///
/// @param words written out: no figure is left in them
public record Spoken(Language language, String words) {}
