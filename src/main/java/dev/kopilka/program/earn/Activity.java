package dev.kopilka.program.earn;

/** Something that members do and that rules may reward: a visit, a training, a review. */
public record Activity(String code, String name) {}
