/**
 * The part of DRL that Nhịp's rules may use, as a tree: what does not parse here is refused before
 * Drools sees it. Knows no fact and runs nothing.
 */
@NullMarked
package city.nhip.rules.grammar;

import org.jspecify.annotations.NullMarked;
