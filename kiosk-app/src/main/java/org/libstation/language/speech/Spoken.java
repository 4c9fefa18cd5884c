package org.libstation.language.speech;

import org.libstation.flow.state.Language;

/// Words for one voice: Cantonese for Traditional Chinese, Putonghua for Simplified, English.
///
/// @param words written out, without figures
public record Spoken(Language language, String words) {}
