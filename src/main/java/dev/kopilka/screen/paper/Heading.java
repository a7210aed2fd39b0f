package dev.kopilka.screen.paper;

import dev.kopilka.screen.Words;
import java.util.List;

/**
 * What stands above an answer.
 *
 * @param path the words of the command, such as {@code report kpi}
 * @param notes what was said beside the answer, in the reader's language
 * @param words the reader's language
 */
public record Heading(String path, List<String> notes, Words words) {}
