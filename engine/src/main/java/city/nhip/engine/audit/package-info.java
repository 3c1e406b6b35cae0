/** The append-only, hash-chained log of decisions. */
@NullMarked
package city.nhip.engine.audit;

import org.jspecify.annotations.NullMarked;
