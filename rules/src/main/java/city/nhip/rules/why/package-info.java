/**
 * Why a rule did not fire: the first condition that nothing fulfils, with the value that is and the
 * value that it needs. Evaluates the rule's text by itself, apart from Drools.
 */
@NullMarked
package city.nhip.rules.why;

import org.jspecify.annotations.NullMarked;
