package dev.kopilka.screen.paper;

import dev.kopilka.screen.picture.Picture;

/**
 * A table of a paper.
 *
 * @param name of the table within its card, "" for a paper's only one
 * @param picture what its rows are a picture of
 */
public record Part(String name, Picture picture) {}
