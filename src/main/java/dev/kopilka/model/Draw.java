package dev.kopilka.model;

/**
 * What an entry took from a lot. Negative points were put back into it; zero points only touched
 * it, as when its last good day moved.
 *
 * @param lot the lot as it stood before, named by the entry that opened it
 */
public record Draw(Lot lot, long points) {}
