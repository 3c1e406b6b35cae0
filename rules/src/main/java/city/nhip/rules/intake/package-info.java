/**
 * The one door for readings: validate, commit, then feed the zones' sessions. Connectors enter
 * here.
 */
@NullMarked
package city.nhip.rules.intake;

import org.jspecify.annotations.NullMarked;
