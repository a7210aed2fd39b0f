package dev.kopilka.command.imports;

import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;

/** The ledger's programme, as far as an import needs it. */
record Rules(Basics basics, ProgrammeHistory programmes) {}
