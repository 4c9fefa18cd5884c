package org.libstation.screen.welcome;

/// An activity as it is shown.
///
/// @param figure the day of the month
/// @param under the figure: month and weekday
/// @param line time and venue
/// @param type a word or two
/// @param whole day, time and venue in one line, where there is no room for columns
public record ActivityWords(
    String figure, String under, String title, String line, String type, String whole) {}
