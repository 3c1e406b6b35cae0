/** Approve and reject, by a named person. */
@NullMarked
package city.nhip.engine.review;

import org.jspecify.annotations.NullMarked;
