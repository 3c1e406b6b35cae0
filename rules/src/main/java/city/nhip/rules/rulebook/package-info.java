/** Rule sources: where they are, how they compile, which version they are. */
@NullMarked
package city.nhip.rules.rulebook;

import org.jspecify.annotations.NullMarked;
