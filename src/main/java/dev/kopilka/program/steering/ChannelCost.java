package dev.kopilka.program.steering;

import java.math.BigDecimal;

/**
 * What a way by which members join, buy or are reached costs, in minor units.
 *
 * @param perMonth for a calendar month; a part of one costs its part by days
 * @param ofRevenue the part of what was bought through it, from 0 to 1
 */
public record ChannelCost(
    String code, long perEnrolment, long perPurchase, long perMonth, BigDecimal ofRevenue) {}
