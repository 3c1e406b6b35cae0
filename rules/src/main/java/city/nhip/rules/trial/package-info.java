/** Tests that stand beside rules: readings at times, and what the rules must make of them. */
@NullMarked
package city.nhip.rules.trial;

import org.jspecify.annotations.NullMarked;
