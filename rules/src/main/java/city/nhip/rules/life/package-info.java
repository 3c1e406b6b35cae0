/**
 * The life of rule packages: DRAFT, CHECKED, SHADOW, ACTIVE, RETIRED. Every version is kept with
 * author and reason; nobody approves what they wrote.
 */
@NullMarked
package city.nhip.rules.life;

import org.jspecify.annotations.NullMarked;
