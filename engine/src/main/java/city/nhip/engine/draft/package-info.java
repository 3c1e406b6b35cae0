/**
 * Edited plans and suppositions: what a person tries out beside the live plans. Nothing here
 * reaches the field; an edit that a person offers becomes a proposal like any other.
 */
@NullMarked
package city.nhip.engine.draft;

import org.jspecify.annotations.NullMarked;
