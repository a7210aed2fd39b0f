/**
 * Runs the transcripts: the Markdown pages whose command lines are tests and manual at once.
 *
 * <p>Doors: {@link dev.kopilka.transcript.TranscriptTest}. Every {@code console} block is typed into
 * one real shell, in an empty folder, and what it prints is compared with the page, byte for byte.
 *
 * <p>Promises: {@code -Dkopilka.transcripts=write} writes what was printed into the pages, to be
 * read before it is committed. Refuses: commands that need anything but a POSIX shell.
 */
package dev.kopilka.transcript;
