package dev.kopilka.member;

import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.member.person.Person;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.AttributeRows;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.PersonRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds members and tells who they are, inside one unit of work. */
public final class Registry {
  private final MemberRows members;
  private final PersonRows persons;
  private final AttributeRows attributes;
  private final IdentityRows identities;
  private final Sealing sealing;

  public Registry(Unit unit, Vault vault) {
    this.members = new MemberRows(unit);
    this.persons = new PersonRows(unit);
    this.attributes = new AttributeRows(unit);
    this.identities = new IdentityRows(unit);
    this.sealing = new Sealing(vault);
  }

  /** The member with this code, as it was typed. */
  public Member member(String typed) {
    var code = Plain.code("member", typed);
    return members.byCode(code).orElseThrow(() -> notFound(code));
  }

  private static Trouble notFound(String code) {
    return new Trouble.Refused(
        Refusal.MEMBER_NOT_FOUND, Problem.of(Refusal.MEMBER_NOT_FOUND.name()).with("member", code));
  }

  public Profile profile(Member member) {
    var person = persons.of(member.number()).map(sealing::opened).orElse(Person.UNKNOWN);
    return new Profile(member, person, attributes.of(member.number()));
  }

  /** Every member to whom a clue leads, in the order of the clues, each once. */
  public List<Member> candidates(Clues clues) {
    var keys = sealing.keys(clues);
    if (keys.isEmpty()) return List.of();
    var found = identities.members(keys);
    var numbers = new LinkedHashSet<Long>();
    for (var key : keys) if (found.containsKey(key)) numbers.add(found.get(key));
    var candidates = new ArrayList<Member>();
    for (var number : numbers) members.byNumber(number).ifPresent(candidates::add);
    return candidates;
  }

  /** The one member to whom the clues lead; two candidates are refused, both named by code. */
  public Member match(Clues clues) {
    var candidates = candidates(clues);
    if (candidates.isEmpty()) throw notFound(clues.isPersonal() ? "" : clues.code());
    if (candidates.size() == 1) return candidates.getFirst();
    var codes = new ArrayList<String>();
    for (var candidate : candidates) codes.add(candidate.code());
    throw new Trouble.Refused(
        Refusal.MEMBER_AMBIGUOUS,
        Problem.of(Refusal.MEMBER_AMBIGUOUS.name()).with("members", codes));
  }

  /**
   * Members whose name has a word that begins so, in the order of enrolment. Reads every name: a
   * sealed one cannot be searched in the database.
   */
  public List<Member> named(String beginning, int most) {
    var found = new ArrayList<Member>();
    var numbers = new ArrayList<Long>();
    persons.each(row -> {
      if (numbers.size() >= most) return;
      if (sealing.opened(row).name().hasWordLike(beginning)) numbers.add(row.member());
    });
    for (var number : numbers) members.byNumber(number).ifPresent(found::add);
    return found;
  }

  /** The member who holds the value that one member alone may hold; empty when nobody does. */
  Optional<Member> holder(Clues clue) {
    return candidates(clue).stream().findFirst();
  }

  /** Who holds which of the values that one member alone may hold; nobody holds the others. */
  Map<Identity, Member> holders(Collection<Identity> asked) {
    var byKey = new HashMap<String, Identity>();
    for (var identity : asked) byKey.put(sealing.key(identity), identity);
    var holders = new HashMap<Identity, Member>();
    if (byKey.isEmpty()) return holders;
    identities
        .members(byKey.keySet())
        .forEach((key, number) ->
            members.byNumber(number).ifPresent(m -> holders.put(byKey.get(key), m)));
    return holders;
  }
}
