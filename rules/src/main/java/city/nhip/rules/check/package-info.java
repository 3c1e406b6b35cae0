/**
 * What must hold before a rule package may run: allowed words only, known names, right types, no
 * rule that feeds itself, no row that hides another. Runs nothing of what it checks.
 */
@NullMarked
package city.nhip.rules.check;

import org.jspecify.annotations.NullMarked;
