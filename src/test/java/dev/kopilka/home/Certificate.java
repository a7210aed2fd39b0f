package dev.kopilka.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A server's certificate that nobody but itself vouches for, made by the tools of the JDK.
 *
 * @param file the certificate, as {@code sslrootcert} takes it
 * @param key its private key, which only its owner can read
 */
public record Certificate(Path file, Path key) {
  private static final String STORE_PASSWORD = "changeit";

  /** A new one for the host of that name, and for no other one. */
  public static Certificate of(Path folder, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = Files.createDirectories(folder).resolve("store.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-validity", "30",
                "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-storetype", "PKCS12",
                "-storepass", STORE_PASSWORD, "-keystore", store.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (made != 0) throw new IOException("keytool ended with " + made);
    var keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
    var key = keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
    var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return new Certificate(
        Files.writeString(
            folder.resolve("server.crt"),
            pem("CERTIFICATE", keys.getCertificate("server").getEncoded())),
        Files.writeString(
            Files.createFile(folder.resolve("server.key"), owners), pem("PRIVATE KEY", key)));
  }

  private static String pem(String what, byte[] bytes) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }
}
