/** The zones' rule sessions: one session a zone, one writer; firings and their traces. */
@NullMarked
package city.nhip.rules.session;

import org.jspecify.annotations.NullMarked;
