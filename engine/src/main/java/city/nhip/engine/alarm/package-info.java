/** What wants a person's eye at once, and who has seen it. */
@NullMarked
package city.nhip.engine.alarm;

import org.jspecify.annotations.NullMarked;
