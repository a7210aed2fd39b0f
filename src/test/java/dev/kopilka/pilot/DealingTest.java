package dev.kopilka.pilot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.pilot.measure.ChiSquare;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where members go. */
class DealingTest {
  private static final KeyedHash HASH = new KeyedHash("salt");

  private static Arms arms(String text) {
    return Arms.of(text).orElseThrow();
  }

  private static Candidates candidates(int first, int last, int strata) {
    var candidates = new Candidates();
    for (var i = first; i <= last; i++) {
      candidates.add(i, HASH.number("arm", "letter", "M-" + i), "stratum" + i % strata);
    }
    return candidates;
  }

  private static long[] sizes(int[] dealt, int arms) {
    var sizes = new long[arms];
    for (var arm : dealt) sizes[arm]++;
    return sizes;
  }

  /**
   * HMAC-SHA-256 under the key {@code salt} of the bytes 01 00000003 "arm" 00000006 "letter" 00000003
   * "M-1", as openssl computes it: should these ever change, pilots would be dealt anew.
   */
  @Test
  void theHashIsWhatOthersComputeToo() {
    assertEquals(
        "fbeef12e76d7ff6d47dca8d41a8bf2aa36a3149f8ac7b13af3a51ff5e35a9954", HASH.hex("arm", "letter", "M-1"));
    assertTrue(!HASH.hex("a", "bc").equals(HASH.hex("ab", "c")));
    assertTrue(!HASH.hex("a").equals(new KeyedHash("other").hex("a")));
  }

  @Test
  void nobodyMovesWhenOthersJoin() {
    var before = Dealing.each(candidates(1, 1000, 1), arms("control=1,letter=1"));
    var after = Dealing.each(candidates(1, 5000, 1), arms("control=1,letter=1"));
    assertArrayEquals(before, Arrays.copyOf(after, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"control,letter", "control=2,letter=1", "c=70,a=20,b=9,z=1"})
  void armsAreAsLargeAsTheirWeightsWantThem(String text) {
    var arms = arms(text);
    var sizes = sizes(Dealing.each(candidates(1, 100_000, 1), arms), arms.count());
    assertTrue(ChiSquare.ofSizes(sizes, arms.weights()).p() > 0.001, Arrays.toString(sizes));
  }

  @Test
  void eachStratumIsDividedByItself() {
    var arms = arms("control=2,letter=1,call=1");
    var candidates = candidates(1, 4007, 7);
    var dealt = Dealing.inTurn(candidates, arms, HASH, "letter");
    var sizes = new long[7][3];
    for (var i = 0; i < dealt.length; i++) sizes[candidates.group(i)][dealt[i]]++;
    for (var stratum : sizes) {
      var all = Arrays.stream(stratum).sum();
      for (var arm = 0; arm < 3; arm++) {
        assertEquals((double) all * arms.weights()[arm] / 4, stratum[arm], 1, Arrays.toString(stratum));
      }
    }
    assertArrayEquals(dealt, Dealing.inTurn(candidates(1, 4007, 7), arms, HASH, "letter"));
  }

  /** Where everybody is a stratum of their own, no arm is nearer than its weight makes it. */
  @Test
  void whoIsAloneInAStratumMayComeToAnyArm() {
    var arms = arms("control=3,letter=1");
    var dealt = Dealing.inTurn(candidates(1, 4000, 4000), arms, HASH, "letter");
    assertTrue(ChiSquare.ofSizes(sizes(dealt, 2), arms.weights()).p() > 0.01);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "control,letter        | control=1,letter=1",
        "control=2, letter=10  | control=2,letter=10",
        "a=1,b=1,c=1000        | a=1,b=1,c=1000",
        "alone                 | ''",
        "a,a                   | ''",
        "a=0,b                 | ''",
        "a=1001,b              | ''",
        "a=1.5,b               | ''",
        "a=x,b                 | ''",
        "a,,b                  | ''",
      })
  void armsAreReadAsTheyAreKept(String text, String kept) {
    assertEquals(kept.isEmpty() ? Optional.empty() : Optional.of(kept), Arms.of(text).map(Arms::text));
  }

  @Test
  void aListIsTheSameInWhateverOrder() {
    var roll = new Roll("salt");
    for (var code : new String[] {"b", "a", "b", "c"}) roll.add(code);
    var other = new Roll("salt");
    for (var code : new String[] {"a", "b", "c"}) other.add(code);
    assertEquals(3, roll.closed().size());
    assertEquals(other.closed().digest(), roll.digest());
    roll.begin();
    assertTrue(roll.has("a") && roll.has("c") && !roll.has("d"));
    assertTrue(!roll.isFound() && roll.misses("b") && !roll.misses("a") && !roll.misses("d"));
  }
}
