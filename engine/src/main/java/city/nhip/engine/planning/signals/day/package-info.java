/**
 * A day plan for a zone's signals: which timing plan runs at which hour, made from a day of counts,
 * and how each intersection comes from one plan into the next. The domain's bean alone is entered.
 */
@NullMarked
package city.nhip.engine.planning.signals.day;

import org.jspecify.annotations.NullMarked;
