package org.libstation.screen.welcome;

/// Words of an activity.
///
/// @param figure day of the month
/// @param under month and weekday, below the figure
/// @param line time and venue
/// @param type kind of activity, in a word or two
/// @param whole day, time and venue in one line, if there is no room for columns
public record ActivityWords(
    String figure, String under, String title, String line, String type, String whole) {}
