/** Runs rules over what was read before, beside other rules, and says what would have changed. */
@NullMarked
package city.nhip.rules.replay;

import org.jspecify.annotations.NullMarked;
