package dev.kopilka.bulk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.source.Source;
import dev.kopilka.model.value.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
  @TempDir Path folder;

  /** A pipe that says the same for ever. */
  private static final class Endless extends InputStream {
    private long given;

    @Override
    public int read() {
      given++;
      return 'y';
    }
  }

  private static Source pipe(InputStream in) {
    return Source.of("-", in);
  }

  @Test
  void aPipeIsAFileOfItsOwnerAloneUntilItIsClosed() throws IOException {
    var text = "x".repeat(700_000);
    var kept = Kept.of(pipe(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), _ -> {});
    var file = kept.source().path();
    try (kept) {
      assertEquals(text, Files.readString(file));
      assertEquals("<stdin>", kept.source().shownName());
      assertEquals(
          "rw-------",
          java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void aPipeAndAFileOfTheSameBytesHaveTheSameDigest() throws IOException {
    var file = Files.writeString(folder.resolve("f"), "a,b\n");
    try (var one = Kept.of(Source.of(file.toString(), InputStream.nullInputStream()), _ -> {});
        var other = Kept.of(pipe(Files.newInputStream(file)), _ -> {})) {
      assertEquals(one.digest(), other.digest());
      assertEquals(64, one.digest().length());
    }
  }

  @Test
  void whatTheFirstLookThrowsEndsThePipe() {
    var endless = new Endless();
    assertThrows(
        IllegalStateException.class,
        () ->
            Kept.of(
                pipe(endless),
                _ -> {
                  throw new IllegalStateException();
                }));
    assertTrue(endless.given < 1 << 20, endless.given + " bytes");
  }

  @Test
  void aPipeWithoutEndStopsWhileThereIsRoom() {
    var endless = new Endless();
    var full =
        assertThrows(Trouble.Storage.class, () -> Kept.of(pipe(endless), _ -> {}, Long.MAX_VALUE));
    assertEquals("TEMPORARY_FULL", full.problem().code());
    assertTrue(endless.given < 4 << 20, endless.given + " bytes");
  }

  @Test
  void aFileThatIsWrittenToIsNoticed() throws IOException {
    var file = Files.writeString(folder.resolve("f"), "a,b\n");
    try (var kept = Kept.of(Source.of(file.toString(), InputStream.nullInputStream()), _ -> {})) {
      assertFalse(kept.hasChanged());
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      assertTrue(kept.hasChanged());
    }
  }
}
