/**
 * The house tests: floor plan, sizes, words we do not use, files that must be current. They read
 * sources, never behaviour.
 */
package dev.kopilka.house;
