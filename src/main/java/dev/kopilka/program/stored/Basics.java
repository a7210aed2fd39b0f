package dev.kopilka.program.stored;

import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.Programme;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.SettingRows;
import java.time.ZoneId;

/**
 * What every command needs of the programme, kept as settings of the ledger.
 *
 * @param currencyScale fraction digits of the currency
 * @param pointScale fraction digits of a point
 * @param lowestTier code of the tier of a member who has not risen yet, empty without tiers
 */
public record Basics(
    String programme,
    String currency,
    int currencyScale,
    int pointScale,
    ZoneId zone,
    String lowestTier) {
  private static final String PROGRAMME = "programme";
  private static final String CURRENCY = "currency";
  private static final String CURRENCY_SCALE = "currency_scale";
  private static final String POINT_SCALE = "point_scale";
  private static final String ZONE = "zone";
  private static final String LOWEST_TIER = "lowest_tier";

  public static Basics of(Programme programme) {
    return new Basics(
        programme.code(),
        programme.currency(),
        programme.currencyScale(),
        programme.points().scale(),
        programme.zone(),
        programme.tiers().map(TierLadder::levels).map(l -> l.getFirst().code()).orElse(""));
  }

  /**
   * The ledger's basics.
   *
   * @throws Trouble.Refused when no programme was applied yet
   */
  public static Basics load(Unit unit) {
    var settings = new SettingRows(unit);
    var programme = settings.get(PROGRAMME);
    if (programme.isEmpty()) throw new Trouble.Refused(Refusal.NO_PROGRAMME);
    return new Basics(
        programme.get(),
        settings.get(CURRENCY).orElseThrow(),
        Integer.parseInt(settings.get(CURRENCY_SCALE).orElseThrow()),
        Integer.parseInt(settings.get(POINT_SCALE).orElseThrow()),
        ZoneId.of(settings.get(ZONE).orElseThrow()),
        settings.get(LOWEST_TIER).orElseThrow());
  }

  /** Keeps them; {@code program apply} does it with every version. */
  public void save(Unit unit) {
    var settings = new SettingRows(unit);
    settings.put(PROGRAMME, programme);
    settings.put(CURRENCY, currency);
    settings.put(CURRENCY_SCALE, String.valueOf(currencyScale));
    settings.put(POINT_SCALE, String.valueOf(pointScale));
    settings.put(ZONE, zone.getId());
    settings.put(LOWEST_TIER, lowestTier);
  }
}
