package city.nhip.rules.life;

import city.nhip.rules.rulebook.RulePackage;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of one package.
 *
 * @param author who wrote it: an account, {@code built-in}, or {@code folder} for the city's files
 * @param activeSince when it last became active
 */
record RuleVersion(
    long id,
    RulePackage rules,
    RuleStatus status,
    String author,
    String reason,
    Instant createdAt,
    Optional<Instant> activeSince) {}
