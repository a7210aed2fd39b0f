package dev.kopilka.model;

/**
 * One line of a receipt.
 *
 * @param category the goods' category, empty when not known
 * @param sku the article, empty when not known
 * @param quantity a plain decimal number as text, empty when not known
 * @param amount money of the line in minor units, net of discounts
 */
public record Line(String category, String sku, String quantity, long amount) {}
