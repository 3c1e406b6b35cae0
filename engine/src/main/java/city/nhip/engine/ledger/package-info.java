/**
 * What each published plan promised and what was measured after it ran; reports, indicators and the
 * city's public page.
 */
@NullMarked
package city.nhip.engine.ledger;

import org.jspecify.annotations.NullMarked;
