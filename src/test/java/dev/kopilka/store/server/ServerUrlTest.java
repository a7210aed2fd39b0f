package dev.kopilka.store.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JDBC URL may say. */
class ServerUrlTest {
  private static final String PREFIX = ServerUrl.PREFIX;

  @ParameterizedTest
  @CsvSource({
    "//localhost/club, true, ''",
    "//localhost:5433/club?user=app, true, ''",
    "//127.0.0.1:5433/club, true, ''",
    "//[::1]:5433/club, true, ''",
    "//db.example.org/club?user=app, false, verify-full",
    "//10.0.0.5:5432/club, false, verify-full",
    "'//localhost,db2/club', false, verify-full",
    "//localhost.evil.example/club, false, verify-full",
    "//127.0.0.1.evil.example/club, false, verify-full",
    "//db.example.org/club?sslmode=require, false, require",
    "//db.example.org/%D0%BA%D0%BB%D1%83%D0%B1?sslmode=verify-ca, false, verify-ca"
  })
  void everyHostButThisOneIsReachedByTls(String rest, boolean loopback, String mode) {
    var url = ServerUrl.of(PREFIX + rest);
    assertEquals(loopback, url.isLoopback());
    var properties = Connecting.properties(url, Login.NONE);
    if (loopback) assertFalse(properties.containsKey("sslmode"));
    else assertEquals(mode, properties.getProperty("sslmode"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', URL_MALFORMED",
    "//, URL_MALFORMED",
    "//host, URL_MALFORMED",
    "//host/, URL_MALFORMED",
    "host/club, URL_MALFORMED",
    "club, URL_MALFORMED",
    "//user:geheim@host/club, URL_MALFORMED",
    "//host/club#x, URL_MALFORMED",
    "//host/club?user=%zz, URL_MALFORMED",
    "//host/club?user=a&password=geheim, URL_PASSWORD",
    "//host/club?PASSWORD=geheim, URL_PASSWORD",
    "//host/club?sslpassword=geheim, URL_PASSWORD",
    "//host/club?socketFactory=geheim, URL_PARAMETER_UNKNOWN",
    "//host/club?socketFactoryArg=x, URL_PARAMETER_UNKNOWN",
    "//host/club?sslfactory=x, URL_PARAMETER_UNKNOWN",
    "//host/club?authenticationPluginClassName=x, URL_PARAMETER_UNKNOWN",
    "//host/club?loggerFile=x, URL_PARAMETER_UNKNOWN",
    "//host/club?options=-c%20x, URL_PARAMETER_UNKNOWN",
    "//host:abc/club, URL_MALFORMED",
    "//host:65536/club, URL_MALFORMED",
    "'//host,other:0/club', URL_MALFORMED",
    "//host/club?connectTimeout=geheim, URL_VALUE",
    "//host/club?connectTimeout=, URL_VALUE",
    "//host/club?socketTimeout=-1, URL_VALUE",
    "//host/club?loginTimeout=1s, URL_VALUE",
    "//host/club?tcpKeepAlive=yes, URL_VALUE",
    "//host/club?targetServerType=geheim, URL_VALUE",
    "//host/club?sslmode=geheim, URL_VALUE",
    "//host/club?sslmode=VERIFY-FULL, URL_VALUE",
    "'//[::1]:65535,h/club?sslmode=prefer&socketTimeout=0&tcpKeepAlive=false', ''",
    "//host/club?user, ''"
  })
  void whatIsNotKnownToBeHarmlessIsRefusedAndNotRepeated(String rest, String code) {
    if (code.isEmpty()) {
      assertEquals("", ServerUrl.of(PREFIX + rest).user());
      return;
    }
    var trouble = assertThrows(Trouble.BadInput.class, () -> ServerUrl.of(PREFIX + rest));
    assertEquals(code, trouble.problem().code());
    assertFalse(trouble.getMessage().contains("geheim"), trouble.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"usr", "sslMode", "sslmodes"})
  void aSlipIsToldTheNearestOne(String name) {
    var trouble =
        assertThrows(Trouble.BadInput.class, () -> ServerUrl.of(PREFIX + "//h/d?" + name + "=x"));
    assertEquals(name.startsWith("u") ? "user" : "sslmode", trouble.problem().details().get("nearest"));
  }

  @Test
  void whatIsShownHasNoParameters() {
    var url = ServerUrl.of(PREFIX + "//h:5433/d%20b?user=app&connectTimeout=3");
    assertEquals(PREFIX + "//h:5433/d b", url.shown());
    assertEquals(PREFIX + "//h:5433/d+b", url.bare());
    var login = new Login(() -> Optional.of("geheim"));
    var properties = Connecting.properties(url, login);
    assertEquals("app", properties.getProperty("user"));
    assertEquals("3", properties.getProperty("connectTimeout"));
    assertEquals("geheim", properties.getProperty("password"));
    assertEquals("false", properties.getProperty("logServerErrorDetail"));
    assertFalse(login.toString().contains("geheim"));
    assertFalse(url.toString().contains("geheim"));
  }
}
